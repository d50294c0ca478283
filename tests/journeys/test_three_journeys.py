"""The three journeys through the running application, on the real adapters, offscreen, without fixed waits."""

from __future__ import annotations

import pytest

from desktop.application import RunningDesk
from desktop.demo_ministry import DemoMinistry
from desktop.tour.journeys import find_what_was_amended, join_the_conference, read_a_mail
from desktop.tour.steps import Walker
from ui.sync_status import Feature, SyncActivity

pytestmark = pytest.mark.whole_program


def test_a_mail_arrives_and_is_read(walker: Walker, ministry: DemoMinistry) -> None:
    read_a_mail(walker, ministry)


def test_she_presses_join_and_sees_both_sites(walker: Walker, ministry: DemoMinistry, desk: RunningDesk) -> None:
    join_the_conference(walker, ministry)

    # While it was on, the line was the conference's; afterwards both syncs go on by themselves.
    service = desk.service
    assert service is not None
    walker.until(
        lambda: service.statuses[Feature.MAIL].activity is not SyncActivity.STANDING_BACK, "the mail sync going on"
    )


def test_a_document_is_amended_and_the_search_finds_the_new_text(walker: Walker, ministry: DemoMinistry) -> None:
    find_what_was_amended(walker, ministry)

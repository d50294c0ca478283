"""The mailbox's menu on the page, and what stands over the page for as long as it is so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mail import ExternalAudience, GetContacts, GetOutOfOffice, OofState, OutOfOffice, Quota
from tests.ui.mailbox_services.conftest import Asked
from tests.ui.waiting import wait_until
from ui.mail_page.mailbox_menu import MailboxMenu
from ui.mailbox_services.away_dialog import AwayDialog
from ui.mailbox_services.quota_dialog import QuotaDialog, quota_words
from ui.mailbox_services.rules_dialog import RulesDialog
from ui.mailbox_services.shared_dialog import SharedDialog
from ui.mailbox_services.tasks_dialog import TasksDialog
from ui.notices import Notice, Weight
from ui.sync_status import Feature, SyncActivity, SyncStatus

GB = 10**9


@pytest.fixture
def page(asked: Asked) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(800, 600)
    made.show()
    yield made
    made.close()


@pytest.fixture
def menu(asked: Asked, page: QWidget) -> MailboxMenu:
    return MailboxMenu(asked.tools, page, QVBoxLayout(page))


def first_round_is_done(asked: Asked) -> None:
    asked.service.say(SyncStatus(Feature.MAIL, SyncActivity.IDLE, datetime.now(UTC)))


def test_being_away_is_seen_until_she_is_back(asked: Asked, menu: MailboxMenu, page: QWidget) -> None:
    asked.server.out_of_office.settings = OutOfOffice(OofState.ENABLED, "Vắng mặt.")
    assert not menu.away_strip.isVisibleTo(page) and asked.service.questions == []
    first_round_is_done(asked)
    wait_until(lambda: menu.away_strip.isVisibleTo(page))
    assert menu.away_strip.text.text() == "Đang báo vắng mặt."
    menu.away_strip.button.click()
    dialog = wait_until(lambda: page.findChildren(AwayDialog))[0]
    wait_until(lambda: dialog.body.isEnabled())
    dialog.is_away.click()
    dialog.save()
    wait_until(lambda: not menu.away_strip.isVisibleTo(page))


def test_a_time_that_ends_is_noticed_by_itself(asked: Asked, menu: MailboxMenu, page: QWidget) -> None:
    now = datetime.now(UTC)
    away = OutOfOffice(
        OofState.SCHEDULED, "Vắng.", "", ExternalAudience.NONE, now - timedelta(days=1), now + timedelta(days=1)
    )
    menu.show_away(away)
    assert "Đang báo vắng mặt đến" in menu.away_strip.text.text()
    menu.show_away(replace(away, end=now - timedelta(seconds=1)))
    assert not menu.away_strip.isVisibleTo(page)


def test_a_mailbox_nearly_full_is_said(asked: Asked, menu: MailboxMenu, page: QWidget) -> None:
    said: list[Notice] = []
    asked.tools.notices.raised.connect(said.append)
    asked.server.quota.quota = Quota(19 * GB // 10, 18 * GB // 10, 2 * GB, 2 * GB)
    first_round_is_done(asked)
    wait_until(lambda: menu.quota_strip.isVisibleTo(page))
    assert "1,9 GB trong 2,0 GB" in menu.quota_strip.text.text() and "sắp đầy" in menu.quota_strip.text.text()
    menu.show_quota(asked.server.quota.quota)  # asked again: nothing new
    assert [one.weight for one in said if "sắp đầy" in one.text] == [Weight.STATUS]
    menu.quota_strip.button.click()
    dialog = wait_until(lambda: page.findChildren(QuotaDialog))[0]
    wait_until(lambda: dialog.bar.value() == 95)
    menu.show_quota(Quota(GB, 18 * GB // 10, 2 * GB, 2 * GB))
    assert not menu.quota_strip.isVisibleTo(page)


def test_each_entry_opens_its_dialog(asked: Asked, menu: MailboxMenu, page: QWidget) -> None:
    for action in menu.menu.actions():
        action.trigger()
    for kind in (AwayDialog, RulesDialog, QuotaDialog, SharedDialog, TasksDialog):
        assert page.findChildren(kind)


def test_the_server_is_asked_once_however_often_a_round_ends(asked: Asked, menu: MailboxMenu) -> None:
    for _ in range(3):
        asked.service.say(SyncStatus(Feature.MAIL, SyncActivity.WORKING))
        first_round_is_done(asked)
    wait_until(lambda: len(asked.service.questions) == 3)
    assert asked.service.questions.count(GetOutOfOffice()) == 1
    assert asked.service.questions.count(GetContacts()) == 1


@pytest.mark.parametrize(
    ("quota", "part"),
    [
        (Quota(), "không cho biết"),
        (Quota(GB), "không đặt giới hạn"),
        (Quota(GB, None, 2 * GB), "1,0 GB trong 2,0 GB"),
        (Quota(2 * GB, None, 2 * GB), "không gửi được thư nữa"),
        (Quota(2 * GB, None, GB, 2 * GB), "không nhận được thư nữa"),
    ],
)
def test_how_full_it_is_in_words(asked: Asked, quota: Quota, part: str) -> None:
    assert part in quota_words(quota)

"""A mail that calls a meeting off or proposes another time says so on its card, with nothing to press."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mail import Meeting, MeetingNews, MeetingNewsKind
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.mail_page.fake_mailbox import HANH
from tests.ui.waiting import wait_until

START = datetime(2030, 3, 5, 1, 0, tzinfo=UTC)
MEETING = Meeting("u", "Họp giao ban quý I", START, START + timedelta(hours=1), "Phòng A201", HANH)


@pytest.mark.parametrize(
    ("kind", "title", "by"),
    [
        (MeetingNewsKind.CANCELLED, "Cuộc họp đã huỷ", "Người mời: Nguyễn Thị Minh Hạnh"),
        (MeetingNewsKind.PROPOSED, "Đề xuất giờ họp khác", "Người đề xuất: Vũ Hoàng Nam"),
    ],
)
def test_the_card_says_what_became_of_the_meeting(desk: MailDesk, kind: MeetingNewsKind, title: str, by: str) -> None:
    desk.box.add("a", "Huỷ: Họp giao ban quý I", meeting_news=MeetingNews(kind, MEETING))
    desk.box.add("b", "Giấy mời", meeting=MEETING, minutes_ago=5)
    desk.open()
    desk.stand_on(0)
    card, answers = desk.page.reader.meeting, desk.page.reader.answers
    wait_until(lambda: card.isVisible())
    assert card._kind.text() == title and card._by.text() == by and card.accessibleName().startswith(title)
    assert not card.join.isVisible() and not answers.isVisible()
    desk.stand_on(1)
    wait_until(lambda: card._kind.text() == "Giấy mời họp" and card._by.text().startswith("Người mời"))

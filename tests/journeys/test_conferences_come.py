"""Conferences come by themselves, through the running application: the server tells of a meeting that begins soon, the
strip is there on whatever page, one press enters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.application import RunningDesk
from desktop.demo_ministry import DemoMinistry
from desktop.demo_ministry.mailbox import Correspondent
from desktop.demo_ministry.mailbox.events.event import Appointment, Guest
from desktop.tour.steps import Walker
from ui.upcoming.announcement import Announcement

pytestmark = pytest.mark.whole_program

NAM = Correspondent("Vũ Hoàng Nam", "nam.vh@boldptxh.example")
ZOOM = "https://us06web.zoom.us/j/81234567890?pwd=abcDEF123"


def meeting(ministry: DemoMinistry, subject: str, minutes: float, body: str) -> Appointment:
    start = datetime.now(UTC) + timedelta(minutes=minutes)
    owner = Correspondent(ministry.owner, ministry.address)
    guests = [Guest(owner)]
    return Appointment(
        subject, subject, start, start + timedelta(hours=1), NAM, guests, "Accept", body=body, reminder=15
    )


def announced(walker: Walker, title: str) -> Announcement:
    def look() -> Announcement | None:
        upcoming = getattr(walker.window, "upcoming", None)
        shown = upcoming.strip.shown if upcoming is not None else []
        return next((one for one in shown if one.title.text() == title and one.isVisible()), None)

    return walker.until(look, f"“{title}” announced")


def test_a_meeting_at_a_service_is_announced_and_entered(
    walker: Walker, ministry: DemoMinistry, desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    walker.window.show_page("documents")
    body = f"Tham gia cuộc họp Zoom<{ZOOM}>\nID cuộc họp: 812 3456 7890\nMật khẩu: 246810"
    ministry.mailbox.put_event(meeting(ministry, "Họp với tổ chức ILO", 4, body))
    row = announced(walker, "Họp với tổ chức ILO")
    walker.saw("conference-announced", "Cuộc họp sắp bắt đầu, thấy ở mọi trang")
    assert walker.window.current_page == "documents"
    assert len(row.codes.buttons) == 2
    walker.press(row.enter)
    walker.until(lambda: opened == [ZOOM], "the link given to the system")


def test_the_two_sites_are_entered_with_one_press_from_the_strip(
    walker: Walker, ministry: DemoMinistry, desk: RunningDesk
) -> None:
    title = desk.profile.conferences[0].title
    walker.window.show_page("documents")
    ministry.mailbox.put_event(meeting(ministry, title, 3, "Chương trình họp kèm theo."))
    walker.press(announced(walker, title).enter)
    page = walker.window.page("conference")
    walker.until(lambda: page.is_running, "the conference")
    views = page.meeting.stage.views
    walker.until(lambda: all(view.words is not None and view.words.icon == "live" for view in views), "both sites live")
    page.leave()

"""Conferences announced in the real window, from a real store, with a clock of our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from conference import ConferenceLauncher, WeeklyTime
from mail import Answer, MailboxChanges
from mail.calendar.gateway import ServerItem
from tests.conference.fake_engine import FakeMediaEngine
from tests.mail.calendar.desk import ORGANIZER, CalendarDesk, an_item, at
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE, FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.calendar_page.reminders import Reminders
from ui.main_window import MainWindow
from ui.page_makers import CALENDAR, conference_page
from ui.page_tools import PageTools
from ui.service_messages import MailEvent
from ui.upcoming.announcement import Announcement
from ui.upcoming.at_window import announce_conferences
from ui.upcoming.model import is_conference, read_conferences

ZOOM = "https://us06web.zoom.us/j/81234567890?pwd=abcDEF123"
NOTES = f"Tham gia: {ZOOM}\nID cuộc họp: 812 3456 7890\nMật khẩu: 246810"


def zoom(subject: str = "Họp Zoom với Sở", **more: object) -> ServerItem:
    given = {"hour": 9, "text": NOTES, "organizer": ORGANIZER, "is_organizer": False, "is_meeting": True}
    given |= {"my_response": Answer.ACCEPT, **more}
    return an_item(subject, **given)  # type: ignore[arg-type]


class EmptyPage(QWidget):
    def __init__(self, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        QVBoxLayout(self)

    def activate(self) -> None: ...
    def deactivate(self) -> None: ...
    def focus_first(self) -> None: ...


class Office:
    """The window with an empty mail page and the real conference page; the store behind it; the clock."""

    def __init__(self, folder: Path, opened: list[str]) -> None:
        self.now, self.opened = at(24, 8, 30), opened
        self.behind, self.service = CalendarDesk(folder / "mail.db"), FakeService()
        self.tools = build_tools(
            folder,
            service=self.service,
            open_mailbox=lambda: self.behind.mailbox,
            make_launcher=lambda: ConferenceLauncher(FakeMediaEngine()),
        )
        self.window = MainWindow(self.tools.preferences, {"mail": EmptyPage, "conference": conference_page})
        self.window.furnish(self.tools)
        self.window.resize(1100, 700)
        self.window.show()
        wait_until(lambda: self.window.current_page == "mail")
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)
        self.start()

    def start(self) -> None:
        self.reminders = Reminders(self.tools, self.window.stack, lambda: self.now)
        self.upcoming = announce_conferences(self.window, self.tools, self.reminders, lambda: self.page.conference)
        self.told: list[tuple[str, str]] = []
        self.upcoming.notice.say = lambda title, text: self.told.append((title, text))  # type: ignore[method-assign]
        self.settle()

    @property
    def page(self) -> object:
        return self.window.page("conference")

    def put(self, *items: ServerItem) -> None:
        for item in items:
            self.behind.server.put(item)
        self.push()

    def push(self) -> None:
        """The server tells; the service takes it and says so."""
        self.behind.take()
        self.service.say(MailEvent(MailboxChanges(calendar=True)))

    def at(self, moment: datetime) -> None:
        """The clock passes."""
        self.now = moment
        self.upcoming.look()
        self.reminders.look()
        self.settle()

    def settle(self) -> None:
        """Until what was asked has been answered."""
        for _ in range(2):
            answered: list[None] = []
            self.tools.background.run(self.window, lambda: None, answered.append, lane="calendar-rows")
            wait_until(lambda answered=answered: answered)

    def cards(self) -> list[str]:
        return [one.title.text() for one in self.upcoming.cards.shown if one.isVisible()]

    def strip(self) -> list[str]:
        return [one.title.text() for one in self.upcoming.strip.shown if one.isVisible()]

    def row(self, title: str) -> Announcement:
        return wait_until(
            lambda: next((one for one in self.upcoming.strip.shown if one.title.text() == title), None), what=title
        )

    def amend(self, subject: str, **changes: object) -> None:
        kept = next(kept.item for kept in self.behind.server.kept.values() if kept.item.subject == subject)
        self.behind.server.amend(kept.item_id, replace(kept, **changes))  # type: ignore[arg-type]
        self.push()

    def close(self) -> None:
        self.page.leave()  # type: ignore[attr-defined]
        self.window.close()
        close_tools(self.tools)
        self.behind.close()


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    office = Office(tmp_path, opened)
    yield office
    office.close()


def test_a_meeting_comes_by_push_and_is_announced_when_the_clock_passes(office: Office) -> None:
    office.put(zoom())
    office.at(at(24, 8, 44))
    assert (office.cards(), office.strip()) == ([], [])
    office.at(at(24, 8, 46))
    wait_until(lambda: office.cards() == ["Họp Zoom với Sở"])
    card = office.upcoming.cards.shown[0]
    assert card.near.text() == "Còn 14 phút"
    assert card.facts.text() == f"09:00–10:00 · Người mời: {ORGANIZER.name}"
    assert nameless(office.upcoming.cards) == []
    office.at(at(24, 8, 55))
    wait_until(lambda: office.strip() == ["Họp Zoom với Sở"])
    assert office.cards() == []
    row = office.row("Họp Zoom với Sở")
    assert row.near.text() == "Còn 5 phút"
    assert row.mapTo(office.window, row.rect().topLeft()).y() == 0, "over every page"
    assert nameless(office.upcoming.strip) == []
    office.at(at(24, 8, 59) + timedelta(seconds=20))
    assert row.near.text() == "Còn 40 giây"
    office.at(at(24, 9, 3))
    assert row.near.text() == "Đang diễn ra · đã bắt đầu 3 phút"
    office.at(at(24, 9, 31))
    assert office.strip() == []


def test_one_press_from_the_strip_opens_the_way_in(office: Office) -> None:
    office.put(zoom())
    office.at(at(24, 8, 57))
    office.row("Họp Zoom với Sở").enter.click()
    wait_until(lambda: office.opened == [ZOOM])
    assert office.strip() == [] and office.window.current_page == "conference"
    office.at(at(24, 9, 1))
    assert office.strip() == [], "she is in it"


def test_one_press_of_keys_from_anywhere_joins_the_two_sites(office: Office) -> None:
    office.put(an_item(CONFERENCE.title, hour=9))
    office.at(at(24, 8, 58))
    wait_until(lambda: office.strip() == [CONFERENCE.title])
    QTest.keyClick(office.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: office.page.is_running)  # type: ignore[attr-defined]
    assert office.strip() == [] and office.opened == []


def test_the_keys_without_a_meeting_show_todays_list(office: Office) -> None:
    QTest.keyClick(office.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    wait_until(lambda: office.window.current_page == "conference")
    assert office.opened == []


def test_who_is_in_the_conference_is_not_called_to_it(office: Office) -> None:
    office.put(an_item(CONFERENCE.title, hour=9))
    office.window.show_page("conference").join(CONFERENCE)
    office.at(at(24, 8, 58))
    assert office.strip() == [] and office.cards() == []


def test_number_and_passcode_are_copied(office: Office) -> None:
    office.put(zoom())
    office.at(at(24, 8, 57))
    number, code = office.row("Họp Zoom với Sở").codes.buttons
    number.click()
    assert QGuiApplication.clipboard().text() == "81234567890"
    code.click()
    assert QGuiApplication.clipboard().text() == "246810"


def test_put_off_it_comes_again_passed_over_it_does_not_even_after_a_new_start(office: Office) -> None:
    office.put(zoom())
    office.at(at(24, 8, 46))
    wait_until(office.cards)
    office.upcoming.cards.shown[0].done.click()
    assert office.cards() == []
    office.at(at(24, 8, 56))
    office.row("Họp Zoom với Sở").later.click()
    assert office.strip() == []
    office.at(at(24, 9, 0))
    assert office.strip() == []
    office.at(at(24, 9, 1))
    office.row("Họp Zoom với Sở").done.click()
    assert office.strip() == []
    office.start()
    office.at(at(24, 9, 5))
    assert office.strip() == []
    remembered = office.tools.preferences.word("conferences_done")
    assert remembered and "Zoom" not in remembered


def test_it_is_said_once_not_by_the_calendars_reminder_too(office: Office) -> None:
    office.put(zoom(reminder_minutes=15), an_item("Tiếp dân", hour=9, reminder_minutes=15))
    office.at(at(24, 8, 46))
    wait_until(lambda: office.cards() == ["Họp Zoom với Sở"])
    panel = wait_until(lambda: office.reminders.panel)
    wait_until(lambda: [card.title.text() for card in panel.cards] == ["Tiếp dân"])
    assert office.upcoming.cards.y() >= panel.geometry().bottom(), "neither lies over the other"


def test_two_at_the_same_time_stand_one_below_the_other(office: Office) -> None:
    office.put(
        zoom("Họp A"),
        zoom("Họp B", text="https://meet.google.com/abc-defg-hij"),
        zoom("Họp C", text="https://zoom.us/j/91112223334"),
    )
    office.at(at(24, 8, 57))
    wait_until(lambda: len(office.strip()) == 2)
    assert office.upcoming.strip.rest.text() == "và 1 cuộc họp khác"


def test_moved_or_cancelled_while_it_is_shown(office: Office) -> None:
    office.put(zoom("Họp dời"), zoom("Họp huỷ", text="https://zoom.us/j/91112223334"))
    office.at(at(24, 8, 57))
    wait_until(lambda: len(office.strip()) == 2)
    office.amend("Họp dời", start=at(24, 9, 10), end=at(24, 10))
    wait_until(lambda: office.cards() == ["Họp dời"])
    assert office.strip() == ["Họp huỷ"]
    office.amend("Họp huỷ", is_cancelled=True)
    wait_until(lambda: office.strip() == [])
    office.at(at(24, 9, 6))
    wait_until(lambda: office.strip() == ["Họp dời"])


def test_a_standing_conference_comes_from_the_profile_once(office: Office) -> None:
    weekly = replace(CONFERENCE, weekly=(WeeklyTime(1, 9, 0, 60), WeeklyTime(2, 14, 0, 60)))
    desk = replace(office.tools.desk, conferences=(weekly,), open_mailbox=lambda: office.behind.mailbox)
    found = read_conferences(desk, at(23, 0), at(30, 0))
    assert [(one.start, one.end) for one in found] == [(at(24, 9), at(24, 10)), (at(25, 14), at(25, 15))]
    assert all(one.conference == weekly and one.can_enter for one in found)
    office.put(an_item(CONFERENCE.title, hour=10))
    found = read_conferences(desk, at(23, 0), at(30, 0))
    assert [one.start for one in found] == [at(24, 10), at(25, 14)], "the invitation knows better"


def test_what_is_no_conference_for_her_is_not_announced(office: Office) -> None:
    office.put(
        zoom("Cả ngày", is_all_day=True),
        zoom("Đã từ chối", my_response=Answer.DECLINE),
        zoom("Đã huỷ", is_cancelled=True),
        an_item("Họp tại phòng A201", hour=9, location="Phòng họp A201"),
        zoom("Giả dạng", text="https://zoom.us.evil.example/j/81234567890"),
        zoom("Chưa chắc", my_response=Answer.TENTATIVE),
    )
    office.at(at(24, 8, 57))
    wait_until(lambda: office.strip() == ["Chưa chắc"])
    assert "Chưa chắc dự" in office.row("Chưa chắc").facts.text()
    office.amend("Chưa chắc", my_response=Answer.NONE)
    wait_until(lambda: "Chưa trả lời giấy mời" in office.row("Chưa chắc").facts.text())
    assert len(office.upcoming.strip.shown) == 1


def test_conference_data_of_the_calendar_comes_before_the_words(office: Office) -> None:
    teams = "https://teams.microsoft.com/meet/4231567890123?p=aBcDeF"
    office.put(zoom("Họp Teams", text="Tài liệu: https://docs.example/a", conference_data=(teams,)))
    office.at(at(24, 8, 57))
    office.row("Họp Teams").enter.click()
    wait_until(lambda: office.opened == [teams])


def test_after_the_pc_has_slept_what_has_begun_is_still_announced(office: Office) -> None:
    office.put(zoom(), zoom("Đã qua", hour=7, text="https://zoom.us/j/91112223334"))
    office.at(at(24, 9, 20))
    wait_until(lambda: office.strip() == ["Họp Zoom với Sở"])


def test_when_the_window_is_away_the_system_says_it(office: Office) -> None:
    office.put(zoom())
    other = QWidget()
    other.show()
    other.activateWindow()
    wait_until(lambda: not office.window.isActiveWindow())
    office.at(at(24, 8, 56))
    wait_until(lambda: office.told)
    assert office.told == [("Họp Zoom với Sở", "Còn 4 phút. Bấm để vào họp.")]
    office.at(at(24, 8, 57))
    assert len(office.told) == 1
    away = office.upcoming.away
    assert [one.title.text() for one in away.shown] == ["Họp Zoom với Sở"] and away.isVisible() and away.isWindow()
    assert nameless(away) == []
    office.upcoming.notice.pressed.emit()
    wait_until(office.window.isActiveWindow)
    wait_until(lambda: not away.isVisible())
    assert office.strip() == ["Họp Zoom với Sở"]


def test_one_press_from_over_another_program(office: Office) -> None:
    office.put(zoom())
    other = QWidget()
    other.show()
    other.activateWindow()
    wait_until(lambda: not office.window.isActiveWindow())
    office.at(at(24, 8, 56))
    wait_until(lambda: office.upcoming.away.isVisible())
    office.upcoming.away.shown[0].enter.click()
    wait_until(lambda: office.opened == [ZOOM])
    wait_until(lambda: not office.upcoming.away.isVisible())


def test_the_lobby_lists_today_above_the_standing_sites(office: Office) -> None:
    title = "Hội nghị trực tuyến toàn quốc " * 6
    office.put(zoom(), zoom(title, hour=14, text="https://meet.google.com/abc-defg-hij"), an_item("Tiếp dân", hour=15))
    today = office.page.lobby.today  # type: ignore[attr-defined]
    today.clock = lambda: office.now
    office.window.show_page("conference")
    wait_until(lambda: len(today.rows) == 2 and today.isVisible())
    assert [row.state.text() for row in today.rows] == ["Còn 30 phút", "Lúc 14:00"]
    assert office.window.minimumSizeHint().width() <= 1100
    assert today.y() < office.page.lobby.cards[0].y()  # type: ignore[attr-defined]
    assert nameless(today) == []
    long = today.rows[1].title
    office.window.resize(720, 600)
    wait_until(lambda: long.height() >= long.heightForWidth(long.width()), what="the long title whole")
    office.now = at(24, 8, 50)
    today.look()
    wait_until(lambda: today.near_button is today.rows[0].enter)
    today.rows[0].enter.click()
    wait_until(lambda: office.opened == [ZOOM])
    office.now = at(24, 16)
    today.look()
    wait_until(lambda: today.empty.isVisible() and not today.rows)


def test_the_window_starts_it_by_itself_after_the_first_page(qapp: QApplication, tmp_path: Path) -> None:
    behind = CalendarDesk(tmp_path / "mail.db")
    tools = build_tools(tmp_path, open_mailbox=lambda: behind.mailbox)
    pages = {"mail": EmptyPage, "conference": conference_page, CALENDAR: EmptyPage}
    window = MainWindow(tools.preferences, pages)
    window.furnish(tools)
    window.show()
    wait_until(lambda: window.current_page == "mail")
    assert not hasattr(window, "upcoming"), "nothing of it before the first page"
    upcoming = wait_until(lambda: getattr(window, "upcoming", None))
    assert window.reminders.leaves_out == upcoming.takes_over
    wait_until(lambda: not upcoming._is_reading)
    window.close()
    close_tools(tools)
    behind.close()


def test_an_imitation_in_the_calendar_is_no_conference(office: Office) -> None:
    office.put(zoom("Giả dạng", text="https://zoom.us<https://evil.example/x>"))
    (item,) = office.behind.week()
    assert not is_conference(item, office.tools.desk)

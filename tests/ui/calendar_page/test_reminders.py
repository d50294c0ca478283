"""A notice before an event: when it is due, over whatever page is shown, once; put off, passed over, joined."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget

from mail import CalendarItem, MailboxChanges
from tests.mail.calendar.desk import an_item, at
from tests.ui.accessible import nameless
from tests.ui.calendar_page.conftest import PageDesk
from tests.ui.waiting import wait_until
from ui.calendar_page.reminder_panel import ReminderCard
from ui.calendar_page.reminders import Reminders
from ui.service_messages import MailEvent


class Watch:
    """Reminders over an empty page, with a clock of our own."""

    def __init__(self, desk: PageDesk) -> None:
        self.now = at(24, 8, 30)
        self.desk = desk
        self.window = QStackedWidget()
        self.window.addWidget(QWidget())
        self.window.resize(900, 600)
        self.window.show()
        self.joined: list[Any] = []
        self.start()

    def start(self) -> None:
        self.reminders = Reminders(self.desk.tools, self.window, lambda: self.now)
        self.reminders.join_asked.connect(self.joined.append)

    def at(self, moment: datetime) -> None:
        self.now = moment
        self.reminders.look()

    def settle(self) -> None:
        """Until what was asked has been answered."""
        answered: list[None] = []
        self.desk.tools.background.run(self.window, lambda: None, answered.append, lane="calendar-rows")
        wait_until(lambda: answered)

    @property
    def cards(self) -> list[ReminderCard]:
        return self.reminders.panel.cards if self.reminders.panel is not None else []

    def titles(self) -> list[str]:
        return [card.title.text() for card in self.cards]

    def card(self, title: str) -> ReminderCard:
        return wait_until(lambda: next((card for card in self.cards if card.title.text() == title), None), what=title)


@pytest.fixture
def watch(desk: PageDesk) -> Iterator[Watch]:
    desk.put(
        an_item("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà", hour=9, reminder_minutes=15),
        an_item("Tiếp dân", hour=14, reminder_minutes=30),
        an_item("Không nhắc", hour=9),
    )
    watch = Watch(desk)
    yield watch
    watch.window.close()


def in_store(watch: Watch) -> list[CalendarItem]:
    return watch.desk.desk.week()


def test_it_comes_when_it_is_due_and_says_how_soon(watch: Watch) -> None:
    watch.at(at(24, 8, 44))
    watch.settle()
    assert watch.titles() == []
    watch.at(at(24, 8, 46))
    card = watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà")
    assert card.soon.text().startswith("Bắt đầu sau 14 phút · 09:00–10:00")
    assert watch.titles() == ["Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"]
    assert watch.reminders.panel is not None and nameless(watch.reminders.panel) == []


def test_put_off_it_comes_again_after_five_minutes(watch: Watch) -> None:
    watch.at(at(24, 8, 46))
    watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà").later.click()
    wait_until(lambda: not watch.cards)
    watch.at(at(24, 8, 52))
    watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà")


def test_passed_over_it_never_comes_again_not_even_after_a_new_start(watch: Watch) -> None:
    watch.at(at(24, 8, 46))
    watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà").done.click()
    wait_until(lambda: not watch.cards)
    watch.start()
    watch.at(at(24, 13, 45))
    watch.card("Tiếp dân")
    watch.at(at(24, 8, 50))
    wait_until(lambda: not watch.cards)
    remembered = watch.desk.tools.preferences.word("reminders_done")
    assert remembered and all(item.id not in remembered and item.subject not in remembered for item in in_store(watch))


def test_joining_from_the_reminder(watch: Watch) -> None:
    watch.at(at(24, 8, 59))
    watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà").join.click()
    wait_until(lambda: not watch.cards)
    assert [asked.summary for asked in watch.joined] == ["Họp giao ban trực tuyến Bộ – tỉnh Hải Hà"]
    watch.at(at(24, 13, 31))
    assert watch.card("Tiếp dân").join.isHidden()


def test_what_is_over_or_was_moved_is_not_said(watch: Watch) -> None:
    watch.at(at(24, 8, 46))
    watch.card("Họp giao ban trực tuyến Bộ – tỉnh Hải Hà")
    server = watch.desk.desk.server
    moved = next(kept.item for kept in server.kept.values() if kept.item.subject.startswith("Họp giao ban"))
    server.amend(moved.item_id, an_item(moved.subject, hour=16, reminder_minutes=15))
    watch.desk.desk.take()
    watch.desk.service.say(MailEvent(MailboxChanges(calendar=True)))
    wait_until(lambda: not watch.cards)
    watch.at(at(24, 18))
    watch.settle()
    assert watch.titles() == []

"""A calendar page on a real encrypted mailbox, a real sync of the calendar behind it, a server in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from mail import CalendarItem, MailboxChanges
from mail.calendar.gateway import ServerItem
from tests.mail.calendar.desk import CalendarDesk, at
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.calendar_page import CalendarPage
from ui.calendar_page.event_block import EventBlock
from ui.calendar_page.view_bar import WEEK
from ui.notices import Notice
from ui.page_tools import PageTools
from ui.service_messages import MailEvent

NOW = datetime(2026, 11, 24, 2, 10, tzinfo=UTC)
"""Thứ Ba, 24/11/2026, 09:10 by the clock in Hà Nội."""


@dataclass
class PageDesk:
    page: CalendarPage
    desk: CalendarDesk
    tools: PageTools
    service: FakeService
    said: list[Notice]
    joined: list[Any] = field(default_factory=list)

    def open(self, view: str = WEEK, width: int = 1280, height: int = 800) -> CalendarPage:
        self.page.resize(width, height)
        self.page.show()
        self.page.activate()
        self.page.activateWindow()
        if view != WEEK:
            self.page.show_view(view)
        self.settle()
        return self.page

    def put(self, *items: ServerItem) -> None:
        for item in items:
            self.desk.server.put(item)
        self.desk.take()

    def settle(self) -> None:
        """Until the page shows what the local copy says."""
        days = self.page.view.days
        first, last = days[0], days[-1]

        def is_there() -> bool:
            held = self.desk.calendar.items(at(first.day, 0, month=first.month), at(last.day, 23, 59, month=last.month))
            return [event.item for event in self.page.view.events] == held

        wait_until(is_there, what="the page showing what the store says")

    def round(self) -> None:
        """The service performs, syncs, and tells the page."""
        self.desk.round()
        self.service.say(MailEvent(MailboxChanges(calendar=True)))

    def items(self) -> list[CalendarItem]:
        return self.desk.week()

    def block(self, subject: str) -> EventBlock:
        return wait_until(
            lambda: next(
                (
                    block
                    for block in self.page.findChildren(EventBlock)
                    if block.event_shown is not None and block.event_shown.item.subject == subject and block.isVisible()
                ),
                None,
            ),
            what=subject,
        )

    def words_said(self) -> list[str]:
        return [notice.text for notice in self.said]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[PageDesk]:
    behind, service = CalendarDesk(tmp_path / "mail.db"), FakeService()
    said: list[Notice] = []
    tools = build_tools(tmp_path, service=service, open_mailbox=lambda: behind.mailbox)
    tools.notices.raised.connect(said.append)
    page = CalendarPage(tools, clock=lambda: NOW)
    desk = PageDesk(page, behind, tools, service, said)
    page.conference_asked.connect(desk.joined.append)
    yield desk
    for window in [*page.editing.open_editors, *page.editing.open_proposals]:
        window._done = True  # type: ignore[union-attr]
        QWidget.close(window)
    page.close()
    close_tools(tools)
    behind.close()

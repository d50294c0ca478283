"""Joins what is announced with the one window: its pages, its reminders, the way to the front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from conference import Conference

from ..page_makers import CONFERENCE
from .watch import UpcomingConferences

if TYPE_CHECKING:
    from ..calendar_page.reminders import Reminders
    from ..main_window import MainWindow
    from ..page_tools import PageTools


def announce_conferences(
    window: MainWindow, tools: PageTools, reminders: Reminders, running: Callable[[], Conference | None]
) -> UpcomingConferences:
    """``running`` is the conference that is on. What is announced is left out of the calendar's reminders."""
    upcoming = UpcomingConferences(
        tools, window, window.stack, above_cards=lambda: reminders.panel, running=running, clock=reminders.clock
    )

    def come_to_front() -> None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def enter(asked: object) -> None:
        come_to_front()
        page = window.show_page(CONFERENCE)
        if asked is not None:
            page.join(asked)

    upcoming.enter_asked.connect(enter)
    upcoming.show_asked.connect(come_to_front)
    reminders.leaves_out = upcoming.takes_over
    return upcoming

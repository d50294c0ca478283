"""Brings the events of the days shown from the local copy, off the window's thread; the newest question wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QObject, Signal

from ui.page_tools import PageTools

from .shown_event import ShownEvent, shown


@dataclass(frozen=True, slots=True)
class Loaded:
    days: tuple[date, ...]
    events: tuple[ShownEvent, ...]
    zone: tzinfo
    is_here: bool
    """False: the calendar has not come from the server yet."""


class EventLoader(QObject):
    loaded = Signal(object)
    """`Loaded`"""

    def __init__(self, tools: PageTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._asked = 0

    def load(self, days: Sequence[date]) -> None:
        self._asked += 1
        mine, wanted, desk = self._asked, tuple(days), self._tools.desk

        def read() -> Loaded:
            calendar = desk.mailbox.calendar
            begin = datetime.combine(wanted[0], time(), calendar.zone)
            end = datetime.combine(wanted[-1] + timedelta(days=1), time(), calendar.zone)
            events = shown(calendar.items(begin, end), calendar.zone)
            return Loaded(wanted, tuple(events), calendar.zone, calendar.is_here())

        def take(found: Loaded) -> None:
            if mine == self._asked:
                self.loaded.emit(found)

        self._tools.background.run(self, read, take, lane="calendar-rows")

"""How every view of the calendar speaks, painted or a list: its signals, its clock, its events and the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Signal

from mail import CalendarItemId

from .shown_event import ShownEvent

OWN_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""Until the calendar has said its own."""


class CalendarView:
    """Mixed into a widget, whose `__init__` calls `_begin_empty`."""

    opened = Signal(object)
    """A `ShownEvent`: double click or Enter."""
    chosen_changed = Signal(object)
    """A `ShownEvent`, or None."""
    create_asked = Signal(object, object, bool)
    """Start and end (datetime), all day?"""
    moved = Signal(object, object, object)
    """A `ShownEvent`, its new start and end."""
    delete_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    leave_asked = Signal(object)
    """A day outside what is shown: the cursor goes there."""
    day_asked = Signal(object)
    """A day to be shown by itself."""

    def _begin_empty(self) -> None:
        self.zone: tzinfo = OWN_ZONE
        self.now: Callable[[], datetime] = lambda: datetime.now(self.zone)
        self.events: list[ShownEvent] = []
        self.chosen: CalendarItemId | None = None

    @property
    def chosen_event(self) -> ShownEvent | None:
        return next((event for event in self.events if event.id == self.chosen), None)

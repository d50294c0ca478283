"""The calendar page: day, week, month and agenda of the official calendar, meetings made and answered, reminders. The
page loads when it is first asked for: reminders come while another page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .page import CalendarPage


def __getattr__(name: str) -> Any:
    if name == "CalendarPage":
        from .page import CalendarPage

        return CalendarPage
    raise AttributeError(name)


__all__ = ["CalendarPage"]

"""The calendar page: day, week, month and agenda of the official calendar, meetings made and answered, reminders."""

from __future__ import annotations

from .page import CalendarPage

__all__ = ["CalendarPage"]

"""Which days a view shows around one of them, what they are called, and where forward and back lead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from . import geometry, words
from .agenda_list import AGENDA_DAYS
from .view_bar import DAY, MONTH, WEEK


def days_of(view: str, day: date, *, working_week: bool) -> list[date]:
    if view == DAY:
        return [day]
    if view == WEEK:  # a weekend she asks for is shown, working week or not
        return geometry.week(day, working_only=working_week and day.weekday() < 5)
    if view == MONTH:
        return [one for week in geometry.month_weeks(day) for one in week]
    return [day + timedelta(days=place) for place in range(AGENDA_DAYS)]


def title_of(view: str, day: date, days: Sequence[date]) -> str:
    if view == DAY:
        return words.full_day(day)
    return words.month(day) if view == MONTH else words.days(days[0], days[-1])


def stepped(view: str, day: date, count: int) -> date:
    if view == MONTH:
        return geometry.add_months(day, count)
    return day + timedelta(days=count * {DAY: 1, WEEK: 7}.get(view, AGENDA_DAYS))

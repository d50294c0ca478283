"""The days of a rule, found by walking through the calendar day by day."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from ..soap import EwsError
from .event import Appointment, Rule, week_of

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_PLACES = {"First": 0, "Second": 1, "Third": 2, "Fourth": 3, "Last": -1}
_FURTHEST = timedelta(days=366 * 60)


def days_of(rule: Rule, until: date) -> Iterator[date]:
    day, count = rule.first, 0
    until = min(until, rule.last or until, rule.first + _FURTHEST)
    while day <= until and (rule.count is None or count < rule.count):
        if falls_on(rule, day):
            count += 1
            yield day
        day += timedelta(days=1)


def falls_on(rule: Rule, day: date) -> bool:
    months = (day.year - rule.first.year) * 12 + day.month - rule.first.month
    match rule.kind:
        case "Daily":
            return (day - rule.first).days % rule.interval == 0
        case "Weekly":
            begins = WEEK.index(rule.first_day_of_week)
            weeks = (week_of(day, begins) - week_of(rule.first, begins)).days // 7
            return WEEK[day.weekday()] in rule.days and weeks % rule.interval == 0
        case "AbsoluteMonthly":
            return months % rule.interval == 0 and day.day == _last_at_most(day, rule.day_of_month)
        case "RelativeMonthly":
            return months % rule.interval == 0 and _is_that_weekday(rule, day)
        case "AbsoluteYearly":
            return MONTHS[day.month - 1] == rule.month and day.day == _last_at_most(day, rule.day_of_month)
        case "RelativeYearly":
            return MONTHS[day.month - 1] == rule.month and _is_that_weekday(rule, day)
    raise EwsError("ErrorInvalidRequest", f"There is no recurrence {rule.kind}.")


def day_number(event: Appointment, number: int) -> date:
    """The day of occurrence ``number`` (from 1). Raises EwsError as Exchange does."""
    assert event.rule is not None
    for count, day in enumerate(days_of(event.rule, date.max), 1):
        if count == number:
            if day in event.deleted:
                raise EwsError("ErrorCalendarOccurrenceIsDeletedFromRecurrence")
            return day
    raise EwsError("ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange")


def _last_at_most(day: date, wanted: int) -> int:
    return min(wanted, calendar.monthrange(day.year, day.month)[1])


def _is_that_weekday(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    fitting = [number for number in range(1, length + 1) if _is_kind(rule.days[0], day.replace(day=number))]
    return fitting[_PLACES[rule.week]] == day.day


def _is_kind(name: str, day: date) -> bool:
    if name in WEEK:
        return WEEK[day.weekday()] == name
    return {"Day": True, "Weekday": day.weekday() < 5, "WeekendDay": day.weekday() >= 5}[name]

"""The days a recurrence falls on, by RFC 5545's rules (python-dateutil), bounded for rules that a hostile sender made.

Used by the local calendar. Pure functions of values.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule

from .model import (
    AbsoluteMonthly,
    AbsoluteYearly,
    Daily,
    Day,
    Recurrence,
    RelativeMonthly,
    RelativeYearly,
    Week,
    Weekly,
)

MOST_AT_ONCE = 10_000
"""Occurrences of one rule in one answer."""
LONGEST_INTERVAL = 999
"""Exchange's own limit for days; others have smaller ones."""
LAST_DAY = date(4500, 8, 31)
"""Exchange's word for "no end" is in this year [MS-OXOCAL 2.2.1.44.1]."""

_WEEK = (Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY, Day.FRIDAY, Day.SATURDAY, Day.SUNDAY)
_NUMBER = {day: number for number, day in enumerate(_WEEK)}
_GROUPS = {Day.ANY: range(7), Day.WEEKDAY: range(5), Day.WEEKEND: range(5, 7)}
_PLACES = {Week.FIRST: 1, Week.SECOND: 2, Week.THIRD: 3, Week.FOURTH: 4, Week.LAST: -1}


def days(recurrence: Recurrence, begin: date, end: date) -> Iterator[date]:
    """Its days from ``begin`` to ``end``, both included, in order; at most `MOST_AT_ONCE`."""
    last = last_day(recurrence)
    until = min(end, LAST_DAY, last or LAST_DAY)
    begin = max(begin, recurrence.first)
    if begin > until:
        return
    rule = _rule(recurrence, _start_near(recurrence, begin), until)
    found = (moment.date() for moment in rule)
    yield from islice((day for day in found if day >= begin), MOST_AT_ONCE)


@lru_cache(maxsize=1024)
def last_day(recurrence: Recurrence) -> date | None:
    """The day of its last occurrence, or a later one; None if it has no end. A count beyond `MOST_AT_ONCE` is cut."""
    if recurrence.count is None:
        return recurrence.last
    count = max(1, min(recurrence.count, MOST_AT_ONCE))
    found = recurrence.first
    for moment in islice(_rule(recurrence, recurrence.first, LAST_DAY), count):
        found = moment.date()
    return found


def number_of(recurrence: Recurrence, day: date) -> int | None:
    """Which occurrence it is, from 1 (EWS InstanceIndex); None if the rule has none that day or more than 100,000
    before it."""
    rule = _rule(recurrence, recurrence.first, day)
    count, found = 0, None
    for count, moment in enumerate(islice(rule, 100_000), 1):  # noqa: B007
        found = moment.date()
    last = last_day(recurrence)
    return count if found == day and (last is None or day <= last) else None


def _rule(recurrence: Recurrence, start: date, until: date) -> rrule:
    return rrule(dtstart=datetime.combine(start, time()), until=datetime.combine(until, time()), **_options(recurrence))


def _options(recurrence: Recurrence) -> dict[str, Any]:
    match recurrence.pattern:
        case Daily(interval):
            return {"freq": DAILY, "interval": _bounded(interval)}
        case Weekly(chosen, interval, first_day):
            numbers = sorted({_NUMBER[day] for day in chosen if day in _NUMBER}) or [recurrence.first.weekday()]
            wkst = _NUMBER.get(first_day, 0)
            return {"freq": WEEKLY, "interval": _bounded(interval), "byweekday": numbers, "wkst": wkst}
        case AbsoluteMonthly(day, interval):
            return {"freq": MONTHLY, "interval": _bounded(interval), **_day_of_month(day)}
        case RelativeMonthly(day, week, interval):
            return {"freq": MONTHLY, "interval": _bounded(interval), **_day_of_week(day, week)}
        case AbsoluteYearly(day, month):
            return {"freq": YEARLY, "bymonth": _month(month), **_day_of_month(day)}
        case RelativeYearly(day, week, month):
            return {"freq": YEARLY, "bymonth": _month(month), **_day_of_week(day, week)}


def _day_of_month(day: int) -> dict[str, Any]:
    """The last day of a month that is too short: the last there is of these, where there is no 31st."""
    day = max(1, min(day, 31))
    return {"bymonthday": day} if day <= 28 else {"bymonthday": list(range(28, day + 1)), "bysetpos": -1}


def _day_of_week(day: Day, week: Week) -> dict[str, Any]:
    return {"byweekday": list(_GROUPS.get(day) or (_NUMBER[day],)), "bysetpos": _PLACES[week]}


def _start_near(recurrence: Recurrence, begin: date) -> date:
    """A day at or before ``begin`` from which the rule counts on as it does from its first: a rule begun long ago must
    not be walked through from there."""
    first = recurrence.first
    if first.year < 1601 or (begin - first).days <= 31:  # before 1601 there is no Exchange, and no room to count back
        return first
    match recurrence.pattern:
        case Daily(interval):
            step = _bounded(interval)
            return first + timedelta(days=(begin - first).days // step * step)
        case Weekly(_, interval, first_day):
            week = first - timedelta(days=(first.weekday() - _NUMBER.get(first_day, 0)) % 7)
            step = 7 * _bounded(interval)
            return max(first, week + timedelta(days=(begin - week).days // step * step))
        case AbsoluteMonthly(_, interval) | RelativeMonthly(_, _, interval):
            step = _bounded(interval)
            months = (begin.year - first.year) * 12 + begin.month - first.month
            months = first.month - 1 + months // step * step
            return max(first, date(first.year + months // 12, months % 12 + 1, 1))
        case AbsoluteYearly() | RelativeYearly():
            return max(first, date(begin.year, 1, 1))


def _bounded(interval: int) -> int:
    return max(1, min(interval, LONGEST_INTERVAL))


def _month(month: int) -> int:
    return max(1, min(month, 12))

"""Where events stand on the sheet: columns of those that overlap, lanes of those that last days, the days of a view.
Pure functions on numbers and dates, used by the painted views; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY_MINUTES = 24 * 60
STEP = 15
"""Minutes to which a dragged time snaps."""
_LEAST = 20
"""Minutes of height that the shortest event is given on the sheet, so that it can be read and pressed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place beside others: the ``column`` of ``of`` equal ones, ``wide`` of them."""

    column: int
    of: int
    wide: int = 1


def columns(spans: Sequence[tuple[int, int]]) -> list[Place]:
    """A place for each span (first and last minute of one day), so that none covers another.

    Those that overlap, also by way of others, share the width; each takes what is free at its right.
    """
    order = sorted(range(len(spans)), key=lambda one: (spans[one][0], -spans[one][1], one))
    shown = [(start, max(end, start + _LEAST)) for start, end in spans]
    places: dict[int, Place] = {}
    cluster: list[int] = []
    until = -1
    for one in order:
        if cluster and shown[one][0] >= until:
            places |= _cluster(cluster, shown)
            cluster, until = [], -1
        cluster.append(one)
        until = max(until, shown[one][1])
    if cluster:
        places |= _cluster(cluster, shown)
    return [places[one] for one in range(len(spans))]


def _cluster(members: list[int], spans: Sequence[tuple[int, int]]) -> dict[int, Place]:
    ends: list[int] = []
    column_of: dict[int, int] = {}
    for one in members:
        start, end = spans[one]
        free = next((column for column, busy_until in enumerate(ends) if busy_until <= start), len(ends))
        if free == len(ends):
            ends.append(end)
        else:
            ends[free] = end
        column_of[one] = free
    of = len(ends)
    inside: list[list[tuple[int, int]]] = [[] for _ in range(of)]
    for one in members:
        inside[column_of[one]].append(spans[one])
    places = {}
    for one in members:
        start, end = spans[one]
        wide = 1
        while column_of[one] + wide < of and all(
            other_end <= start or other_start >= end for other_start, other_end in inside[column_of[one] + wide]
        ):
            wide += 1
        places[one] = Place(column_of[one], of, wide)
    return places


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lane of each span of days (first and last, both counted), lowest free one first; long ones lie on top."""
    order = sorted(range(len(spans)), key=lambda one: (spans[one][0], -(spans[one][1] - spans[one][0]), one))
    busy_until: list[int] = []
    result = [0] * len(spans)
    for one in order:
        first, last = spans[one]
        lane = next((lane for lane, until in enumerate(busy_until) if until < first), len(busy_until))
        if lane == len(busy_until):
            busy_until.append(last)
        else:
            busy_until[lane] = last
        result[one] = lane
    return result


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week(day: date, *, working_only: bool = False) -> list[date]:
    """The week ``day`` lies in, Monday first; Monday to Friday if ``working_only``."""
    first = monday_of(day)
    return [first + timedelta(days=place) for place in range(5 if working_only else 7)]


def month_weeks(day: date) -> list[list[date]]:
    """The weeks that the month of ``day`` touches, whole, Monday first."""
    first = monday_of(day.replace(day=1))
    weeks: list[list[date]] = []
    while not weeks or (first.month == day.month and first.year == day.year):
        weeks.append([first + timedelta(days=place) for place in range(7)])
        first += timedelta(days=7)
    return weeks


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months on, or that month's last."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def minutes_on(start: datetime, end: datetime, day: date) -> tuple[int, int] | None:
    """Which minutes of ``day`` lie between two moments of the same zone; None if none does."""
    midnight = datetime.combine(day, time(), start.tzinfo)
    first = (start - midnight) / timedelta(minutes=1)
    last = (end - midnight) / timedelta(minutes=1)
    if first >= DAY_MINUTES or last < 0 or (last == 0 and first < 0):
        return None
    return int(max(0, first)), int(min(DAY_MINUTES, max(last, first)))


def last_day(start: datetime, end: datetime) -> date:
    """The last day an event touches: one that ends at midnight does not touch the day that begins."""
    if end <= start:
        return start.date()
    return (end - timedelta(microseconds=1)).date()


def snapped(minute: float, step: int = STEP) -> int:
    """The nearest step, inside the day."""
    return max(0, min(DAY_MINUTES, round(minute / step) * step))


def first_free(busy: Sequence[tuple[int, int]], length: int, first: int, last: int, step: int = STEP) -> int | None:
    """The first multiple of ``step`` from ``first`` on at which ``length`` minutes are free until ``last``."""
    start = -(-first // step) * step
    for busy_start, busy_end in sorted(busy):
        if busy_end <= start:
            continue
        if busy_start >= start + length:
            break
        start = -(-busy_end // step) * step
    return start if start + length <= last else None

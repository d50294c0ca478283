"""Whose time is free: asks the server for the people and rooms of a meeting, and finds the next time that suits all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from mail import Availability, FreeBusy

from . import geometry

DAY_FROM, DAY_UNTIL = 7 * 60 + 30, 17 * 60
LUNCH = (11 * 60 + 30, 13 * 60)
DAYS_AHEAD = 14
_LUNCH_MATTERS = 180
"""Minutes: what lasts longer goes over lunch anyway."""
_IN_THE_WAY = (FreeBusy.BUSY, FreeBusy.OUT_OF_OFFICE, FreeBusy.TENTATIVE)


def busy_at(one: Availability, start: datetime, end: datetime) -> FreeBusy:
    """How this person's time is shown between two moments: the busiest of it."""
    if one.error is not None:
        return FreeBusy.NO_DATA
    there = {slot.status for slot in one.times if slot.start < end and slot.end > start}
    for status in (FreeBusy.OUT_OF_OFFICE, FreeBusy.BUSY, FreeBusy.TENTATIVE, FreeBusy.WORKING_ELSEWHERE):
        if status in there:
            return status
    return FreeBusy.FREE


def without_meeting(one: Availability, span: tuple[datetime, datetime] | None) -> Availability:
    """``one`` without the first entry that fills exactly ``span``; another at the same time stays in the way."""
    itself = next((slot for slot in one.times if span == (slot.start, slot.end)), None)
    return one if itself is None else replace(one, times=tuple(slot for slot in one.times if slot is not itself))


def next_free(
    people: Sequence[Availability], length: int, not_before: datetime, zone: tzinfo, known_until: datetime
) -> datetime | None:
    """The first moment from ``not_before`` on, in office hours of a working day, at which all are free for ``length``
    minutes; None if there is none in what is known."""
    day = not_before.astimezone(zone).date()
    while datetime.combine(day, time(), zone) < known_until:
        if day.weekday() < 5:
            found = _on(day, people, length, not_before, zone)
            if found is not None and found + timedelta(minutes=length) <= known_until:
                return found
        day += timedelta(days=1)
    return None


def _on(day: date, people: Sequence[Availability], length: int, not_before: datetime, zone: tzinfo) -> datetime | None:
    midnight = datetime.combine(day, time(), zone)
    busy = [LUNCH] if length <= _LUNCH_MATTERS else []
    for one in people:
        for slot in one.times:
            if slot.status not in _IN_THE_WAY:
                continue
            piece = geometry.minutes_on(slot.start.astimezone(zone), slot.end.astimezone(zone), day)
            if piece is not None and piece[1] > piece[0]:
                busy.append(piece)
    earliest = max(DAY_FROM, -(-int((not_before - midnight) / timedelta(minutes=1)) // 15) * 15)
    start = geometry.first_free(busy, length, earliest, DAY_UNTIL)
    return None if start is None else midnight + timedelta(minutes=start)

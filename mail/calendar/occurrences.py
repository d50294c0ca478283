"""From what is stored to what is shown: an item's occurrences between two moments. Pure functions, used by `overlay`.

An occurrence is named by the day its series has it on (in the series' own zone): that survives other hours and summer
time, and no pattern has two on one day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from ..invitation import first_link
from .expansion import days, last_day
from .gateway import ServerItem
from .model import CalendarItem, CalendarItemId, ItemKind
from .zones import moment_in, same_day_here, wall_clock, zone_of

_LONGEST = timedelta(days=62)
"""How far before a window a recurring item may begin and still be looked for in it."""


def id_of(number: int, day: date | None = None) -> CalendarItemId:
    return CalendarItemId(f"c{number}" if day is None else f"c{number}@{day:%Y%m%d}")


def parts_of(item_id: CalendarItemId) -> tuple[int, date | None]:
    """(0, None) for what is no id of ours."""
    number, _, day = item_id.removeprefix("c").partition("@")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return 0, None
    try:
        return int(number), datetime.strptime(day, "%Y%m%d").date() if day else None
    except ValueError:
        return 0, None


def original_day(series: ServerItem, original_start: datetime) -> date:
    return wall_clock(original_start, zone_of(series.zone)).date()


def occurrence_on(series: ServerItem, day: date) -> ServerItem:
    """The occurrence as the rule has it, whether or not it has one that day."""
    zone = zone_of(series.zone)
    begins, ends = wall_clock(series.start, zone), wall_clock(series.end, zone)
    first = datetime.combine(day, begins.time())
    start = moment_in(zone, first)
    return replace(
        series,
        item_id="",
        kind=ItemKind.OCCURRENCE,
        start=start,
        end=max(start, moment_in(zone, first + (ends - begins))),
        original_start=start,
        exceptions=(),
        deleted=(),
    )


def whole_span(item: ServerItem) -> tuple[datetime, datetime | None]:
    """From the first beginning to the last end of all its occurrences; no end: None."""
    starts, ends = [item.start], [item.end]
    if item.recurrence is not None:
        last = last_day(item.recurrence)
        if last is None:
            return min([*starts, *(one.start for one in item.exceptions)]), None
        ends.append(occurrence_on(item, last).end)
    starts += [one.start for one in item.exceptions]
    ends += [one.end for one in item.exceptions]
    return min(starts), max(ends)


def between(item: ServerItem, number: int, begin: datetime, end: datetime, here: tzinfo) -> Iterator[CalendarItem]:
    """What of it touches that time, as shown; exceptions first, then occurrences by start."""
    if item.recurrence is None:
        one = shown(item, number, here)
        if touches(one, begin, end):
            yield one
        return
    for exception in item.exceptions:
        one = shown(exception, number, here, series=item)
        if touches(one, begin, end):
            yield one
    special = set(special_days(item))
    zone = zone_of(item.zone)
    length = min(max(item.end - item.start, timedelta()), _LONGEST)
    earliest = wall_clock(begin - length - timedelta(days=1), zone).date()
    latest = wall_clock(end + timedelta(days=1), zone).date()
    for day in days(item.recurrence, earliest, latest):
        if day not in special:
            one = shown(occurrence_on(item, day), number, here, series=item)
            if touches(one, begin, end):
                yield one


def special_days(series: ServerItem) -> Iterator[date]:
    """Days on which the rule's word does not hold."""
    for moment in series.deleted:
        yield original_day(series, moment)
    for exception in series.exceptions:
        if exception.original_start is not None:
            yield original_day(series, exception.original_start)


@lru_cache(maxsize=512)
def _link(text: str) -> str | None:
    return first_link(text[:20_000])


def touches(item: CalendarItem, begin: datetime, end: datetime) -> bool:
    return item.start < end and (item.end > begin or item.start >= begin)


def shown(item: ServerItem, number: int, here: tzinfo, *, series: ServerItem | None = None) -> CalendarItem:
    day = None if series is None or item.original_start is None else original_day(series, item.original_start)
    start, end = item.start, max(item.start, item.end)
    if item.is_all_day:
        zone = zone_of(item.zone)
        start, end = same_day_here(start, zone, here), same_day_here(end, zone, here)
        end = max(end, start + timedelta(days=1))
    return CalendarItem(
        id=id_of(number, day),
        subject=item.subject,
        start=start,
        end=end,
        is_all_day=item.is_all_day,
        location=item.location,
        organizer=item.organizer,
        attendees=item.attendees,
        kind=item.kind,
        series_id=None if series is None else id_of(number),
        recurrence=item.recurrence if series is None else series.recurrence,
        is_meeting=item.is_meeting,
        is_organizer=item.is_organizer,
        my_response=item.my_response,
        is_cancelled=item.is_cancelled,
        text=item.text,
        categories=item.categories,
        reminder_minutes=item.reminder_minutes,
        busy=item.busy,
        is_private=item.is_private,
        link=_link(item.location) or _link(item.text),
        conference_data=item.conference_data,
        zone=item.zone,
        uid=item.uid,
        original_start=item.original_start,
    )

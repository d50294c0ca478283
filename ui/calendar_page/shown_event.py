"""An event as the views paint it: the mailbox's item, its moments in the calendar's zone, what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from mail import Answer, CalendarItem, CalendarItemId, FreeBusy

from . import geometry


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """``start`` and ``end`` in the calendar's zone. ``has_conflict``: something else keeps her busy then."""

    item: CalendarItem
    start: datetime
    end: datetime
    has_conflict: bool = False

    @property
    def id(self) -> CalendarItemId:
        return self.item.id

    @property
    def first_day(self) -> date:
        return self.start.date()

    @property
    def last_day(self) -> date:
        return geometry.last_day(self.start, self.end)

    @property
    def is_band(self) -> bool:
        """It stands over the hours, not among them: all-day items, and what lasts a day and more."""
        return self.item.is_all_day or (self.end - self.start).total_seconds() >= 24 * 3600

    @property
    def wants_answer(self) -> bool:
        item = self.item
        return (
            item.is_meeting
            and not item.is_organizer
            and not item.is_cancelled
            and item.my_response in (Answer.NONE, Answer.UNKNOWN)
        )

    @property
    def can_answer(self) -> bool:
        return self.item.is_meeting and not self.item.is_organizer and not self.item.is_cancelled

    @property
    def may_move(self) -> bool:
        """Hers to drag to another time: her own, whatever is called off apart."""
        return self.item.is_organizer and not self.item.is_cancelled


def _keeps_busy(item: CalendarItem) -> bool:
    return item.busy not in (FreeBusy.FREE, FreeBusy.NO_DATA) and not item.is_cancelled and not item.is_all_day


def shown(items: Sequence[CalendarItem], zone: tzinfo) -> list[ShownEvent]:
    """In the given order, told which of them meet."""
    busy = sorted((item.start, item.end, place) for place, item in enumerate(items) if _keeps_busy(item))
    meet: set[int] = set()
    open_ones: list[tuple[datetime, int]] = []
    for start, end, place in busy:
        open_ones = [one for one in open_ones if one[0] > start]
        if open_ones and end > start:
            meet.add(place)
            meet.update(other for _, other in open_ones)
        open_ones.append((end, place))
    return [
        ShownEvent(item, item.start.astimezone(zone), item.end.astimezone(zone), place in meet)
        for place, item in enumerate(items)
    ]

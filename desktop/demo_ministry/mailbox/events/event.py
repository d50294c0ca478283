"""An event of the demo mailbox's calendar, as EWS describes one. Written by the story, tests and clients."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ..letter import Correspondent

VIETNAM_ID = "SE Asia Standard Time"
ZONES = {
    VIETNAM_ID: "Asia/Ho_Chi_Minh",
    "UTC": "UTC",
    "Romance Standard Time": "Europe/Paris",
    "Tokyo Standard Time": "Asia/Tokyo",
    "Eastern Standard Time": "America/New_York",
}


@dataclass(slots=True)
class Guest:
    """Somebody invited. ``kind`` is RequiredAttendees, OptionalAttendees or Resources."""

    person: Correspondent
    kind: str = "RequiredAttendees"
    response: str = "Unknown"
    answered_at: datetime | None = None
    proposed: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """``kind`` is EWS's element without "Recurrence": Daily, Weekly, AbsoluteMonthly … ``days`` and ``week`` are its
    words. It ends on ``last``, or after ``count`` times, or never."""

    kind: str
    first: date
    interval: int = 1
    days: tuple[str, ...] = ()
    week: str = ""
    day_of_month: int = 0
    month: str = ""
    first_day_of_week: str = "Monday"
    last: date | None = None
    count: int | None = None


@dataclass(slots=True)
class Appointment:
    """``my_response`` is EWS's: Organizer for her own meetings. ``exceptions`` and ``deleted`` are of a series, by the
    day the rule has them on."""

    uid: str
    subject: str
    start: datetime
    end: datetime
    organizer: Correspondent
    guests: list[Guest] = field(default_factory=list)
    my_response: str = "Unknown"
    location: str = ""
    body: str = ""
    is_all_day: bool = False
    zone: str = VIETNAM_ID
    busy: str = "Busy"
    sensitivity: str = "Normal"
    reminder: int | None = 15
    is_cancelled: bool = False
    is_sent: bool = True
    replied_at: datetime | None = None
    rule: Rule | None = None
    exceptions: dict[date, Appointment] = field(default_factory=dict)
    deleted: set[date] = field(default_factory=set)
    original_start: datetime | None = None
    conference_url: str = ""
    """As Outlook's Teams add-in writes it beside the words."""
    is_changed: bool = False
    """Of an occurrence: it is an exception."""

    @property
    def is_meeting(self) -> bool:
        return bool(self.guests) or self.my_response not in ("Unknown", "Organizer")

    @property
    def kind(self) -> str:
        if self.rule is not None:
            return "RecurringMaster"
        if self.original_start is None:
            return "Single"
        return "Exception" if self.is_changed else "Occurrence"

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(ZONES.get(self.zone, "Asia/Ho_Chi_Minh")))

    def occurrence(self, day: date) -> Appointment:
        """What the series has on that day, exception or not."""
        if day in self.exceptions:
            return self.exceptions[day]
        begins, ends = self.local(self.start), self.local(self.end)
        start = datetime.combine(day, begins.time(), begins.tzinfo)
        length = ends.replace(tzinfo=None) - begins.replace(tzinfo=None)
        end = (start.replace(tzinfo=None) + length).replace(tzinfo=begins.tzinfo)
        copy = self.copied()
        copy.start, copy.end, copy.rule = start.astimezone(UTC), end.astimezone(UTC), None
        copy.original_start = copy.start
        copy.exceptions, copy.deleted = {}, set()
        return copy

    def copied(self) -> Appointment:
        values = {name: getattr(self, name) for name in self.__slots__}
        guests = [Guest(one.person, one.kind, one.response, one.answered_at, one.proposed) for one in self.guests]
        return Appointment(**{**values, "guests": guests})

    def touches(self, begin: datetime, end: datetime) -> bool:
        return self.start < end and (self.end > begin or self.start >= begin)


def week_of(day: date, first_day: int) -> date:
    return day - timedelta(days=(day.weekday() - first_day) % 7)

"""The nouns of the calendar, in EWS's own words. Frozen values: they cross threads and the process border.

All moments are timezone-aware ``datetime`` in UTC. Of an all-day item they are midnights of the calendar's own zone
(`mail.calendar.zones.OWN_ZONE`), ``end`` being the midnight after its last day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from ..model import Person

CalendarItemId = NewType("CalendarItemId", str)
"""Our own id of a single item, a series or one occurrence of it, opaque; kept for life, also when the server's changes.
One that she has just made has it before the server knows of it."""


class FreeBusy(Enum):
    """EWS LegacyFreeBusyStatus: how the time is shown to others."""

    FREE = "Free"
    TENTATIVE = "Tentative"
    BUSY = "Busy"
    OUT_OF_OFFICE = "OOF"
    WORKING_ELSEWHERE = "WorkingElsewhere"
    NO_DATA = "NoData"


class Answer(Enum):
    """EWS ResponseType: what an attendee, or she herself (MyResponseType), has answered."""

    UNKNOWN = "Unknown"
    ORGANIZER = "Organizer"
    TENTATIVE = "Tentative"
    ACCEPT = "Accept"
    DECLINE = "Decline"
    NONE = "NoResponseReceived"


class ItemKind(Enum):
    """EWS CalendarItemType. An exception is an occurrence that differs from its series."""

    SINGLE = "Single"
    OCCURRENCE = "Occurrence"
    EXCEPTION = "Exception"
    SERIES = "RecurringMaster"


class AttendeeKind(Enum):
    REQUIRED = "RequiredAttendees"
    OPTIONAL = "OptionalAttendees"
    RESOURCE = "Resources"


@dataclass(frozen=True, slots=True)
class Attendee:
    """``proposed_start`` and ``proposed_end``: the other time this attendee has proposed, if any."""

    person: Person
    kind: AttendeeKind = AttendeeKind.REQUIRED
    answer: Answer = Answer.UNKNOWN
    answered_at: datetime | None = None
    proposed_start: datetime | None = None
    proposed_end: datetime | None = None


# --- recurrence -------------------------------------------------------------------------------------------------------


class Day(Enum):
    """EWS DayOfWeek; the last three stand only in relative patterns ("the last weekday of the month")."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"
    ANY = "Day"
    WEEKDAY = "Weekday"
    WEEKEND = "WeekendDay"


class Week(Enum):
    """EWS DayOfWeekIndex."""

    FIRST = "First"
    SECOND = "Second"
    THIRD = "Third"
    FOURTH = "Fourth"
    LAST = "Last"


@dataclass(frozen=True, slots=True)
class Daily:
    interval: int = 1


@dataclass(frozen=True, slots=True)
class Weekly:
    """``days`` are Monday to Sunday. ``first_day`` decides which week is skipped where ``interval`` is above 1."""

    days: tuple[Day, ...]
    interval: int = 1
    first_day: Day = Day.MONDAY


@dataclass(frozen=True, slots=True)
class AbsoluteMonthly:
    """On this day of the month; in a shorter month on its last day, as Exchange does."""

    day: int
    interval: int = 1


@dataclass(frozen=True, slots=True)
class RelativeMonthly:
    day: Day
    week: Week
    interval: int = 1


@dataclass(frozen=True, slots=True)
class AbsoluteYearly:
    day: int
    month: int


@dataclass(frozen=True, slots=True)
class RelativeYearly:
    day: Day
    week: Week
    month: int


Pattern = Daily | Weekly | AbsoluteMonthly | RelativeMonthly | AbsoluteYearly | RelativeYearly


@dataclass(frozen=True, slots=True)
class Recurrence:
    """``first`` is the first day in the item's own zone. Ends on the day ``last`` (EndDate), after ``count`` times
    (Numbered), or, both None, never (NoEnd)."""

    pattern: Pattern
    first: date
    last: date | None = None
    count: int | None = None


# --- what is shown ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One appointment, meeting or occurrence as it is shown: server truth with her pending acts laid over it."""

    id: CalendarItemId
    subject: str
    start: datetime
    end: datetime
    is_all_day: bool = False
    location: str = ""
    organizer: Person | None = None
    attendees: tuple[Attendee, ...] = ()
    kind: ItemKind = ItemKind.SINGLE
    series_id: CalendarItemId | None = None
    """Of an occurrence or exception: its series."""
    recurrence: Recurrence | None = None
    """Of an occurrence, exception or series."""
    is_meeting: bool = False
    """It has, or had, attendees or another organizer."""
    is_organizer: bool = True
    """She may change it; otherwise she may answer it."""
    my_response: Answer = Answer.UNKNOWN
    is_cancelled: bool = False
    """The organizer called it off; it stays until she removes it."""
    text: str = ""
    categories: tuple[str, ...] = ()
    reminder_minutes: int | None = None
    """Minutes before ``start``; None: no reminder."""
    busy: FreeBusy = FreeBusy.BUSY
    is_private: bool = False
    link: str | None = None
    """The first conference link in location or text, verbatim."""
    conference_data: tuple[str, ...] = ()
    """What programs wrote for programs of the way into a conference (Teams, Skype), verbatim."""
    zone: str = ""
    """IANA name of the zone it was made in."""
    uid: str = ""
    """EWS UID (RFC 5545): the same in invitation, calendar and answers."""
    is_pending: bool = False
    """Something she did with it has not reached the server yet."""
    original_start: datetime | None = None
    """Of an occurrence or exception: when its series had it. It names the occurrence for life."""

    @property
    def is_recurring(self) -> bool:
        return self.recurrence is not None


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """What she wants a meeting or appointment to be, for `Calendar.create` and `Calendar.change`. Without attendees and
    rooms it is an appointment of her own."""

    subject: str
    start: datetime
    end: datetime
    is_all_day: bool = False
    location: str = ""
    required: tuple[Person, ...] = ()
    optional: tuple[Person, ...] = ()
    rooms: tuple[Person, ...] = ()
    text: str = ""
    categories: tuple[str, ...] = ()
    reminder_minutes: int | None = 15
    busy: FreeBusy = FreeBusy.BUSY
    is_private: bool = False
    recurrence: Recurrence | None = None

    @property
    def is_meeting(self) -> bool:
        return bool(self.required or self.optional or self.rooms)


class Scope(Enum):
    """Of a recurring item, what an act is meant for. Of a single item it does not matter."""

    THIS = "this"
    SERIES = "series"


# --- what became of what she did --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarRefusal:
    """The server refused something she did in the calendar; it was taken back, the screen is true again. Kept until
    `Calendar.dismiss`. ``act`` is create, change, cancel, respond or propose; ``code`` is EWS's response code."""

    id: int
    act: str
    subject: str
    code: str
    item_id: CalendarItemId | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the card above an invitation shows: the item in the calendar, if it is there already, how it was answered,
    and what else she has at that time."""

    item: CalendarItem | None
    my_response: Answer
    is_sent: bool
    """The answer has reached the server; False while it waits here."""
    is_cancelled: bool
    can_answer: bool
    """False: she is the organizer herself, it was called off, or it cannot be told what is to be answered."""
    conflicts: tuple[CalendarItem, ...]

"""The port to the calendar on the server, and what it says. One part of `mail.gateway.MailboxGateway`.

Real: `mail.ews.calendar.EwsCalendar`. Fake: `tests.mail.calendar.fake_calendar.FakeCalendar`. One contract suite holds
both (`tests/contracts/calendar`). Every method may raise any `GatewayError` and nothing else of the outside world.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ..model import FolderId, ItemId, Person, SyncState
from .model import Answer, Attendee, FreeBusy, ItemKind, MeetingDraft, Recurrence
from .questions import Availability, Room, RoomList


@dataclass(frozen=True, slots=True)
class ServerItem:
    """One item as GetItem gives it. ``item_id`` is EWS's. Of a series, ``start`` and ``end`` are of its first
    occurrence. ``zone`` is as `mail.calendar.zones.zone_of` reads it."""

    item_id: str
    kind: ItemKind
    uid: str
    subject: str
    start: datetime
    end: datetime
    is_all_day: bool = False
    zone: str = ""
    location: str = ""
    organizer: Person | None = None
    attendees: tuple[Attendee, ...] = ()
    is_meeting: bool = False
    is_organizer: bool = True
    is_cancelled: bool = False
    my_response: Answer = Answer.UNKNOWN
    text: str = field(default="", repr=False)
    categories: tuple[str, ...] = ()
    reminder_minutes: int | None = None
    busy: FreeBusy = FreeBusy.BUSY
    is_private: bool = False
    recurrence: Recurrence | None = None
    exceptions: tuple[ServerItem, ...] = ()
    """Of a series: occurrences that differ, each with its ``original_start``."""
    deleted: tuple[datetime, ...] = ()
    """Of a series: original starts of occurrences that are no more."""
    original_start: datetime | None = None
    conference_data: tuple[str, ...] = field(default=(), repr=False)
    """What programs wrote for programs of the way into a conference."""
    own_key: str = ""
    """Our own id in an extended property, if we made it."""


@dataclass(frozen=True, slots=True)
class CalendarBatch:
    """One SyncFolderItems page. The page and its state belong into one transaction."""

    items: tuple[ServerItem, ...]
    deleted: tuple[str, ...]
    sync_state: SyncState
    is_last: bool


@dataclass(frozen=True, slots=True)
class WholeItem:
    """Target: a single item, an exception or a series by its EWS id."""

    item_id: str


@dataclass(frozen=True, slots=True)
class OneOccurrence:
    """Target: the occurrence of a series that has this number (EWS InstanceIndex, from 1) and original start."""

    series_id: str
    number: int
    original_start: datetime


@dataclass(frozen=True, slots=True)
class ByMessage:
    """Target: what an invitation in a mail folder is about; the invitation itself, if it is not in the calendar."""

    message_id: ItemId


@dataclass(frozen=True, slots=True)
class ByUid:
    """Target: the item in the calendar with this UID that begins at ``start``, or has an occurrence then."""

    uid: str
    start: datetime


Target = WholeItem | OneOccurrence | ByMessage | ByUid


@dataclass(frozen=True, slots=True)
class Found:
    """A target as it is on the server now. ``change_key`` makes an act on it refuse to happen twice; ``mark`` is that
    of the last act of ours that changed it; ``replied_at`` is when her answer to it went out."""

    item_id: str
    change_key: str
    mark: str = ""
    my_response: Answer = Answer.UNKNOWN
    replied_at: datetime | None = None
    is_cancelled: bool = False
    in_calendar: bool = True
    is_her_meeting: bool = False
    """She is its organizer, and there are others to be told."""


class CalendarGateway(Protocol):
    """Acts are sent once, over a connection of their own, and raise `OutcomeUnknown` if the answer was lost. Each takes
    what `find` has ``found``: if the item changed since then it raises `Refused` with a code of `STALE`, nothing done.
    """

    def folder(self) -> FolderId:
        """The calendar folder."""
        ...

    def changes(self, sync_state: SyncState | None) -> CalendarBatch:
        """One page since ``sync_state`` (None: from nothing). Raises `SyncStateLost`."""
        ...

    def find(self, target: Target) -> Found:
        """Raises `ItemGone` if it is no more, or no occurrence with that original start."""
        ...

    def find_own(self, own_key: str) -> tuple[Found, ...]:
        """Items in the calendar that carry this key of ours."""
        ...

    def create(self, own_key: str, draft: MeetingDraft, zone: str) -> Found:
        """A new item, nobody told yet."""
        ...

    def invite(self, found: Found, mark: str) -> None:
        """Send the invitations of a meeting that `create` made."""
        ...

    def change(
        self, found: Found, draft: MeetingDraft, fields: frozenset[str], zone: str, *, mark: str, notify: bool
    ) -> None:
        """Set these fields of the draft; with ``notify`` all attendees get the update."""
        ...

    def cancel(self, found: Found, *, notify: bool, comment: str) -> None:
        """Out of the calendar; with ``notify`` as the organizer, who tells all attendees."""
        ...

    def respond(
        self,
        found: Found,
        answer: Answer,
        *,
        comment: str,
        tell_organizer: bool,
        proposed: tuple[datetime, datetime] | None,
    ) -> None:
        """ACCEPT, TENTATIVE or DECLINE, told to the organizer only, or to nobody."""
        ...

    def availability(self, addresses: tuple[str, ...], start: datetime, end: datetime) -> tuple[Availability, ...]: ...

    def room_lists(self) -> tuple[RoomList, ...]: ...

    def rooms(self, list_address: str) -> tuple[Room, ...]: ...


STALE = frozenset({"ErrorIrresolvableConflict", "ErrorStaleObject", "ErrorChangeKeyRequiredForWriteOperations"})

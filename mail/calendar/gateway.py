"""The port to the calendar on the server, and what it says. One part of `mail.gateway.MailboxGateway`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from ..model import Person
from .model import Answer, Attendee, FreeBusy, ItemKind, Recurrence


@dataclass(frozen=True, slots=True)
class ServerItem:
    """One item as GetItem gives it. ``item_id`` is EWS's. Of a series, ``start`` and ``end`` are of its first
    occurrence, ``zone`` is the server's id for its zone, as it came."""

    item_id: str
    change_key: str
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
    is_cancelled: bool = False
    my_response: Answer = Answer.UNKNOWN
    text: str = field(default="", repr=False)
    categories: tuple[str, ...] = ()
    reminder_minutes: int | None = None
    busy: FreeBusy = FreeBusy.BUSY
    is_private: bool = False
    recurrence: Recurrence | None = None
    exceptions: tuple[ServerItem, ...] = ()
    """Of a series: what differs, each with ``original_start``."""
    deleted: tuple[datetime, ...] = ()
    """Of a series: original starts of occurrences that are no more."""
    original_start: datetime | None = None
    is_organizer: bool = True
    own_key: str = ""
    """Our own id in an extended property, if we made it."""

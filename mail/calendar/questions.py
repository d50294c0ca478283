"""What the calendar asks of the server at once: whose time is free, and which rooms there are. Frozen values.

Asked by pages with ``tools.service.ask``; answered in the service by `mail.calendar.gateway.CalendarGateway`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ..questions import AskedServer, Question
from .model import Day, FreeBusy


@dataclass(frozen=True, slots=True)
class BusyTime:
    """``subject`` and ``location`` only where the server lets her see them."""

    start: datetime
    end: datetime
    status: FreeBusy
    subject: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Availability:
    """One person's or room's time. ``error``: EWS's code where the server does not say (then ``times`` is empty).
    Working hours are minutes after midnight in the person's zone, ``working_days`` Monday to Sunday."""

    address: str
    times: tuple[BusyTime, ...] = ()
    error: str | None = None
    working_days: tuple[Day, ...] = ()
    working_from: int | None = None
    working_until: int | None = None


@dataclass(frozen=True, slots=True)
class RoomList:
    """A building, say."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Room:
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AskAvailability(Question[tuple[Availability, ...]]):
    """Whose time is free between two moments (at most 62 days, the server's limit), in the order of ``addresses``
    (at most 100)."""

    addresses: tuple[str, ...]
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        """In UTC: a zone's rules do not belong into a message between processes."""
        for name in ("start", "end"):
            object.__setattr__(self, name, getattr(self, name).astimezone(UTC))

    def put_to(self, server: AskedServer) -> tuple[Availability, ...]:
        return server.calendar.availability(self.addresses, self.start, self.end)


@dataclass(frozen=True, slots=True)
class AskRoomLists(Question[tuple[RoomList, ...]]):
    """The ministry's room lists."""

    def put_to(self, server: AskedServer) -> tuple[RoomList, ...]:
        return server.calendar.room_lists()


@dataclass(frozen=True, slots=True)
class AskRooms(Question[tuple[Room, ...]]):
    """The rooms of one list. Hand them to `Calendar.remember_rooms`, which `Calendar.rooms` gives offline."""

    list_address: str

    def put_to(self, server: AskedServer) -> tuple[Room, ...]:
        return server.calendar.rooms(self.list_address)

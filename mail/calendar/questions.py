"""What the calendar asks of the server at once: whose time is free, and which rooms there are. Frozen values.

Asked by pages through the service; answered there by `mail.calendar.gateway.CalendarGateway`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
class AskAvailability:
    """Question: whose time between two moments (at most 62 days). Answer: ``tuple[Availability, ...]``, in the order
    of ``addresses`` (at most 100). Ask by ``tools.service.ask``; raises `GatewayError`."""

    addresses: tuple[str, ...]
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class AskRoomLists:
    """Question: the ministry's room lists. Answer: ``tuple[RoomList, ...]``."""


@dataclass(frozen=True, slots=True)
class AskRooms:
    """Question: the rooms of one list. Answer: ``tuple[Room, ...]``. They are remembered for `Calendar.rooms`."""

    list_address: str


CalendarQuestion = AskAvailability | AskRoomLists | AskRooms

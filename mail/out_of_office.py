"""Automatic replies while she is away (EWS OofSettings): the noun, the port and the two questions.

Real: `mail.ews.out_of_office.EwsOutOfOffice`. Fake: `tests.mail.fake_services.FakeOutOfOffice`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Protocol

from .questions import AskedServer, Question

LONGEST_REPLY = 100_000
"""Characters of one reply that are taken from a server."""


class OofState(Enum):
    DISABLED = "Disabled"
    ENABLED = "Enabled"
    SCHEDULED = "Scheduled"


class ExternalAudience(Enum):
    """Who outside the organisation gets a reply."""

    NONE = "None"
    KNOWN = "Known"
    ALL = "All"


@dataclass(frozen=True, slots=True)
class OutOfOffice:
    """``start`` and ``end`` (UTC) belong to SCHEDULED. Replies are plain text; the server keeps HTML. ``is_html_lost``:
    one of them holds more than text can show, which other words of hers would take away. ``html_kept`` are such
    replies as the server has them, each after its text: a reply whose words are left as they are keeps its HTML."""

    state: OofState = OofState.DISABLED
    internal_reply: str = ""
    external_reply: str = ""
    external_audience: ExternalAudience = ExternalAudience.NONE
    start: datetime | None = None
    end: datetime | None = None
    is_html_lost: bool = False
    html_kept: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)

    def is_on(self, now: datetime) -> bool:
        """Whether somebody who writes now gets a reply."""
        if self.state is OofState.SCHEDULED:
            return (self.start is None or self.start <= now) and (self.end is None or now < self.end)
        return self.state is OofState.ENABLED


class OutOfOfficeGateway(Protocol):
    """Both raise `GatewayError`; `set` raises `Refused` where the server will not (say, an end before its start)."""

    def get(self) -> OutOfOffice: ...

    def set(self, settings: OutOfOffice) -> None:
        """May be repeated: it says how it is to be, all of it."""
        ...


@dataclass(frozen=True, slots=True)
class GetOutOfOffice(Question[OutOfOffice]):
    """Is she reported as away, and with which words?"""

    def put_to(self, server: AskedServer) -> OutOfOffice:
        return server.out_of_office.get()


@dataclass(frozen=True, slots=True)
class SetOutOfOffice(Question[OutOfOffice]):
    """Let it be so. The answer is what the server then says."""

    settings: OutOfOffice

    def put_to(self, server: AskedServer) -> OutOfOffice:
        server.out_of_office.set(self.settings)
        return server.out_of_office.get()

"""How full the mailbox on the server is: the noun, the port and the question.

Real: `mail.ews.quota.EwsQuota`. Fake: `tests.mail.fake_services.FakeQuota`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from .questions import AskedServer, Question


class Fullness(Enum):
    UNKNOWN = "unknown"
    FINE = "fine"
    WARNING = "warning"
    """Above the level from which Exchange itself warns."""
    CANNOT_SEND = "cannot send"
    CANNOT_RECEIVE = "cannot receive"


@dataclass(frozen=True, slots=True)
class Quota:
    """All in bytes; None for what the server does not say (or does not limit)."""

    used: int | None = None
    warning: int | None = None
    send_limit: int | None = None
    receive_limit: int | None = None

    @property
    def fullness(self) -> Fullness:
        if self.used is None:
            return Fullness.UNKNOWN
        for limit, level in (
            (self.receive_limit, Fullness.CANNOT_RECEIVE),
            (self.send_limit, Fullness.CANNOT_SEND),
            (self.warning, Fullness.WARNING),
        ):
            if limit is not None and self.used >= limit:
                return level
        limits = (self.receive_limit, self.send_limit, self.warning)
        return Fullness.FINE if any(limit is not None for limit in limits) else Fullness.UNKNOWN

    @property
    def limit(self) -> int | None:
        """Where work stops: nothing can be sent any more."""
        return self.send_limit if self.send_limit is not None else self.receive_limit


class QuotaGateway(Protocol):
    def get(self) -> Quota:
        """Raises `GatewayError`."""
        ...


@dataclass(frozen=True, slots=True)
class GetQuota(Question[Quota]):
    """How full is it?"""

    def put_to(self, server: AskedServer) -> Quota:
        return server.quota.get()

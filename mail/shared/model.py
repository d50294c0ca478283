"""A mailbox shared with her: the noun, the port and the question that opens it.

Real: `mail.ews.shared.EwsSharedMailboxes`. Fake: `tests.mail.fake_services.FakeSharedMailboxes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..model import Person
from ..questions import AskedServer, Question

NOT_SHARED = "NotShared"
"""Code of a `Refused`: there is no such mailbox, or nothing of it was shared with her: servers do not tell which."""
NOT_THE_OWNERS = "NotTheOwnersMailbox"
"""Code of a `Refused`: what the server gave under that address is another mailbox's mail (exchangelib issue 1277)."""
OWN_MAILBOX = "OwnMailbox"
"""Code of a `Refused`: that address is her own."""


@dataclass(frozen=True, slots=True)
class SharedMailbox:
    """Whose it is, as the directory writes the name."""

    owner: Person

    @property
    def address(self) -> str:
        return self.owner.address.lower()


@dataclass(frozen=True, slots=True)
class SharedMailboxFailed:
    """Its mail does not come; told once for each reason. The service tries on."""

    mailbox: SharedMailbox
    error: Exception


class SharedMailboxesGateway(Protocol):
    def check(self, address: str) -> SharedMailbox:
        """Is it there, may she read it, and is it really the owner's mail that comes?

        Raises `Refused` with one of the codes above, `GatewayError`.
        """
        ...


@dataclass(frozen=True, slots=True)
class CheckSharedMailbox(Question[SharedMailbox]):
    """May the mailbox at ``address`` be opened?"""

    address: str

    def put_to(self, server: AskedServer) -> SharedMailbox:
        return server.shared.check(self.address)

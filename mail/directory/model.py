"""People in the server's directory: the noun, the port and the question. Used by the completion of addresses.

Real: `mail.ews.directory.EwsDirectory`. Fake: `tests.mail.fake_directory.FakeDirectory`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..model import Person
from ..questions import AskedServer, Question


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """Somebody the directory knows. What it does not say is empty."""

    person: Person
    post: str = ""
    department: str = ""
    organisation: str = ""


class DirectoryGateway(Protocol):
    def find(self, words: str) -> tuple[DirectoryEntry, ...]:
        """Up to 100 entries whose name or address the server takes for ``words``, in the server's order; none for
        empty words. Whether marks count is the server's decision. Raises `GatewayError`."""
        ...


@dataclass(frozen=True, slots=True)
class FindPeople(Question[tuple[DirectoryEntry, ...]]):
    """Who is meant by ``words``: the beginning of a name or an address."""

    words: str

    def put_to(self, server: AskedServer) -> tuple[DirectoryEntry, ...]:
        return server.directory.find(self.words)

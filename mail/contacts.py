"""Her own contacts (the Contacts folder): who is in it, for completing an address. The port and the question.

Real: `mail.ews.desk_items.EwsContacts`. Fake: `tests.mail.fake_services.FakeContacts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .directory import DirectoryEntry
from .questions import AskedServer, Question


class ContactsGateway(Protocol):
    def list(self) -> tuple[DirectoryEntry, ...]:
        """One entry for each address of each contact, at most 5,000. Raises `GatewayError`."""
        ...


@dataclass(frozen=True, slots=True)
class GetContacts(Question[tuple[DirectoryEntry, ...]]):
    """Who is in her contacts?"""

    def put_to(self, server: AskedServer) -> tuple[DirectoryEntry, ...]:
        return server.contacts.list()

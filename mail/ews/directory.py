"""ResolveNames in the directory: people by a part of their name or address."""

from __future__ import annotations

import re
from typing import Any

from exchangelib.services import ResolveNames
from exchangelib.util import create_element

from ..directory import DirectoryEntry
from ..errors import ItemGone, Refused
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import T, person_of, text_of

MOST_ENTRIES = 100
"""Exchange gives no more for one ResolveNames."""
_LONGEST_WORDS = 200
_FIRST_D = re.compile(r"\b[dD]")


class _ResolveNames(OneShot, ResolveNames):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        self.account = account
        super().__init__(protocol=account.protocol)

    def resolutions(self, entry: str) -> list[Any]:
        attributes = {"ReturnFullContactData": "true", "SearchScope": "ActiveDirectory"}
        payload = create_element("m:ResolveNames", attrs=attributes)
        unresolved = create_element("m:UnresolvedEntry")
        unresolved.text = entry
        payload.append(unresolved)
        return [element for element in self._get_elements(payload) if not isinstance(element, Exception)]


class EwsDirectory:
    """`mail.directory.DirectoryGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def find(self, words: str) -> tuple[DirectoryEntry, ...]:
        wanted = " ".join(words.split())[:_LONGEST_WORDS]
        found: dict[str, DirectoryEntry] = {}
        for spelling in _spellings(wanted) if wanted else ():
            for entry in self._find(spelling):
                found.setdefault(entry.person.address.lower(), entry)
        return tuple(found.values())[:MOST_ENTRIES]

    def _find(self, wanted: str) -> tuple[DirectoryEntry, ...]:
        try:
            with ews_errors(self._conversation.host):
                found = _ResolveNames(self._conversation).resolutions(wanted)
                entries = [_entry(element) for element in found[:MOST_ENTRIES]]
        except ItemGone:  # ErrorNameResolutionNoResults
            return ()
        except Refused as error:
            if error.code in ("ErrorNameResolutionNoResults", "ErrorNameResolutionNoMailbox"):
                return ()
            raise
        return tuple(entry for entry in entries if entry is not None)


def _spellings(words: str) -> list[str]:
    """As typed; and, where no mark was typed, with "đ" for a word's first "d": to a directory's collation the other
    marks weigh nothing, but đ is another letter (it has no decomposition in Unicode)."""
    spellings = [words]
    if not words.isascii() or "@" in words or ":" in words:
        return spellings
    places = [match.start() for match in _FIRST_D.finditer(words)][:2]
    for place in places:
        for known in list(spellings):
            letter = "Đ" if known[place] == "D" else "đ"
            spellings.append(known[:place] + letter + known[place + 1 :])
    return spellings


def _entry(element: Any) -> DirectoryEntry | None:
    person = person_of(element.find(f"{T}Mailbox"))
    if person is None or "@" not in person.address:
        return None  # an entry without an address of the Internet's kind cannot be written to from here
    contact = f"{T}Contact/"
    return DirectoryEntry(
        person,
        post=text_of(element, f"{contact}{T}JobTitle"),
        department=text_of(element, f"{contact}{T}Department"),
        organisation=text_of(element, f"{contact}{T}CompanyName"),
    )

"""FakeDirectory: people in memory, found by a part of their name or address, marks or not."""

from __future__ import annotations

from dataclasses import dataclass

from mail import DirectoryEntry
from vietnamese.folding import fold


@dataclass
class FakeDirectory:
    """Implements `mail.directory.DirectoryGateway`."""

    entries: tuple[DirectoryEntry, ...] = ()
    error: Exception | None = None

    def find(self, words: str) -> tuple[DirectoryEntry, ...]:
        if self.error is not None:
            raise self.error
        wanted = fold(" ".join(words.split()))
        fits = (one for one in self.entries if wanted in fold(one.person.name) or wanted in one.person.address.lower())
        return tuple(fits)[:100] if wanted else ()

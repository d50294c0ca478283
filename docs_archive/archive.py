"""The law at hand: everything that needs no network. Searches, finds by number, opens. Answers offline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .model import DocumentId, DocumentSummary, LegalDocument, LegalStatus, SearchQuery, SearchResult


class Archive:
    """The local archive, read only. Thread-safe. Raises `ArchiveStoreError` only."""

    def search(self, query: SearchQuery) -> SearchResult:
        """Documents for the words: what looks like a number is looked up as one first; with marks typed, exact hits come
        before folded ones. Empty words: newest first, filters apply."""
        raise NotImplementedError

    def find_by_number(self, number: str, on: date | None = None) -> list[DocumentSummary]:
        """Documents with this number, however typed ("tt 9/2015", "09-2015"); the closest first; [] if not held."""
        raise NotImplementedError

    def document(self, document_id: DocumentId, on: date | None = None) -> LegalDocument | None:
        raise NotImplementedError

    def summaries(self, document_ids: Sequence[DocumentId], on: date | None = None) -> list[DocumentSummary]:
        raise NotImplementedError

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """``{"type": [("Luật", 12), …], "issuer": […], "year": […], "status": […]}``, most frequent first."""
        raise NotImplementedError

    def count(self) -> int:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


def status_on(source_status: LegalStatus, effective: date | None, expires: date | None, day: date) -> LegalStatus:
    """The status for a day: a document not yet in force becomes so on its day without any sync; UNKNOWN stays UNKNOWN."""
    raise NotImplementedError


def open_archive(folder: Path) -> Archive:
    """Open (or create) the archive in ``folder`` (``archive.db`` and ``index/``). Raises `ArchiveUnknownSchema`,
    `ArchiveDamaged`, `ArchiveDiskFull`."""
    raise NotImplementedError

"""The law at hand: everything that needs no network. Searches, finds by number, opens. Answers offline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from vietnamese.document_numbers import find_numbers, number_query_keys, parse_number
from vietnamese.folding import fold

from . import reading as rows
from . import schema
from .errors import ArchiveStoreError
from .model import (
    DocumentId,
    DocumentSummary,
    LegalDocument,
    SearchHit,
    SearchQuery,
    SearchResult,
)
from .query_words import QueryWords, query_words
from .schema import documents
from .search_index import IndexDamaged, SearchIndex, UnitHit
from .snippets import snippet_of
from .status import status_on
from .store import chunk_start, stored_text

__all__ = ["Archive", "open_archive", "set_aside_damaged", "status_on"]

_BEGINNING = 240
INDEX_FOLDER = "index"


class Archive:
    """The local archive, read only. Thread-safe. Raises `ArchiveStoreError` only."""

    def __init__(self, folder: Path) -> None:
        self._engine = schema.open_engine(folder)
        self._index = SearchIndex(folder / INDEX_FOLDER)

    def search(self, query: SearchQuery) -> SearchResult:
        """Documents for the words: what looks like a number is looked up as one first; with marks typed, exact hits
        come before folded ones. Empty words: newest first, filters apply."""
        day = query.on or date.today()
        words = query_words(query.words)
        if words.is_empty:
            with schema.reading(self._engine) as connection:
                newest, total = rows.newest(connection, query, day)
                return SearchResult(_without_snippets(connection, newest), total)
        if keys := _keys_of(query.words):
            with schema.reading(self._engine) as connection:
                found = [summary for _, summary in rows.by_number_keys(connection, keys, query, day)]
                if found:
                    page = found[query.offset : query.offset + query.limit]
                    return SearchResult(_without_snippets(connection, page), len(found), is_number=True)
        cited = self._cited(query, day)
        try:
            units, total = self._index.search(query, words, day, first=tuple(cited))
        except IndexDamaged:
            return self._search_titles(query, words, day)
        with schema.reading(self._engine) as connection:
            return SearchResult(_with_snippets(connection, units, words, day), total)

    def _cited(self, query: SearchQuery, day: date) -> list[int]:
        """Documents whose number stands among other words ("thông tư 12/2024/TT-BLĐPTXH quy định gì"): they come
        first."""
        keys = [found.number.key for found in find_numbers(query.words[:2000])[:3]]
        with schema.reading(self._engine) as connection:
            return [row for key in keys for row, _ in rows.by_number_keys(connection, [key], query, day, limit=3)]

    def find_by_number(self, number: str, on: date | None = None) -> list[DocumentSummary]:
        """Documents with this number, however typed ("tt 9/2015", "09-2015"); the closest first; [] if not held."""
        day = on or date.today()
        with schema.reading(self._engine) as connection:
            found = rows.by_number_keys(connection, _keys_of(number), SearchQuery(""), day)
            return [summary for _, summary in found]

    def find_laws(
        self, *, issued: date | None = None, year: int | None = None, on: date | None = None
    ) -> list[DocumentSummary]:
        """Hiến pháp, Bộ luật, Luật, Pháp lệnh of one day or year, or all, newest first: they are cited by name."""
        with schema.reading(self._engine) as connection:
            return rows.laws(connection, issued, year, on or date.today())

    def document(self, document_id: DocumentId, on: date | None = None) -> LegalDocument | None:
        with schema.reading(self._engine) as connection:
            return rows.whole_document(connection, document_id, on or date.today())

    def summaries(self, document_ids: Sequence[DocumentId], on: date | None = None) -> list[DocumentSummary]:
        with schema.reading(self._engine) as connection:
            return rows.summaries_by_id(connection, document_ids, on or date.today())

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """``{"type": [("Luật", 12), …], "issuer": […], "year": […], "status": […]}``, most frequent first."""
        with schema.reading(self._engine) as connection:
            return rows.facets(connection, date.today())

    def count(self) -> int:
        with schema.reading(self._engine) as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def close(self) -> None:
        self._index.close()
        self._engine.dispose()

    def _search_titles(self, query: SearchQuery, words: QueryWords, day: date) -> SearchResult:
        """There is no index (a first sync has just begun), or it cannot be read: titles and numbers still answer, and
        the service's next round builds it."""
        self._index.give_up()
        plain = [*words.folded, *(fold(" ".join(phrase)) for phrase in words.phrases)]
        with schema.reading(self._engine) as connection:
            found, total = rows.by_title(connection, plain, query, day)
            return SearchResult(_without_snippets(connection, found), total)


def _keys_of(typed: str) -> tuple[str, ...]:
    number = parse_number(typed)
    keys = number_query_keys(typed)
    return tuple(dict.fromkeys((number.key, *keys))) if number and number.raw == typed.strip() else keys


def _without_snippets(connection: Connection, summaries: list[DocumentSummary]) -> tuple[SearchHit, ...]:
    """Found by number or date: the beginning of the text stands for it."""
    beginnings = rows.beginnings(connection, [summary.id for summary in summaries], _BEGINNING)
    return tuple(SearchHit(summary, "", "", beginnings.get(summary.id, ""), (), 0.0) for summary in summaries)


def _with_snippets(connection: Connection, units: list[UnitHit], words: QueryWords, day: date) -> tuple[SearchHit, ...]:
    found = rows.summaries_by_row(connection, [unit.document for unit in units], day)
    hits: list[SearchHit] = []
    for unit in units:
        if unit.document not in found:
            continue
        # The index may be a commit behind the store: offsets beyond an amended text lead to less of it, not astray.
        summary, version = found[unit.document]
        text, begin = stored_text(connection, unit.document, version, unit.start, unit.end), chunk_start(unit.start)
        start, end = min(unit.start - begin, len(text)), min(unit.end - begin, len(text))
        snippet, marks = snippet_of(text, start, end, words)
        hits.append(SearchHit(summary, unit.article, unit.anchor, snippet, marks, unit.score))
    return tuple(hits)


def open_archive(folder: Path) -> Archive:
    """Open (or create) the archive in ``folder`` (``archive.db`` and ``index/``). Raises `ArchiveUnknownSchema`,
    `ArchiveDamaged`, `ArchiveDiskFull`."""
    return Archive(folder)


def set_aside_damaged(folder: Path) -> Path:
    """Put a damaged ``archive.db`` aside, to be called when a person has agreed; the next round fetches everything anew
    from the feed. Nothing of hers is lived in it. Returns where it is now."""
    aside = folder / f"{schema.FILE_NAME}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    try:
        for suffix in ("-wal", "-shm"):
            (folder / (schema.FILE_NAME + suffix)).unlink(missing_ok=True)
        (folder / schema.FILE_NAME).rename(aside)
    except OSError as error:
        raise ArchiveStoreError(str(folder)) from error
    return aside

"""The one conversation with the portal: takes verified pages of changes, stores them, indexes them. Run by the
service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .gateway import PortalGateway
from .model import ArchiveChanges, ArchiveEvent, ArchiveProgress
from .search_index import IndexBuilder
from .store import ArchiveStore

INDEX_FOLDER = "index"


class ArchiveSync:
    """One round per call. A page and its cursor go into one transaction; the index catches up from the store."""

    def __init__(self, gateway: PortalGateway, folder: Path) -> None:
        self._gateway = gateway
        self._store = ArchiveStore(folder)
        self._index = IndexBuilder(folder / INDEX_FOLDER, self._store)

    def round(self, *, force: bool = False) -> Iterator[ArchiveEvent]:
        """Ask for news (or not, with ``force``), then pages until there is nothing newer, then the index. May be closed
        between two yields. Raises `FeedError`, `ArchiveStoreError`; what was applied stays."""
        # What an interrupted round left unindexed comes first: it needs no network.
        yield from self._catch_up()
        if not force and not self._gateway.has_news():
            return
        is_first = not self._store.first_sync_is_done()
        cursor = self._store.cursor()
        while True:
            page = self._gateway.changes(cursor)
            if not page.changes:
                break
            applied = self._store.apply(page)
            yield from self._catch_up(cursor, page.newest)
            cursor = page.cursor
            yield ArchiveProgress(min(cursor, page.newest), page.newest)
            if not is_first and (applied.new or applied.amended):
                # Only now, page by page: who is told of a document also finds it.
                yield ArchiveChanges((*applied.new, *applied.amended), applied.amended)
        if is_first:
            self._store.finish_first_sync()
            yield ArchiveChanges(first_sync=True)

    def round_from(self, folder: Path) -> Iterator[ArchiveEvent]:
        """A round that also reads a copy of the feed in ``folder``: a USB stick, say, where the line is thin."""
        self._gateway.read_beside(folder)
        try:
            yield from self.round(force=True)
        finally:
            self._gateway.read_beside(None)

    def reindex(self) -> Iterator[ArchiveEvent]:
        """Build the search index anew from the store."""
        total = self._store.count()
        for done in self._index.rebuild():
            yield ArchiveProgress(done, total)

    def close(self) -> None:
        self._store.close()
        self._gateway.close()

    def _catch_up(self, cursor: int = 0, newest: int = 0) -> Iterator[ArchiveProgress]:
        """While a page is taken, progress counts the feed's changes; otherwise what is left to index."""
        for done in self._index.catch_up():
            yield ArchiveProgress(min(cursor + done, newest), newest) if newest else ArchiveProgress(done, 0)

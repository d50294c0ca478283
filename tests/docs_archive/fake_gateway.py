"""FakePortalGateway: a portal in memory, for tests of the archive; one contract suite holds it and the real client."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from docs_archive.errors import FeedError, FeedRolledBack, NoFeedThere
from docs_archive.model import ChangeKind, DocumentId, FeedChange, FeedDocument, FeedPage, LegalStatus


class FakePortalGateway:
    """A log of changes in a list. Like the real one it tells of news until ``changes`` was asked with the newest
    cursor: an interrupted reader hears of them again.

    ``page_size`` bounds a page. ``fail_next(error, after=n)`` lets ``n`` more calls pass, then raises once;
    ``go_offline(error)``/``come_back()`` raise at every call in between. ``calls`` lists what was asked.
    """

    def __init__(self, page_size: int = 1000) -> None:
        self.page_size = page_size
        self.log: list[FeedChange] = []
        self.documents: dict[DocumentId, FeedDocument] = {}
        self.calls: list[tuple[str, int]] = []
        self.closed = False
        self.beside: list[Path | None] = []
        self._confirmed = -1
        self._once: list[tuple[int, FeedError]] = []
        self._always: FeedError | None = None

    # --- the portal's side ----------------------------------------------------------------------------------------

    def put(self, document: FeedDocument) -> int:
        """Publish a document, or a new version of it; the sequence number of the change."""
        self.documents[document.id] = document
        return self._append(FeedChange(len(self.log) + 1, ChangeKind.PUT, document.id, document=document))

    def put_all(self, documents: list[FeedDocument]) -> int:
        for document in documents:
            self.put(document)
        return len(self.log)

    def withdraw(self, document_id: DocumentId, on: date = date(2026, 11, 20)) -> int:
        return self._append(FeedChange(len(self.log) + 1, ChangeKind.WITHDRAW, document_id, on=on))

    def set_status(
        self,
        document_id: DocumentId,
        status: LegalStatus,
        *,
        expires: date | None = None,
        on: date | None = date(2026, 11, 20),
    ) -> int:
        return self._append(
            FeedChange(len(self.log) + 1, ChangeKind.STATUS, document_id, status=status, expires=expires, on=on)
        )

    def roll_back(self, to: int) -> None:
        """Forget everything after a sequence number, as a portal restored from an old backup does."""
        del self.log[to:]

    def fail_next(self, error: FeedError, after: int = 0) -> None:
        self._once.append((after, error))

    def go_offline(self, error: FeedError) -> None:
        self._always = error

    def come_back(self) -> None:
        self._always = None

    def _append(self, change: FeedChange) -> int:
        self.log.append(change)
        return change.sequence

    # --- PortalGateway --------------------------------------------------------------------------------------------

    def has_news(self) -> bool:
        self._asked("has_news", self._confirmed)
        return self._confirmed != len(self.log)

    def changes(self, cursor: int) -> FeedPage:
        self._asked("changes", cursor)
        newest = len(self.log)
        if cursor > newest:
            raise FeedRolledBack("log")
        if cursor == newest:
            self._confirmed = newest
        changes = tuple(self.log[cursor : cursor + self.page_size])
        return FeedPage(changes, changes[-1].sequence if changes else cursor, newest)

    def read_beside(self, folder: Path | None) -> None:
        if folder is not None and not (folder / "timestamp.json").is_file():
            raise NoFeedThere(str(folder))
        self.beside.append(folder)

    def close(self) -> None:
        self.closed = True

    def _asked(self, verb: str, cursor: int) -> None:
        self.calls.append((verb, cursor))
        if self._always is not None:
            raise self._always
        for index, (after, error) in enumerate(self._once):
            if after == 0:
                del self._once[index]
                raise error
            self._once[index] = (after - 1, error)

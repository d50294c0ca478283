"""The one conversation with the mail server: performs what is pending, then takes what changed. Run by the service."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from .bodies import TRANSACTION_BYTES, TRANSACTION_MESSAGES, BodyStore, WantedBody
from .calendar.sync import CalendarSync
from .database import Database
from .errors import GatewayError, ItemGone, Refused, SyncStateLost
from .gateway import MailboxGateway
from .keeping import Keeping
from .model import (
    FolderId,
    FolderRole,
    MailboxChanges,
    Person,
    RawMessage,
    SyncEvent,
    SyncProgress,
)
from .moved_items import GONE
from .outbox import Outbox
from .pending import NextAction, PendingStore
from .rows import people_text
from .search.index import SearchIndex
from .settings import MailSettings
from .store import Applied, FolderState, MirrorStore
from .threads import grouping

_FEW_BODIES = 5000
"""So many are here soon: their mails are indexed once, with their text. Of more, subjects and people come first."""
_CHUNKS_ASKED = 4
"""Chunks per connection that the gateway is given at once, so that it can keep its connections busy."""


class MailboxSync:
    """One round per call. State is saved with what it describes, so a kill at any moment costs at most one page.

    The gateway stays its owner's: `close` closes the store only.
    """

    def __init__(self, gateway: MailboxGateway, store_path: Path, key: bytes, settings: MailSettings) -> None:
        self._gateway = gateway
        self._settings = settings
        self._database = Database(store_path, key)
        self._store = MirrorStore(self._database)
        self._bodies = BodyStore(self._database)
        self._keeping = Keeping(self._database)
        self._pending = PendingStore(self._database)
        self._outbox = Outbox(self._database, gateway)
        self._index = SearchIndex(self._database)
        self._calendar = CalendarSync(self._database, gateway.calendar)
        self._owner: Person | None = None
        self._news: deque[FolderId] = deque(maxlen=1000)

    def round(self) -> Iterator[SyncEvent]:
        """Pending actions and outbox, folders, pages of every folder (Inbox first), then bodies newest first.

        Yields at least every 64 messages or 2 MB; may be closed between two yields. Raises `GatewayError` and
        `StoreError`; what was applied until then stays. While many bodies are fetched it looks for changes in between.
        """
        is_done = False
        while not is_done:
            began = time.monotonic()
            yield from self.perform_pending()
            yield from self._take_folders()
            yield from self._take_pages()
            yield from self._clear_away()
            yield from self._keeping.drop_older()
            if self._pending.is_waiting():  # what waited for an id that the pages have brought
                yield from self._perform()
            done, wanted = self._bodies.counts()
            are_few = wanted - done <= _FEW_BODIES
            yield from self._catch_up_index(with_body_only=are_few)
            try:
                is_done = yield from self._take_bodies(began + self._settings.poll_interval, are_few)
            except GatewayError:
                yield from self._catch_up_index()
                raise
        yield from self._catch_up_index()

    def perform_pending(self) -> Iterator[SyncEvent]:
        """Only pending actions and the outbox: what to do at once when she acted."""
        owner = self._signed_in()
        yield from self._perform()
        yield from self._outbox.send_queued(owner)
        yield from self._calendar.perform()

    def look_into(self, folder_ids: Sequence[FolderId]) -> None:
        """Something changed in these (a notification): taken before the rest of the round. From any thread."""
        self._news.extend(folder_ids)

    def due_in(self) -> float | None:
        """Seconds until a mail that waits for its moment may go; None when none waits."""
        moment = self._outbox.next_send_at()
        return None if moment is None else max(0.0, (moment - datetime.now(UTC)).total_seconds())

    def close(self) -> None:
        self._database.close()

    def _signed_in(self) -> Person:
        if self._owner is None:
            self._owner = self._gateway.check_sign_in()
            self._store.set_fact("owner", people_text((self._owner,)))
        return self._owner

    # --- what she did ------------------------------------------------------------------------------------------------

    def _perform(self) -> Iterator[SyncEvent]:
        while (following := self._pending.begin_next()) is not None:
            try:
                new_id = self._gateway.perform(following.action)
            except ItemGone:
                yield from self._item_gone(following)
            except Refused as error:
                yield from self._take_back(following, error.code)
            else:
                yield self._pending.performed(following, new_id)

    def _item_gone(self, gone: NextAction) -> Iterator[SyncEvent]:
        """Nothing is left under that id. For a delete, and for a move that was begun before, that is how success looks;
        the folders will tell."""
        if gone.kind == "delete" or (gone.kind == "move" and gone.was_begun):
            yield self._pending.performed(gone, None)
        else:
            yield from self._take_back(gone, GONE, is_told=gone.kind != "read")

    def _take_back(self, action: NextAction, code: str, *, is_told: bool = True) -> Iterator[SyncEvent]:
        changes, refused = self._pending.refused(action, code)
        yield changes
        if refused is not None and is_told:
            yield refused

    # --- what the server says ----------------------------------------------------------------------------------------

    def _take_folders(self) -> Iterator[SyncEvent]:
        state = self._store.folders_sync_state()
        is_restart = state is None
        seen: set[FolderId] = set()
        while True:
            try:
                batch = self._gateway.folders(state)
            except SyncStateLost:
                if state is None:
                    raise
                self._store.forget_folders_state()
                state, is_restart, seen = None, True, set()
                continue
            seen.update(folder.id for folder in batch.folders)
            yield from _events(self._store.apply_folders(batch, seen=seen if is_restart else None))
            state = batch.sync_state
            if batch.is_last:
                return

    def _take_pages(self) -> Iterator[SyncEvent]:
        walked: set[FolderId] = set()
        for folder in self._store.folder_states():
            walked |= yield from self._take_news()
            if folder.id not in walked:  # what we know of it here is older than that walk
                yield from self._walk_or_lose(folder)
            if folder.role is FolderRole.INBOX:
                yield from self._calendar.take_pages()

    def _take_news(self) -> Generator[SyncEvent, None, set[FolderId]]:
        """Folders the server has just spoken of, in the midst of a long round: new mail is not to wait for its end."""
        named = set()
        while self._news:
            named.add(self._news.popleft())
        if named:
            for folder in self._store.folder_states():
                if folder.id in named:
                    yield from self._walk_or_lose(folder)
            yield from self._calendar.take_news(named)
        return named

    def _walk_or_lose(self, folder: FolderState) -> Iterator[SyncEvent]:
        try:
            yield from self._walk(folder)
        except ItemGone:
            yield from _events(self._store.folder_gone(folder))

    def _walk(self, folder: FolderState) -> Iterator[SyncEvent]:
        """All pages of one folder since its state."""
        walk_began = self._pending.performed_so_far()
        announce_after = self._announce_after(folder)
        state = folder.sync_state
        if folder.restart == "sweeping":
            yield from self._sweep(folder)
        while True:
            try:
                batch = self._gateway.changes(folder.id, state)
            except SyncStateLost:
                if state is None:
                    raise
                self._store.begin_again(folder)
                announce_after = self._store.newest_in(folder) if announce_after is not None else None
                state = None
                continue
            yield from _events(
                self._store.apply_page(folder, batch, walk_began=walk_began, announce_after=announce_after)
            )
            state = batch.sync_state
            if batch.is_last:
                yield from self._sweep(folder)
                return

    def _announce_after(self, folder: FolderState) -> int | None:
        """What came after the first complete sync is news; while listing again, only what is newer than all here."""
        if folder.role is not FolderRole.INBOX or not folder.is_complete:
            return None
        return self._store.newest_in(folder) if folder.restart == "listing" else -(2**62)

    def _sweep(self, folder: FolderState) -> Iterator[SyncEvent]:
        for applied in self._store.sweep(folder):
            yield from _events(applied)

    def _clear_away(self) -> Iterator[SyncEvent]:
        for applied in self._store.clear_away():
            yield from _events(applied)

    # --- bodies ------------------------------------------------------------------------------------------------------

    def _take_bodies(self, until: float, are_few: bool) -> Generator[SyncEvent, None, bool]:
        """Newest first. False: there are more, but it is time to look for changes again."""
        done, total = self._bodies.counts()
        last: WantedBody | None = None
        many = self._settings.body_chunk * max(1, self._settings.connections) * _CHUNKS_ASKED
        while wanted := self._bodies.wanted(last, many):
            if last is None:
                yield SyncProgress(done, total)
            last = wanted[-1]
            for stored in self._fetch(wanted):
                done += len(stored.item_ids)
                yield stored
                yield SyncProgress(min(done, total), total)
                yield from self._take_news()
            yield from self._catch_up_index(with_body_only=are_few)
            if self._pending.is_waiting() or self._outbox.is_waiting() or self._calendar.is_waiting():
                yield from self.perform_pending()
            if time.monotonic() > until:
                return False
        return True

    def _fetch(self, wanted: Sequence[WantedBody]) -> Iterator[MailboxChanges]:
        buffer: list[RawMessage] = []
        size = 0
        given = set()
        stream = iter(self._gateway.bodies([one.item_id for one in wanted]))
        try:
            for raw in stream:
                given.add(raw.item_id)
                buffer.append(raw)
                size += len(raw.mime)
                if len(buffer) >= TRANSACTION_MESSAGES or size >= TRANSACTION_BYTES:
                    yield MailboxChanges(item_ids=tuple(self._bodies.store(buffer)))
                    buffer, size = [], 0
        except GatewayError:
            if buffer:
                yield MailboxChanges(item_ids=tuple(self._bodies.store(buffer)))
            raise
        finally:
            if isinstance(stream, Generator):
                stream.close()
        if buffer:
            yield MailboxChanges(item_ids=tuple(self._bodies.store(buffer)))
        missing = [one for one in wanted if one.item_id not in given]
        if missing:
            self._bodies.not_given(missing)

    def _catch_up_index(self, *, with_body_only: bool = False) -> Iterator[SyncEvent]:
        for item_ids in self._index.catch_up(with_body_only=with_body_only):
            yield MailboxChanges(item_ids=tuple(item_ids))
        for item_ids in grouping.catch_up(self._database):
            yield MailboxChanges(item_ids=tuple(item_ids))


def _events(applied: Applied) -> Iterator[SyncEvent]:
    yield applied.changes
    yield from applied.refused

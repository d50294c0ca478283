"""The sync of all shared mailboxes, one after another, each into its own store. Run by the service beside hers, on a
thread of its own, so that none of them holds her own mail up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ..database import Database
from ..errors import MailError, Offline, WrongPassword
from ..gateway import MailboxGateway
from ..model import FolderId, SyncEvent
from ..settings import MailSettings
from ..sync import MailboxSync
from .model import SharedMailbox, SharedMailboxFailed
from .naming import prefix_of, shown_event, split
from .store import shared_mailboxes, shared_store

Event = SyncEvent | SharedMailboxFailed


@dataclass(slots=True)
class _Open:
    gateway: MailboxGateway
    sync: MailboxSync


class SharedMailSync:
    """``gateway`` gives her own (another one after a new password); ``may_begin`` is asked at the start of a round: her
    own mailbox comes first. Looks at each round which mailboxes are open."""

    def __init__(
        self,
        gateway: Callable[[], MailboxGateway],
        own_store: Path,
        key: bytes,
        settings: MailSettings,
        may_begin: Callable[[], bool] = lambda: True,
    ) -> None:
        self._gateway, self._own_store, self._key, self._settings = gateway, own_store, key, settings
        self._may_begin = may_begin
        self._own: Database | None = None
        self._open: dict[str, _Open] = {}
        self._failed: dict[str, tuple[type[Exception], tuple[object, ...]]] = {}
        self._news: deque[tuple[str, FolderId]] = deque(maxlen=1000)

    def look_into(self, folder_ids: Sequence[FolderId]) -> None:
        """Something changed in these (a notification): their mailbox is looked at first. From any thread."""
        for folder_id in folder_ids:
            prefix, own = split(folder_id)
            self._news.append((prefix, FolderId(own)))

    def round(self) -> Iterator[Event]:
        """One round of each. What one of them meets is told (once) and does not keep the others from theirs.

        Raises `Offline` and `WrongPassword`, which are the same for all.
        """
        if not self._may_begin() or not self._own_store.exists():
            return
        wanted = self._wanted()
        for address in [address for address in self._open if address not in {one.address for one in wanted}]:
            self._close(address)
        called = self._called(wanted)
        for shared in [*called, *(one for one in wanted if one not in called)]:
            with closing(self._one(shared, lambda sync: sync.round())) as events:
                for event in events:
                    yield event
                    for other in self._called(wanted):  # a first sync may be long: news elsewhere do not wait for it
                        if other != shared:
                            yield from self._one(other, lambda sync: sync.round())

    def _called(self, wanted: Sequence[SharedMailbox]) -> list[SharedMailbox]:
        """Those that there is news of; what changed is told to their syncs."""
        called: dict[str, list[FolderId]] = {}
        while self._news:
            prefix, folder_id = self._news.popleft()
            called.setdefault(prefix, []).append(folder_id)
        found = [one for one in wanted if prefix_of(one.address) in called]
        for one in found:
            if one.address in self._open:
                self._open[one.address].sync.look_into(called[prefix_of(one.address)])
        return found

    def perform_pending(self) -> Iterator[Event]:
        """Only what she did in them."""
        for shared in self._wanted() if self._own_store.exists() else []:
            if shared.address in self._open:
                yield from self._one(shared, lambda sync: sync.perform_pending())

    def close(self) -> None:
        for address in list(self._open):
            self._close(address)
        if self._own is not None:
            self._own.close()
            self._own = None

    def _wanted(self) -> list[SharedMailbox]:
        if self._own is None:
            self._own = Database(self._own_store, self._key)
        return shared_mailboxes(self._own)

    def _one(
        self, shared: SharedMailbox, steps: Callable[[MailboxSync], Iterator[SyncEvent]]
    ) -> Generator[Event, None, None]:
        prefix = prefix_of(shared.address)
        try:
            events = steps(self._sync_of(shared.address))
            with closing(events):  # type: ignore[type-var]
                for event in events:
                    if (shown := shown_event(prefix, event)) is not None:
                        yield shown
        except (Offline, WrongPassword):
            raise
        except MailError as error:
            self._close(shared.address)  # whose mail it is, is asked again before anything more is taken
            failure = (type(error), error.args)
            if self._failed.get(shared.address) != failure:
                self._failed[shared.address] = failure
                yield SharedMailboxFailed(shared, error)
        else:
            self._failed.pop(shared.address, None)

    def _sync_of(self, address: str) -> MailboxSync:
        if address not in self._open:
            gateway = self._gateway().of(address)
            path = shared_store(self._own_store, address)
            self._open[address] = _Open(gateway, MailboxSync(gateway, path, self._key, self._settings))
        return self._open[address].sync

    def _close(self, address: str) -> None:
        gone = self._open.pop(address, None)
        for part in () if gone is None else (gone.sync, gone.gateway):
            with suppress(Exception):
                part.close()

"""The text of attachments into the index, of her own mailbox first, then of each shared one that is open. Run by the
service's background thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from ..database import Database
from ..errors import StoreError
from ..model import ItemId
from ..search.files import AttachmentIndexer
from .naming import prefix_of
from .store import shared_mailboxes, shared_store


class JoinedAttachmentIndexer:
    """As `AttachmentIndexer`, over all mailboxes. A shared store that does not open is left out. Raises `StoreError`
    for her own."""

    def __init__(
        self,
        own_store: Path,
        key: bytes,
        make_indexer: Callable[[Path, bytes], AttachmentIndexer] = AttachmentIndexer,
    ) -> None:
        self._own_store, self._key, self._make_indexer = own_store, key, make_indexer
        self._own = make_indexer(own_store, key)

    def catch_up(self) -> Iterator[ItemId]:
        """One message a step, with the window's ids; may be closed between two."""
        yield from self._own.catch_up()
        with closing(Database(self._own_store, self._key)) as own:
            mailboxes = shared_mailboxes(own)
        for one in mailboxes:
            path = shared_store(self._own_store, one.address)
            if not path.exists():
                continue
            try:
                indexer = self._make_indexer(path, self._key)
            except StoreError:
                continue
            with closing(indexer):
                for item_id in indexer.catch_up():
                    yield ItemId(prefix_of(one.address) + item_id)

    def close(self) -> None:
        self._own.close()

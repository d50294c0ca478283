"""Her mailbox with those shared with her beside it: one face for the window, which routes by the ids' prefixes."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import Refused, StoreError
from ..item_ids import ItemIds
from ..mailbox import Mailbox
from ..model import Attachment, Folder, FolderId, FolderRole, ItemId, Message, MessageSummary
from ..search.index import Found
from ..threads.conversations import Conversations
from .asked_folders import AskedFolders, asked_folders
from .joined_conversations import JoinedConversations
from .model import SharedMailbox
from .naming import prefix_of, shown_folder, split
from .store import keep_shared, shared_mailboxes, shared_store

BETWEEN_MAILBOXES = "MoveBetweenMailboxes"
"""Code of a `Refused`: a message cannot be moved from one mailbox into another."""


class MailboxWithShared(Mailbox):
    """Her own mailbox where an id has no prefix. What has one goes to that mailbox's own store.

    A shared store that does not open is left out; hers is never held up by it. Raises `StoreError` for her own.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__(path, key)
        self._path, self._key = path, key
        self._lock = threading.Lock()
        self.conversations = JoinedConversations(self.conversations, self._conversations_of)
        self._opened: dict[str, Mailbox] = {}
        self._acted_in: list[tuple[str, int]] = []
        """Acts in shared mailboxes, newest last: the prefix, and the number of her own newest act at that time."""

    # --- which there are ---

    def shared(self) -> list[SharedMailbox]:
        """The shared mailboxes that are open."""
        return shared_mailboxes(self._database)

    def open_shared(self, mailbox: SharedMailbox) -> None:
        """Show it from now on; the service fetches its mail. Check it first: `CheckSharedMailbox`."""
        keep_shared(self._database, mailbox, True)

    def close_shared(self, address: str) -> None:
        """Show and fetch it no more."""
        found = next((one for one in self.shared() if one.address == address.lower()), None)
        if found is not None:
            keep_shared(self._database, found, False)

    def shared_folders(self) -> dict[str, tuple[str, list[FolderId]]]:
        """By the owner's address: the prefix of its ids, and the server's ids of the folders known of it so far."""
        of_prefix: dict[str, list[FolderId]] = {}
        for folder in self.folders():
            prefix, own = split(folder.id)
            if prefix and own:
                of_prefix.setdefault(prefix, []).append(FolderId(own))
        prefixes = {one.address: prefix_of(one.address) for one in self.shared()}
        return {address: (prefix, of_prefix[prefix]) for address, prefix in prefixes.items() if prefix in of_prefix}

    # --- reading ---

    def folders(self) -> list[Folder]:
        """Hers, then of each shared mailbox a folder named for its owner (its id is the bare prefix) with its own."""
        folders = super().folders()
        for shared in self.shared():
            prefix = prefix_of(shared.address)
            root = FolderId(prefix)
            own = [] if (store := self._store(prefix)) is None else store.folders()
            unread = sum(folder.unread_count for folder in own if folder.role is FolderRole.INBOX)
            name = shared.owner.name or shared.owner.address
            folders.append(Folder(root, None, name, FolderRole.OTHER, 0, unread))
            folders += [shown_folder(prefix, folder, root) for folder in own]
        return folders

    def message_ids(self, folder_id: FolderId, *, unread_only: bool = False) -> Sequence[ItemId]:
        prefix, own = split(folder_id)
        if not prefix:
            return super().message_ids(folder_id, unread_only=unread_only)
        store = self._store(prefix)
        found = store.message_ids(FolderId(own), unread_only=unread_only) if store is not None and own else ()
        return [ItemId(prefix + one) for one in found]

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        groups = _by_mailbox(item_ids)
        if set(groups) <= {""}:
            return super().summaries(item_ids)
        found: dict[ItemId, MessageSummary] = {}
        for prefix, own in groups.items():
            if not prefix:
                found.update((row.id, row) for row in super().summaries(own))
            elif (store := self._store(prefix)) is not None:
                for row in store.summaries(own):
                    shown = _shown(prefix, row)
                    found[shown.id] = shown
        return [found[one] for one in item_ids if one in found]

    def message(self, item_id: ItemId) -> Message | None:
        prefix, own = split(item_id)
        if not prefix:
            return super().message(item_id)
        store = self._store(prefix)
        message = store.message(ItemId(own)) if store is not None else None
        if message is None:
            return None
        return replace(message, summary=_shown(prefix, message.summary))

    def mime(self, item_id: ItemId) -> bytes | None:
        prefix, own = split(item_id)
        if not prefix:
            return super().mime(item_id)
        store = self._store(prefix)
        return store.mime(ItemId(own)) if store is not None else None

    def search(self, words: str, *, limit: int = 200) -> list[ItemId]:
        return self.find(words, limit=limit).ids

    def find(self, words: str, *, limit: int = 200, within: Collection[FolderId] | None = None) -> Found:
        """In all mailboxes: those with the marks she typed first, newest first in either group. A folder asked for may
        be any mailbox's, a shared mailbox by its owner's name, or one of its folders: "Văn phòng Bộ/Thư đã gửi"."""
        shared = self.shared()
        if not shared:
            return super().find(words, limit=limit, within=within)
        meant = asked_folders(words, self.folders) if within is None else AskedFolders(frozenset(within))
        found = super().find(words, limit=limit, within=None if meant is None else meant.of(""))
        exact, others = found.ids[: found.exact], found.ids[found.exact :]
        problems = found.problems if meant is None else (*found.problems, *meant.problems)
        is_joined = False
        for one in shared:
            prefix = prefix_of(one.address)
            folders = None if meant is None else meant.of(prefix)
            if (folders is None or folders) and (store := self._store(prefix)) is not None:
                more = store.find(words, limit=limit, within=folders)
                exact += [ItemId(prefix + one) for one in more.ids[: more.exact]]
                others += [ItemId(prefix + one) for one in more.ids[more.exact :]]
                is_joined = is_joined or bool(more.ids)
        if not is_joined:
            return Found(found.ids, found.exact, problems)
        exact = self._newest_first(exact)[:limit]
        others = self._newest_first(others)[: limit - len(exact)]
        return Found([*exact, *others], len(exact), problems)

    def attachment(self, message: Message, index: int) -> Attachment:
        return message.attachments[index]

    # --- acting ---

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool = True, *, undoable: bool = True) -> None:
        for store, own in self._each(item_ids, counts=undoable):
            store.mark_read(own, is_read, undoable=undoable)

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool = True) -> None:
        for store, own in self._each(item_ids):
            store.flag(own, is_flagged)

    def categorise(self, item_ids: Sequence[ItemId], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        for store, own in self._each(item_ids):
            store.categorise(own, add=add, remove=remove)

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        for store, own in self._each(item_ids):
            store.delete(own)

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        """Raises `Refused` where it would go into another mailbox: nothing is moved then."""
        target, own_folder = split(to_folder_id)
        if set(_by_mailbox(item_ids)) - {target} or (target and not own_folder):
            raise Refused(BETWEEN_MAILBOXES)
        for store, own in self._each(item_ids):
            store.move(own, FolderId(own_folder))

    def undo(self) -> bool:
        """The newest act of all mailboxes."""
        while self._acted_in and self._newest_own_act() <= self._acted_in[-1][1]:
            store = self._store(self._acted_in.pop()[0])
            if store is not None and store.undo():
                return True
        return super().undo()

    def close(self) -> None:
        with self._lock:
            for store in self._opened.values():
                store.close()
            self._opened.clear()
        super().close()

    # --- inside ---

    def _each(
        self, item_ids: Sequence[ItemId], *, counts: bool = True
    ) -> list[tuple[Mailbox | _Own, Sequence[ItemId]]]:
        found: list[tuple[Mailbox | _Own, Sequence[ItemId]]] = []
        for prefix, own in _by_mailbox(item_ids).items():
            store = self._store(prefix) if prefix else _Own(self)
            if store is None:
                continue
            if counts and prefix:
                self._acted_in.append((prefix, self._newest_own_act()))
                del self._acted_in[:-100]
            found.append((store, own))
        return found

    def _conversations_of(self, prefix: str) -> Conversations | None:
        store = self._store(prefix)
        return None if store is None else store.conversations

    def _newest_first(self, item_ids: Sequence[ItemId]) -> list[ItemId]:
        rows = sorted(self.summaries(item_ids), key=lambda row: row.received_at, reverse=True)
        return [row.id for row in rows]

    def _newest_own_act(self) -> int:
        with self._database.read() as connection:
            return int(connection.exec_driver_sql("SELECT coalesce(max(act), 0) FROM act_steps").scalar_one())

    def _store(self, prefix: str) -> Mailbox | None:
        """The store of an open shared mailbox; None while there is none yet, or while it does not open."""
        with self._lock:
            if prefix in self._opened:
                return self._opened[prefix]
            shared = next((one for one in self.shared() if prefix_of(one.address) == prefix), None)
            path = None if shared is None else shared_store(self._path, shared.address)
            if path is None or not path.exists():
                return None
            try:
                self._opened[prefix] = Mailbox(path, self._key)
            except StoreError:
                return None
            return self._opened[prefix]


class _Own:
    """Her own mailbox, past the routing."""

    def __init__(self, whole: MailboxWithShared) -> None:
        self._whole = whole

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool, *, undoable: bool) -> None:
        Mailbox.mark_read(self._whole, item_ids, is_read, undoable=undoable)

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool) -> None:
        Mailbox.flag(self._whole, item_ids, is_flagged)

    def categorise(self, item_ids: Sequence[ItemId], *, add: Sequence[str], remove: Sequence[str]) -> None:
        Mailbox.categorise(self._whole, item_ids, add=add, remove=remove)

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        Mailbox.delete(self._whole, item_ids)

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        Mailbox.move(self._whole, item_ids, to_folder_id)


def _by_mailbox(item_ids: Sequence[ItemId]) -> dict[str, Sequence[ItemId]]:
    if isinstance(item_ids, ItemIds):
        return {"": item_ids}  # hers alone, and perhaps a million
    groups: dict[str, list[ItemId]] = {}
    for item_id in item_ids:
        prefix, own = split(item_id)
        groups.setdefault(prefix, []).append(ItemId(own))
    return dict(groups)


def _shown(prefix: str, summary: MessageSummary) -> MessageSummary:
    return replace(summary, id=ItemId(prefix + summary.id), folder_id=FolderId(prefix + summary.folder_id))

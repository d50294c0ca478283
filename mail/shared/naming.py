"""How messages and folders of a shared mailbox are named in the window, where ids of several mailboxes meet.

"@", eight digits made from the owner's address, ":", and the id as that mailbox's own store has it. Used on both sides
of the process border.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TypeVar

from ..model import ActionRefused, Folder, FolderId, ItemId, MailboxChanges, MoveItem, SyncEvent, SyncProgress

Id = TypeVar("Id", bound=str)
_LENGTH = 10


def prefix_of(address: str) -> str:
    return f"@{hashlib.sha256(address.strip().lower().encode()).hexdigest()[:8]}:"


def split(id_: str) -> tuple[str, str]:
    """(prefix, the store's own id); the prefix is "" for her own mailbox."""
    if id_.startswith("@") and id_[_LENGTH - 1 : _LENGTH] == ":":
        return id_[:_LENGTH], id_[_LENGTH:]
    return "", id_


def is_same_mailbox(one: str, other: str) -> bool:
    """Whether two ids, of folders or messages, belong to one mailbox."""
    return split(one)[0] == split(other)[0]


def shown_folder(prefix: str, folder: Folder, root: FolderId) -> Folder:
    parent = root if folder.parent_id is None else FolderId(prefix + folder.parent_id)
    return replace(folder, id=FolderId(prefix + folder.id), parent_id=parent)


def shown_event(prefix: str, event: SyncEvent) -> SyncEvent | None:
    """What a sync of a shared mailbox tells, as the window is to hear it; None for what it need not."""
    match event:
        case MailboxChanges():
            return MailboxChanges(
                folders=event.folders,
                folder_ids=tuple(FolderId(prefix + one) for one in event.folder_ids),
                item_ids=tuple(ItemId(prefix + one) for one in event.item_ids),
            )
        case ActionRefused(action, code):
            named = replace(action, item_id=ItemId(prefix + action.item_id))
            if isinstance(named, MoveItem):
                named = replace(named, to_folder_id=FolderId(prefix + named.to_folder_id))
            return ActionRefused(named, code)
        case SyncProgress():
            return None

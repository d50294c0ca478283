"""Conversations of her own mailbox and of those shared with her; none reaches from one mailbox into another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..model import FolderId, FolderRole, ItemId, MessageSummary
from ..threads.conversations import ConversationRow, Conversations
from .naming import split


class JoinedConversations(Conversations):
    """``of`` gives those of the shared mailbox with a prefix, or None."""

    def __init__(self, own: Conversations, of: Callable[[str], Conversations | None]) -> None:
        super().__init__(own._database)
        self._of = of

    def around(self, item_id: ItemId) -> list[MessageSummary]:
        prefix, own = split(item_id)
        if not prefix:
            return super().around(item_id)
        there = self._of(prefix)
        found = there.around(ItemId(own)) if there is not None else []
        return [replace(one, id=ItemId(prefix + one.id), folder_id=FolderId(prefix + one.folder_id)) for one in found]

    def whole(self, item_ids: Sequence[ItemId]) -> list[tuple[ItemId, FolderId, FolderRole]]:
        of_mailbox: dict[str, list[ItemId]] = {}
        for item_id in item_ids:
            prefix, own = split(item_id)
            of_mailbox.setdefault(prefix, []).append(ItemId(own))
        found = super().whole(of_mailbox.pop("", []))
        for prefix, ids in of_mailbox.items():
            there = self._of(prefix)
            for item_id, folder_id, role in there.whole(ids) if there is not None else []:
                found.append((ItemId(prefix + item_id), FolderId(prefix + folder_id), role))
        return found

    def newest_of_each(self, item_ids: Sequence[ItemId]) -> list[ItemId]:
        """A list is of one mailbox; one of several (a search) comes back as it is."""
        prefix = split(item_ids[0])[0] if item_ids else ""
        if not prefix:
            return super().newest_of_each(item_ids)
        there = self._of(prefix)
        pairs = [split(one) for one in item_ids]
        if there is None or any(one != prefix for one, _ in pairs):
            return list(item_ids)
        return [ItemId(prefix + one) for one in there.newest_of_each([ItemId(own) for _, own in pairs])]

    def rows(self, folder_id: FolderId, item_ids: Sequence[ItemId]) -> dict[ItemId, ConversationRow]:
        prefix, own_folder = split(folder_id)
        if not prefix:
            return super().rows(folder_id, item_ids)
        there = self._of(prefix)
        own = [ItemId(one) for found, one in map(split, item_ids) if found == prefix]
        found = there.rows(FolderId(own_folder), own) if there is not None else {}
        return {ItemId(prefix + item_id): row for item_id, row in found.items()}

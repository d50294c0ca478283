"""The local mailbox: everything a person does with her mail that needs no network. Answers at once, offline too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .model import (
    Attachment,
    Draft,
    DraftId,
    Folder,
    FolderId,
    ItemId,
    Message,
    MessageSummary,
    Outgoing,
)


class Mailbox:
    """One account's mailbox as this PC knows it: server truth with her pending actions laid over it.

    Thread-safe; every call is short (one read, or one small write). Raises `StoreError` only.
    """

    def folders(self) -> list[Folder]:
        """All mail folders, parents before children, well-known ones first; counts with pending actions laid over."""
        raise NotImplementedError

    def message_ids(self, folder_id: FolderId, *, unread_only: bool = False) -> list[ItemId]:
        """Ids of a folder's messages, newest first: the whole list, cheap (1,000,000 ids in under 1 s)."""
        raise NotImplementedError

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        """Rows for these ids, in their order; ids that are gone are left out."""
        raise NotImplementedError

    def message(self, item_id: ItemId) -> Message | None:
        """The message read whole, or None if its body is not here yet."""
        raise NotImplementedError

    def attachment_content(self, item_id: ItemId, index: int) -> bytes:
        raise NotImplementedError

    def save_attachment(self, item_id: ItemId, index: int, folder: Path) -> Path:
        """Write one attachment into ``folder`` under a safe, free name; returns where it is."""
        raise NotImplementedError

    def mime(self, item_id: ItemId) -> bytes | None:
        """The message as it came, for .eml."""
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 200) -> list[ItemId]:
        """Messages whose subject, people or text hold all the words, marks or not, newest first."""
        raise NotImplementedError

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool = True) -> None:
        raise NotImplementedError

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool = True) -> None:
        raise NotImplementedError

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        raise NotImplementedError

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        raise NotImplementedError

    def undo(self) -> bool:
        """Take the newest act back: a pending one is deleted; one already performed gets its opposite. False: nothing."""
        raise NotImplementedError

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; called by itself while she writes."""
        raise NotImplementedError

    def drafts(self) -> list[Draft]:
        """Everything being written, newest first."""
        raise NotImplementedError

    def discard_draft(self, draft_id: DraftId) -> None:
        raise NotImplementedError

    def send(self, draft: Draft) -> None:
        """Into the durable outbox. From here on it is sent exactly once, or said not to be."""
        raise NotImplementedError

    def outbox(self) -> list[Outgoing]:
        """What is on its way or was sent or refused recently, newest first."""
        raise NotImplementedError

    def withdraw(self, draft_id: DraftId) -> bool:
        """Take a mail that is still WAITING (or REFUSED) out of the outbox, back into drafts. False: too late."""
        raise NotImplementedError

    def attachment(self, message: Message, index: int) -> Attachment:
        return message.attachments[index]

    def close(self) -> None:
        raise NotImplementedError


def open_mailbox(path: Path, key: bytes) -> Mailbox:
    """Open (or create) the encrypted store at ``path`` with the raw 32-byte ``key``; upgrades the schema under an
    exclusive lock. Raises `WrongKey`, `UnknownSchema`, `StoreDamaged`, `DiskFull`."""
    raise NotImplementedError

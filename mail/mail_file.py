"""A mail that is a file (.eml) or an attachment of another: read like one of the mailbox, kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from .errors import StoreError
from .mime_headers import people, raw_text
from .mime_tree import Part, parse_tree
from .model import FolderId, ItemId, Message
from .reading import attachment_content, preview_of, read_message
from .saving import save_under_free_name
from .summary import MessageSummary

MOST_BYTES = 150_000_000
_MARK = "file:"


class MailFile:
    """Answers what a reader asks of a `Mailbox`, for one message. Immutable, thread-safe."""

    def __init__(self, mime: bytes, *, dated: datetime | None = None) -> None:
        """``dated`` stands in where the mail itself has no date that can be read."""
        self._mime = mime
        root = parse_tree(mime[:512_000]).root
        senders = (one for name in ("from", "sender") for value in root.values(name) for one in people(value))
        self.id = ItemId(f"{_MARK}{id(self):x}")
        summary = MessageSummary(
            id=self.id,
            folder_id=FolderId(""),
            subject=root.subject(),
            sender=next(senders, None),
            to=tuple(one for value in root.values("to")[:5] for one in people(value)),
            received_at=_moment(root) or dated or datetime.now(UTC),
            is_read=True,
            has_attachments=False,
            size=len(mime),
            has_body=True,
        )
        self._message = read_message(mime, summary)

    @property
    def summary(self) -> MessageSummary:
        return self._message.summary

    def message(self, item_id: ItemId) -> Message | None:
        return self._message if item_id == self.id else None

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        return [self.summary for item_id in item_ids if item_id == self.id]

    def attachment_content(self, item_id: ItemId, index: int) -> bytes:
        return attachment_content(self._mime, index)

    def save_attachment(self, item_id: ItemId, index: int, folder: Path) -> Path:
        """Raises `OSError`."""
        known = self._message.attachments
        name = known[index].name if 0 <= index < len(known) else ""
        return save_under_free_name(folder, name, self.attachment_content(item_id, index))

    def mime(self, item_id: ItemId) -> bytes | None:
        return self._mime

    @property
    def preview(self) -> str:
        return preview_of(self._message)


def open_mail_file(path: Path) -> MailFile:
    """Raises `OSError`; `StoreError` for a file larger than any mail."""
    found = path.stat()
    if found.st_size > MOST_BYTES:
        raise StoreError(str(path), "too large")
    return MailFile(path.read_bytes(), dated=datetime.fromtimestamp(found.st_mtime, UTC))


def _moment(root: Part) -> datetime | None:
    received = [value.rpartition(";")[2] for value in root.values("received")[:1]]
    for text in (*root.values("date")[:1], *received):
        try:
            moment = parsedate_to_datetime(raw_text(text)[:200].strip())
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
            return moment.astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None

"""What a reader asks for its mail: the mailbox of this PC, or a mail that is a file. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from mail import ItemId, Message


class MailSource(Protocol):
    """`mail.Mailbox` and `mail.MailFile` are such. Called on workers."""

    def message(self, item_id: ItemId) -> Message | None: ...
    def attachment_content(self, item_id: ItemId, index: int) -> bytes: ...
    def save_attachment(self, item_id: ItemId, index: int, folder: Path) -> Path: ...
    def mime(self, item_id: ItemId) -> bytes | None: ...


OpenSource = Callable[[], MailSource]

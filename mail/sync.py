"""The one conversation with the mail server: performs what is pending, then takes what changed. Run by the service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .gateway import MailboxGateway
from .model import SyncEvent
from .settings import MailSettings


class MailboxSync:
    """One round per call. State is saved with what it describes, so a kill at any moment costs at most one page."""

    def __init__(self, gateway: MailboxGateway, store_path: Path, key: bytes, settings: MailSettings) -> None:
        raise NotImplementedError

    def round(self) -> Iterator[SyncEvent]:
        """Pending actions and outbox, folders, pages of every folder (Inbox first), then bodies newest first.

        Yields at least every 64 messages or 2 MB; may be closed between two yields. Raises `GatewayError`, `StoreError`;
        what was applied until then stays.
        """
        raise NotImplementedError

    def perform_pending(self) -> Iterator[SyncEvent]:
        """Only pending actions and the outbox: what to do at once when she acted."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

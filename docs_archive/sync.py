"""The one conversation with the portal: takes verified pages of changes, stores them, indexes them. Run by the service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .gateway import PortalGateway
from .model import ArchiveEvent


class ArchiveSync:
    """One round per call. A page and its cursor go into one transaction; the index catches up from the store."""

    def __init__(self, gateway: PortalGateway, folder: Path) -> None:
        raise NotImplementedError

    def round(self, *, force: bool = False) -> Iterator[ArchiveEvent]:
        """Ask for news (or not, with ``force``), then pages until there is nothing newer, then the index. May be closed
        between two yields. Raises `FeedError`, `ArchiveStoreError`; what was applied stays."""
        raise NotImplementedError

    def reindex(self) -> Iterator[ArchiveEvent]:
        """Build the search index anew from the store."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

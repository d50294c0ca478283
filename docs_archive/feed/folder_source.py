"""A copy of the feed in a folder: a USB stick, a share of the department. As little trusted as any other source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from docs_archive.errors import FeedDamaged, FeedOffline, FeedServerError

from .answer import Answer

_CHUNK = 256 << 10


class FolderSource:
    """Files below ``folder``, or below its ``feed``. Raises `FeedOffline` (not there), `FeedServerError` (404: no such
    file), `FeedDamaged` (longer than it may be)."""

    name = "folder"

    def __init__(self, folder: Path) -> None:
        inside = folder / "feed"
        self.folder = inside if (inside / "timestamp.json").is_file() else folder

    @property
    def is_a_feed(self) -> bool:
        return (self.folder / "timestamp.json").is_file()

    def get(self, path: str, max_length: int, headers: Mapping[str, str] | None = None) -> Answer:
        body = bytearray()
        for chunk in self.stream(path):
            body += chunk
            if len(body) > max_length:
                raise FeedDamaged(path)
        return Answer(200, "", bytes(body))

    def stream(self, path: str) -> Iterator[bytes]:
        try:
            root = self.folder.resolve(strict=True)
            # What leads out of the folder (a link, "..") is no part of the copy.
            file = (root / path).resolve()
            if not file.is_relative_to(root) or not file.is_file():
                raise FeedServerError(404)
            with file.open("rb") as opened:
                while chunk := opened.read(_CHUNK):
                    yield chunk
        except OSError as error:  # pulled out, gone with the network
            raise FeedOffline(self.name) from error

    def close(self) -> None:
        """Nothing is held open."""

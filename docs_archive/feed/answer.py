"""What a source of the feed answers, and what a source is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    etag: str
    body: bytes


class FeedSource(Protocol):
    """Somewhere the feed's files lie. None is trusted: everything read is checked against the signed metadata. Raises
    `FeedError` only. ``name`` is for logs."""

    @property
    def name(self) -> str: ...
    def get(self, path: str, max_length: int, headers: Mapping[str, str] | None = None) -> Answer:
        """A small file whole, 200 or 304."""
        ...

    def stream(self, path: str) -> Iterator[bytes]: ...
    def close(self) -> None: ...

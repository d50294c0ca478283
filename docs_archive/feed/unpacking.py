"""zstd, unpacked within bounds: a small file must not become a large memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import zstandard

from docs_archive.errors import FeedDamaged

_MAX_WINDOW = 32 << 20


def unpacked(data: bytes, length: int, name: str) -> bytes:
    """The one frame in ``data``, which must unpack to exactly ``length`` bytes."""
    try:
        content = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(data).read(length + 1)
    except zstandard.ZstdError as error:
        raise FeedDamaged(name) from error
    if len(content) != length:
        raise FeedDamaged(name)
    return content


def unpacked_lines(file: BinaryIO, length: int, name: str) -> Iterator[bytes]:
    """The lines of a packed file, split at LF only, which must come to exactly ``length`` bytes."""
    received, rest = 0, b""
    try:
        with zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(file) as stream:
            while chunk := stream.read(1 << 20):
                received += len(chunk)
                if received > length:
                    raise FeedDamaged(name)
                *lines, rest = (rest + chunk).split(b"\n")
                yield from lines
    except zstandard.ZstdError as error:
        raise FeedDamaged(name) from error
    if received != length or rest:
        raise FeedDamaged(name)

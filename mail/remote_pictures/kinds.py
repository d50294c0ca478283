"""What a picture is, read from its first bytes: kind and size. A server's word for it counts for nothing."""

from __future__ import annotations

import struct

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_000


def picture_kind(content: bytes) -> tuple[str, int, int] | None:
    """Media type, width and height in pixels; None for what is no picture that is shown, or one beyond all measure."""
    try:
        found = _png(content) or _gif(content) or _jpeg(content) or _webp(content)
    except (struct.error, IndexError):
        return None
    if found is None:
        return None
    _, width, height = found
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE and width * height <= MOST_PIXELS):
        return None
    return found


def _png(content: bytes) -> tuple[str, int, int] | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or content[12:16] != b"IHDR":
        return None
    return "image/png", *struct.unpack(">II", content[16:24])


def _gif(content: bytes) -> tuple[str, int, int] | None:
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    return "image/gif", *struct.unpack("<HH", content[6:10])


def _jpeg(content: bytes) -> tuple[str, int, int] | None:
    if content[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    for _ in range(1000):  # segments
        while content[at] == 0xFF and content[at + 1] == 0xFF:
            at += 1
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return "image/jpeg", width, height
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        if length < 2:
            return None
        at += 2 + length
    return None


def _webp(content: bytes) -> tuple[str, int, int] | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    kind = content[12:16]
    if kind == b"VP8X":
        return "image/webp", _three(content[24:27]) + 1, _three(content[27:30]) + 1
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", content[21:25])
        return "image/webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return "image/webp", width & 0x3FFF, height & 0x3FFF
    return None


def _three(raw: bytes) -> int:
    return raw[0] | raw[1] << 8 | raw[2] << 16

"""Words of Word 97 to 2003 (.doc): the piece table of the WordDocument stream in a compound file.

After [MS-DOC] 2.4.1 and [MS-CFB]; every chain and count is bounded, nothing is trusted to be where it says.
"""

from __future__ import annotations

import re
import struct

from .collected import Collected
from .model import Problem
from .plain import unlegacied

_FREE = 0xFFFFFFFA
_MOST_SECTORS = 200_000
_MOST_PIECES = 100_000
_FIELD = re.compile("\x13[^\x13\x14\x15]{0,2000}(?:\x14|(?=\x15))")
_MARKS = str.maketrans({"\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n", "\x1e": "-", "\x1f": None, "\xa0": " "})


class _NotReadable(Exception):
    """Not a compound file, or not Word's."""


def read_word97(content: bytes, collected: Collected) -> None:
    try:
        streams = _Streams(content)
        document = streams.read("WordDocument")
        flags = _number(document, 10, 2)
        if _number(document, 0, 2) != 0xA5EC:
            raise _NotReadable
        if flags & 0x0100:
            collected.problem(Problem.ENCRYPTED)
            return
        table = streams.read("1Table" if flags & 0x0200 else "0Table")
        # fcClx and lcbClx of FibRgFcLcb97: the pair 33 behind the fixed 154 bytes.
        start, size = _number(document, 0x01A2, 4), _number(document, 0x01A6, 4)
        for piece in _pieces(table[start : start + size], document):
            collected.add(piece)
    except (_NotReadable, struct.error):
        collected.problem(Problem.DAMAGED)


def _pieces(clx: bytes, document: bytes) -> list[str]:
    at = 0
    while at < len(clx) and clx[at] == 1:  # Prc: formatting of its own length
        at += 3 + _number(clx, at + 1, 2)
    if at >= len(clx) or clx[at] != 2:
        raise _NotReadable
    size = _number(clx, at + 1, 4)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    if not 0 < count <= _MOST_PIECES:
        raise _NotReadable
    found = []
    for place in range(count):
        letters = _number(plc, 4 * place + 4, 4) - _number(plc, 4 * place, 4)
        where = _number(plc, 4 * (count + 1) + 8 * place + 2, 4)
        if letters <= 0:
            continue
        if where & 0x40000000:
            first = (where & 0x3FFFFFFF) // 2
            text = document[first : first + letters].decode("cp1252", "replace")
        else:
            text = document[where : where + 2 * letters].decode("utf-16-le", "replace")
        found.append(text)
    joined = _FIELD.sub("", "".join(found)).translate(_MARKS)
    return [unlegacied(joined.replace("\x14", "").replace("\x15", ""))]


class _Streams:
    """The streams of a compound file, by name."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, small_shift = _number(content, 30, 2), _number(content, 32, 2)
        if shift not in (9, 12) or small_shift != 6:
            raise _NotReadable
        self._size, self._cutoff = 1 << shift, _number(content, 56, 4)
        self._fat = self._read_fat()
        directory = self._chain(_number(content, 48, 4))
        self._entries: dict[str, tuple[int, int]] = {}
        root = (0, 0)
        for at in range(0, len(directory) - 127, 128):
            entry = directory[at : at + 128]
            length = min(_number(entry, 64, 2), 64)
            name = entry[: max(0, length - 2)].decode("utf-16-le", "replace")
            if entry[66] == 5:
                root = (_number(entry, 116, 4), _number(entry, 120, 4))
            elif entry[66] == 2:
                self._entries.setdefault(name, (_number(entry, 116, 4), _number(entry, 120, 4)))
        self._small = self._chain(root[0])[: root[1]] if root[1] else b""
        small_fat = self._chain(_number(content, 60, 4)) if _number(content, 64, 4) else b""
        self._small_fat = struct.unpack(f"<{len(small_fat) // 4}I", small_fat[: len(small_fat) // 4 * 4])

    def read(self, name: str) -> bytes:
        if name not in self._entries:
            raise _NotReadable
        first, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(first)[:size]
        out, sector = bytearray(), first
        for _ in range(size // 64 + 1):
            if sector >= _FREE or sector >= len(self._small_fat):
                break
            out += self._small[64 * sector : 64 * sector + 64]
            sector = self._small_fat[sector]
        return bytes(out[:size])

    def _read_fat(self) -> tuple[int, ...]:
        sectors = [_number(self._content, 76 + 4 * place, 4) for place in range(109)]
        following, count = _number(self._content, 68, 4), _number(self._content, 72, 4)
        for _ in range(min(count, 2000)):
            if following >= _FREE:
                break
            block = self._sector(following)
            numbers = struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
            sectors += numbers[:-1]
            following = numbers[-1] if numbers else _FREE
        fat = b"".join(self._sector(sector) for sector in sectors if sector < _FREE)
        return struct.unpack(f"<{len(fat) // 4}I", fat[: len(fat) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, first: int) -> bytes:
        out, sector, seen = [], first, 0
        most = min(_MOST_SECTORS, len(self._content) // self._size + 1)
        while sector < _FREE and sector < len(self._fat) and seen < most:
            out.append(self._sector(sector))
            sector = self._fat[sector]
            seen += 1
        return b"".join(out)


def _number(content: bytes, at: int, size: int) -> int:
    piece = content[at : at + size]
    if len(piece) < size:
        raise _NotReadable
    return int.from_bytes(piece, "little")

"""Hands a site's MPEG-TS to a second reader (a recording) while libVLC plays it: from a key frame on, with the tables
before it, in whole packets. Used by `player`; knows of MPEG-TS no more than that takes."""

from __future__ import annotations

import threading
from collections.abc import Callable

PACKET = 188
_SYNC = 0x47
_PAT_PID = 0
_PARAMETER_SETS = (
    b"\x00\x00\x01\x67",
    b"\x00\x00\x01\x27",
    b"\x00\x00\x01\x47",
    b"\x00\x00\x01\x42\x01",
    b"\x00\x00\x01\x40\x01",
)
"""H.264 SPS (three priorities) and H.265 SPS and VPS: what stands before a key frame, also where nobody marks it."""

TapSink = Callable[[bytes], None]
"""Gets whole TS packets. Called on the source's thread: it must return at once, and drop what it cannot take."""


class StreamTap:
    """Feed it everything; while a sink is set, that gets what can be decoded by itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sink: TapSink | None = None
        self._begun = False
        self._rest = b""
        self._tables: dict[int, bytes] = {}
        self._table_pids: set[int] = set()

    def set(self, sink: TapSink | None) -> None:
        """Also begins anew: the next byte handed on is that of a PAT, then a PMT, then a key frame."""
        with self._lock:
            self._sink, self._begun = sink, False

    def restart(self) -> None:
        """Another connection: its tables and numbering are its own."""
        with self._lock:
            self._begun, self._rest, self._tables, self._table_pids = False, b"", {}, set()

    def feed(self, data: bytes) -> None:
        """Never raises: what a sink raises ends its tap, not the picture."""
        with self._lock:
            data = self._rest + data
            whole = len(data) - len(data) % PACKET
            if whole and data[0] != _SYNC:
                start = _first_packet(data)
                data = data[start:]
                whole = len(data) - len(data) % PACKET
            self._rest = data[whole:]
            if not whole:
                return
            packets = data[:whole]
            if not self._begun:
                key = self._key_frame(packets)
                if key is None:
                    return
                self._begun = True
                packets = b"".join(self._tables.values()) + packets[key:]
            if self._sink is not None:
                self._hand_on(packets)

    def _hand_on(self, packets: bytes) -> None:
        assert self._sink is not None
        try:
            self._sink(packets)
        except Exception:
            self._sink, self._begun = None, False

    def _key_frame(self, packets: bytes) -> int | None:
        """Notes the tables, and where the first key frame's packet begins (only while somebody waits for it)."""
        for start in range(0, len(packets), PACKET):
            packet = packets[start : start + PACKET]
            pid = (packet[1] & 0x1F) << 8 | packet[2]
            if not packet[1] & 0x40:
                continue
            if pid == _PAT_PID:
                self._tables = {_PAT_PID: packet}
                self._table_pids = _pids_of_programs(packet)
            elif pid in self._table_pids:
                self._tables[pid] = packet
            elif self._sink is not None and len(self._tables) > 1 and _is_key(packet):
                return start
        return None


def _first_packet(data: bytes) -> int:
    """Where packets begin: at a sync byte with another one a packet further, if it can be seen."""
    for start in range(min(len(data), PACKET)):
        following = start + PACKET
        if data[start] == _SYNC and (following >= len(data) or data[following] == _SYNC):
            return start
    return len(data)


def _pids_of_programs(packet: bytes) -> set[int]:
    section = _payload(packet)
    if len(section) < 1 or len(section) < section[0] + 9:
        return set()
    section = section[1 + section[0] :]
    length = ((section[1] & 0x0F) << 8 | section[2]) + 3 - 4  # without its checksum
    entries = section[8:length]
    pids = set()
    for at in range(0, len(entries) - 3, 4):
        number = entries[at] << 8 | entries[at + 1]
        if number:  # 0 is the network's table
            pids.add((entries[at + 2] & 0x1F) << 8 | entries[at + 3])
    return pids


def _payload(packet: bytes) -> bytes:
    control = packet[3] >> 4 & 3
    if not control & 1:
        return b""
    return packet[5 + packet[4] :] if control & 2 else packet[4:]


def _is_key(packet: bytes) -> bool:
    """A picture's first packet, marked as one to begin with or bearing parameter sets."""
    payload = _payload(packet)
    if len(payload) < 4 or payload[:3] != b"\x00\x00\x01" or payload[3] & 0xF0 != 0xE0:  # no video
        return False
    marked = bool(packet[3] & 0x20) and packet[4] > 0 and bool(packet[5] & 0x40)
    return marked or any(start in payload for start in _PARAMETER_SETS)


class TappedSink:
    """A source's sink: libVLC's pipe, and the tap beside it."""

    def __init__(self, pipe_write: Callable[[bytes], int], pipe_close: Callable[[], None], tap: StreamTap) -> None:
        self._write, self._close, self._tap = pipe_write, pipe_close, tap

    def write(self, data: bytes | bytearray | memoryview) -> int:
        piece = bytes(data)
        written = self._write(piece)
        self._tap.feed(piece)
        return written

    def close(self) -> None:
        self._close()

"""Hands a site's MPEG-TS to a second reader (a recording) while libVLC plays it: from a key frame on, with the tables
before it, in whole packets. Used by `player`."""

from __future__ import annotations

import threading
from collections.abc import Callable

from .ts_packets import PACKET, PAT_PID, PacketAligner, payload_of, pid_of, table_pids

_PARAMETER_SETS = tuple(b"\x00\x00\x01" + kind for kind in (b"\x67", b"\x27", b"\x47", b"\x42\x01", b"\x40\x01"))
"""H.264 SPS (three priorities) and H.265 SPS and VPS: what stands before a key frame, also where nobody marks it."""

TapSink = Callable[[bytes], None]
"""Gets whole TS packets. Called on the source's thread: it must return at once, and drop what it cannot take."""


class StreamTap:
    """Feed it everything; while a sink is set, that gets what can be decoded by itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sink: TapSink | None = None
        self._begun = False
        self._aligner = PacketAligner()
        self._tables: dict[int, bytes] = {}
        self._table_pids: set[int] = set()

    def set(self, sink: TapSink | None) -> None:
        """Also begins anew: the next byte handed on is that of a PAT, then a PMT, then a key frame."""
        with self._lock:
            self._sink, self._begun = sink, False

    def restart(self) -> None:
        """Another connection: its tables and numbering are its own."""
        with self._lock:
            self._begun, self._aligner, self._tables, self._table_pids = False, PacketAligner(), {}, set()

    def feed(self, data: bytes) -> None:
        """Never raises: what a sink raises ends its tap, not the picture."""
        with self._lock:
            packets = self._aligner.whole_packets(data)
            if packets and not self._begun:
                key = self._key_frame(packets)
                if key is None:
                    return
                self._begun = True
                packets = b"".join(self._tables.values()) + packets[key:]
            if packets and self._sink is not None:
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
            if not packet[1] & 0x40:
                continue
            pid = pid_of(packet)
            if pid == PAT_PID:
                self._tables = {PAT_PID: packet}
                self._table_pids = table_pids(packet)
            elif pid in self._table_pids:
                self._tables[pid] = packet
            elif self._sink is not None and len(self._tables) > 1 and _is_key(packet):
                return start
        return None


def _is_key(packet: bytes) -> bool:
    """A picture's first packet, marked as one to begin with or bearing parameter sets."""
    payload = payload_of(packet)
    if len(payload) < 4 or payload[:3] != b"\x00\x00\x01" or payload[3] & 0xF0 != 0xE0:  # no video
        return False
    marked = bool(packet[3] & 0x20) and packet[4] > 0 and bool(packet[5] & 0x40)
    return marked or any(start in payload for start in _PARAMETER_SETS)


class TappedSink:
    """A source's sink: libVLC's pipe, and the tap beside it."""

    def __init__(self, write: Callable[[bytes], int], close: Callable[[], None], tap: StreamTap) -> None:
        self._write, self._close, self._tap = write, close, tap

    def write(self, data: bytes | bytearray | memoryview) -> int:
        piece = bytes(data)
        self._tap.feed(piece)
        return self._write(piece)

    def close(self) -> None:
        self._close()

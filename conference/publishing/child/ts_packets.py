"""Makes MPEG-TS of H.264 and AAC (ISO/IEC 13818-1), for SRT: each picture leaves as soon as it is encoded. Standard
library only."""

from __future__ import annotations

from .line import Packet

_PROGRAM, _PAT, _VIDEO, _AUDIO = 0x1000, 0, 0x100, 0x101
_AHEAD = 0.2
"""Seconds by which what is shown lies behind the clock in the stream, so that a decoder has its data in time."""
_TABLES_EVERY = 0.3
_DELIMITER = b"\x00\x00\x00\x01\x09\xf0"


class TransportStream:
    """One program, a picture and a sound."""

    def __init__(self, sound: tuple[int, int, bytes]) -> None:
        """``sound``: rate, channels, AAC's configuration."""
        self._counters = dict.fromkeys((_PROGRAM, _PAT, _VIDEO, _AUDIO), 15)
        self._tables_at = float("-inf")
        _, channels, configuration = sound
        self._profile = (configuration[0] >> 3) - 1
        self._rate_index = (configuration[0] & 7) << 1 | configuration[1] >> 7
        self._channels = channels

    def packets(self, packet: Packet) -> bytes:
        """Whole packets of 188 bytes."""
        out = bytearray()
        if packet.is_key or packet.moment - self._tables_at >= _TABLES_EVERY:
            self._tables_at = packet.moment
            out += self._table(_PAT, _association()) + self._table(_PROGRAM, _program_map())
        shown = packet.moment + _AHEAD
        if packet.is_video:
            length = len(packet.data) + len(_DELIMITER) + 8
            # where the length is told a receiver need not wait for the next picture to know that this one is whole
            told = length if length <= 0xFFFF else 0
            payload = b"\x00\x00\x01\xe0" + told.to_bytes(2, "big") + _stamp(shown) + _DELIMITER + packet.data
            out += self._cut(_VIDEO, payload, packet.moment, packet.is_key)
        else:
            data = self._adts(len(packet.data)) + packet.data
            head = b"\x00\x00\x01\xc0" + (len(data) + 8).to_bytes(2, "big")
            out += self._cut(_AUDIO, head + _stamp(shown) + data, None, False)
        return bytes(out)

    def _adts(self, length: int) -> bytes:
        """AAC in MPEG-TS wants a head before each frame."""
        size = length + 7
        return bytes(
            (
                0xFF,
                0xF1,
                self._profile << 6 | self._rate_index << 2 | self._channels >> 2,
                (self._channels & 3) << 6 | size >> 11,
                size >> 3 & 0xFF,
                (size & 7) << 5 | 0x1F,
                0xFC,
            )
        )

    def _cut(self, pid: int, payload: bytes, clock: float | None, is_key: bool) -> bytes:
        out = bytearray()
        place = 0
        while place < len(payload):
            first = place == 0
            adaptation = b""
            if first and clock is not None:
                base = max(0, round(clock * 90_000)) & 0x1FFFFFFFF
                flags = 0x10 | (0x40 if is_key else 0)
                adaptation = bytes((flags,)) + ((base << 15) | 0x7E00).to_bytes(6, "big")
            room = 184 - (len(adaptation) + 1 if adaptation else 0)
            part = payload[place : place + room]
            if len(part) < room:
                missing = 184 - len(part) - 1 - len(adaptation)
                if not adaptation and missing > 0:
                    adaptation, missing = b"\x00", missing - 1
                adaptation += b"\xff" * missing
                field = bytes((len(adaptation),)) + adaptation
            else:
                field = bytes((len(adaptation),)) + adaptation if adaptation else b""
            out += self._head(pid, first, bool(field)) + field + part
            place += len(part)
        return bytes(out)

    def _head(self, pid: int, starts: bool, has_adaptation: bool) -> bytes:
        counter = self._counters[pid] = (self._counters[pid] + 1) & 15
        kind = 0x30 if has_adaptation else 0x10
        return bytes((0x47, (0x40 if starts else 0) | pid >> 8, pid & 0xFF, kind | counter))

    def _table(self, pid: int, section: bytes) -> bytes:
        whole = b"\x00" + section + _checksum(section).to_bytes(4, "big")
        return self._head(pid, True, False) + whole + b"\xff" * (184 - len(whole))


def _association() -> bytes:
    return bytes((0, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xE0 | _PROGRAM >> 8, _PROGRAM & 0xFF))


def _program_map() -> bytes:
    streams = b"".join(
        bytes((kind, 0xE0 | pid >> 8, pid & 0xFF, 0xF0, 0)) for kind, pid in ((0x1B, _VIDEO), (0x0F, _AUDIO))
    )
    length = 9 + len(streams) + 4
    return bytes((2, 0xB0, length, 0, 1, 0xC1, 0, 0, 0xE0 | _VIDEO >> 8, _VIDEO & 0xFF, 0xF0, 0)) + streams


def _stamp(moment: float) -> bytes:
    """The rest of a PES head: a presentation time."""
    ticks = round(moment * 90_000) & 0x1FFFFFFFF
    stamp = bytes(
        (
            0x21 | ticks >> 29 & 0x0E,
            ticks >> 22 & 0xFF,
            ticks >> 14 & 0xFE | 1,
            ticks >> 7 & 0xFF,
            ticks << 1 & 0xFE | 1,
        )
    )
    return b"\x80\x80\x05" + stamp


def _checksum(data: bytes) -> int:
    """CRC-32 as MPEG has it."""
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
            value &= 0xFFFFFFFF
    return value

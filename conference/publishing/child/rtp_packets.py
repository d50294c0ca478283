"""Makes RTP packets of one H.264 picture (RFC 6184) or one AAC frame (RFC 3640), and RTCP sender reports. Standard
library only; used by `rtsp_sender`."""

from __future__ import annotations

import secrets
import struct
from collections.abc import Iterator
from fractions import Fraction

_LARGEST = 1400
"""Bytes of payload: some receivers pass them on over UDP."""
_HEADER = struct.Struct(">BBHII")
_NTP_EPOCH = 2_208_988_800


def nal_units(annex_b: bytes) -> list[bytes]:
    """The units of a picture as x264 writes it, without their start codes."""
    units = []
    start = annex_b.find(b"\x00\x00\x01")
    while start >= 0:
        start += 3
        following = annex_b.find(b"\x00\x00\x01", start)
        unit = annex_b[start : following if following >= 0 else len(annex_b)].rstrip(b"\x00")
        if unit:
            units.append(unit)
        start = following
    return units


class RtpTrack:
    """One track's numbering. ``clock`` is ticks a second; moments are seconds since the session began."""

    def __init__(self, payload_type: int, clock: int) -> None:
        self._payload_type = payload_type
        self._clock = clock
        self._sequence = secrets.randbelow(1 << 15)
        self._offset = secrets.randbits(31)
        self._source = secrets.randbits(32)
        self._packets = 0
        self._bytes = 0

    def timestamp(self, moment: float) -> int:
        return (self._offset + round(Fraction(moment) * self._clock)) & 0xFFFFFFFF

    def picture(self, annex_b: bytes, moment: float) -> Iterator[bytes]:
        """Each unit alone, or in parts (FU-A); the last packet of the picture carries the marker."""
        units = nal_units(annex_b)
        for number, unit in enumerate(units):
            is_last = number == len(units) - 1
            if len(unit) <= _LARGEST:
                yield self._packet(unit, moment, is_last)
                continue
            indicator, kind = (unit[0] & 0xE0) | 28, unit[0] & 0x1F
            for place in range(1, len(unit), _LARGEST - 2):
                part = unit[place : place + _LARGEST - 2]
                ends = place + len(part) == len(unit)
                header = kind | (0x80 if place == 1 else 0) | (0x40 if ends else 0)
                yield self._packet(bytes((indicator, header)) + part, moment, is_last and ends)

    def sound(self, frame: bytes, moment: float) -> Iterator[bytes]:
        """One access unit, its size before it in 13 bits (mode AAC-hbr)."""
        yield self._packet(struct.pack(">HH", 16, len(frame) << 3) + frame, moment, True)

    def report(self, moment: float, wall: float) -> bytes:
        """A sender report: what of this track's time is what of the wall clock's (``wall``, seconds since 1970), so
        that a receiver keeps picture and sound together."""
        seconds = int(wall)
        part = int((wall - seconds) * (1 << 32))
        head = struct.pack(">BBHI", 0x80, 200, 6, self._source)
        body = struct.pack(
            ">IIIII",
            (seconds + _NTP_EPOCH) & 0xFFFFFFFF,
            part,
            self.timestamp(moment),
            self._packets & 0xFFFFFFFF,
            self._bytes & 0xFFFFFFFF,
        )
        name = b"camera"  # RFC 3550 asks for a name of the source; ours says nothing of the person or the PC
        chunk = struct.pack(">IBB", self._source, 1, len(name)) + name
        chunk += b"\x00" * (4 - len(chunk) % 4)
        return head + body + struct.pack(">BBH", 0x81, 202, len(chunk) // 4) + chunk

    def _packet(self, payload: bytes, moment: float, marker: bool) -> bytes:
        self._sequence = (self._sequence + 1) & 0xFFFF
        self._packets += 1
        self._bytes += len(payload)
        kind = self._payload_type | (0x80 if marker else 0)
        return _HEADER.pack(0x80, kind, self._sequence, self.timestamp(moment), self._source) + payload


def interleaved(channel: int, packet: bytes) -> bytes:
    """As it stands in an RTSP connection (RFC 2326, 10.12)."""
    return struct.pack(">BBH", 0x24, channel, len(packet)) + packet

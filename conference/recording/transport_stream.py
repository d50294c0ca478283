"""As much of MPEG-TS (ISO/IEC 13818-1) as a recorder needs: whole packets, and where in them a file may begin or must
end. It takes 0.6 µs a packet, a thousandth of a core for each megabit a second."""

from __future__ import annotations

from enum import Enum

PACKET = 188
_SYNC = 0x47
_VIDEO_TYPES = frozenset({0x01, 0x02, 0x10, 0x1B, 0x24})
"""MPEG-1, MPEG-2, MPEG-4 part 2, H.264, HEVC."""
_PARAMETER_SETS = (
    b"\x00\x00\x01\x67",
    b"\x00\x00\x01\x27",
    b"\x00\x00\x01\x47",
    b"\x00\x00\x01\x42\x01",
    b"\x00\x00\x01\x40\x01",
)
"""H.264 SPS (of three priorities), HEVC SPS and VPS."""
_CLOCK_ROUND = 1 << 33
_LONGEST_HOLE = 120 * 90_000


class PacketAligner:
    """Bytes as they come in, whole packets out; what is no packet is left out."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> bytes:
        data = self._rest + data if self._rest else data
        whole = len(data) - len(data) % PACKET
        if data[:whole:PACKET].count(_SYNC) == whole // PACKET:
            self._rest = data[whole:]
            return data[:whole]
        return self._found_again(data)

    def _found_again(self, data: bytes) -> bytes:
        """Three packets in a row begin with the sync byte by chance once in 16 million places."""
        out = bytearray()
        place = 0
        while True:
            place = data.find(_SYNC, place)
            if place < 0:
                self._rest = b""
                return bytes(out)
            if len(data) - place <= 2 * PACKET:
                self._rest = data[place:]
                return bytes(out)
            if data[place + PACKET] != _SYNC or data[place + 2 * PACKET] != _SYNC:
                place += 1
                continue
            while len(data) - place >= PACKET and data[place] == _SYNC:
                out += data[place : place + PACKET]
                place += PACKET
            if len(data) - place < PACKET:
                self._rest = data[place:]
                return bytes(out)


class Mark(Enum):
    START = "start"
    """A key frame's first packet, the programme's tables known before: a file may begin here."""
    BREAK = "break"
    """What follows has another clock or other tables than what went before: it belongs into another file."""


class StreamMarks:
    """Looks through a site's packets for the places that matter to files."""

    def __init__(self) -> None:
        self._association = b""
        self._map = b""
        self._map_pid = self._video_pid = self._clock_pid = -1
        self._clock: int | None = None

    @property
    def tables(self) -> bytes:
        """The packets a file begins with: what is in the stream, and where."""
        return self._association + self._map

    def find(self, packets: bytes) -> list[tuple[int, Mark]]:
        """The marks in whole ``packets``, by offset."""
        marks: list[tuple[int, Mark]] = []
        tables_at = -1
        for at in range(0, len(packets), PACKET):
            begins = packets[at + 1] & 0x40
            if not begins and not packets[at + 3] & 0x20:
                continue
            pid = (packets[at + 1] & 0x1F) << 8 | packets[at + 2]
            if pid == 0 and begins:
                tables_at = at
                self._note_association(packets[at : at + PACKET])
            elif pid == self._map_pid and begins:
                if self._note_map(packets[at : at + PACKET]):
                    marks.append((tables_at if tables_at >= 0 else at, Mark.BREAK))
                    self._clock = None
                    tables_at = -1
            elif pid in (self._clock_pid, self._video_pid):
                if pid == self._clock_pid and self._has_jumped(packets, at):
                    marks.append((tables_at if tables_at >= 0 else at, Mark.BREAK))
                    tables_at = -1
                if pid == self._video_pid and begins and _is_random_access(packets, at):
                    marks.append((at, Mark.START))
        return marks

    def _note_association(self, packet: bytes) -> None:
        section = _section(packet, 0x00)
        if section is None:
            return
        for place in range(8, len(section) - 4, 4):
            if section[place] or section[place + 1]:  # programme 0 is the network's
                self._map_pid = (section[place + 2] & 0x1F) << 8 | section[place + 3]
                self._association = packet
                return

    def _note_map(self, packet: bytes) -> bool:
        """True where it says something else than the one before."""
        section = _section(packet, 0x02)
        if section is None or len(section) < 16:
            return False
        place = 12 + ((section[10] & 0x0F) << 8 | section[11])
        while place + 5 <= len(section) - 4:
            if section[place] in _VIDEO_TYPES:
                is_other = bool(self._map) and _section(self._map, 0x02) != section
                self._video_pid = (section[place + 1] & 0x1F) << 8 | section[place + 2]
                self._clock_pid = (section[8] & 0x1F) << 8 | section[9]
                self._map = packet
                return is_other
            place += 5 + ((section[place + 3] & 0x0F) << 8 | section[place + 4])
        return False

    def _has_jumped(self, packets: bytes, at: int) -> bool:
        """Whether the stream's clock stands elsewhere than it could by now. A line that was cut and goes on with the
        same clock has not jumped: players show the hole as it was."""
        if packets[at + 4] < 7 or not packets[at + 5] & 0x10:
            return False
        clock = int.from_bytes(packets[at + 6 : at + 11], "big") >> 7  # 33 bits at 90 kHz
        before, self._clock = self._clock, clock
        if before is None:
            return False
        return (clock - before) % _CLOCK_ROUND > _LONGEST_HOLE


def _is_random_access(packets: bytes, at: int) -> bool:
    """By the adaptation field's random_access_indicator, or by the parameter sets that stand before a key frame where
    an encoder does not mark it."""
    if packets[at + 3] & 0x20 and packets[at + 4] and packets[at + 5] & 0x40:
        return True
    return any(packets.find(start, at, at + PACKET) >= 0 for start in _PARAMETER_SETS)


def _section(packet: bytes, table: int) -> bytes | None:
    """A table's section where it begins, and ends, in this packet."""
    if not packet[3] & 0x10:
        return None
    place = 4 + (1 + packet[4] if packet[3] & 0x20 else 0)
    if place >= PACKET:
        return None
    place += 1 + packet[place]
    if place + 3 > PACKET or packet[place] != table:
        return None
    length = 3 + ((packet[place + 1] & 0x0F) << 8 | packet[place + 2])
    return packet[place : place + length] if 12 <= length <= PACKET - place else None

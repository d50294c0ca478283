"""As much of MPEG-TS (ISO/IEC 13818-1) as a recorder needs: whole packets, and where in them a file may begin.

Parses only while it looks for such a place; else packets pass by thousands untouched.
"""

from __future__ import annotations

PACKET = 188
_SYNC = 0x47
_VIDEO_TYPES = frozenset({0x01, 0x02, 0x10, 0x1B, 0x24})
"""MPEG-1, MPEG-2, MPEG-4 part 2, H.264, HEVC."""


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

    def forget(self) -> None:
        """The stream begins anew."""
        self._rest = b""

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


class StartFinder:
    """Looks for a place where a file may begin: a key frame's first packet, the programme's tables known before."""

    def __init__(self) -> None:
        self._association = b""
        self._map = b""
        self._map_pid = -1
        self._video_pid = -1

    @property
    def tables(self) -> bytes:
        """The packets a file begins with: what is in the stream, and where."""
        return self._association + self._map

    def find(self, packets: bytes) -> int | None:
        """The offset of the first key frame's first packet in whole ``packets``, or None. What stands before it is
        taken note of."""
        for at in range(0, len(packets), PACKET):
            pid = (packets[at + 1] & 0x1F) << 8 | packets[at + 2]
            begins = bool(packets[at + 1] & 0x40)
            if pid == 0 and begins:
                self._note_association(packets[at : at + PACKET])
            elif pid == self._map_pid and begins:
                self._note_map(packets[at : at + PACKET])
            elif pid == self._video_pid and begins and _is_random_access(packets, at):
                return at
        return None

    def _note_association(self, packet: bytes) -> None:
        section = _section(packet, 0x00)
        if section is None:
            return
        for place in range(8, len(section) - 4, 4):
            if section[place] or section[place + 1]:  # programme 0 is the network's
                self._map_pid = (section[place + 2] & 0x1F) << 8 | section[place + 3]
                self._association = packet
                return

    def _note_map(self, packet: bytes) -> None:
        section = _section(packet, 0x02)
        if section is None or len(section) < 16:
            return
        place = 12 + ((section[10] & 0x0F) << 8 | section[11])
        while place + 5 <= len(section) - 4:
            if section[place] in _VIDEO_TYPES:
                self._video_pid = (section[place + 1] & 0x1F) << 8 | section[place + 2]
                self._map = packet
                return
            place += 5 + ((section[place + 3] & 0x0F) << 8 | section[place + 4])


def _is_random_access(packets: bytes, at: int) -> bool:
    """The adaptation field's random_access_indicator."""
    return bool(packets[at + 3] & 0x20 and packets[at + 4] and packets[at + 5] & 0x40)


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

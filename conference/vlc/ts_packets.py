"""What our side reads of MPEG-TS (ISO/IEC 13818-1): packets, tables, timestamps. Pure functions; no byte makes them
raise. Used by `stream_tap` and `low_delay`."""

from __future__ import annotations

from dataclasses import dataclass

PACKET = 188
SYNC = 0x47
PAT_PID = 0
TICKS = 90_000
"""Of a timestamp, a second."""
WRAP = 1 << 33
H264, HEVC = 0x1B, 0x24
VIDEO_TYPES = frozenset({0x01, 0x02, 0x10, H264, HEVC})


class PacketAligner:
    """Cuts a stream of pieces of any length into whole packets, and finds the beat again after rubbish."""

    def __init__(self) -> None:
        self._rest = b""

    def whole_packets(self, data: bytes) -> bytes:
        data = self._rest + data if self._rest else data
        if len(data) >= PACKET and any(data[at] != SYNC for at in range(0, len(data) - PACKET + 1, PACKET)):
            data = _in_step(data)
        whole = len(data) - len(data) % PACKET
        self._rest = data[whole:]
        return data[:whole] if self._rest else data


def _in_step(data: bytes) -> bytes:
    """Only the packets: a sync byte counts with another one a packet further, if that can be seen."""
    kept, at = [], 0
    while at < len(data):
        following = at + PACKET
        if data[at] == SYNC and (following >= len(data) or data[following] == SYNC):
            kept.append(data[at:following])
            at = following
        else:
            at += 1
    return b"".join(kept)


def pid_of(packet: bytes) -> int:
    return (packet[1] & 0x1F) << 8 | packet[2]


def payload_of(packet: bytes) -> bytes:
    control = packet[3] >> 4 & 3
    if not control & 1:
        return b""
    return packet[5 + packet[4] :] if control & 2 else packet[4:]


def _section(packet: bytes) -> bytes:
    """The table a packet begins, without its checksum."""
    payload = payload_of(packet)
    if not payload or len(payload) < payload[0] + 4:
        return b""
    section = payload[1 + payload[0] :]
    return section[: ((section[1] & 0x0F) << 8 | section[2]) - 1]


def table_pids(pat: bytes) -> set[int]:
    """Where the programs' tables are."""
    entries = _section(pat)[8:]
    return {
        (entries[at + 2] & 0x1F) << 8 | entries[at + 3]
        for at in range(0, len(entries) - 3, 4)
        if entries[at] or entries[at + 1]  # 0 is the network's
    }


@dataclass(frozen=True, slots=True)
class Program:
    """What a program's table says: the PID of its clock, and of its first picture with its type."""

    clock: int
    video: int | None
    video_type: int
    audio: frozenset[int]


def read_program(pmt: bytes) -> Program | None:
    section = _section(pmt)
    if len(section) < 12 or section[0] != 0x02:
        return None
    clock = (section[8] & 0x1F) << 8 | section[9]
    at = 12 + ((section[10] & 0x0F) << 8 | section[11])
    video, video_type, others = None, 0, set()
    while at + 5 <= len(section):
        kind, pid = section[at], (section[at + 1] & 0x1F) << 8 | section[at + 2]
        if kind in VIDEO_TYPES:
            if video is None:
                video, video_type = pid, kind
        else:
            others.add(pid)
        at += 5 + ((section[at + 3] & 0x0F) << 8 | section[at + 4])
    return Program(clock, video, video_type, frozenset(others))


def timestamps(payload: bytes) -> tuple[int | None, int | None]:
    """(PTS, DTS) of the PES packet that begins here; the DTS is the PTS where none is given."""
    if len(payload) < 19 or payload[:3] != b"\x00\x00\x01":
        return None, None
    which = payload[7] >> 6
    if not which & 2:
        return None, None
    pts = _timestamp(payload, 9)
    return pts, _timestamp(payload, 14) if which == 3 else pts


def _timestamp(data: bytes, at: int) -> int:
    return (
        (data[at] >> 1 & 7) << 30 | data[at + 1] << 22 | data[at + 2] >> 1 << 15 | data[at + 3] << 7 | data[at + 4] >> 1
    )


def is_padded(packet: bytes) -> bool:
    """Whether the packet is filled up: then its PES packet ends in it, for only the last one is ever short."""
    if packet[3] & 0x30 != 0x30:
        return False
    length = packet[4]
    if length == 0:
        return True
    flags, used = packet[5], 1
    used += 6 * bool(flags & 0x10) + 6 * bool(flags & 0x08) + bool(flags & 0x04)
    if flags & 0x02 and 5 + used < PACKET:
        used += 1 + packet[5 + used]
    if flags & 0x01 and 5 + used < PACKET:
        used += 1 + packet[5 + used]
    return length > used


def without_clock(packet: bytes) -> bytes:
    """The packet without its PCR; empty if it bore nothing else."""
    if not packet[3] & 0x20 or packet[4] < 7 or not packet[5] & 0x10:
        return packet
    if not packet[3] & 0x10:
        return b""
    end = 5 + packet[4]
    return packet[:5] + bytes((packet[5] & 0xEF,)) + packet[12:end] + b"\xff" * 6 + packet[end:]


def clock_field(ticks: int) -> bytes:
    ticks %= WRAP
    return ((ticks << 15) | 0x7E00).to_bytes(6, "big")

"""The little of MPEG-TS (ISO/IEC 13818-1) that is read and changed without decoding: which packet begins a key frame,
and the three clocks in it. Plain functions on one packet of 188 bytes."""

from __future__ import annotations

PACKET = 188
SYNC = 0x47
WRAP = 1 << 33
"""Clocks run at 90 kHz and begin anew after 26.5 hours."""

_PARAMETER_SETS = (
    b"\x00\x00\x01\x67",
    b"\x00\x00\x01\x27",
    b"\x00\x00\x01\x47",
    b"\x00\x00\x01\x42",
    b"\x00\x00\x01\x40",
)
"""H.264's SPS (in three priorities), H.265's SPS and VPS: before every key frame, also where nobody marks it."""


def begins_unit(packet: bytes | bytearray) -> bool:
    return bool(packet[1] & 0x40)


def payload_start(packet: bytes | bytearray) -> int:
    """Where the payload begins; `PACKET` where there is none."""
    control = packet[3] >> 4 & 3
    if not control & 1:
        return PACKET
    return min(PACKET, 5 + packet[4]) if control & 2 else 4


def is_table(packet: bytes | bytearray) -> bool:
    """PAT, PMT and the like: a section, not a piece of picture or sound."""
    start = payload_start(packet)
    return begins_unit(packet) and packet[start : start + 3] != b"\x00\x00\x01" and start < PACKET


def begins_key_frame(packet: bytes | bytearray) -> bool:
    """The first packet of a picture that can be decoded by itself."""
    start = payload_start(packet)
    if not begins_unit(packet) or packet[start : start + 3] != b"\x00\x00\x01" or packet[start + 3] & 0xF0 != 0xE0:
        return False
    marked = bool(packet[3] & 0x20) and packet[4] > 0 and bool(packet[5] & 0x40)
    return marked or any(sets in packet[start:] for sets in _PARAMETER_SETS)


def clock_reference(packet: bytes | bytearray) -> int | None:
    """The PCR in 90 kHz, where the packet has one."""
    if not packet[3] & 0x20 or packet[4] < 7 or not packet[5] & 0x10:
        return None
    return int.from_bytes(packet[6:10], "big") << 1 | packet[10] >> 7


def shifted(packet: bytes, by: int) -> bytes:
    """The packet with all its clocks ``by`` (90 kHz) later."""
    changed = bytearray(packet)
    clock = clock_reference(packet)
    if clock is not None:
        later = (clock + by) % WRAP
        changed[6:10] = (later >> 1).to_bytes(4, "big")
        changed[10] = changed[10] & 0x7F | (later & 1) << 7
    start = payload_start(packet)
    if begins_unit(packet) and packet[start : start + 3] == b"\x00\x00\x01" and start + 19 <= PACKET:
        stamps = packet[start + 7] >> 6 if _has_stamps(packet[start + 3]) else 0
        for number, present in enumerate((stamps & 2, stamps == 3)):
            if present:
                _shift_stamp(changed, start + 9 + 5 * number, by)
    return bytes(changed)


def _has_stamps(stream: int) -> bool:
    return 0xC0 <= stream <= 0xEF or stream in (0xBD, 0xFD)


def _shift_stamp(packet: bytearray, at: int, by: int) -> None:
    value = (packet[at] >> 1 & 7) << 30 | packet[at + 1] << 22 | (packet[at + 2] >> 1) << 15
    value = (value | packet[at + 3] << 7 | packet[at + 4] >> 1) + by
    value %= WRAP
    packet[at] = packet[at] & 0xF1 | (value >> 30 & 7) << 1
    packet[at + 1] = value >> 22 & 0xFF
    packet[at + 2] = packet[at + 2] & 1 | (value >> 15 & 0x7F) << 1
    packet[at + 3] = value >> 7 & 0xFF
    packet[at + 4] = packet[at + 4] & 1 | (value & 0x7F) << 1

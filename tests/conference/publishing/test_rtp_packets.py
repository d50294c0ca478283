"""RTP as receivers take it apart: units whole or in parts, markers, numbering; reports of the clock."""

from __future__ import annotations

import struct
from itertools import pairwise

from conference.publishing.child.rtp_packets import RtpTrack, interleaved, nal_units


def parsed(packet: bytes) -> tuple[int, int, int, bytes]:
    """Marker, sequence, timestamp, payload."""
    _, kind, sequence, timestamp, _ = struct.unpack(">BBHII", packet[:12])
    return kind >> 7, sequence, timestamp, packet[12:]


def put_together(packets: list[bytes]) -> list[bytes]:
    """What RFC 6184 makes of packets, written here anew."""
    units: list[bytes] = []
    for packet in packets:
        payload = parsed(packet)[3]
        if payload[0] & 0x1F != 28:
            units.append(payload)
        elif payload[1] & 0x80:
            units.append(bytes((payload[0] & 0xE0 | payload[1] & 0x1F,)) + payload[2:])
        else:
            units[-1] += payload[2:]
    return units


def test_units_come_out_of_a_picture_without_their_start_codes() -> None:
    assert nal_units(b"\x00\x00\x00\x01\x67abc\x00\x00\x01\x68de\x00\x00\x00\x01\x65fgh") == [
        b"\x67abc",
        b"\x68de",
        b"\x65fgh",
    ]
    assert nal_units(b"") == []


def test_a_large_unit_goes_in_parts_and_arrives_whole() -> None:
    large = b"\x65" + bytes(range(1, 251)) * 20
    picture = b"\x00\x00\x00\x01\x67abc\x00\x00\x00\x01" + large
    packets = list(RtpTrack(96, 90_000).picture(picture, 1.0))
    assert put_together(packets) == [b"\x67abc", large]
    assert max(map(len, packets)) <= 1412
    markers = [parsed(packet)[0] for packet in packets]
    assert markers == [0] * (len(packets) - 1) + [1]
    numbers = [parsed(packet)[1] for packet in packets]
    steps = {(after - before) & 0xFFFF for before, after in pairwise(numbers)}
    assert steps == {1}


def test_timestamps_follow_the_moments() -> None:
    track = RtpTrack(97, 48_000)
    first, second = (parsed(next(track.sound(b"frame", moment)))[2] for moment in (1.0, 1.5))
    assert (second - first) & 0xFFFFFFFF == 24_000


def test_a_report_joins_the_streams_time_with_the_wall_clock() -> None:
    track = RtpTrack(96, 90_000)
    list(track.picture(b"\x00\x00\x01\x65abc", 2.0))
    report = track.report(2.0, 1_000_000.5)
    _, kind, words, _, seconds, part, timestamp, packets, octets = struct.unpack(">BBHIIIIII", report[:28])
    assert (kind, words, packets, octets) == (200, 6, 1, 4)
    assert seconds == 1_000_000 + 2_208_988_800
    assert part == 1 << 31
    assert timestamp == track.timestamp(2.0)
    assert len(report) % 4 == 0


def test_interleaved_packets_carry_channel_and_length() -> None:
    assert interleaved(2, b"abc") == b"\x24\x02\x00\x03abc"

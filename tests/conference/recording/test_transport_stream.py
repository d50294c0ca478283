"""Whole packets out of any pieces, and the places where a file may begin."""

from __future__ import annotations

import random

from conference.recording.transport_stream import PACKET, Mark, PacketAligner, StreamMarks
from tests.conference.recording.streams import chunks, clip_as_ts


def test_packets_are_whole_however_the_bytes_come() -> None:
    data = clip_as_ts()
    for size in (1, 187, 188, 1316, 32768):
        aligner = PacketAligner()
        pieces = [aligner.feed(piece) for piece in chunks(data[: 188 * 400 if size == 1 else None], size)]
        assert all(len(piece) % PACKET == 0 for piece in pieces)
        assert b"".join(pieces) == data[: 188 * 400 if size == 1 else None]


def test_what_is_no_packet_is_left_out_and_the_rest_kept() -> None:
    data = clip_as_ts()
    noise = random.Random(7).randbytes(5000)
    broken = data[: 188 * 300 + 77] + noise + data[188 * 301 :]
    aligner = PacketAligner()
    kept = b"".join(aligner.feed(piece) for piece in chunks(broken, 1400))
    assert kept.startswith(data[: 188 * 300])
    assert kept.endswith(data[188 * 310 :])
    assert len(kept) < len(data) + len(noise)


def test_each_key_frame_is_a_place_to_begin_and_the_tables_are_known() -> None:
    marks = StreamMarks()
    found = [mark for piece in chunks(clip_as_ts(), PACKET * 7) for _, mark in marks.find(piece)]
    assert found == [Mark.START] * 60, "the clip has a key frame a second, for a minute"
    assert len(marks.tables) == 2 * PACKET


def test_a_clock_that_begins_anew_is_a_break_at_its_tables() -> None:
    data = clip_as_ts()
    half = data[: len(data) // 376 * 188]
    marks = StreamMarks()
    marks.find(half)
    (at, first), (_, second), *_ = marks.find(data[: PACKET * 200] + half)
    assert (first, second) == (Mark.BREAK, Mark.START)
    assert at < PACKET * 3


def test_the_clock_goes_round_after_a_day_and_that_is_no_break() -> None:
    """33 bits at 90 kHz are 26.5 hours."""
    turn = (1 << 33) // 90_000
    marks = StreamMarks()
    for piece in chunks(clip_as_ts(rounds=1, begins_at=turn - 20), PACKET * 7):
        assert Mark.BREAK not in [mark for _, mark in marks.find(piece)]


def test_hostile_tables_are_no_tables() -> None:
    chance = random.Random(3)
    for _ in range(3000):
        head = bytes((0x47, 0x40, chance.choice((0, 0, 0x21)), chance.choice((0x10, 0x30, 0x20, 0))))
        StreamMarks().find(head + chance.randbytes(PACKET - 4))
    marks = StreamMarks()
    marks.find(clip_as_ts()[: 188 * 20])
    for _ in range(3000):  # the tables are known, and then come strange ones
        marks.find(bytes((0x47, 0x50, 0x00, 0x30)) + chance.randbytes(PACKET - 4))
        marks.find(bytes((0x47, 0x41, 0x00, 0x30)) + chance.randbytes(PACKET - 4))

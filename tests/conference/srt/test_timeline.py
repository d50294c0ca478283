"""Two connections become one stream whose clock goes on; checked by FFmpeg's own reader, and packet by packet."""

from __future__ import annotations

import io

import av
import pytest

from conference.srt.timeline import Timeline
from conference.ts_packets import PACKET, WRAP, begins_key_frame, clock_reference, is_table, shifted

from .made_stream import made_stream


def packets_of(stream: bytes) -> list[bytes]:
    return [stream[at : at + PACKET] for at in range(0, len(stream), PACKET)]


def stamps(stream: bytes) -> list[tuple[int, int]]:
    with av.open(io.BytesIO(stream), format="mpegts") as source:
        return [(one.pts, one.dts) for one in source.demux(video=0) if one.pts is not None and one.dts is not None]


def clocks(stream: bytes) -> list[int]:
    return [found for packet in packets_of(stream) if (found := clock_reference(packet)) is not None]


@pytest.mark.parametrize("by", [90_000, -45_001, 7, WRAP - 3, 5 * 90_000 * 3600])
def test_all_clocks_are_shifted_alike(by: int) -> None:
    stream = made_stream()
    moved = b"".join(shifted(packet, by) for packet in packets_of(stream))
    assert [clock - by for clock in clocks(moved)] == pytest.approx(
        [clock if clock + by < WRAP and clock + by >= 0 else (clock + by) % WRAP - by for clock in clocks(stream)]
    )
    before, after = stamps(stream), stamps(moved)
    assert len(before) == len(after)
    assert {(a - b) % WRAP for (a, _), (b, _) in zip(after, before, strict=True)} == {by % WRAP}


def test_a_stream_that_goes_on_is_not_touched() -> None:
    timeline, stream = Timeline(), made_stream()
    assert b"".join(timeline.feed(stream[at : at + 1316], at / 50_000) for at in range(0, len(stream), 1316)) == stream


def test_pieces_of_any_length_come_out_whole() -> None:
    timeline, stream = Timeline(), made_stream()
    out = b"".join(timeline.feed(stream[at : at + 1000], at / 50_000) for at in range(0, len(stream), 1000))
    assert stream.startswith(out) and len(stream) - len(out) < PACKET


@pytest.mark.parametrize("counted_anew_by", [0, -3 * 90_000, 4_000_000_000])
def test_after_a_new_connection_the_clock_goes_on_with_the_moment(counted_anew_by: int) -> None:
    """The other side was restarted and counts anew: 5 s later, the player's clock is 5 s later."""
    timeline, stream = Timeline(), made_stream()
    begin = clocks(stream)[0]

    def play(packets: list[bytes], start: float, since: int) -> bytes:
        out, now = b"", start
        for packet in packets:
            clock = clock_reference(packet)
            now = now if clock is None else start + (clock - since) % WRAP / 90_000
            out += timeline.feed(packet, now)
        return out

    play(packets_of(stream), 100.0, begin)
    timeline.begin_anew(105.0)
    anew = [shifted(packet, counted_anew_by) for packet in packets_of(stream)]
    late = next(number for number, packet in enumerate(anew) if begins_key_frame(packet) and number > 20) - 10
    out = play(anew[late:], 105.0, clocks(b"".join(anew[late:]))[0])
    found = packets_of(out)
    key = next(number for number, packet in enumerate(found) if begins_key_frame(packet))
    assert all(is_table(packet) for packet in found[:key])
    told = clocks(out)[0] - begin
    assert told / 90_000 == pytest.approx(5.0, abs=0.3)
    assert all(after > before for before, after in zip(clocks(out), clocks(out)[1:], strict=False))


def test_a_sender_that_counted_on_is_not_made_later_by_what_came_late() -> None:
    """A cut line, the same sender: what waited somewhere comes half a second late, once. Put right at each cut, the
    picture would be that much later after each."""
    timeline, stream = Timeline(), made_stream()
    begin = clocks(stream)[0]
    for packet in packets_of(stream):
        clock = clock_reference(packet)
        timeline.feed(packet, 100.0 if clock is None else 100.0 + (clock - begin) / 90_000)
    timeline.begin_anew(105.0)
    on = [shifted(packet, 5 * 90_000) for packet in packets_of(stream)]
    out = b"".join(timeline.feed(packet, 105.5) for packet in on)
    assert clocks(out) and set(clocks(out)) <= set(clocks(b"".join(on)))


def test_what_is_no_transport_stream_passes() -> None:
    timeline = Timeline()
    assert timeline.feed(b"no stream" * 100, 1.0) == b"no stream" * 100


def test_a_stream_without_key_frames_is_not_held_for_ever() -> None:
    timeline = Timeline()
    tables = [packet for packet in packets_of(made_stream()) if not begins_key_frame(packet)]
    timeline.feed(b"".join(tables), 0.0)
    timeline.begin_anew(1.0)
    assert timeline.feed(b"".join(tables[:50]), 1.1) == b""
    assert timeline.feed(b"".join(tables[50:60]), 6.0)

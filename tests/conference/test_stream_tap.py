"""What a second reader of a site's stream gets: from a key frame on, with its tables, in whole packets."""

from __future__ import annotations

import io
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.vlc.stream_tap import PACKET, StreamTap

CLIP = Path(__file__).parents[2] / "desktop" / "demo_ministry" / "sites" / "clips" / "bo.mp4"


def transport_stream(seconds: float = 10.0, max_delay: str = "0") -> bytes:
    made = io.BytesIO()
    with av.open(str(CLIP)) as source, av.open(made, "w", format="mpegts", options={"max_delay": max_delay}) as target:
        video, audio = source.streams.video[0], source.streams.audio[0]
        outputs = {stream.index: target.add_stream_from_template(stream) for stream in (video, audio)}
        for packet in source.demux(video, audio):
            if packet.dts is None or packet.dts * packet.time_base > seconds:
                continue
            packet.stream = outputs[packet.stream_index]
            target.mux(packet)
    return made.getvalue()


STREAM = transport_stream()


def pictures(stream: bytes) -> list[bool]:
    """Whether each decoded picture is a key frame; raises where a stream cannot be read."""
    with av.open(io.BytesIO(stream), format="mpegts") as source:
        return [frame.key_frame for frame in source.decode(source.streams.video[0])]


@pytest.mark.parametrize("size", [188, 1316, 1000, 4096])
@pytest.mark.parametrize("joined_at", [0, 100_003, 200_000])
def test_whoever_joins_in_the_middle_gets_a_stream_that_begins_with_a_key_frame(size: int, joined_at: int) -> None:
    tap, got = StreamTap(), list[bytes]()
    for start in range(0, len(STREAM), size):
        if start <= joined_at < start + size:
            tap.set(got.append)
        tap.feed(STREAM[start : start + size])
    received = b"".join(got)
    assert len(received) % PACKET == 0 and set(received[::PACKET]) == {0x47}
    assert (received[1] & 0x1F) << 8 | received[2] == 0
    shown = pictures(received)
    assert shown[0] and len(shown) >= 20
    assert STREAM.endswith(received[-10 * PACKET :])


def test_after_another_opening_it_begins_with_a_key_frame_again() -> None:
    tap, got = StreamTap(), list[bytes]()
    tap.set(got.append)
    tap.feed(STREAM[:150_000])
    got.clear()
    tap.restart()
    tap.feed(STREAM[150_000 - 150_000 % PACKET :])
    assert pictures(b"".join(got))[0]


def test_a_sink_that_raises_is_let_go_and_the_stream_goes_on() -> None:
    tap, calls = StreamTap(), list[int]()

    def broken(packets: bytes) -> None:
        calls.append(len(packets))
        raise OSError("disk full")

    tap.set(broken)
    tap.feed(STREAM)
    tap.feed(STREAM)
    assert len(calls) == 1


def test_without_a_sink_nothing_is_kept_but_the_tables() -> None:
    tap = StreamTap()
    for start in range(0, len(STREAM), 1000):
        tap.feed(STREAM[start : start + 1000])
    got: list[bytes] = []
    tap.set(got.append)
    tap.set(None)
    tap.feed(STREAM)
    assert not got


@settings(max_examples=60, deadline=None)
@given(noise=st.lists(st.binary(max_size=600), max_size=20), size=st.integers(1, 700))
def test_no_bytes_make_it_raise(noise: list[bytes], size: int) -> None:
    tap, got = StreamTap(), list[bytes]()
    tap.set(got.append)
    for piece in noise:
        tap.feed(b"\x47" + piece)
    part = STREAM[:40_000]
    for start in range(0, len(part), size):
        tap.feed(part[start : start + size])
    assert all(len(piece) % PACKET == 0 for piece in got)

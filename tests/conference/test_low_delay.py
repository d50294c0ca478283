"""The rewritten stream: the same pictures, each let go at once, by a clock of our own. Decoded by FFmpeg, not by us."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from contextlib import suppress

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference.vlc.low_delay import LIBVLC_DELAY, LowDelayWriter, SenderClock
from conference.vlc.ts_packets import PACKET, TICKS, WRAP, payload_of, pid_of, read_program, timestamps
from tests.conference.test_stream_tap import STREAM, transport_stream

CODECS = ["libx264", "libx265", "mpeg2video"]
PICTURES = 40


def encoded(codec: str) -> bytes:
    made = io.BytesIO()
    with av.open(made, "w", format="mpegts") as target:
        stream = target.add_stream(codec, rate=25)
        stream.width, stream.height, stream.pix_fmt, stream.codec_context.gop_size = 320, 180, "yuv420p", 10
        options = {"libx265": {"x265-params": "log-level=none:bframes=0"}, "libx264": {"tune": "zerolatency"}}
        stream.codec_context.options = options.get(codec, {})
        for number in range(PICTURES):
            frame = av.VideoFrame(320, 180, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes((number * 5 % 256,)) * plane.buffer_size)
            target.mux(stream.encode(frame))
        target.mux(stream.encode())
    return made.getvalue()


def packets_of(stream: bytes) -> Iterator[bytes]:
    return (stream[at : at + PACKET] for at in range(0, len(stream), PACKET))


def rewritten(stream: bytes, sizes: int = 1316, pace: float | None = 0.04) -> bytes:
    """As from a line on which pictures come evenly (or, without ``pace``, all at once)."""
    now = 1000.0
    made: list[bytes] = []

    def write(data: bytes) -> int:
        made.append(data)
        return len(data)

    writer = LowDelayWriter(write, lambda: now)
    for piece in (stream[at : at + sizes] for at in range(0, len(stream), sizes)):
        if pace is not None:
            now += piece.count(b"\x00\x00\x01\xe0") * pace
        writer.write(piece)
    return b"".join(made)


def shown(stream: bytes) -> list[int]:
    """The brightness of each picture."""
    shades: list[int] = []
    with av.open(io.BytesIO(stream), format="mpegts") as source:
        for packet in source.demux(video=0):
            with suppress(av.error.InvalidDataError):  # a packet with delimiters only, which FFmpeg's parser cuts out
                shades += (bytes(frame.planes[0])[0] for frame in packet.decode())
    return shades


def clocks(stream: bytes) -> list[int]:
    return [
        int.from_bytes(packet[6:12], "big") >> 15
        for packet in packets_of(stream)
        if packet[3] & 0x20 and packet[4] >= 7 and packet[5] & 0x10
    ]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("size", [PACKET, 1316, 1000])
def test_no_picture_is_lost_or_changed(codec: str, size: int) -> None:
    stream = encoded(codec)
    before, after = shown(stream), shown(rewritten(stream, size))
    assert len(before) == PICTURES and after == before


def test_counters_go_on_without_a_gap() -> None:
    last: dict[int, int] = {}
    for packet in packets_of(rewritten(STREAM)):
        assert packet[0] == 0x47
        if packet[3] & 0x10:
            counter = packet[3] & 0x0F
            assert last.get(pid_of(packet)) in (None, (counter - 1) % 16)
            last[pid_of(packet)] = counter


def test_a_gap_of_the_line_stays_one() -> None:
    packets = list(packets_of(STREAM))
    video = [number for number, packet in enumerate(packets) if pid_of(packet) == 256 and not packet[1] & 0x40]
    del packets[video[100]]
    gaps, last = 0, None
    for packet in packets_of(rewritten(b"".join(packets))):
        if pid_of(packet) == 256 and packet[3] & 0x10:
            gaps += last is not None and packet[3] & 0x0F != (last + 1) % 16
            last = packet[3] & 0x0F
    assert gaps == 1


def test_each_picture_is_followed_by_the_start_of_the_next_unit_and_by_our_clock() -> None:
    made = rewritten(encoded("libx264"), PACKET)
    values = clocks(made)
    # Two to begin with; the first picture has gone by when it is known how they come.
    assert PICTURES <= len(values) <= PICTURES + 2, len(values)
    assert values[1] - values[0] > LIBVLC_DELAY * TICKS
    steps = [later - earlier for earlier, later in itertools.pairwise(values[2:])]
    assert all(abs(step - 0.04 * TICKS) < 0.001 * TICKS for step in steps), steps
    decoding = [timestamps(payload_of(p))[1] for p in packets_of(made) if p[1] & 0x40]
    latest = max(dts for dts in decoding if dts is not None)
    assert 0 < values[-1] - latest < LIBVLC_DELAY * TICKS


def test_a_burst_at_the_beginning_is_held_back_until_pictures_come_in_step() -> None:
    held = rewritten(encoded("libx264"), pace=None)
    assert not clocks(held) and all(pid_of(packet) != 256 for packet in packets_of(held))


@settings(max_examples=80, deadline=None)
@given(
    flips=st.lists(st.tuples(st.integers(0, len(STREAM) // 4), st.integers(1, 255)), max_size=40),
    size=st.integers(1, 3000),
)
def test_no_bytes_make_it_raise_or_lose_the_beat(flips: list[tuple[int, int]], size: int) -> None:
    damaged = bytearray(STREAM[: len(STREAM) // 4])
    for at, value in flips:
        damaged[at % len(damaged)] ^= value
    made = rewritten(bytes(damaged), size)
    assert len(made) % PACKET == 0
    assert set(made[::PACKET]) <= {0x47}
    read_program(bytes(damaged[:PACKET]))


def test_the_senders_clock_is_the_quickest_way_and_forgets_it_when_clocks_drift() -> None:
    clock = SenderClock()
    for number in range(5000):
        late = 0.1 if number % 3 else 0.0
        # One part in a thousand slow, and beginning just before its timestamps begin anew.
        made = number * 0.04
        clock.arrived(round(WRAP - TICKS + made * TICKS) % WRAP, 50 + made * 1.001 + late)
    error = clock.now_in_ticks(50 + made * 1.001) / TICKS - (WRAP / TICKS - 1 + made)
    assert 0 <= error < 0.07, error
    assert 0.05 < clock.jitter < 0.2


def test_another_senders_clock_is_taken_at_once() -> None:
    clock = SenderClock()
    for number in range(100):
        clock.arrived(number * 3600, number * 0.04)
    for number in range(3):
        clock.arrived(900_000_000 + number * 3600, 10 + number * 0.04)
    assert abs(clock.now_in_ticks(10.08) - 900_000_000 - 7200) < 10


def lead(stream: bytes) -> float:
    """Seconds by which our clock is ahead of the pictures, at the end."""
    decoding = [
        timestamps(payload_of(packet))[1]
        for packet in packets_of(stream)
        if packet[1] & 0x40 and payload_of(packet)[3:4] == b"\xe0"
    ]
    return (clocks(stream)[-1] - max(dts for dts in decoding if dts is not None)) / TICKS


def test_sound_that_a_sender_gathers_is_waited_for() -> None:
    """As ffmpeg does by itself (``-muxdelay 0.7``): libVLC would throw it away as too late."""
    silent, sounding = rewritten(encoded("libx264"), PACKET), rewritten(transport_stream(max_delay="700000"), PACKET)
    assert 0.2 < lead(silent) < LIBVLC_DELAY
    assert lead(sounding) < lead(silent) - 0.2

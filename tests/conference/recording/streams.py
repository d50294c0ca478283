"""Real MPEG-TS to record: the demo ministry's clip, remuxed as the bridge does; and what a player makes of a file."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import av

CLIP = Path(__file__).parents[3] / "desktop" / "demo_ministry" / "sites" / "clips" / "bo.mp4"


@cache
def clip_as_ts(rounds: int = 1, begins_at: int = 0) -> bytes:
    """The clip ``rounds`` times, with time stamps that grow from ``begins_at`` seconds."""
    out = io.BytesIO()
    options = {"mpegts_flags": "resend_headers", "pat_period": "0.2"}
    with av.open(out, "w", format="mpegts", options=options) as target:
        shift: int | None = None
        for _ in range(rounds):
            with av.open(str(CLIP)) as source:
                picture = source.streams.video[0]
                track = target.streams[0] if target.streams else target.add_stream_from_template(picture)
                if shift is None:
                    assert picture.time_base is not None
                    shift = int(begins_at / picture.time_base)
                last = 0
                for packet in source.demux(picture):
                    if packet.dts is None:
                        continue
                    packet.dts += shift
                    packet.pts += shift
                    last = max(last, packet.pts + (packet.duration or 0))
                    packet.stream = track
                    target.mux_one(packet)
                shift = last
    return out.getvalue()


@dataclass(frozen=True)
class Played:
    """What a player found in a file: pictures decoded, the first one's type, seconds from first to last."""

    pictures: int
    first_is_key: bool
    seconds: float


def play(path: Path) -> Played:
    times: list[float] = []
    first_is_key = False
    with av.open(str(path)) as source:
        for packet in source.demux(video=0):
            with suppress(av.error.InvalidDataError):  # the last picture of a line that was cut: players leave it out
                for frame in packet.decode():
                    assert isinstance(frame, av.VideoFrame)
                    if not times:
                        first_is_key = bool(frame.key_frame)
                    assert frame.time is not None
                    times.append(frame.time)
    return Played(len(times), first_is_key, max(times) - min(times) if times else 0.0)


def chunks(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]

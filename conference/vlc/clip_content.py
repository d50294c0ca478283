"""Says what is in a piece of a site's stream: codecs, the picture's true size, how loud its sound is. For the check
before joining; bounded by the piece, which is in memory."""

from __future__ import annotations

import io
from array import array
from typing import Any

import av
import av.logging

from ..checking.judging import StreamContent
from ..checking.levels import level, peak, samples_of

av.logging.set_level(av.logging.PANIC)

_RATE = 16_000


def read_clip(clip: bytes) -> StreamContent:
    """What a piece of MPEG-TS holds. Pictures are not decoded; of sound all of it is. What cannot be read is empty."""
    try:
        with av.open(io.BytesIO(clip), format="mpegts") as source:
            return _content(source)
    except (av.FFmpegError, OSError, ValueError):
        return StreamContent()


def _content(source: Any) -> StreamContent:
    picture = source.streams.video[0] if source.streams.video else None
    sound = source.streams.audio[0] if source.streams.audio else None
    heard: array[int] = _decoded(source, sound) if sound is not None else array("h")
    return StreamContent(
        picture_codec=picture.codec_context.name if picture is not None else "",
        width=picture.codec_context.width if picture is not None else 0,
        height=picture.codec_context.height if picture is not None else 0,
        sound_codec=sound.codec_context.name if sound is not None else "",
        sound_seconds=len(heard) / _RATE,
        sound_level=level(heard) if heard else None,
        sound_peak=peak(heard) if heard else None,
    )


def _decoded(source: Any, sound: Any) -> array[int]:
    """Mono, 16 bits. A packet that was cut off at either end of the piece is skipped."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=_RATE)
    heard: array[int] = array("h")
    for packet in source.demux(sound):
        try:
            frames = packet.decode()
        except av.FFmpegError:
            continue
        for frame in frames:
            for plain in resampler.resample(frame):
                heard.extend(samples_of(bytes(plain.planes[0])[: plain.samples * 2]))
    return heard

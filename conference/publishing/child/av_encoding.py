"""Encodes what is captured: H.264 without delay, AAC. PyAV; both are made anew when a setting changes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import av.logging

from .line import Packet
from .rtp_packets import nal_units

av.logging.set_level(av.logging.PANIC)  # what FFmpeg writes into its log is not ours to judge

SOUND_RATE = 48_000
SOUND_FRAME = 1024
"""Samples of one AAC frame."""
_TICKS = Fraction(1, 90_000)


class VideoEncoder:
    """x264, one picture in, one out. A key frame each second, so that whoever joins waits no longer."""

    def __init__(self, size: tuple[int, int], frames_per_second: int, bit_rate: int) -> None:
        self.size = size
        self.bit_rate = bit_rate
        self.frames_per_second = frames_per_second
        self._context: Any = av.CodecContext.create("libx264", "w")
        self._context.width, self._context.height = size
        self._context.pix_fmt = "yuv420p"
        self._context.time_base = _TICKS
        self._context.framerate = Fraction(frames_per_second)
        self._context.bit_rate = bit_rate
        kilobits = bit_rate // 1000
        self._context.options = {
            "preset": "superfast",
            "tune": "zerolatency",
            "profile": "main",
            "forced-idr": "1",
            "threads": "1",
            "x264-params": f"keyint={frames_per_second}:min-keyint=1:scenecut=0:repeat-headers=1:annexb=1:"
            f"vbv-maxrate={kilobits}:vbv-bufsize={kilobits // 2}",
        }
        self._last = -1

    def encode(self, frame: Any, moment: float, key: bool = False) -> Iterator[Packet]:
        """``frame``: yuv420p of our size."""
        ticks = max(self._last + 1, round(moment * 90_000))
        self._last = ticks
        frame.pts, frame.time_base = ticks, _TICKS
        frame.pict_type = av.video.frame.PictureType.I if key else av.video.frame.PictureType.NONE
        for packet in self._context.encode(frame):
            yield Packet(bytes(packet), moment, True, bool(packet.is_keyframe))


def parameter_sets(key_frame: bytes) -> tuple[bytes, bytes] | None:
    """SPS and PPS, which stand before each key frame."""
    units = nal_units(key_frame)
    sequence = next((unit for unit in units if unit[0] & 0x1F == 7), None)
    picture = next((unit for unit in units if unit[0] & 0x1F == 8), None)
    return (sequence, picture) if sequence and picture else None


class SoundEncoder:
    """AAC, mono, 48 kHz: speech."""

    def __init__(self, bit_rate: int = 64_000) -> None:
        self._context: Any = av.CodecContext.create("aac", "w")
        self._context.sample_rate = SOUND_RATE
        self._context.layout = "mono"
        self._context.format = "fltp"
        self._context.time_base = Fraction(1, SOUND_RATE)
        self._context.bit_rate = bit_rate
        self._context.open()
        self._resampler: Any = av.AudioResampler("fltp", "mono", SOUND_RATE)
        self._samples = 0

    @property
    def announcement(self) -> tuple[int, int, bytes]:
        """Rate, channels and configuration, as a session description wants them."""
        return SOUND_RATE, 1, bytes(self._context.extradata)

    def encode(self, samples: bytes, moment: float) -> Iterator[Packet]:
        """Exactly `SOUND_FRAME` samples, 16 bits each, the first one heard at ``moment``."""
        frame: Any = av.AudioFrame("s16", "mono", SOUND_FRAME)
        frame.planes[0].update(samples)
        frame.sample_rate = SOUND_RATE
        frame.pts, frame.time_base = self._samples, Fraction(1, SOUND_RATE)
        self._samples += SOUND_FRAME
        for ready in self._resampler.resample(frame):
            for packet in self._context.encode(ready):
                yield Packet(bytes(packet), moment, False)

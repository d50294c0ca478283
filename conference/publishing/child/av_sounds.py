"""Where sound comes from: a microphone, the test tone, or silence; always in blocks of one AAC frame, mono, 16 bits."""

from __future__ import annotations

import math
import sys
import time
from array import array
from collections.abc import Iterator
from typing import Any

import av

from ..model import TEST_TONE, DeviceTrouble
from . import pulse
from .av_encoding import SOUND_FRAME, SOUND_RATE
from .av_pictures import SourceTrouble, trouble_of

SILENCE = bytes(SOUND_FRAME * 2)
BLOCK = SOUND_FRAME / SOUND_RATE
"""Seconds."""


def paced(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """As a microphone would give them."""
    begun = time.monotonic()
    for number, block in enumerate(blocks):
        wait = begun + (number + 1) * BLOCK - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        yield block


def silence() -> Iterator[bytes]:
    while True:
        yield SILENCE


def tone(pitch: float = 440.0) -> Iterator[bytes]:
    """Half a second of tone, half a second of silence."""
    half = SOUND_RATE // 2
    second = array("h", (int(6000 * math.sin(2 * math.pi * pitch * n / SOUND_RATE)) for n in range(half)))
    second.extend([0] * half)
    twice, at = second + second, 0
    while True:
        yield twice[at : at + SOUND_FRAME].tobytes()
        at = (at + SOUND_FRAME) % SOUND_RATE


def microphone_blocks(device: str) -> Iterator[bytes]:
    """What ``device`` hears. Raises `SourceTrouble`, at opening or when it was pulled out."""
    if device == TEST_TONE:
        yield from paced(tone())
        return
    if sys.platform == "win32":
        yield from _by_ffmpeg("dshow", f"audio={device}", {"audio_buffer_size": "20"})
    elif sys.platform == "darwin":
        yield from _by_ffmpeg("avfoundation", f":{device}", {})
    elif device.startswith("alsa:"):
        yield from _by_ffmpeg("alsa", device[5:], {"sample_rate": str(SOUND_RATE)})
    else:
        try:
            yield from pulse.microphone_blocks(device, SOUND_RATE, SOUND_FRAME)
        except pulse.NoPulse:
            raise SourceTrouble(DeviceTrouble.MISSING) from None


def _by_ffmpeg(kind: str, name: str, options: dict[str, str]) -> Iterator[bytes]:
    try:
        container: Any = av.open(name, format=kind, options=options, timeout=(4.0, 4.0))
    except (av.FFmpegError, OSError, ValueError) as error:
        raise SourceTrouble(trouble_of(error)) from None
    resampler = av.AudioResampler("s16", "mono", SOUND_RATE)
    held = bytearray()
    with container:
        try:
            for frame in container.decode(audio=0):
                frame.pts = None
                for ready in resampler.resample(frame):
                    held += bytes(ready.planes[0])[: ready.samples * 2]
                while len(held) >= len(SILENCE):
                    yield bytes(held[: len(SILENCE)])
                    del held[: len(SILENCE)]
        except (av.FFmpegError, OSError):
            raise SourceTrouble(DeviceTrouble.GONE) from None
    raise SourceTrouble(DeviceTrouble.GONE)


def peak(block: bytes) -> float:
    """The loudest sample, 0 to 1."""
    samples = array("h", block)
    return max(max(samples), -min(samples)) / 32768 if samples else 0.0

"""How loud a sound is, and whether a tone is in it. Plain arithmetic on 16-bit samples; used by the site's sound and by
the microphone."""

from __future__ import annotations

import math
import sys
from array import array
from operator import mul

FULL = 32768.0
SILENCE = -96.0
"""dBFS of nothing at all: what 16 bits can tell apart."""


def samples_of(data: bytes) -> array[int]:
    """16-bit little-endian samples; a half one at the end is left out."""
    samples = array("h")
    samples.frombytes(data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def level(samples: array[int]) -> float:
    """Root mean square in dBFS (0 is a square wave at full scale)."""
    if not samples:
        return SILENCE
    return _decibels(math.sqrt(sum(map(mul, samples, samples)) / len(samples)) / FULL)


def peak(samples: array[int]) -> float:
    """The loudest single sample in dBFS."""
    return _decibels(max(max(samples), -min(samples)) / FULL) if samples else SILENCE


def tone_level(samples: array[int], frequency: float, rate: int) -> float:
    """How strong ``frequency`` (Hz) is in ``samples``, in dBFS RMS: one line of a Fourier transform."""
    if not samples:
        return SILENCE
    turn = 2 * math.pi * frequency / rate
    real = sum(map(mul, samples, [math.cos(turn * place) for place in range(len(samples))]))
    imaginary = sum(map(mul, samples, [math.sin(turn * place) for place in range(len(samples))]))
    return _decibels(math.hypot(real, imaginary) * math.sqrt(2) / len(samples) / FULL)


def tone(frequency: float, rate: int, seconds: float, decibels: float, channels: int = 1) -> bytes:
    """A sine of ``decibels`` dBFS RMS as 16-bit samples, rising and falling softly so that nothing clicks."""
    count = round(rate * seconds)
    soft = max(1, round(rate * 0.03))
    height = FULL * math.sqrt(2) * 10 ** (decibels / 20)
    made = array("h")
    for place in range(count):
        gain = min(1.0, place / soft, (count - 1 - place) / soft)
        value = max(-32768, min(32767, round(height * gain * math.sin(2 * math.pi * frequency * place / rate))))
        made.extend([value] * channels)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def _decibels(part: float) -> float:
    return max(SILENCE, 20 * math.log10(part)) if part > 0 else SILENCE

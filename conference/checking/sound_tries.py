"""The two tries with sound: a tone that the microphone may hear, and her own voice. Fed with 16-bit mono samples from
whatever records them; no devices here."""

from __future__ import annotations

from array import array

from .devices import TONE_DBFS, TONE_HERTZ, TONE_SECONDS, ToneHeard, judge_microphone, judge_speaker
from .levels import SILENCE, level, peak, samples_of, tone, tone_level
from .model import CheckResult
from .thresholds import Thresholds

RATE = 16_000
"""Samples a second that both tries want to hear."""
_BLOCK = RATE // 10
_QUIET_BLOCKS = 4
_LATENCY_BLOCKS = 3
"""A tone comes out of the loudspeaker some time after it was given away, and stays in the room for a moment."""


class _Blocks:
    """Cuts what comes, in pieces of any length, into tenths of a second."""

    def __init__(self) -> None:
        self._rest: array[int] = array("h")

    def cut(self, data: bytes) -> list[array[int]]:
        self._rest.extend(samples_of(data))
        blocks = [self._rest[at : at + _BLOCK] for at in range(0, len(self._rest) - _BLOCK + 1, _BLOCK)]
        self._rest = self._rest[len(blocks) * _BLOCK :]
        return blocks


class ToneTry:
    """Hears the microphone before the tone, then while it plays."""

    seconds = TONE_SECONDS

    def __init__(self) -> None:
        self._blocks = _Blocks()
        self._playing = False
        self._before: list[float] = []
        self._during: list[tuple[float, float]] = []

    def sound(self, rate: int, channels: int) -> bytes:
        """The tone itself, 16 bits."""
        return tone(TONE_HERTZ, rate, TONE_SECONDS, TONE_DBFS, channels)

    @property
    def knows_quiet(self) -> bool:
        """Whether the microphone has been heard long enough without the tone."""
        return len(self._before) >= _QUIET_BLOCKS

    def begin(self) -> None:
        """The tone plays from now on."""
        self._playing = True

    def hear(self, data: bytes) -> float | None:
        """dBFS of the newest tenth of a second; None while it is not full."""
        newest = None
        for block in self._blocks.cut(data):
            newest = level(block)
            pitch = tone_level(block, TONE_HERTZ, RATE)
            if self._playing:
                self._during.append((pitch, newest))
            else:
                self._before.append(pitch)
        return newest

    def result(self, device: str, answer: bool | None = None) -> CheckResult:
        return judge_speaker(device, answer, self._heard())

    def _heard(self) -> ToneHeard | None:
        """The middle of the loudest blocks: the tone's beginning and end are in blocks of their own."""
        if not self._before or len(self._during) <= _LATENCY_BLOCKS:
            return None
        loudest = sorted(self._during, reverse=True)[: max(1, len(self._during) // 2)]
        during, all_during = loudest[len(loudest) // 2]
        return ToneHeard(max(self._before), during, all_during)


class VoiceTry:
    """Hears her speak."""

    def __init__(self, limits: Thresholds | None = None) -> None:
        self._limits = limits or Thresholds()
        self._blocks = _Blocks()
        self._loudest = self._peak = SILENCE
        self.heard_anything = False

    def hear(self, data: bytes) -> float | None:
        """dBFS of the newest tenth of a second; None while it is not full."""
        newest = None
        for block in self._blocks.cut(data):
            newest = level(block)
            self._loudest, self._peak = max(self._loudest, newest), max(self._peak, peak(block))
            self.heard_anything = True
        return newest

    def result(self, device: str) -> CheckResult:
        return judge_microphone(device, self._loudest, self._peak, self._limits)

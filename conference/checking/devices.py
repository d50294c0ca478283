"""Judges what was heard and seen of this PC's own loudspeaker, microphone and camera. Values in, a row out."""

from __future__ import annotations

from dataclasses import dataclass

from .model import CheckKind, CheckResult, CheckState, Fact, Finding
from .thresholds import Thresholds

GREEN, AMBER, RED, UNKNOWN = CheckState.GREEN, CheckState.AMBER, CheckState.RED, CheckState.UNKNOWN

TONE_HERTZ = 1000.0
TONE_SECONDS = 1.5
TONE_DBFS = -20.0
"""As loud as speech in a broadcast (EBU R 128: −23 LUFS), so that it startles nobody."""
_ABOVE_QUIET = 12.0
"""dB that the tone must stand above what the microphone heard at that pitch before: a fan does not rise by that."""
_ALMOST_ALL = 12.0
"""dB that the tone may lie below all that is heard while it plays: a door that slams is no tone."""


@dataclass(frozen=True, slots=True)
class ToneHeard:
    """What the microphone heard at the tone's pitch, before and while it played, and in all while it played; dBFS."""

    before: float
    during: float
    all_during: float

    @property
    def is_heard(self) -> bool:
        return self.during - self.before >= _ABOVE_QUIET and self.all_during - self.during <= _ALMOST_ALL


def device_missing(kind: CheckKind) -> CheckResult:
    """Without a loudspeaker nobody hears the conference: red. Without microphone or camera one is only not heard."""
    return CheckResult(kind, RED if kind is CheckKind.SPEAKER else AMBER, Finding.NO_DEVICE)


def device_untried(kind: CheckKind, device: str) -> CheckResult:
    return CheckResult(kind, UNKNOWN, Finding.DEVICE_THERE, facts=_named(device))


def device_failed(kind: CheckKind, device: str) -> CheckResult:
    state = RED if kind is CheckKind.SPEAKER else AMBER
    return CheckResult(kind, state, Finding.DEVICE_FAILED, facts=_named(device))


def judge_speaker(device: str, answer: bool | None, tone: ToneHeard | None) -> CheckResult:
    """``answer`` is hers, and goes before the microphone's; None: she has not said."""
    facts = _named(device)
    if answer is True:
        return CheckResult(CheckKind.SPEAKER, GREEN, Finding.HEARD, facts=facts)
    if answer is False:
        return CheckResult(CheckKind.SPEAKER, RED, Finding.NOT_HEARD, facts=facts)
    if tone is not None and tone.is_heard:
        return CheckResult(CheckKind.SPEAKER, GREEN, Finding.HEARD_BY_MICROPHONE, facts=facts)
    return device_untried(CheckKind.SPEAKER, device)


def judge_microphone(device: str, loudest: float, peak: float, limits: Thresholds) -> CheckResult:
    """``loudest`` tenth of a second (RMS) and ``peak`` of what she said, both dBFS."""
    facts = _named(device) | {"peak_dbfs": round(loudest, 1)}
    if loudest < limits.voice_silent:
        state, finding = AMBER, Finding.SILENT
    elif loudest < limits.voice_faint:
        state, finding = AMBER, Finding.FAINT
    elif peak >= limits.voice_clipping:
        state, finding = AMBER, Finding.TOO_LOUD
    else:
        state, finding = GREEN, Finding.LOUD_ENOUGH
    return CheckResult(CheckKind.MICROPHONE, state, finding, facts=facts)


def judge_camera(device: str, size: tuple[int, int] | None) -> CheckResult:
    """``size`` of its first picture; None if none came."""
    facts = _named(device)
    if size is None:
        return CheckResult(CheckKind.CAMERA, AMBER, Finding.NOT_SEEN, facts=facts)
    width, height = size
    return CheckResult(CheckKind.CAMERA, GREEN, Finding.SEEN, facts=facts | {"width": width, "height": height})


def _named(device: str) -> dict[str, Fact]:
    return {"device": device[:80]} if device else {}

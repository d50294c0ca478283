"""Levels and tones by values, and what the two tries with sound conclude from them."""

from __future__ import annotations

import math
import random
from array import array

import pytest

from conference.checking.devices import device_failed, device_missing, judge_camera, judge_speaker
from conference.checking.levels import SILENCE, level, peak, samples_of, tone, tone_level
from conference.checking.model import CheckKind, CheckState, Finding
from conference.checking.sound_tries import RATE, ToneTry, VoiceTry


def noise(seconds: float, decibels: float) -> bytes:
    dice = random.Random(7)
    height = 32768 * 10 ** (decibels / 20)
    made = (max(-32768, min(32767, round(dice.gauss(0, height)))) for _ in range(round(RATE * seconds)))
    return array("h", made).tobytes()


def test_a_tone_is_as_loud_as_it_was_made() -> None:
    made = samples_of(tone(1000.0, RATE, 1.0, -20.0))
    assert level(made) == pytest.approx(-20, abs=0.3)
    assert tone_level(made, 1000.0, RATE) == pytest.approx(-20, abs=0.5)
    assert tone_level(made, 1730.0, RATE) < -60
    assert peak(made) == pytest.approx(-17, abs=0.1)


def test_nothing_is_silence() -> None:
    assert level(array("h")) == level(array("h", [0] * 10)) == peak(array("h")) == SILENCE
    assert len(samples_of(b"\1\2\3")) == 1, "half a sample is none"
    assert not math.isnan(tone_level(array("h"), 1000, RATE))


def test_both_channels_carry_the_tone_and_none_clips() -> None:
    made = samples_of(tone(440.0, 48_000, 0.5, 0.0, channels=2))
    assert len(made) == 48_000
    assert max(made) == 32767
    assert made[2000] == made[2001]


def heard(before: bytes, during: bytes) -> ToneTry:
    tried = ToneTry()
    tried.hear(before)
    tried.begin()
    for at in range(0, len(during), 700):  # devices deliver in pieces of any length
        tried.hear(during[at : at + 700])
    return tried


def test_a_microphone_that_hears_the_tone_proves_the_loudspeaker() -> None:
    tried = heard(noise(0.6, -50), tone(1000.0, RATE, 1.5, -35.0))
    row = tried.result("Loa")
    assert (row.state, row.finding) == (CheckState.GREEN, Finding.HEARD_BY_MICROPHONE)
    assert tried.result("Loa", False).state is CheckState.RED, "her own word goes before the microphone's"


@pytest.mark.parametrize(
    ("before", "during"),
    [
        (noise(0.6, -50), noise(1.5, -50)),
        (noise(0.6, -50), noise(1.5, -15)),  # a door slams, somebody coughs
        (tone(1000.0, RATE, 0.6, -35.0), tone(1000.0, RATE, 1.5, -35.0)),  # something hums at that pitch all the time
        (b"", tone(1000.0, RATE, 1.5, -35.0)),
        (noise(0.6, -50), b""),
    ],
)
def test_what_is_no_tone_proves_nothing(before: bytes, during: bytes) -> None:
    row = heard(before, during).result("Loa")
    assert (row.state, row.finding) == (CheckState.UNKNOWN, Finding.DEVICE_THERE)


def test_her_answer() -> None:
    assert judge_speaker("Loa", True, None).finding is Finding.HEARD
    assert judge_speaker("Loa", False, None).state is CheckState.RED


@pytest.mark.parametrize(
    ("sound", "state", "finding"),
    [
        (noise(1, -25), CheckState.GREEN, Finding.LOUD_ENOUGH),
        (noise(1, -55), CheckState.AMBER, Finding.FAINT),
        (bytes(RATE), CheckState.AMBER, Finding.SILENT),
        (noise(1, -3), CheckState.AMBER, Finding.TOO_LOUD),
    ],
)
def test_a_voice(sound: bytes, state: CheckState, finding: Finding) -> None:
    tried = VoiceTry()
    assert tried.hear(sound) is not None
    row = tried.result("Micrô")
    assert (row.state, row.finding, row.facts["device"]) == (state, finding, "Micrô")


def test_a_meter_shows_the_newest_tenth_of_a_second() -> None:
    tried = VoiceTry()
    assert tried.hear(bytes(100)) is None
    assert not tried.heard_anything
    newest = tried.hear(noise(0.2, -20))
    assert newest is not None and newest > -25


def test_devices_that_are_not_there() -> None:
    assert device_missing(CheckKind.SPEAKER).state is CheckState.RED
    assert device_missing(CheckKind.MICROPHONE).state is CheckState.AMBER
    assert device_failed(CheckKind.SPEAKER, "Loa").state is CheckState.RED
    assert judge_camera("C", None).finding is Finding.NOT_SEEN
    assert judge_camera("C", (640, 480)).facts["width"] == 640

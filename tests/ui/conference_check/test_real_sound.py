"""Loudspeaker and microphone on a real sound server (PulseAudio) whose microphone hears its loudspeaker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conference import Finding
from tests.ui.conference_check.private_sound import PULSEAUDIO, private_sound

pytestmark = pytest.mark.skipif(PULSEAUDIO is None, reason="there is no PulseAudio here")
ROOT = Path(__file__).resolve().parents[3]


def tried(folder: Path, **server: bool) -> dict[str, Any]:
    with private_sound(folder, **server):
        command = [sys.executable, "-m", "tests.ui.conference_check.sound_child"]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, timeout=120
        )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    said: dict[str, Any] = json.loads(done.stdout.decode().strip().splitlines()[-1])
    return said


def test_the_tone_is_heard_and_her_answer_counts_more_and_a_voice_is_judged(tmp_path: Path) -> None:
    said = tried(tmp_path)
    assert said["found"]["speaker"] == said["found"]["microphone"] == Finding.DEVICE_THERE.value
    assert said["chosen"] == "micro2", "the one she speaks into in conferences"
    assert said["gone"].startswith("micro"), "one that is not there any more is done without"
    assert said["tone"] == Finding.HEARD_BY_MICROPHONE.value
    assert said["question stays"] is True
    assert (said["no"], said["yes"]) == (Finding.NOT_HEARD.value, Finding.HEARD.value)
    assert said["still running"] is False
    assert said["silence"] == Finding.SILENT.value
    assert said["voice"] == Finding.LOUD_ENOUGH.value


def test_a_pc_without_a_microphone(tmp_path: Path) -> None:
    said = tried(tmp_path, microphone=False)
    assert said["found"]["speaker"] == Finding.DEVICE_THERE.value
    assert said["found"]["microphone"] == Finding.NO_DEVICE.value

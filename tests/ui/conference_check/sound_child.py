"""Tries the loudspeaker and the microphone as a person does, in a process of its own: Qt knows one sound server in the
life of a process. Prints what came of each step as JSON; run by `test_real_sound` with `PULSE_SERVER` set."""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtWidgets import QApplication

from conference import CheckKind, CheckResult, ToneTry
from conference.checking.levels import tone
from tests.ui.waiting import wait_until
from ui.conference_check import sound_devices
from ui.conference_check.device_tries import Chosen, MicrophoneTry, SpeakerTry, first_rows
from ui.conference_check.rows import CheckRow
from ui.conference_check.sound_devices import TonePlayer
from ui.style import apply_style

said: dict[str, Any] = {}


def row_of(kind: CheckKind, rows: dict[CheckKind, CheckResult]) -> CheckRow:
    row = CheckRow(rows[kind])
    row.resize(700, 160)
    row.show()
    return row


def main() -> None:
    application = QApplication(["sound"])
    apply_style(application, theme="light")
    rows = {row.kind: row for row in first_rows(Chosen())}
    said["found"] = {kind.value: row.finding.value for kind, row in rows.items()}
    speaker, microphone = sound_devices.speaker(), sound_devices.microphone()
    if speaker is None or microphone is None:
        return
    chosen, gone = sound_devices.microphone("micro2"), sound_devices.microphone("khong-co")
    said["chosen"] = chosen.id().data().decode() if chosen is not None else ""
    said["gone"] = gone.id().data().decode() if gone is not None else ""

    tried = SpeakerTry(row_of(CheckKind.SPEAKER, rows), speaker)
    tried.button.click()
    wait_until(lambda: tried.meter.isVisible() and tried.meter.highest > 0.3, what="the meter to move with the tone")
    wait_until(lambda: not tried.is_running, what="the end of the tone")
    said["tone"] = tried.row.result.finding.value
    said["question stays"] = tried.question.isVisible()
    tried.no.click()
    said["no"] = tried.row.result.finding.value
    tried.button.click()
    wait_until(tried.question.isVisible)
    tried.yes.click()
    said["yes"] = tried.row.result.finding.value
    said["still running"] = tried.is_running

    voice_try = MicrophoneTry(row_of(CheckKind.MICROPHONE, rows), microphone)
    wait_until(lambda: quiet(microphone), what="silence after the tone")
    voice_try.button.click()
    wait_until(lambda: voice_try._heard.heard_anything)
    voice_try.button.click()
    said["silence"] = voice_try.row.result.finding.value
    voice_try.button.click()
    player = TonePlayer(speaker, voice_try)
    player.play(tone(300.0, player.rate, 2.0, -18.0, player.channels))
    wait_until(lambda: voice_try.meter.highest > 0.5, what="the meter to move with a voice")
    voice_try.button.click()
    said["voice"] = voice_try.row.result.finding.value


def quiet(device: Any) -> bool:
    """Whether the microphone hears nothing any more."""
    heard = ToneTry()
    newest: list[float] = []

    def hear(data: bytes) -> None:
        level = heard.hear(data)
        if level is not None:
            newest.append(level)

    owner = sound_devices.QObject()
    ear = sound_devices.MicrophoneEar(device, hear, owner)
    ear.start()
    wait_until(lambda: newest)
    ear.stop()
    return newest[-1] < -80


try:
    main()
finally:
    print(json.dumps(said), flush=True)
    sys.stdout.flush()

"""Devices that are not there, a camera's picture, and the meter. What needs a sound server is in `test_real_sound`."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from conference import CheckKind, CheckState, Finding, device_untried
from ui.conference_check import sound_devices
from ui.conference_check.device_tries import CameraTry, Chosen, first_rows
from ui.conference_check.level_bar import LevelBar
from ui.conference_check.rows import CheckRow


def shown(kind: CheckKind) -> CheckRow:
    row = CheckRow(device_untried(kind, "thử"))
    row.resize(700, 120)
    row.show()
    return row


def test_without_any_device_it_says_so(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound_devices, "speaker", lambda: None)
    monkeypatch.setattr(sound_devices, "microphone", lambda *_: None)
    rows = {row.kind: row for row in first_rows(Chosen())}
    assert rows[CheckKind.SPEAKER].state is CheckState.RED
    assert rows[CheckKind.MICROPHONE].state is CheckState.AMBER


def test_a_camera_that_is_gone_when_it_is_asked_for(qapp: QApplication) -> None:
    tried = CameraTry(shown(CheckKind.CAMERA), "Camera phòng họp")
    tried.button.click()
    assert tried.row.result.finding is Finding.NO_DEVICE
    assert not tried.is_running


def test_the_cameras_picture_is_shown_and_counts_once(qapp: QApplication) -> None:
    """There is no camera here; what one would send is given by hand."""

    class Eye:
        size = (1280, 720)

        def stop(self) -> None: ...
        def deleteLater(self) -> None: ...

    tried = CameraTry(shown(CheckKind.CAMERA), "Camera phòng họp")
    found: list[object] = []
    tried.found.connect(found.append)
    tried._eye = Eye()  # type: ignore[assignment]
    picture = QImage(480, 270, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    for _ in range(3):
        tried._show(picture)
    assert len(found) == 1
    assert tried.row.result.finding is Finding.SEEN
    assert tried.picture.isVisible()
    tried.stop()
    assert not tried.picture.isVisible()


def test_the_meter_rises_at_once_and_falls_slowly(qapp: QApplication) -> None:
    meter = LevelBar("Mức tiếng nói")
    meter.show_level(-6.0)
    assert meter.part == pytest.approx(0.9)
    meter.show_level(-60.0)
    assert 0.5 < meter.part < 0.9
    meter.resize(120, 12)
    assert not meter.grab().isNull()

"""Trying this PC's loudspeaker, microphone and camera inside their rows: a tone and a meter, her voice, a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from conference import (
    CheckKind,
    CheckResult,
    ToneTry,
    VoiceTry,
    device_failed,
    device_missing,
    device_untried,
    judge_camera,
)

from ..style import px
from .level_bar import LevelBar
from .rows import CheckRow

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

    from .camera_device import CameraEye
    from .sound_devices import MicrophoneEar, TonePlayer

_QUIET_WITHIN_MS = 2500
"""A microphone needs a moment before it hears at all; one that takes longer is done without."""
_AFTER_TONE_MS = 500
_SPEAK_FOR_MS = 5000
KINDS = frozenset({CheckKind.SPEAKER, CheckKind.MICROPHONE, CheckKind.CAMERA})


class _Try(QObject):
    """What the three have in common: a row with a button, and news of a result."""

    found = Signal(object)
    """`CheckResult`"""

    def __init__(self, row: CheckRow, word: str) -> None:
        super().__init__(row)
        self.row = row
        self.button = QPushButton(word)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.toggle)
        row.beside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._idle_word = word
        self.is_running = False

    def toggle(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self._begin()

    def stop(self) -> None:
        """Let go of the device. Harmless at any time."""

    def _begin(self) -> None:
        raise NotImplementedError

    def _running(self, running: bool) -> None:
        self.is_running = running
        self.button.setText(self.tr("Dừng") if running else self._idle_word)

    def _say(self, result: CheckResult) -> None:
        self.row.show_result(result)
        self.found.emit(result)


class SpeakerTry(_Try):
    """A tone; a meter of what the microphone hears of it; and the question whether she hears it."""

    def __init__(self, row: CheckRow, device: QAudioDevice, microphone: str = "") -> None:
        super().__init__(row, row.tr("Phát tiếng thử"))
        self._device, self._microphone = device, microphone
        self._name = device.description()
        self.meter = LevelBar(self.tr("Mức tiếng micrô thu được"))
        self.question = QWidget()
        asked = QLabel(self.tr("Anh/chị có nghe thấy tiếng không?"))
        asked.setWordWrap(True)
        self.yes = QPushButton(self.tr("Có"))
        self.no = QPushButton(self.tr("Không"))
        answers = QHBoxLayout()
        answers.setContentsMargins(0, 0, 0, 0)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            answers.addWidget(button)
        answers.addStretch(1)
        layout = QVBoxLayout(self.question)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(asked)
        layout.addLayout(answers)
        for widget in (self.meter, self.question):
            widget.setVisible(False)
            row.below.addWidget(widget)
        self.yes.setAccessibleName(self.tr("Có, nghe thấy tiếng"))
        self.no.setAccessibleName(self.tr("Không nghe thấy tiếng"))
        self.yes.clicked.connect(lambda: self._answered(True))
        self.no.clicked.connect(lambda: self._answered(False))
        self._heard = ToneTry()
        self._ear: MicrophoneEar | None = None
        self._player: TonePlayer | None = None
        self._plays = False
        self._then: Callable[[], None] = lambda: None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(lambda: self._then())

    def stop(self) -> None:
        self._next.stop()
        if self._ear is not None:
            self._ear.stop()
            self._ear = None
        if self._player is not None:
            self._player.stop()
            self._player.deleteLater()
            self._player = None
        self.meter.setVisible(False)
        self._running(False)

    def _begin(self) -> None:
        from . import sound_devices

        self._running(True)
        self._heard = ToneTry()
        self.question.setVisible(False)
        microphone = sound_devices.microphone(self._microphone)
        if microphone is not None:
            self._ear = sound_devices.MicrophoneEar(microphone, self._hear, self)
            self._ear.failed.connect(lambda: self.meter.setVisible(False))
            self.meter.setVisible(True)
            self._ear.start()
        self._plays = False
        self._player = player = sound_devices.TonePlayer(self._device, self)

        player.ended.connect(self._ended)
        self._after(_QUIET_WITHIN_MS if self._ear is not None else 0, self._play)

    def _play(self) -> None:
        if self._player is None:
            return
        self._plays = True
        self._next.stop()
        self.question.setVisible(True)
        self._heard.begin()
        self._player.play(self._heard.sound(self._player.rate, self._player.channels))

    def _after(self, milliseconds: int, then: Callable[[], None]) -> None:
        self._then = then
        self._next.start(milliseconds)

    def _hear(self, data: bytes) -> None:
        level = self._heard.hear(data)
        if level is not None:
            self.meter.show_level(level)
        if self._heard.knows_quiet and not self._plays:
            self._play()

    def _ended(self, ok: bool) -> None:
        if not ok:
            self.stop()
            self.question.setVisible(False)
            self._say(device_failed(CheckKind.SPEAKER, self._name))
            return
        self._after(_AFTER_TONE_MS, self._judge)

    def _judge(self) -> None:
        self.stop()
        self._say(self._heard.result(self._name))

    def _answered(self, heard: bool) -> None:
        self.stop()
        self.question.setVisible(False)
        self.button.setFocus()
        self._say(self._heard.result(self._name, heard))


class MicrophoneTry(_Try):
    """She says a few words; the meter moves."""

    def __init__(self, row: CheckRow, device: QAudioDevice) -> None:
        super().__init__(row, row.tr("Thử micrô"))
        self._device = device
        self._name = device.description()
        self.meter = LevelBar(self.tr("Mức tiếng nói"))
        self.hint = QLabel(self.tr("Mời anh/chị nói vài câu như khi phát biểu."))
        self.hint.setWordWrap(True)
        for widget in (self.hint, self.meter):
            widget.setVisible(False)
            row.below.addWidget(widget)
        self._heard = VoiceTry()
        self._ear: MicrophoneEar | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_SPEAK_FOR_MS)
        self._end.timeout.connect(self._judge)

    def stop(self) -> None:
        self._end.stop()
        if self._ear is not None:
            self._ear.stop()
            self._ear = None
        for widget in (self.hint, self.meter):
            widget.setVisible(False)
        self._running(False)

    def toggle(self) -> None:
        if self.is_running and self._heard.heard_anything:
            self._judge()  # she has said what she wanted to say
        else:
            super().toggle()

    def _begin(self) -> None:
        from . import sound_devices

        self._running(True)
        self._heard = VoiceTry()
        for widget in (self.hint, self.meter):
            widget.setVisible(True)
        self._ear = sound_devices.MicrophoneEar(self._device, self._hear, self)
        self._ear.failed.connect(self._fail)
        self._end.start()
        self._ear.start()

    def _hear(self, data: bytes) -> None:
        level = self._heard.hear(data)
        if level is not None:
            self.meter.show_level(level)

    def _fail(self) -> None:
        self.stop()
        self._say(device_failed(CheckKind.MICROPHONE, self._name))

    def _judge(self) -> None:
        if not self._heard.heard_anything:
            self._fail()
            return
        self.stop()
        self._say(self._heard.result(self._name))


class CameraTry(_Try):
    """Her own picture, on this PC alone, until she presses again."""

    def __init__(self, row: CheckRow, device_name: str, chosen: str = "") -> None:
        super().__init__(row, row.tr("Xem hình"))
        self._name, self._chosen = device_name, chosen
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("Hình từ camera của máy này"))
        self.picture.setVisible(False)
        row.below.addWidget(self.picture)
        self._eye: CameraEye | None = None

    def stop(self) -> None:
        if self._eye is not None:
            self._eye.stop()
            self._eye.deleteLater()
            self._eye = None
        self.picture.setVisible(False)
        self._running(False)

    def _begin(self) -> None:
        from . import camera_device

        device = camera_device.camera(self._chosen)
        if device is None:
            self._say(device_missing(CheckKind.CAMERA))
            return
        self._running(True)
        self._eye = camera_device.CameraEye(device, self)
        self._eye.seen.connect(self._show)
        self._eye.failed.connect(self._fail)
        self._eye.start()

    def _show(self, picture: QImage) -> None:
        if self._eye is None:
            return
        first = not self.picture.isVisible()
        room = QSize(px(240), px(135))
        self.picture.setPixmap(QPixmap.fromImage(picture).scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self.picture.setVisible(True)
        if first:
            self._say(judge_camera(self._name, self._eye.size))

    def _fail(self) -> None:
        self.stop()
        self._say(judge_camera(self._name, None))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The devices she has chosen to be heard and seen with, by the system's names; "" leaves it to the system."""

    microphone: str = ""
    camera: str = ""


def first_rows(chosen: Chosen) -> tuple[CheckResult, ...]:
    """Which of the three devices are there. Loads Qt Multimedia: 0.1 s."""
    from . import camera_device, sound_devices

    speaker, microphone = sound_devices.speaker(), sound_devices.microphone(chosen.microphone)
    camera = camera_device.camera(chosen.camera)
    found = (
        (CheckKind.SPEAKER, speaker.description() if speaker is not None else None),
        (CheckKind.MICROPHONE, microphone.description() if microphone is not None else None),
        (CheckKind.CAMERA, camera.description() if camera is not None else None),
    )
    return tuple(device_missing(kind) if name is None else device_untried(kind, name) for kind, name in found)


def make_try(row: CheckRow, chosen: Chosen) -> _Try | None:
    """What can be tried of the device of ``row``; None where there is none."""
    from . import sound_devices

    match row.result.kind:
        case CheckKind.SPEAKER:
            speaker = sound_devices.speaker()
            return SpeakerTry(row, speaker, chosen.microphone) if speaker is not None else None
        case CheckKind.MICROPHONE:
            microphone = sound_devices.microphone(chosen.microphone)
            return MicrophoneTry(row, microphone) if microphone is not None else None
        case CheckKind.CAMERA if "device" in row.result.facts:
            return CameraTry(row, str(row.result.facts["device"]), chosen.camera)
        case _:
            return None

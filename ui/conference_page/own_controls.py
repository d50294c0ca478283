"""The buttons of one's own sound and picture at the meeting's foot: microphone with its level, camera, sharing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from conference.publishing import OwnState

from ..style import DARK, px, tinted_icon
from .video_button import name_button, video_button

translate = QCoreApplication.translate

_BARS = 8
_FALLS = 0.75
"""How much of the level is left at the next one, so that it can be read."""


class LevelMeter(QWidget):
    """Bars that light up with the voice; grey while the microphone is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = 0.0
        self._muted = True
        self.setFixedSize(QSize(px(8), px(28)))
        self.setAccessibleName(self.tr("Mức âm của micrô"))

    def hear(self, peak: float, muted: bool) -> None:
        self.level = max(peak, self.level * _FALLS)
        self._muted = muted
        self.setToolTip(self.tr("Mức âm của micrô: {level} %").format(level=round(self.level * 100)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lit = round(min(1.0, self.level**0.5) * _BARS)  # a voice at half the peak is a loud one
        height = self.height() / _BARS
        for bar in range(_BARS):
            colour = QColor(DARK.border)
            if bar < lit:
                loud = DARK.danger if bar >= _BARS - 1 else DARK.success
                colour = QColor(DARK.muted if self._muted else loud)
            painter.fillRect(
                0, round(self.height() - (bar + 1) * height) + 1, self.width(), max(2, int(height) - 1), colour
            )
        painter.end()


class OwnControls:
    """The three buttons and the meter; each says what pressing it does."""

    def __init__(self, owner: QWidget) -> None:
        self.microphone = video_button("mic_off", translate("OwnControls", "Bật micrô"), "Ctrl+D", owner)
        self.camera = video_button("camera_off", translate("OwnControls", "Bật camera"), "Ctrl+E", owner)
        self.share = video_button("share", translate("OwnControls", "Chia sẻ"), "Ctrl+Shift+S", owner)
        self.meter = LevelMeter()
        for button in (self.microphone, self.camera):
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return self.microphone, self.meter, self.camera, self.share

    def show_state(self, state: OwnState) -> None:
        name_button(
            self.microphone,
            "mic_off" if state.muted else "mic",
            translate("OwnControls", "Bật micrô") if state.muted else translate("OwnControls", "Tắt micrô"),
        )
        if state.muted:
            self.microphone.setIcon(tinted_icon("mic_off", DARK.danger))
        name_button(
            self.camera,
            "conference" if state.camera_on else "camera_off",
            translate("OwnControls", "Tắt camera") if state.camera_on else translate("OwnControls", "Bật camera"),
        )
        if not state.camera_on:
            self.camera.setIcon(tinted_icon("camera_off", DARK.danger))
        shares = state.sharing is not None or state.sharing_pictures
        stop, start = translate("OwnControls", "Dừng chia sẻ"), translate("OwnControls", "Chia sẻ")
        name_button(self.share, "close" if shares else "share", stop if shares else start)

    def set_visible(self, visible: bool) -> None:
        for widget in self.widgets:
            widget.setVisible(visible)

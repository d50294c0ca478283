"""A meter of loudness: a bar that grows with dBFS, green, then amber near the top."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..style import colour, px

_FLOOR = -60.0
_LOUD = -6.0


class LevelBar(QWidget):
    """`show_level` about ten times a second; it falls back by itself from one to the next."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part = 0.0
        """What is shown, 0 to 1."""
        self.highest = 0.0

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), px(12))

    def show_level(self, decibels: float) -> None:
        now = min(1.0, max(0.0, (decibels - _FLOOR) / -_FLOOR))
        self.part = max(now, self.part * 0.7)
        self.highest = max(self.highest, now)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(colour("border"))
        painter.drawRoundedRect(whole, radius, radius)
        if self.part > 0:
            loud = self.part >= (_LOUD - _FLOOR) / -_FLOOR
            painter.setBrush(colour("warning" if loud else "success"))
            painter.drawRoundedRect(
                QRectF(0, 0, max(whole.height(), whole.width() * self.part), whole.height()), radius, radius
            )
        painter.end()

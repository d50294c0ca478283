"""The mark that nobody in front of the screen can miss: a red dot, "Đang ghi hình" and for how long."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..formatting import duration
from ..style import DARK, LIGHT, colour, font, px, tinted_pixmap


class RecordingMark(QWidget):
    """``on_video``: over the pictures, white on red; else on the window's ground. Hidden while nothing is recorded."""

    def __init__(self, on_video: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_video = on_video
        self._minutes = -1
        self.dot = QLabel()
        self.text = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(10), px(2), px(10), px(2))
        layout.setSpacing(px(6))
        layout.addWidget(self.dot)
        layout.addWidget(self.text)
        self.hide()

    def show_time(self, lasted: float | None) -> None:
        """Seconds recorded so far; None: nothing is being recorded."""
        if lasted is None:
            self._minutes = -1
            self.hide()
            return
        self.text.setText(f"{self.tr('Đang ghi hình')}  {duration(lasted)}")
        minutes = int(lasted // 60)
        if minutes != self._minutes:  # a screen reader is told by the minute, not by the second
            self._minutes = minutes
            self.setAccessibleName(self.tr("Đang ghi hình, được {count} phút").format(count=minutes))
            self._style()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(LIGHT.danger) if self._on_video else colour("danger"))
        painter.setBrush(QColor(LIGHT.danger) if self._on_video else colour("danger_soft"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(6), px(6))
        painter.end()

    def _style(self) -> None:
        tint = DARK.on_video if self._on_video else colour("danger").name()
        self.dot.setPixmap(tinted_pixmap("record", tint, px(14), self.devicePixelRatioF()))
        self.text.setFont(font("strong") if self._on_video else font("small"))
        self.text.setStyleSheet(f"color: {tint};")
        self.dot.setFixedSize(QSize(px(14), px(14)))

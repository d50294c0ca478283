"""The line over the pictures: the conference's title, the time of day, and for how long it has lasted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ..formatting import duration, time_of_day
from ..style import DARK, font, px
from ..widgets.elided_label import ElidedLabel

BAR = QColor(16, 20, 27, 215)
"""The ground of the bars where they lie over pictures."""


class HeadBar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel()
        self.speaker = ElidedLabel()
        self.speaker.setVisible(False)
        self.clock = QLabel()
        self.clock.setAccessibleName(self.tr("Giờ hiện tại"))
        self.clock.setToolTip(self.tr("Giờ hiện tại"))
        self.elapsed = QLabel("00:00")
        self.elapsed.setAccessibleName(self.tr("Thời gian đã họp"))
        self.elapsed.setToolTip(self.tr("Thời gian đã họp"))
        for label in (self.speaker, self.title, self.clock, self.elapsed):
            label.setStyleSheet(f"color: {DARK.on_video};")
            label.setFont(font("subheading"))
        self.clock.setStyleSheet(f"color: {DARK.muted};")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(4))
        row.setSpacing(px(16))
        row.addWidget(self.title, 1)
        row.addWidget(self.speaker, 1)
        row.addWidget(self.clock)
        row.addWidget(self.elapsed)

    def tell_time(self, now: datetime, lasted: float) -> None:
        self.clock.setText(time_of_day(now))
        self.elapsed.setText(duration(lasted))

    def show_speaker(self, words: str, role: str) -> None:
        """Who speaks and for how long, in a colour of the dark theme; nothing for ""."""
        self.speaker.setText(words)
        self.speaker.setAccessibleName(self.tr("Đang phát biểu: {words}").format(words=words))
        self.speaker.setStyleSheet(f"color: {getattr(DARK, role)};")
        self.speaker.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.speaker.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), BAR)
        painter.end()

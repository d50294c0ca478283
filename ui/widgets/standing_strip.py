"""A strip over a page that says what is so for a while (she is reported as away), with one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..style import M, S, colour, icon, px, quiet


class StandingStrip(QWidget):
    pressed = Signal()

    def __init__(self, icon_name: str, action_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._mark = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.button = quiet(QPushButton(action_text))
        self.button.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(M), px(S) // 2, px(S), px(S) // 2)
        layout.setSpacing(px(S))
        layout.addWidget(self._mark)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(self, words: str) -> None:
        """No words: it is not shown."""
        self.text.setText(words)
        self.setAccessibleName(words)
        self._mark.setPixmap(icon(self._icon_name, "warning").pixmap(QSize(px(18), px(18))))
        palette = self.text.palette()
        palette.setColor(self.text.foregroundRole(), colour("warning"))
        self.text.setPalette(palette)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("warning_soft"))
        painter.end()

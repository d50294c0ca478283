"""Find in the open document: words, how many, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui import formatting
from ui.style import M, icon, px

from .occurrences import MOST


class FindBar(QWidget):
    asked = Signal(str)
    moved = Signal(int)
    """The place among what was found that she wants to see."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = self._current = 0
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Tìm trong văn bản này"))
        self.words.setAccessibleName(self.tr("Tìm trong văn bản này"))
        self.words.installEventFilter(self)
        self.told = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(M), px(4), px(M), px(4))
        layout.addWidget(self.words)
        for icon_name, words, act in (
            ("chevron_up", self.tr("Chỗ trước (Shift+Enter)"), lambda: self.step(-1)),
            ("chevron_down", self.tr("Chỗ sau (Enter)"), lambda: self.step(1)),
        ):
            layout.addWidget(self._button(icon_name, words, act))
        layout.addWidget(self.told, 1)
        layout.addWidget(self._button("close", self.tr("Đóng tìm kiếm"), self.closed.emit))
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(lambda: self.asked.emit(self.words.text()))
        self.words.textChanged.connect(lambda _: self._pause.start())
        self.hide()

    def show_count(self, count: int) -> None:
        self._count, self._current = count, 0
        self._tell()

    def step(self, by: int) -> None:
        if self._count:
            self._current = (self._current + by) % self._count
            self._tell()
            self.moved.emit(self._current)

    def start(self) -> None:
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._pause.isActive():
                    self._pause.stop()
                    self.asked.emit(self.words.text())
                else:
                    self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not self.words.text().strip():
            self.told.setText("")
        elif not self._count:
            self.told.setText(self.tr("Không tìm thấy"))
        else:
            many = "+" if self._count >= MOST else ""
            self.told.setText(
                self.tr("{place}/{count}").format(place=self._current + 1, count=formatting.number(self._count) + many)
            )

    def _button(self, icon_name: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(px(16), px(16)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

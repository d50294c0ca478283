"""Find in the mail that is read: words, next and previous, said when there are none. Above the body, on F3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.announcing import announce
from ui.style import M, icon, px
from ui.widgets.composing import ComposedLine

if TYPE_CHECKING:
    from .mail_body import MailBody

_PAUSE_MS = 150


class FindInMail(QWidget):
    closed = Signal()

    def __init__(self, body: MailBody) -> None:
        super().__init__(body)
        self._body = body
        self.words = ComposedLine()
        self.words.setPlaceholderText(self.tr("Tìm trong thư đang đọc"))
        self.words.setAccessibleName(self.tr("Tìm trong thư đang đọc"))
        self.words.installEventFilter(self)
        self.told = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(M), px(4), px(M), px(4))
        layout.addWidget(self.words)
        layout.addWidget(self._button("chevron_up", self.tr("Chỗ trước (Shift+F3)"), lambda: self.step(backwards=True)))
        layout.addWidget(self._button("chevron_down", self.tr("Chỗ sau (F3)"), self.step))
        layout.addWidget(self.told, 1)
        layout.addWidget(self._button("close", self.tr("Đóng tìm kiếm"), self.close_bar))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.step)
        self.words.textChanged.connect(lambda _: self._pause.start())
        self.hide()

    def start(self) -> None:
        """Open it; already open, to the next place."""
        if self.isVisible() and self.words.text():
            self.step()
        else:
            self.show()
        self.words.setFocus()
        self.words.selectAll()

    def step(self, *, backwards: bool = False) -> None:
        self._pause.stop()
        self._body.find_text(self.words.text(), backwards=backwards, found=self._tell)
        if not self.words.text():
            self.told.setText("")

    def close_bar(self) -> None:
        if self.isVisible():
            self._pause.stop()
            self.hide()
            self._body.find_text("")
            self._body.setFocus()
            self.closed.emit()

    def _tell(self, is_there: bool) -> None:
        words = "" if is_there or not self.words.text() else self.tr("Không tìm thấy")
        if words != self.told.text():
            self.told.setText(words)
            announce(self.words, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
        return super().eventFilter(watched, event)

    def _button(self, icon_name: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(px(16), px(16)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        return button

"""Hold the space bar to speak. A short press still does what it always did: it presses the button with
the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_HELD = 200
"""Milliseconds that make a press a hold."""
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)


class TalkKey(QObject):
    """Watches keys below ``meeting``, and only while ``may_speak()``; ``speak(True)`` at a hold, ``speak(False)`` at
    its end."""

    def __init__(self, meeting: QWidget, may_speak: Callable[[], bool], speak: Callable[[bool], None]) -> None:
        super().__init__(meeting)
        self._meeting = meeting
        self._may_speak = may_speak
        self._speak = speak
        self._pressed = False
        self._speaks = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HELD)
        self._hold.timeout.connect(self._begin)

    def watch(self, watches: bool) -> None:
        """Every event of the program passes a filter: only while a conference runs."""
        application = QApplication.instance()
        if application is not None:
            (application.installEventFilter if watches else application.removeEventFilter)(self)
        self._end()

    @property
    def speaks(self) -> bool:
        return self._speaks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ApplicationDeactivate or (kind == QEvent.Type.WindowDeactivate and self._pressed):
            self._end()  # the release will go to another window
            return False
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        focus = QApplication.focusWidget()
        if not isinstance(watched, QWidget) or watched is not focus:
            return False
        if event.isAutoRepeat():
            return self._pressed
        if kind == QEvent.Type.KeyPress:
            return self._press(focus)
        return self._release(focus)

    def _press(self, focus: QWidget) -> bool:
        if isinstance(focus, _TYPING) or (not self._meeting.isAncestorOf(focus) and focus is not self._meeting):
            return False
        if not self._may_speak():
            return False
        self._pressed = True
        self._hold.start()
        return True

    def _release(self, focus: QWidget) -> bool:
        if not self._pressed:
            return False
        was_short = not self._speaks
        self._end()
        if was_short and isinstance(focus, QAbstractButton):
            focus.click()
        return True

    def _begin(self) -> None:
        if self._pressed:
            self._speaks = True
            self._speak(True)

    def _end(self) -> None:
        self._hold.stop()
        self._pressed = False
        if self._speaks:
            self._speaks = False
            self._speak(False)

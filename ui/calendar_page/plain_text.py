"""The text of an event: plain, and it loses no letter an input method has not yet handed over."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class EventText(QPlainTextEdit):
    _preedit = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def commit_typing(self) -> None:
        """Put what is still being composed into the text: the input method is asked first, then we do it ourselves."""
        QGuiApplication.inputMethod().commit()
        if self._preedit:
            event = QInputMethodEvent("", [])
            event.setCommitString(self._preedit)
            QApplication.sendEvent(self, event)
            self._preedit = ""

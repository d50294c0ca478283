"""Letters still being composed (Unikey, ibus-bamboo: "tieesng" on its way to "tiếng") are never lost.

A field that mixes `KeepsComposing` in commits them when the focus leaves it; `commit_composing` does so before
something is sent, closed or saved by key. Saving by itself does NOT commit: it would break the word under her fingers;
the word is saved with the next letter or when the focus leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class KeepsComposing(_Base):
    """For subclasses of QLineEdit, QTextEdit, QPlainTextEdit, before them in the list of bases."""

    preedit = ""
    """What is being composed and stands in no text yet."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusAboutToChange and self.preedit:
            commit_composing(self)
        handled: bool = super().event(event)
        return handled


def commit_composing(*fields: Any) -> None:
    """Put what is still being composed into its field. The input method is asked first; if it does nothing (ibus), we
    do it, and tell the input method to forget, lest it hands the same word over again."""
    composing = [field for field in fields if getattr(field, "preedit", "")]
    if not composing:
        return
    QGuiApplication.inputMethod().commit()
    for field in composing:
        if field.preedit:
            event = QInputMethodEvent("", [])
            event.setCommitString(field.preedit)
            field.preedit = ""
            QApplication.sendEvent(field, event)
            QGuiApplication.inputMethod().reset()


class ComposedLine(KeepsComposing, QLineEdit):
    pass


class ComposedText(KeepsComposing, QPlainTextEdit):
    pass

"""The words of an attachment: plain files, and word-processor files without their looks. Used by `attachment_view`."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from ui.style import colour, font, px

_LONG_LINE = re.compile(r"([^\n]{4000})")
MOST_MARKED = 2_000


class TextPage(QPlainTextEdit):
    """Read only. `find_all` marks every place and returns how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(px(16))
        self._places: list[tuple[int, int]] = []
        self._at = 0
        self._points = 0

    def show_text(self, text: str, name: str) -> None:
        self._places = []
        self.setExtraSelections([])
        self.setPlainText(_LONG_LINE.sub(r"\1\n", text))  # a paragraph is laid out whole
        self.setAccessibleName(name)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def find_all(self, words: str) -> int:
        """Case is ignored; at most 2,000 places are marked."""
        wanted = unicodedata.normalize("NFC", words.strip()).lower()
        text = self.toPlainText()
        lower = text.lower() if len(text.lower()) == len(text) else text
        self._places, self._at = [], 0
        start = lower.find(wanted) if wanted else -1
        wide = any(letter > "\uffff" for letter in text)
        while start >= 0 and len(self._places) < MOST_MARKED:
            at = len(text[:start].encode("utf-16-le")) // 2 if wide else start
            self._places.append((at, at + len(wanted)))
            start = lower.find(wanted, start + len(wanted))
        self._mark()
        return len(self._places)

    def step(self, by: int) -> int:
        """To the next place; its number from 1."""
        if not self._places:
            return 0
        self._at = (self._at + by) % len(self._places)
        self._mark()
        return self._at + 1

    def zoom_by(self, factor: float) -> None:
        self._points = min(30, max(-6, self._points + (1 if factor > 1 else -1)))
        self.refresh()

    def fit(self) -> None:
        self._points = 0
        self.refresh()

    def clear_marks(self) -> None:
        self.find_all("")

    def refresh(self) -> None:
        reading = font("reading")
        reading.setPointSizeF(max(6.0, reading.pointSizeF() + self._points))
        self.setFont(reading)
        self.document().setDefaultFont(reading)
        self._mark()

    def _mark(self) -> None:
        found = []
        for number, (start, end) in enumerate(self._places):
            selection = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            form = QTextCharFormat()
            form.setBackground(colour("accent" if number == self._at else "selection"))
            form.setForeground(colour("on_fill" if number == self._at else "on_selection"))
            selection.format = form
            found.append(selection)
        self.setExtraSelections(found)
        if self._places:
            cursor = self.textCursor()
            cursor.setPosition(self._places[self._at][0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

"""The draft itself: typed, pasted or dropped as a file; what it cites is underlined in the colour of its verdict."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from docs_archive import CheckedCitation, DraftCheck
from ui.style import colour
from ui.text_places import utf16_offsets

from .words import role


class DraftEditor(QPlainTextEdit):
    file_dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(
            self.tr(
                "Dán dự thảo vào đây, kéo tệp vào, hoặc bấm “Mở tệp…”.\n\n"
                "Đọc được .docx, .doc, .pdf, .odt, .rtf và .txt. Dự thảo chỉ được đọc trên máy này, không lưu lại"
                " và không gửi đi đâu."
            )
        )
        self.setAccessibleName(self.tr("Dự thảo"))
        self.setTabChangesFocus(True)
        self._places: dict[int, list[tuple[int, int]]] = {}
        self._turn: dict[int, int] = {}

    def mark(self, text: str, check: DraftCheck) -> None:
        """Underline what was found in ``text``, if that is still what stands here."""
        if text != self.toPlainText():
            return
        offset = utf16_offsets(text)
        selections = []
        self._places, self._turn = {}, {}
        for citation in check.citations:
            for mention in citation.mentions:
                start, end = offset(mention.start), offset(mention.end)
                self._places.setdefault(id(citation), []).append((start, end))
                selections.append(self._selection(start, end, role(citation)))
        self.setExtraSelections(selections)

    def show_place(self, citation: CheckedCitation) -> None:
        """Select where it is cited; the next time its next place."""
        places = self._places.get(id(citation))
        if not places:
            return
        turn = self._turn.get(id(citation), 0) % len(places)
        self._turn[id(citation)] = turn + 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(places[turn][0])
        cursor.setPosition(places[turn][1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()

    def _selection(self, start: int, end: int, role: str) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(colour(role))
        if role != "muted":
            form.setBackground(colour(f"{role}_soft"))
            form.setForeground(colour("text"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, form
        return selection

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _file_of(event)) is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
        else:
            super().dropEvent(event)


def _file_of(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None

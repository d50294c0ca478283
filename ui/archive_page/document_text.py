"""The text of a document on screen, set as legal texts are, built in slices: 600,000 characters hold up nothing.

Qt lays a long text out in steps of up to 200,000 characters, 100 to 250 ms each (measured); asking for the size after
every slice keeps each step under 15 ms, and the longest decree of the archive stands after 0.3 s.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ui.style import L, colour, font, px

from .paragraphs import Paragraph, Part, Places

_SLICE_SECONDS = 0.008
_SLICE_CHARACTERS = 1500
_LARGE = 100_000
"""Characters from which another width is not simply laid out anew."""
_WIDEST = 820
"""Logical pixels of a line that the eye still follows."""


class DocumentText(QTextBrowser):
    scrolled_to = Signal(int)
    """The character of the document's text that stands at the top."""
    built = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # always: a bar that comes and goes changes the width, and with it every line
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Toàn văn"))
        self._paragraphs: Sequence[Paragraph] = ()
        self._next = 0
        self._places = Places()
        self._wanted: tuple[int, bool] | None = None
        self._marks: Sequence[tuple[int, int]] = ()
        self._found: Sequence[tuple[int, int]] = ()
        self._current = -1
        self._formats: dict[Part, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._is_large = False
        self._resized = QTimer(self, singleShot=True, interval=150)
        self._resized.timeout.connect(self._fit_width)
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_slice)
        self._told = QTimer(self, singleShot=True, interval=40)
        self._told.timeout.connect(self._tell_place)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._told.start())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A legal text has no pictures; nothing is fetched."""
        return None

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Nor is there anywhere to browse to."""

    # --- showing ---

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], at: int | None = None) -> None:
        """Begin to build; what stands at character ``at`` comes to the top as soon as it is there."""
        self._building.stop()
        self.clear()
        self._places.clear()
        self._paragraphs, self._next = paragraphs, 0
        self._marks = self._found = ()
        self._current = -1
        self._wanted = (at, True) if at is not None else None
        self.setExtraSelections([])
        self._formats = _formats()
        self._is_large = sum(len(paragraph.text) for paragraph in paragraphs) > _LARGE
        mode = QTextEdit.LineWrapMode
        self.setLineWrapMode(mode.FixedPixelWidth if self._is_large else mode.WidgetWidth)
        self.setLineWrapColumnOrWidth(self.viewport().width() if self._is_large else 0)
        self.document().setDefaultFont(font("reading"))
        self._build_slice()
        if self._next < len(self._paragraphs):
            self._building.start()

    @property
    def is_built(self) -> bool:
        return self._next >= len(self._paragraphs)

    def jump_to(self, start: int, *, to_top: bool = True) -> None:
        """Bring character ``start`` of the text into view; waits for its slice if need be."""
        if start > self._places.end and not self.is_built:
            self._wanted = (start, to_top)
            return
        self._wanted = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._places.on_screen(start), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        if to_top:
            top = self.cursorRect(cursor).top() + self.verticalScrollBar().value() - px(6)
            self.verticalScrollBar().setValue(top)
        else:
            self.ensureCursorVisible()

    def show_marks(self, marks: Sequence[tuple[int, int]]) -> None:
        """What the search found: (start, end) in the document's text."""
        self._marks = marks
        self._paint_marks()

    def show_found(self, found: Sequence[tuple[int, int]], current: int) -> None:
        """What "find in document" found; the current one stands out and is brought into view."""
        self._found, self._current = found, current
        self._paint_marks()
        if 0 <= current < len(found):
            self.jump_to(found[current][0], to_top=False)

    def place(self) -> int:
        """The character of the text that stands at the top."""
        cursor = self.cursorForPosition(self.viewport().rect().topLeft())
        return self._places.in_text(cursor.position())

    # --- inside ---

    def _build_slice(self) -> None:
        until = time.perf_counter() + _SLICE_SECONDS
        document = self.document()
        while self._next < len(self._paragraphs) and time.perf_counter() < until:
            cursor = QTextCursor(document)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.beginEditBlock()
            length = 0
            while self._next < len(self._paragraphs) and length < _SLICE_CHARACTERS:
                paragraph = self._paragraphs[self._next]
                block_format, char_format = self._formats[paragraph.part]
                if self._next:
                    cursor.insertBlock(block_format, char_format)
                else:
                    cursor.setBlockFormat(block_format)
                self._places.add(paragraph, cursor.position())
                cursor.insertText(paragraph.text, char_format)
                length += len(paragraph.text)
                self._next += 1
            cursor.endEditBlock()
            document.size()  # lays out what was just added, and no more
        if self._wanted is not None and (self._wanted[0] <= self._places.end or self.is_built):
            self.jump_to(self._wanted[0], to_top=self._wanted[1])
        if self.is_built:
            self._building.stop()
            self._paint_marks()
            self.built.emit()

    def _paint_marks(self) -> None:
        selections = []
        for row, (pairs, role) in enumerate(((self._marks, "mark"), (self._found, "mark"))):
            for place, (start, end) in enumerate(pairs):
                if start > self._places.end and not self.is_built:
                    continue
                selection = QTextEdit.ExtraSelection()
                is_current = row == 1 and place == self._current
                form = QTextCharFormat()
                form.setBackground(colour("fill" if is_current else role))
                form.setForeground(colour("on_fill" if is_current else "on_mark"))
                cursor = QTextCursor(self.document())
                cursor.setPosition(self._places.on_screen(start))
                last = min(self._places.on_screen(end), self.document().characterCount() - 1)
                cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                selection.cursor, selection.format = cursor, form
                selections.append(selection)
        self.setExtraSelections(selections)

    def _tell_place(self) -> None:
        if self._paragraphs:
            self.scrolled_to.emit(self.place())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        if self._is_large:
            self._resized.start()

    def _fit_width(self) -> None:
        """Another width means laying out anew, 200 ms at once for the longest: built again in slices instead."""
        if self._is_large and self.lineWrapColumnOrWidth() != self.viewport().width():
            self._show_again()

    def _show_again(self) -> None:
        marks, found, current = self._marks, self._found, self._current
        pending = self._wanted
        self.show_paragraphs(self._paragraphs, pending[0] if pending is not None else self.place())
        self._marks, self._found, self._current = marks, found, current
        self._paint_marks()

    def _set_margins(self) -> None:
        spare = max(0, self.width() - px(_WIDEST))
        side = max(px(L), spare // 2)
        self.setViewportMargins(side, 0, max(px(L) // 2, side - self.verticalScrollBar().width()), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and getattr(self, "_paragraphs", None):
            self._show_again()


def _formats() -> dict[Part, tuple[QTextBlockFormat, QTextCharFormat]]:
    result = {}
    text = QColor(colour("text"))
    for part in Part:
        block, char = QTextBlockFormat(), QTextCharFormat()
        block.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(px(8))
        char.setFont(font("reading"))
        char.setForeground(text)
        if part in (Part.HEADING, Part.SMALL_HEADING, Part.CENTRED):
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            char.setFontWeight(QFont.Weight.Bold if part != Part.SMALL_HEADING else QFont.Weight.DemiBold)
            block.setTopMargin(px(6 if part == Part.CENTRED else 12))
            block.setBottomMargin(px(4))
        elif part == Part.ARTICLE:
            char.setFontWeight(QFont.Weight.Bold)
            block.setTopMargin(px(12))
        elif part == Part.POINT:
            block.setLeftMargin(px(20))
        result[part] = (block, char)
    return result

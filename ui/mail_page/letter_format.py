"""What is done to the letter where the cursor stands: letters, lists, paragraphs, links, tables. For `format_bar`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from .letter_editor import LetterEditor

LISTS = {"bullets": QTextListFormat.Style.ListDisc, "numbers": QTextListFormat.Style.ListDecimal}


class LetterFormat(QObject):
    changed = Signal()
    """What the cursor stands in has another form, though the cursor did not move."""

    def __init__(self, editor: LetterEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def merge(self, change: Callable[[QTextCharFormat], object]) -> None:
        form = QTextCharFormat()
        change(form)
        self._editor.mergeCurrentCharFormat(form)
        self._editor.setFocus()

    def set_family(self, family: str) -> None:
        self.merge(lambda form: form.setFontFamilies([family]))

    def bold(self, on: bool) -> None:
        self.merge(lambda form: form.setFontWeight(QFont.Weight.Bold if on else QFont.Weight.Normal))

    def make_list(self, name: str, on: bool) -> None:
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        if on:
            form = QTextListFormat()
            form.setStyle(LISTS[name])
            form.setIndent(1)
            cursor.createList(form)
        else:
            self._leave_list(cursor)
        cursor.endEditBlock()
        self._editor.setFocus()
        self.changed.emit()

    def _leave_list(self, cursor: QTextCursor) -> None:
        block = self._editor.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() <= cursor.selectionEnd():
            if (items := block.textList()) is not None:
                items.remove(block)
                plain = QTextCursor(block)
                form = plain.blockFormat()
                form.setIndent(0)
                plain.setBlockFormat(form)
            block = block.next()

    def indent(self, step: int) -> None:
        """A list item goes a level deeper or back; a paragraph is set in."""
        cursor = self._editor.textCursor()
        cursor.beginEditBlock()
        items = cursor.currentList()
        if items is not None:
            form = QTextListFormat(items.format())
            form.setIndent(max(1, form.indent() + step))
            cursor.createList(form)
        else:
            block = QTextBlockFormat()
            block.setIndent(max(0, cursor.blockFormat().indent() + step))
            cursor.mergeBlockFormat(block)
        cursor.endEditBlock()
        self._editor.setFocus()

    def align(self, flag: Qt.AlignmentFlag, _: bool = True) -> None:
        self._editor.setAlignment(flag)
        self._editor.setFocus()

    def colour(self, value: str) -> None:
        self.merge(lambda form: form.setForeground(QColor(value)))

    def clear(self) -> None:
        cursor = self._editor.textCursor()
        cursor.setCharFormat(QTextCharFormat())
        self._editor.setCurrentCharFormat(QTextCharFormat())
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()
        self.changed.emit()

    def set_link(self, address: str) -> None:
        """Over what is chosen, or as its own words; "" takes a link away."""
        cursor = self._editor.textCursor()
        form = QTextCharFormat()
        is_link = address.lower().startswith(("http://", "https://", "mailto:")) and len(address) > 8
        form.setAnchor(is_link)
        form.setAnchorHref(address if is_link else "")
        form.setFontUnderline(is_link)
        form.setForeground(QColor("#1b4f91" if is_link else "#000000"))
        if cursor.hasSelection():
            cursor.mergeCharFormat(form)
        elif is_link:
            before = cursor.charFormat()
            cursor.insertText(address, form)
            cursor.setCharFormat(before)
            self._editor.setTextCursor(cursor)
        self._editor.setFocus()

    def insert_table(self, rows: int, columns: int) -> None:
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setCellPadding(4)
        form.setCellSpacing(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setProperty(QTextFormat.Property.FrameBorderBrush, QColor("#5f6b7a"))
        table = self._editor.textCursor().insertTable(rows, columns, form)
        self._editor.setTextCursor(table.cellAt(0, 0).firstCursorPosition())
        self._editor.setFocus()

    def add_row(self) -> None:
        """Below the one the cursor stands in."""
        self._in_table(lambda table, cell: table.insertRows(cell.row() + 1, 1))

    def remove_row(self) -> None:
        self._in_table(lambda table, cell: table.removeRows(cell.row(), 1))

    def add_column(self) -> None:
        """To the right of the one the cursor stands in."""
        self._in_table(lambda table, cell: table.insertColumns(cell.column() + 1, 1))

    def remove_column(self) -> None:
        self._in_table(lambda table, cell: table.removeColumns(cell.column(), 1))

    def _in_table(self, change: Callable[[QTextTable, QTextTableCell], None]) -> None:
        cursor = self._editor.textCursor()
        table = cursor.currentTable()
        if table is not None:
            change(table, table.cellAt(cursor))
        self._editor.setFocus()

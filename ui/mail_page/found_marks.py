"""How words found by a search are shown: on a ground of their own, in rows of the list and in the text of a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.style import colour

if TYPE_CHECKING:
    from mail import SearchMarks

_MOST_IN_A_MAIL = 500


def paint_line(painter: QPainter, rect: QRect, words: str, marks: SearchMarks | None) -> None:
    """One elided line; where ``marks`` find words, their ground first, then the letters in their own colour."""
    aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    places = marks.places(fitting) if marks else []
    painter.drawText(rect, aligned, fitting)
    pen = painter.pen()
    for start, end in places:
        left = rect.left() + metrics.horizontalAdvance(fitting[:start])
        part = QRect(left, rect.center().y() - metrics.height() // 2, 0, metrics.height())
        part.setWidth(metrics.horizontalAdvance(fitting[:end]) - metrics.horizontalAdvance(fitting[:start]))
        painter.fillRect(part, colour("mark"))
        painter.setPen(colour("on_mark"))
        painter.save()
        painter.setClipRect(part)
        painter.drawText(rect, aligned, fitting)
        painter.restore()
        painter.setPen(pen)


def mark_text(view: QTextEdit, marks: SearchMarks | None) -> None:
    """The same in a text that is read; the view goes to the first of them."""
    selections = []
    if marks:
        text = view.toPlainText()
        wide = not text.isascii() and any(letter > "\uffff" for letter in text)
        form = QTextCharFormat()
        form.setBackground(colour("mark"))
        form.setForeground(colour("on_mark"))
        for start, end in marks.places(text)[:_MOST_IN_A_MAIL]:
            if wide:
                start, end = (len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
            cursor = QTextCursor(view.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
    view.setExtraSelections(selections)

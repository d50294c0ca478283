"""The list below the search field: operators while nothing is typed, then what fits the one she is typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from ui.style import S, colour, font, px

from .search_words import Suggestion, suggestions, with_suggestion

_SUGGESTION = Qt.ItemDataRole.UserRole


class SearchHelper(QListWidget):
    """A child of ``above``, laid over it; the keyboard stays in the field: Down chooses, Enter or Tab puts in."""

    def __init__(self, field: QLineEdit, above: QWidget, folders: Callable[[], Sequence[str]]) -> None:
        super().__init__(above)
        self._field, self._folders = field, folders
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Gợi ý tìm kiếm"))
        self.itemClicked.connect(self._put)
        field.textChanged.connect(lambda _: self.offer())
        field.installEventFilter(self)
        self.hide()

    def offer(self) -> None:
        """Show what fits; nothing fitting hides it."""
        fitting = suggestions(self._field.text()[: self._field.cursorPosition()], self._folders())
        self.clear()
        for suggestion in fitting:
            item = QListWidgetItem(suggestion.put.strip())
            item.setData(_SUGGESTION, suggestion)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{suggestion.put.strip()} {suggestion.words}".strip())
            self.addItem(item)
        self.setVisible(bool(fitting) and self._field.hasFocus())
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        below = self._field.mapTo(parent, self._field.rect().bottomLeft())
        height = self.count() * self.sizeHintForRow(0) + 2 * self.frameWidth()
        self.setGeometry(
            below.x(), below.y() + px(2), self._field.width(), min(height, parent.height() - below.y() - px(S))
        )
        self.raise_()

    def _put(self, item: QListWidgetItem) -> None:
        suggestion: Suggestion = item.data(_SUGGESTION)
        typed = self._field.text()
        at = self._field.cursorPosition()
        before = with_suggestion(typed[:at], suggestion)
        self._field.setText(before + typed[at:])
        self._field.setCursorPosition(len(before))
        self._field.setFocus()
        self.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.offer()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.isVisible():
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        row = self.currentRow()
        match event.key():
            case Qt.Key.Key_Down:
                self.setCurrentRow(min(row + 1, self.count() - 1))
            case Qt.Key.Key_Up:
                self.setCurrentRow(row - 1)  # above the first: none
            case Qt.Key.Key_Escape:
                self.hide()
                return bool(self._field.text())  # an empty field goes on to leave the search
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if row >= 0:
                self._put(self.item(row))
            case _:
                return False
        return True


class _Row(QStyledItemDelegate):
    """The operator, and what it does in paler letters."""

    def sizeHint(self, option, index) -> QSize:  # type: ignore[no-untyped-def]
        return QSize(px(120), QFontMetrics(font("body")).height() + px(S))

    def paint(self, painter: QPainter, option, index) -> None:  # type: ignore[no-untyped-def]
        suggestion: Suggestion = index.data(_SUGGESTION)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        if chosen:
            painter.fillRect(rect, colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        area = rect.adjusted(px(S), 0, -px(S), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(font("strong"))
        painter.setPen(colour("on_selection" if chosen else "text"))
        room = area.width() * 3 // 5 if suggestion.words else area.width()
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(area, middle, name)
        area.setLeft(area.left() + max(painter.fontMetrics().horizontalAdvance(name) + px(S), px(90)))
        painter.setFont(font("small"))
        painter.setPen(colour("on_selection" if chosen else "muted"))
        words = painter.fontMetrics().elidedText(suggestion.words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, middle, words)

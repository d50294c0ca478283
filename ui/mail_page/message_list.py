"""The list in the middle of the mail page: rows of messages, chosen and acted upon by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFontMetrics, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from mail import ItemId, MessageSummary
from ui.style import S, colour, font, px

from .folder_list import messages_as_mime
from .message_model import ITEM_ID_ROLE, AskForRows, MessageModel
from .message_row import MessageRow, row_height

_SETTLE_MS = 60
"""Holding an arrow key runs through rows; only the one she stops at is opened."""


class MessageList(QTableView):
    """A table of one column: Qt's list view walks every row at each change, which at a million takes 2 s (measured)."""

    opened = Signal(object)
    """The `ItemId` she stands on, or None."""
    delete_asked = Signal()
    flag_asked = Signal()
    read_toggle_asked = Signal()
    reply_asked = Signal(bool)
    """True: to all."""
    menu_asked = Signal(QPoint)
    window_asked = Signal()
    """Enter or a double click: to the reader (or the draft)."""

    def __init__(self, ask_for_rows: AskForRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_recipients = False
        self.folder_of: Callable[[MessageSummary], str] = lambda _: ""
        """Where a found message lies, in words; "" where all rows lie in the folder that is shown."""
        self.row = MessageRow(lambda: self.shows_recipients, lambda summary: self.folder_of(summary), self)
        self._messages = MessageModel(ask_for_rows, self.row.spoken, self)
        self._opened: ItemId | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._open_current)
        self.setItemDelegate(self.row)
        self.setModel(self._messages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.setAccessibleName(self.tr("Danh sách thư"))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._settling.start())
        self.doubleClicked.connect(lambda _: self.window_asked.emit())

    @property
    def messages(self) -> MessageModel:
        return self._messages

    # --- showing ---

    def show_ids(self, ids: Sequence[ItemId], *, keep: bool) -> None:
        """With ``keep`` the same list as it is now: what is chosen and where she has scrolled to stay."""
        if not keep:
            self._messages.show(ids)
            self.scrollToTop()
            return
        current, chosen = self.current_id, set(self.chosen_ids(limit=5000))
        at_top = self.verticalScrollBar().value() == 0
        anchor_row = self.rowAt(0)
        anchor = self._messages.item_id(anchor_row)
        offset = self.rowViewportPosition(anchor_row) if anchor_row >= 0 else 0
        stayed = self._messages.update(ids)
        if not stayed:
            self._choose_again(current, chosen)
        if not at_top and anchor is not None:
            row = self._messages.row_of(anchor)
            if row is not None:
                self.verticalScrollBar().setValue(row * self.verticalHeader().defaultSectionSize() - offset)

    def visible_ids(self) -> Sequence[ItemId]:
        """Of the rows on screen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return []
        return self._messages.ids[first : (last + 1) if last >= 0 else None]

    def take_out(self, item_ids: Sequence[ItemId]) -> None:
        """She deleted or moved these: they leave at once, and she stands on the one that came after."""
        if len(item_ids) >= len(self._messages.ids) and item_ids == self._messages.ids:
            self._messages.show([])
            self._settling.start()
            return
        gone = set(item_ids)
        row = self.currentIndex().row()
        following = self._neighbour(row, gone)
        self._messages.remove(gone)
        if following is not None and (new_row := self._messages.row_of(following)) is not None:
            self.stand_on(new_row)
        elif not self._messages.ids:
            self._settling.start()

    def stand_on(self, row: int) -> None:
        index = self._messages.index(row)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)
        self._settling.start()

    # --- what is chosen ---

    @property
    def current_id(self) -> ItemId | None:
        index = self.currentIndex()
        return index.data(ITEM_ID_ROLE) if index.isValid() else None

    @property
    def current_summary(self) -> MessageSummary | None:
        current = self.current_id
        return self._messages.held(current) if current is not None else None

    def chosen_ids(self, limit: int | None = None) -> Sequence[ItemId]:
        """In the order of the list. By ranges: everything chosen in a long folder is one range."""
        result: Sequence[ItemId] = self._messages.ids[:0]
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        for part in sorted(parts, key=lambda part: part.top()):
            result = result + self._messages.ids[part.top() : part.bottom() + 1]  # type: ignore[operator]
            if limit is not None and len(result) >= limit:
                return result[:limit]
        return result

    def _choose_again(self, current: ItemId | None, chosen: set[ItemId]) -> None:
        selection = QItemSelection()
        current_row = None
        if chosen or current is not None:
            for row in self._messages.rows_of(chosen):
                selection.select(self._messages.index(row), self._messages.index(row))
            current_row = self._messages.row_of(current) if current is not None else None
        if current_row is not None:
            self.selectionModel().setCurrentIndex(
                self._messages.index(current_row), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(
            selection, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )

    def _neighbour(self, row: int, gone: set[ItemId]) -> ItemId | None:
        ids = self._messages.ids
        if row < 0:
            return None
        for below in range(row, len(ids)):
            if ids[below] not in gone:
                return ids[below]
        for above in range(min(row, len(ids)) - 1, -1, -1):
            if ids[above] not in gone:
                return ids[above]
        return None

    def _open_current(self) -> None:
        current = self.current_id
        if current != self._opened:
            self._opened = current
            self.opened.emit(current)

    def hold_opened(self) -> None:
        """The mail shown was chosen elsewhere: the row stood on is not opened over it."""
        self._settling.stop()
        self._opened = self.current_id

    def forget_opened(self) -> None:
        """Another list is shown: the next message stood on is opened even if it is the same."""
        self._opened = None

    # --- keys, menu, dragging ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        elif plain and key in (Qt.Key.Key_Insert, Qt.Key.Key_F):
            self.flag_asked.emit()
        elif plain and key in (Qt.Key.Key_U, Qt.Key.Key_Q):
            self.read_toggle_asked.emit()
        elif key == Qt.Key.Key_R and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            self.reply_asked.emit(bool(event.modifiers()))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.window_asked.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._messages.ids:
            self.stand_on(0 if key == Qt.Key.Key_Home else len(self._messages.ids) - 1)
        elif plain and event.text() and event.text().isprintable():
            event.ignore()  # Qt would search the rows by typing, asking for every one of them; "/" is the page's
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            position = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                position = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_asked.emit(position)

    def startDrag(self, supported: Qt.DropAction) -> None:
        ids = self.chosen_ids()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(messages_as_mime(ids))
        drag.setPixmap(self._drag_picture(self.tr("{count} thư").format(count=len(ids))))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)

    def _drag_picture(self, words: str) -> QPixmap:
        metrics = QFontMetrics(font("strong"))
        picture = QPixmap(metrics.horizontalAdvance(words) + 2 * px(S), metrics.height() + px(S))
        picture.fill(colour("fill"))
        painter = QPainter(picture)
        painter.setFont(font("strong"))
        painter.setPen(colour("on_fill"))
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(row_height())
        self.verticalHeader().setDefaultSectionSize(row_height())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Left and right have nowhere to go in one column.
        if action in (QAbstractItemView.CursorAction.MoveLeft, QAbstractItemView.CursorAction.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

"""Where shall these messages go? A few letters of the folder's name, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mail import FolderId
from ui.style import L, primary, px
from ui.widgets.screen_room import resize_within_screen
from vietnamese.folding import fold

_ID_ROLE = Qt.ItemDataRole.UserRole


class MoveDialog(QDialog):
    chosen = Signal(object)
    """A `FolderId`."""

    def __init__(self, folders: list[tuple[str, FolderId]], parent: QWidget | None = None) -> None:
        """``folders`` are (path in words, id)."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Chuyển thư vào thư mục"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Gõ vài chữ của tên thư mục"))
        self.typed.setAccessibleName(self.tr("Tên thư mục"))
        self.typed.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các thư mục"))
        for name, folder_id in folders:
            item = QListWidgetItem(name)
            item.setData(_ID_ROLE, folder_id)
            self.list.addItem(item)
        buttons = QDialogButtonBox()
        self.move_button = primary(QPushButton(self.tr("Chuyển")))
        self.move_button.setDefault(True)
        buttons.addButton(self.move_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Thôi")), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        self.typed.textChanged.connect(self._filter)
        self.list.itemActivated.connect(self._choose)
        self.typed.installEventFilter(self)
        resize_within_screen(self, px(440), px(420))
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while she types."""
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                rows = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
                if rows:
                    place = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else -1
                    self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, place + step))])
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = fold(item.text())
            item.setHidden(not all(word in name for word in words))
            if not item.isHidden() and first is None:
                first = row
        if first is not None:
            self.list.setCurrentRow(first)
        self.move_button.setEnabled(first is not None)

    def _choose(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.accept()
            self.chosen.emit(item.data(_ID_ROLE))

"""In the settings: the senders whose pictures are always shown, and taking one back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from .background import Background
from .desk import Desk
from .style import font, px, quiet


class PictureSendersList(QWidget):
    """Reads and writes the store on a worker; empty is said in words."""

    def __init__(self, desk: Desk, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._background = desk, background
        self.words = QLabel(self.tr("Chưa có người gửi nào. Ảnh từ bên ngoài trong thư luôn bị chặn cho đến khi hỏi."))
        self.words.setWordWrap(True)
        self.words.setFont(font("small"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Người gửi được hiện ảnh"))
        self.list.setMaximumHeight(px(110))
        self.remove = quiet(QPushButton(self.tr("Thôi hiện ảnh từ người này")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.remove.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence("Del"), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        self._show([])
        background.run(self, lambda: desk.mailbox.picture_senders.all(), self._show, lambda _: None)

    def _show(self, addresses: list[str]) -> None:
        self.list.clear()
        self.list.addItems(addresses)
        if addresses:
            self.list.setCurrentRow(0)
        self.words.setVisible(not addresses)
        self.list.setVisible(bool(addresses))
        self.remove.setVisible(bool(addresses))

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        address, desk = item.text(), self._desk

        def take_back() -> list[str]:
            desk.mailbox.picture_senders.remove(address)
            return desk.mailbox.picture_senders.all()

        self._background.run(self, take_back, self._show)

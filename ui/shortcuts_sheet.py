"""The sheet behind F1: which keys do what, on this page and everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from .style import font, px
from .widgets.screen_room import scrolled_dialog


class ShortcutsSheet(QDialog):
    """``of_page`` are (keys, what they do) of the page shown; its words are the page's own."""

    def __init__(self, of_page: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Phím tắt"))
        everywhere = [
            ("Ctrl+1", self.tr("Thư")),
            ("Ctrl+2", self.tr("Họp")),
            ("Ctrl+3", self.tr("Văn bản")),
            ("Ctrl+4", self.tr("Lịch")),
            ("Ctrl+Shift+J", self.tr("Vào cuộc họp sắp tới")),
            ("F5", self.tr("Đồng bộ ngay")),
            ("Ctrl+,", self.tr("Cài đặt")),
            ("F1", self.tr("Bảng phím tắt này")),
            ("Ctrl+Q", self.tr("Đóng Bàn Công Vụ")),
        ]
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setSpacing(px(8))
        for title, rows in ((self.tr("Ở trang này"), of_page), (self.tr("Ở mọi nơi"), everywhere)):
            if not rows:
                continue
            head = QLabel(title)
            head.setFont(font("subheading"))
            layout.addWidget(head)
            grid = QGridLayout()
            grid.setHorizontalSpacing(px(24))
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, px(100))
            for row, (keys, what) in enumerate(rows):
                name = QLabel(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
                name.setFont(font("strong"))
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(QLabel(what), row, 1)
            layout.addLayout(grid)
            layout.addSpacing(px(8))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.setMinimumWidth(px(400))
        area = scrolled_dialog(self, body, buttons)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys and the page keys go through it
        area.setAccessibleName(self.tr("Phím tắt"))
        area.setFocus()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

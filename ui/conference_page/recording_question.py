"""Before the first recording of a conference: that everyone is to be told, and where it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..preferences import Preferences
from ..style import font, primary, px, quiet
from .recording_folder import choose_folder, chosen_folder


class RecordingQuestion(QDialog):
    """`agreed` carries the folder."""

    agreed = Signal(object)

    def __init__(self, title: str, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.folder = chosen_folder(preferences)
        self.setWindowTitle(self.tr("Ghi hình cuộc họp"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(460))
        heading = _words(self.tr("Ghi hình “{title}”?").format(title=title))
        heading.setFont(font("subheading"))
        tell = _words(
            self.tr("Trước khi ghi, hãy báo để mọi người ở cả hai điểm cầu biết cuộc họp được ghi hình và ghi tiếng.")
        )
        kept = _words(
            self.tr(
                "Hình và tiếng của hai điểm cầu được ghi nguyên như nhận được. Tệp chỉ nằm trên máy này, không mã hoá."
            )
        )
        kept.setObjectName("caption")
        self.place = _words("")
        self.change_button = quiet(QPushButton(self.tr("Đổi thư mục…")))
        self.change_button.clicked.connect(self._change)
        where = QHBoxLayout()
        where.setSpacing(px(8))
        where.addWidget(self.place, 1)
        where.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox()
        self.begin_button = primary(QPushButton(self.tr("Đã báo, bắt đầu ghi")))
        buttons.addButton(self.begin_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Không ghi"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.agreed.emit(self.folder))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        for label in (heading, tell, kept):
            layout.addWidget(label)
        layout.addLayout(where)
        layout.addSpacing(px(4))
        layout.addWidget(buttons)
        self._show_place()
        self.begin_button.setDefault(True)

    def _change(self) -> None:
        chosen = choose_folder(self._preferences, self, self.tr("Thư mục ghi hình"))
        if chosen is not None:
            self.folder = chosen
            self._show_place()

    def _show_place(self) -> None:
        self.place.setText(self.tr("Lưu vào: {folder}").format(folder=self.folder))


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

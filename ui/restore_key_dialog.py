"""Takes the mailbox's key from its recovery copy: the file and its passphrase. Opened from the sign-in window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .background import Background
from .spoken_errors import spoken
from .style import font, primary, px
from .widgets.secret_field import SecretField

_LARGEST = 64 * 1024


class RestoreKeyDialog(QDialog):
    """``restore`` takes the file's content and the passphrase, on a worker; raises on refusal."""

    restored = Signal()

    def __init__(
        self, background: Background, restore: Callable[[bytes, str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background, self._restore = background, restore
        self.setWindowTitle(self.tr("Khôi phục khoá của kho thư"))
        words = QLabel(
            self.tr("Chọn tệp bản khôi phục đã cất trước đây và nhập cụm mật khẩu của nó. Thư đã lưu sẽ mở lại được.")
        )
        words.setWordWrap(True)
        self.file = QLineEdit()
        self.file.setAccessibleName(self.tr("Tệp bản khôi phục"))
        choose = QPushButton(self.tr("Chọn tệp…"))
        choose.clicked.connect(self._choose)
        self.passphrase = SecretField(self.tr("Cụm mật khẩu của bản khôi phục"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setFont(font("small"))
        self.buttons = QDialogButtonBox()
        self.restore_button = primary(
            self.buttons.addButton(self.tr("Khôi phục"), QDialogButtonBox.ButtonRole.AcceptRole)
        )
        self.buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._begin)
        self.buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(choose)
        file_label, secret_label = (
            QLabel(self.tr("Tệp bản khôi phục")),
            QLabel(self.tr("Cụm mật khẩu của bản khôi phục")),
        )
        file_label.setBuddy(self.file)
        secret_label.setBuddy(self.passphrase.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(10))
        layout.addWidget(words)
        layout.addWidget(file_label)
        layout.addLayout(row)
        layout.addWidget(secret_label)
        layout.addWidget(self.passphrase)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        for edit in (self.file, self.passphrase.edit):
            edit.textChanged.connect(self._check)
        self.setMinimumWidth(px(460))
        self._check()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Tệp bản khôi phục"), str(Path.home()))
        if chosen:
            self.file.setText(chosen)
            self.passphrase.edit.setFocus()

    def _check(self) -> None:
        self.restore_button.setEnabled(bool(self.file.text().strip() and self.passphrase.text()))

    def _begin(self) -> None:
        path, passphrase = Path(self.file.text().strip()), self.passphrase.text()
        self.restore_button.setEnabled(False)
        self.message.setText(self.tr("Đang mở bản khôi phục…"))

        def work() -> None:
            with path.open("rb") as file:
                content = file.read(_LARGEST)
            self._restore(content, passphrase)

        self._background.run(self, work, lambda _: self._done(), self._failed)

    def _done(self) -> None:
        self.passphrase.edit.clear()
        self.accept()
        self.restored.emit()

    def _failed(self, error: Exception) -> None:
        self._check()
        if isinstance(error, OSError):
            self.message.setText(self.tr("Không đọc được tệp này."))
            return
        words = spoken(error)
        self.message.setText(f"{words.text} {words.advice}".strip())
        self.passphrase.edit.selectAll()

"""Asks for the mail password anew after the server refused the one it was given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from .style import primary, px
from .widgets.secret_field import SecretField


class PasswordDialog(QDialog):
    """`entered` carries what she typed, once."""

    entered = Signal(str)

    def __init__(self, user_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhập lại mật khẩu"))
        words = QLabel(self.tr("Mật khẩu thư của {user}").format(user=user_name))
        words.setWordWrap(True)
        self.field = SecretField(self.tr("Mật khẩu"))
        words.setBuddy(self.field.edit)
        self.buttons = QDialogButtonBox()
        self.accept_button = primary(
            self.buttons.addButton(self.tr("Tiếp tục"), QDialogButtonBox.ButtonRole.AcceptRole)
        )
        self.buttons.addButton(self.tr("Huỷ"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setEnabled(False)
        self.field.edit.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text)))
        self.buttons.accepted.connect(self._enter)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(px(12))
        layout.addWidget(words)
        layout.addWidget(self.field)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(px(380))
        self.field.edit.setFocus()

    def _enter(self) -> None:
        password = self.field.text()
        self.field.edit.clear()
        self.accept()
        self.entered.emit(password)

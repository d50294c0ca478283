"""Asks for the mail password anew after the server refused the one it was given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from .style import colour, primary, px
from .widgets.secret_field import SecretField


class PasswordDialog(QDialog):
    """`entered` carries what she typed, once. What the server has just refused is not taken again: domain accounts
    lock."""

    entered = Signal(str)

    def __init__(
        self, user_name: str, parent: QWidget | None = None, *, is_refused: Callable[[str], bool] = lambda _: False
    ) -> None:
        super().__init__(parent)
        self._is_refused = is_refused
        self.setWindowTitle(self.tr("Nhập lại mật khẩu"))
        words = QLabel(self.tr("Mật khẩu thư của {user}").format(user=user_name))
        words.setWordWrap(True)
        self.field = SecretField(self.tr("Mật khẩu"))
        words.setBuddy(self.field.edit)
        self.message = QLabel()
        self.message.setWordWrap(True)
        palette = self.message.palette()
        palette.setColor(self.message.foregroundRole(), colour("danger"))
        self.message.setPalette(palette)
        self.message.hide()
        self.buttons = QDialogButtonBox()
        self.accept_button = primary(
            self.buttons.addButton(self.tr("Tiếp tục"), QDialogButtonBox.ButtonRole.AcceptRole)
        )
        self.buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setEnabled(False)
        self.field.edit.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text)))
        self.buttons.accepted.connect(self._enter)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(px(12))
        layout.addWidget(words)
        layout.addWidget(self.field)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(px(380))
        self.field.edit.setFocus()

    def _enter(self) -> None:
        password = self.field.text()
        self.field.edit.clear()
        if self._is_refused(password):
            self._say_it_is_the_same()
            return
        self.accept()
        self.entered.emit(password)

    def _say_it_is_the_same(self) -> None:
        self.message.setText(
            self.tr(
                "Đây vẫn là mật khẩu máy chủ vừa từ chối, nên không được gửi lại để tài khoản khỏi bị khoá. Xin nhập"
                " mật khẩu khác; nếu tài khoản vừa được mở khoá, xin mở lại chương trình rồi đăng nhập."
            )
        )
        self.message.setAccessibleName(self.message.text())
        self.message.show()
        self.adjustSize()
        self.field.edit.setFocus()

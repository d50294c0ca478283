"""Asks for what the receiver wants before it takes one's picture: name and password, or the passphrase of SRT."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from conference import Receiver, SiteCredentials

from ..style import primary, px
from ..widgets.secret_field import SecretField


class OwnSignIn(QDialog):
    """``given`` carries `SiteCredentials`; nothing is kept here."""

    given = Signal(object)

    def __init__(self, receiver: Receiver, user: str, was_refused: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gửi hình của tôi"))
        self._is_srt = receiver.address.lower().startswith("srt:")
        words = QLabel(
            self.tr("{receiver} không chấp nhận điều vừa nhập. Xin nhập lại.").format(receiver=receiver.name)
            if was_refused
            else self.tr("{receiver} cần biết ai gửi hình. Nhập một lần, máy sẽ nhớ trong kho khoá.").format(
                receiver=receiver.name
            )
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.user = QLineEdit(user)
        self.user.setAccessibleName(self.tr("Tên"))
        secret_name = self.tr("Cụm mật khẩu") if self._is_srt else self.tr("Mật khẩu")
        self.secret = SecretField(secret_name)
        form = QFormLayout()
        form.setSpacing(px(8))
        if not self._is_srt:
            form.addRow(self.tr("Tên"), self.user)
        form.addRow(secret_name, self.secret)
        buttons = QDialogButtonBox()
        self.send = primary(buttons.addButton(self.tr("Gửi hình"), QDialogButtonBox.ButtonRole.AcceptRole))
        buttons.addButton(self.tr("Để sau"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(20), px(20), px(16))
        layout.setSpacing(px(14))
        layout.addWidget(words)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(px(400))
        (self.secret if user or self._is_srt else self.user).setFocus()

    def _give(self) -> None:
        secret = self.secret.text()
        if not secret:
            self.secret.setFocus()
            return
        self.given.emit(
            SiteCredentials(passphrase=secret) if self._is_srt else SiteCredentials(self.user.text().strip(), secret)
        )
        self.accept()

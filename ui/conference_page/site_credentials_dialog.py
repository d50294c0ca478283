"""Asks what opens a site: its passphrase (SRT), or user and password. Shown by `site_credentials`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from conference import SiteCredentials

from ..style import colour, primary, px
from ..widgets.secret_field import SecretField

SHORTEST, LONGEST = 10, 79
"""Bytes of an SRT passphrase; the protocol knows no others."""


class SiteCredentialsDialog(QDialog):
    """`entered` carries what was typed and whether to remember it, once. What the site has refused is not taken."""

    entered = Signal(object, bool)

    def __init__(
        self,
        words: str,
        *,
        passphrase_only: bool,
        is_refused: Callable[[SiteCredentials], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._passphrase_only, self._is_refused = passphrase_only, is_refused
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Mật khẩu điểm cầu"))
        self.words = QLabel(words)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.user = QLineEdit()
        self.user.setAccessibleName(self.tr("Tên đăng nhập"))
        self.user.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.secret = SecretField(self.tr("Mật khẩu điểm cầu"))
        self.remember = QCheckBox(self.tr("Ghi nhớ trên máy này"))
        self.remember.setChecked(True)
        self.message = QLabel()
        self.message.setWordWrap(True)
        palette = self.message.palette()
        palette.setColor(self.message.foregroundRole(), colour("danger"))
        self.message.setPalette(palette)
        self.message.hide()
        buttons = QDialogButtonBox()
        self.join_button = primary(buttons.addButton(self.tr("Vào họp"), QDialogButtonBox.ButtonRole.AcceptRole))
        self.cancel_button = buttons.addButton(self.tr("Thôi"), QDialogButtonBox.ButtonRole.RejectRole)
        self.join_button.setEnabled(False)
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(px(10))
        if not passphrase_only:
            form.addRow(self.tr("Tên đăng nhập"), self.user)
        form.addRow(self.tr("Mật khẩu"), self.secret)
        layout = QVBoxLayout(self)
        layout.setSpacing(px(12))
        for part in (self.words, form, self.remember, self.message, buttons):
            layout.addLayout(part) if isinstance(part, QFormLayout) else layout.addWidget(part)
        self.setMinimumWidth(px(400))
        for edit in (self.user, self.secret.edit):
            edit.textChanged.connect(self._typed)
        (self.secret.edit if passphrase_only else self.user).setFocus()

    def allow_remembering(self, possible: bool) -> None:
        """Without a keyring nothing is remembered, and nothing offered."""
        self.remember.setChecked(self.remember.isChecked() and possible)
        self.remember.setVisible(possible)

    def _typed(self) -> None:
        self.message.hide()
        has_user = self._passphrase_only or bool(self.user.text().strip())
        self.join_button.setEnabled(has_user and bool(self.secret.text()))

    def _enter(self) -> None:
        secret = self.secret.text()
        if self._passphrase_only and not SHORTEST <= len(secret.encode()) <= LONGEST:
            self._say(self.tr("Mật khẩu đường truyền SRT phải dài từ 10 đến 79 ký tự (chữ có dấu tính hai hoặc ba)."))
            return
        typed = SiteCredentials(passphrase=secret) if self._passphrase_only else self._user_and(secret)
        if self._is_refused(typed):
            self.secret.edit.clear()
            self._say(self.tr("Điểm cầu vừa từ chối mật khẩu này, nên không gửi lại. Xin nhập mật khẩu khác."))
            return
        remember = self.remember.isChecked()
        self.secret.edit.clear()
        self.entered.emit(typed, remember)
        self.accept()

    def _user_and(self, secret: str) -> SiteCredentials:
        return SiteCredentials(user=self.user.text().strip(), password=secret)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setAccessibleName(text)
        self.message.show()
        self.adjustSize()
        self.secret.edit.setFocus()

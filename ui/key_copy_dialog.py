"""Makes the recovery copy of the mailbox's key: a passphrase twice, a file of her choice. Opened from the settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from .background import Background
from .sign_in_window import SHORTEST_PASSPHRASE
from .spoken_errors import spoken
from .style import font, primary, px
from .widgets.secret_field import SecretField

SUFFIX = ".khoa-ban-cong-vu"


class KeyCopyDialog(QDialog):
    """``seal`` makes the file's content of a passphrase; it runs on a worker."""

    def __init__(self, background: Background, seal: Callable[[str], bytes], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._seal = background, seal
        self.setWindowTitle(self.tr("Bản khôi phục khoá"))
        words = QLabel(
            self.tr(
                "Thư trên máy này được mã hoá bằng một khoá nằm trong kho khoá của hệ thống. Nếu kho khoá ấy mất, chỉ"
                " bản khôi phục này mở lại được thư đã lưu và thư chưa gửi. Hãy cất tệp ở nơi khác (USB, két của"
                " đơn vị) và nhớ cụm mật khẩu: không ai đặt lại giúp được."
            )
        )
        words.setWordWrap(True)
        self.passphrase = SecretField(self.tr("Cụm mật khẩu của bản khôi phục"))
        self.again = SecretField(self.tr("Nhập lại cụm mật khẩu"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setFont(font("small"))
        self.buttons = QDialogButtonBox()
        self.save_button = primary(
            self.buttons.addButton(self.tr("Chọn nơi cất…"), QDialogButtonBox.ButtonRole.AcceptRole)
        )
        self.close_button = self.buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._choose_place)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(10))
        layout.addWidget(words)
        for label, field in (
            (self.tr("Cụm mật khẩu của bản khôi phục"), self.passphrase),
            (self.tr("Nhập lại cụm mật khẩu"), self.again),
        ):
            name = QLabel(label)
            name.setBuddy(field.edit)
            layout.addWidget(name)
            layout.addWidget(field)
            field.edit.textChanged.connect(self._check)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(px(460))
        self._check()
        self.passphrase.edit.setFocus()

    def save_to(self, path: Path) -> None:
        """Seal and write; says how it went."""
        passphrase = self.passphrase.text()
        self.save_button.setEnabled(False)
        self.message.setText(self.tr("Đang niêm phong khoá…"))

        def write() -> None:
            content = self._seal(passphrase)
            unfinished = path.with_name(path.name + ".tmp")
            unfinished.touch(mode=0o600)
            unfinished.write_bytes(content)
            unfinished.replace(path)

        self._background.run(self, write, lambda _: self._saved(path), self._failed)

    def _choose_place(self) -> None:
        name = f"khoi-phuc-hop-thu{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Cất bản khôi phục khoá"), str(Path.home() / name), f"*{SUFFIX}"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def _check(self) -> None:
        first, second = self.passphrase.text(), self.again.text()
        if len(first) < SHORTEST_PASSPHRASE:
            text = self.tr("Ít nhất {count} ký tự, ví dụ bốn từ không liên quan nhau.").format(
                count=SHORTEST_PASSPHRASE
            )
        else:
            text = "" if first == second else self.tr("Hai lần nhập chưa giống nhau.")
        self.message.setText(text)
        self.save_button.setEnabled(not text)

    def _saved(self, path: Path) -> None:
        for field in (self.passphrase, self.again):
            field.edit.clear()
        self.save_button.setEnabled(False)
        self.message.setText(self.tr("Đã cất bản khôi phục tại {path}.").format(path=path))
        self.close_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, OSError):
            self.message.setText(self.tr("Không ghi được tệp ở đó. Hãy chọn nơi khác."))
        else:
            words = spoken(error)
            self.message.setText(f"{words.text} {words.advice}".strip())

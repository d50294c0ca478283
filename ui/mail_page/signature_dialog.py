"""What stands under her letters: her name, position, unit and telephone in the unit's form, or words of her own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mail import Signature, clean_outgoing, fill_signature
from ui.page_tools import PageTools
from ui.style import L, font, primary, px
from ui.widgets.screen_room import resize_within_screen

from .lanes import LANE
from .letter_editor import LetterEditor


def first_signature(tools: PageTools) -> Signature:
    """Where she has said nothing yet: her name, in the unit's form."""
    return Signature(name=tools.desk.account.display_name)


def filled(tools: PageTools, signature: Signature) -> str:
    """As a fragment of the letter."""
    desk = tools.desk
    return fill_signature(desk.signature_template, signature, address=desk.account.address, ministry=desk.ministry)


class SignatureDialog(QDialog):
    """Saves by itself when she agrees."""

    def __init__(self, tools: PageTools, signature: Signature, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._signature = signature
        self.setWindowTitle(self.tr("Chữ ký"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.is_on = QCheckBox(self.tr("Đặt chữ ký vào thư mới"))
        self.is_on.setChecked(signature.is_on)
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(px(16))
        for name, words in (
            ("name", self.tr("Họ và tên")),
            ("position", self.tr("Chức vụ")),
            ("unit", self.tr("Đơn vị")),
            ("phone", self.tr("Điện thoại")),
        ):
            field = QLineEdit(getattr(signature, name))
            field.setAccessibleName(words)
            field.textEdited.connect(self._follow_template)
            self.fields[name] = field
            form.addRow(words, field)
        head = QLabel(self.tr("Chữ ký sẽ như sau; có thể sửa ngay tại đây:"))
        head.setFont(font("small"))
        self.preview = LetterEditor()
        self.preview.setObjectName("letter")
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("Chữ ký"))
        self.preview.set_official_font("Times New Roman", 13)
        self.preview.show_letter(filled(tools, replace(signature, is_on=True)), ())
        self.as_template = QPushButton(self.tr("Theo mẫu của đơn vị"))
        self.as_template.clicked.connect(self._follow_template)
        buttons = QDialogButtonBox()
        buttons.addButton(self.as_template, QDialogButtonBox.ButtonRole.ResetRole)
        self.save_button = primary(QPushButton(self.tr("Lưu")))
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(self.tr("Thôi")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.addWidget(self.is_on)
        layout.addLayout(form)
        layout.addWidget(head)
        layout.addWidget(self.preview, 1)
        layout.addWidget(buttons)
        resize_within_screen(self, px(480), px(480))

    @property
    def signature(self) -> Signature:
        """As it stands: words of her own only if they differ from the unit's form."""
        plain = self._plain()
        written = self.preview.fragment()
        template = LetterEditor()
        template.show_letter(filled(self._tools, plain), ())
        is_own = bool(written) and self.preview.toPlainText().strip() != template.toPlainText().strip()
        return replace(plain, is_on=self.is_on.isChecked(), custom_html=clean_outgoing(written) if is_own else "")

    def _follow_template(self, *_: object) -> None:
        self.preview.show_letter(filled(self._tools, self._plain()), ())

    def _plain(self) -> Signature:
        name, position, unit, phone = (" ".join(field.text().split()) for field in self.fields.values())
        return Signature(name, position, unit, phone)

    def _save(self) -> None:
        desk, signature = self._tools.desk, self.signature
        self._tools.background.run(
            self._tools.notices,
            lambda: desk.mailbox.signatures.save(desk.account.address, signature),
            lambda _: self._tools.notices.say_in_status(self.tr("Đã lưu chữ ký.")),
            self._tools.notices.say_error,
            lane=LANE,
        )
        self.accept()

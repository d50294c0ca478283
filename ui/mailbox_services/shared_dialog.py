"""Opens a mailbox that was shared with her, by its address. Whose mail it is, is checked before anything is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from mail import CheckSharedMailbox, MailboxWithShared, SharedMailbox
from ui.page_tools import PageTools
from ui.style import S, px

from .server_dialog import ServerDialog


class SharedDialog(ServerDialog):
    opened = Signal(object)
    """A `SharedMailbox`: it is among hers now."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, self.tr("Mở hộp thư dùng chung"), self.tr("Mở"), parent)
        caption = QLabel(
            self.tr(
                "Địa chỉ của hộp thư mà anh/chị được giao cùng xem, ví dụ hộp thư văn phòng. Thư tải về được mã hoá"
                " trên máy này như thư của anh/chị."
            )
        )
        caption.setWordWrap(True)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Địa chỉ hộp thư"))
        self.address.setPlaceholderText("vanphong@…")
        self.address.setMaxLength(254)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(caption)
        layout.addWidget(self.address)
        layout.addStretch(1)
        assert self.save_button is not None
        self.save_button.setEnabled(False)
        self.address.textChanged.connect(self._typed)
        self.resize(px(460), px(200))
        self.say("")
        self.address.setFocus()

    def load(self) -> None:
        """Nothing is asked before she has typed."""

    def save(self) -> None:
        if self._is_address():
            words = self.tr("Đang kiểm tra quyền xem hộp thư…")
            self.ask(CheckSharedMailbox(self.address.text().strip()), self._checked, words)

    def _checked(self, shared: SharedMailbox) -> None:
        desk = self._tools.desk

        def open_it() -> None:
            mailbox = desk.mailbox
            assert isinstance(mailbox, MailboxWithShared)
            mailbox.open_shared(shared)

        self._tools.background.run(self, open_it, lambda _: self._opened(shared), self._not_opened, lane="mail")

    def _opened(self, shared: SharedMailbox) -> None:
        self.opened.emit(shared)
        self.accept()

    def _not_opened(self, error: Exception) -> None:
        self.say(self.words_for(error), is_failure=True)

    def _typed(self) -> None:
        assert self.save_button is not None
        self.save_button.setEnabled(self._is_address())
        self.say("")

    def _is_address(self) -> bool:
        local, at, domain = self.address.text().strip().partition("@")
        return bool(local and at and "." in domain and " " not in domain)

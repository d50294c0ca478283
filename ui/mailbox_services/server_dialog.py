"""A dialog about something the mail server knows: asks when it opens, says what is under way, keeps what she typed when
the server does not answer. Base of the dialogs of this folder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.page_tools import PageTools
from ui.style import L, M, colour, primary, px

if TYPE_CHECKING:
    from mail import Question

T = TypeVar("T")


class ServerDialog(QDialog):
    """``body`` is where a subclass puts its widgets; it is enabled while the server is not being asked."""

    def __init__(self, tools: PageTools, title: str, save_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body = QWidget()
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.state.setAccessibleName(self.tr("Tình trạng"))
        self.again = QPushButton(self.tr("Hỏi lại máy chủ"))
        self.again.setAutoDefault(False)
        self.again.hide()
        self.again.clicked.connect(self.load)
        self.buttons = QDialogButtonBox()
        self.save_button: QPushButton | None = None
        if save_words:
            self.save_button = primary(QPushButton(save_words))
            self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
            self.save_button.clicked.connect(self.save)
        close = self.tr("Thôi") if save_words else self.tr("Đóng")
        close_button = QPushButton(close)
        close_button.setAutoDefault(False)  # Enter in a field never closes what she is filling in
        self.buttons.addButton(close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(L), px(L), px(L), px(L))
        layout.setSpacing(px(M))
        layout.addWidget(self.body, 1)
        layout.addWidget(self.state)
        layout.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.buttons)

    def load(self) -> None:
        """Ask the server what is. For the subclass."""
        raise NotImplementedError

    def save(self) -> None:
        """Tell the server what is to be."""

    def ask(self, question: Question[T], then: Callable[[T], None], words: str, *, is_load: bool = False) -> None:
        """``words`` stand while it is under way. A failure is said here, in words; a failed load can be repeated."""
        self._settle(words, is_busy=True)

        def answered(answer: T) -> None:
            self._settle("", is_busy=False)
            then(answer)

        def failed(error: Exception) -> None:
            self._settle(self.words_for(error), is_busy=False, is_failure=True)
            if is_load:
                self.body.setEnabled(False)
                self.again.show()
                if self.save_button is not None:
                    self.save_button.setEnabled(False)

        self._tools.service.ask(self, question, answered, failed)

    def words_for(self, error: Exception) -> str:
        from mail import WrongPassword
        from ui.spoken_errors import spoken

        if isinstance(error, WrongPassword):
            return self.tr("Máy chủ thư chưa nhận mật khẩu; hãy nhập lại mật khẩu rồi thử lại.")
        words = spoken(error)
        return f"{words.title}. {words.text}"

    def say(self, words: str, *, is_failure: bool = False) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        palette = self.state.palette()
        palette.setColor(self.state.foregroundRole(), colour("danger" if is_failure else "muted"))
        self.state.setPalette(palette)

    def _settle(self, words: str, *, is_busy: bool, is_failure: bool = False) -> None:
        self.again.hide()
        self.body.setEnabled(not is_busy)
        if self.save_button is not None:
            self.save_button.setEnabled(not is_busy)
        self.say(words, is_failure=is_failure)

"""How a mail is shown: as sent or as words alone, by night or on white paper; the remark that says what is left out.
Used by `reader`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.style import current_theme, font, quiet

from .body_view import LONGEST_TEXT

if TYPE_CHECKING:
    from .read_mail import ReadMail


class WaysOfShowing(QObject):
    """``remark``, ``other_view`` and ``paper`` are put into the head by the reader."""

    changed = Signal()
    """She wants the mail shown in another way: `as_text`, `on_paper`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.as_text = self.on_paper = self.is_simplified = False
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.other_view = quiet(QPushButton(self.tr("Chỉ xem chữ")))
        self.paper = quiet(QPushButton())
        self.other_view.clicked.connect(self._show_the_other_way)
        self.paper.clicked.connect(self._turn_paper)

    def begin(self) -> None:
        """Another mail, not read yet."""
        self.as_text = self.on_paper = self.is_simplified = False
        self.tell(None)

    def start_with(self, read: ReadMail, *, may_use_web: bool) -> None:
        """What would hold the window up comes as words."""
        self.as_text = read.html is not None and read.html.is_heavy and not may_use_web

    def tell(self, read: ReadMail | None) -> None:
        """The remark and the buttons for this mail, as it is shown now; None: nothing to say."""
        remarks = self._remarks(read) if read is not None else []
        self.remark.setText("  ".join(remarks))
        self.remark.setVisible(bool(remarks))
        has_html = read is not None and read.html is not None
        self.other_view.setVisible(has_html and read is not None and bool(read.message.text.strip()))
        self.other_view.setText(self.tr("Xem như thư gốc") if self.as_text else self.tr("Chỉ xem chữ"))
        self.paper.setVisible(has_html and not self.as_text and current_theme().is_dark)
        self.paper.setText(self.tr("Nền tối") if self.on_paper else self.tr("Nền sáng"))

    def dress(self) -> None:
        """After a change of theme or text size."""
        for widget in (self.remark, self.other_view, self.paper):
            widget.setFont(font("small"))

    def _remarks(self, read: ReadMail) -> list[str]:
        remarks = []
        if self.is_simplified:
            remarks.append(self.tr("Không mở được khung xem như thư gốc; thư hiện ở dạng đơn giản."))
        if read.message.unreadable:
            names = ", ".join(read.message.unreadable[:5])
            remarks.append(self.tr("Không đọc được phần: {names}.").format(names=names))
        if read.html is not None and read.html.is_heavy and self.as_text:
            remarks.append(self.tr("Thư có bố cục rất lớn nên chỉ hiện phần chữ."))
        if (read.html is None or self.as_text) and len(read.message.text) > LONGEST_TEXT:
            remarks.append(self.tr("Thư rất dài: chỉ hiện phần đầu."))
        return remarks

    def _show_the_other_way(self) -> None:
        self.as_text = not self.as_text
        self.changed.emit()

    def _turn_paper(self) -> None:
        """By night: the mail on white paper, as it was sent, and back."""
        self.on_paper = not self.on_paper
        self.changed.emit()

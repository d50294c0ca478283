"""What an answer quotes or a forwarded mail passes on, under the letter: as the sender meant it, shown without fetching
anything. It can be left out, or taken into the letter to be edited. Used by the composer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from mail import NewAttachment
from ui.style import S, font, icon, px, quiet

from .letter_editor import LetterEditor

# Qt looks for a place to break a word at every letter of it: see body_view.
_ENDLESS_WORD = re.compile(r"[^\s<>]{2000}")
_LONGEST_SHOWN = 400_000


class QuotedView(QWidget):
    left_out = Signal()
    taken_in = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fragment = ""
        self.text = ""
        self.fold_button = QToolButton()
        self.fold_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold_button.setText(self.tr("Thư gốc, gửi kèm bên dưới"))
        self.edit_button = quiet(QPushButton(self.tr("Sửa phần này")))
        self.edit_button.setToolTip(self.tr("Đưa thư gốc vào chỗ soạn để sửa"))
        self.leave_out_button = quiet(QPushButton(self.tr("Không gửi kèm")))
        self.view = LetterEditor()
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setObjectName("letter")
        self.view.setAccessibleName(self.tr("Thư gốc được trích"))
        self.cut_words = QLabel(self.tr("Phần sau của thư gốc không hiện ở đây nhưng vẫn được gửi."))
        self.cut_words.setFont(font("small"))
        self.cut_words.hide()
        head = QHBoxLayout()
        head.setSpacing(px(S))
        head.addWidget(self.fold_button)
        head.addStretch(1)
        head.addWidget(self.edit_button)
        head.addWidget(self.leave_out_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.cut_words)
        self.fold_button.clicked.connect(lambda: self._fold(self.view.isHidden()))
        self.edit_button.clicked.connect(self.taken_in)
        self.leave_out_button.clicked.connect(self.left_out)
        self._fold(True)
        self.hide()

    def show_quoted(self, fragment: str, text: str, pictures: Iterable[NewAttachment]) -> None:
        """``fragment`` has passed `mail.clean_outgoing`; ``text`` is the same for readers of plain text."""
        self.fragment, self.text = fragment, text
        self.setVisible(bool(fragment))
        if not fragment:
            return
        mode = QTextOption.WrapMode
        endless = _ENDLESS_WORD.search(fragment) is not None
        self.view.setWordWrapMode(mode.WrapAnywhere if endless else mode.WrapAtWordBoundaryOrAnywhere)
        self.cut_words.setVisible(len(fragment) > _LONGEST_SHOWN)
        shown = fragment[:_LONGEST_SHOWN] if len(fragment) > _LONGEST_SHOWN else fragment
        self.view.show_letter(shown, pictures)

    def _fold(self, is_open: bool) -> None:
        self.fold_button.setIcon(icon("chevron_down" if is_open else "chevron_right", "muted"))
        self.view.setVisible(is_open)

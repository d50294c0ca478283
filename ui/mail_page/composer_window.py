"""How the composer looks: its fields, bars and menus, not what they do. `composer.Composer` gives it life."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.page_tools import PageTools
from ui.style import M, S, colour, font, icon, primary, px, quiet
from ui.widgets.composing import ComposedLine
from ui.widgets.screen_room import resize_within_screen

from .draft_fields import AddressField, NewAttachments
from .draft_options import DraftOptions
from .format_bar import FormatBar
from .letter_editor import LetterEditor
from .moments import MomentDialog, fill_menu
from .quoted_view import QuotedView
from .templates_menu import TemplatesMenu


class ComposerWindow(QWidget):
    send_asked = Signal()
    send_later_asked = Signal(object)
    """The moment she chose."""
    save_asked = Signal()
    discard_asked = Signal()
    files_asked = Signal()
    sending = Signal(object, object)
    """``(Draft, moment or None)``: to be put into the outbox now."""
    discarded = Signal(object)
    """The `Draft` she threw away."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.to = AddressField(self.tr("Người nhận"), tools)
        self.cc = AddressField(self.tr("Đồng gửi"), tools)
        self.bcc = AddressField(self.tr("Gửi ẩn"), tools)
        self.subject = ComposedLine()
        self.subject.setAccessibleName(self.tr("Chủ đề"))
        self.attachments = NewAttachments(tools.desk.largest_attachment)
        self.text = LetterEditor()
        self.text.setObjectName("letter")
        self.format_bar = FormatBar(self.text)
        self.quoted = QuotedView()
        self.state = QLabel()
        self.state.setFont(font("small"))
        self.beside = QLabel()
        self.beside.setWordWrap(True)
        self.beside.setTextFormat(Qt.TextFormat.PlainText)
        self.beside.setFont(font("small"))
        self.beside.hide()
        self.chosen = QLabel()
        self.chosen.setFont(font("small"))
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.chosen.hide()
        self.back_button = quiet(QPushButton(self.tr("Hoàn tác")))
        self.back_button.hide()
        self._back: Callable[[], object] = lambda: None
        self.send_button = primary(QPushButton(icon("sent", "on_fill"), self.tr("Gửi")))
        self.later_menu = QMenu(self)
        self.options = DraftOptions(self)
        self.templates = TemplatesMenu(tools, lambda: (self.subject.text().strip(), self.text.fragment()), self)
        self.more_fields = quiet(QPushButton(self.tr("Đồng gửi, gửi ẩn")))
        self._build()

    def focus_first(self) -> None:
        if not self.to.line.text():
            self.to.setFocus()
        elif not self.subject.text():
            self.subject.setFocus()
        else:
            self.text.setFocus()

    def show_more_fields(self, shown: bool) -> None:
        self._form.setRowVisible(self.cc, shown)
        self._form.setRowVisible(self.bcc, shown)
        self.more_fields.setVisible(not shown)

    def tell_beside(self, words: str) -> None:
        """Something to know of this mail before it is sent; "" for nothing."""
        self.beside.setText(words)
        self.beside.setVisible(bool(words))
        palette = self.beside.palette()
        palette.setColor(self.beside.foregroundRole(), colour("warning"))
        self.beside.setPalette(palette)

    def tell_options(self, words: str) -> None:
        self.chosen.setText(words)
        self.chosen.setVisible(bool(words))

    def offer_back(self, words: str, back: Callable[[], object]) -> None:
        """Say what was done, with a way back."""
        self.state.setText(words)
        self._back = back
        self.back_button.show()

    # --- inside ---

    def _go_back(self) -> None:
        self.back_button.hide()
        self.state.setText("")
        self._back()

    def _fill_later(self) -> None:
        fill_menu(self.later_menu, datetime.now(UTC), self.send_later_asked.emit, self._ask_moment)

    def _ask_moment(self) -> None:
        MomentDialog(self.tr("Hẹn giờ gửi"), self.send_later_asked.emit, self).open()

    def _tool(self, icon_name: str, words: str, menu: QMenu | None = None) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(px(18), px(18)))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(words)
        if menu is not None:
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(px(4))
        self.later_button = self._tool("clock", self.tr("Hẹn giờ"), self.later_menu)
        self.attach_button = self._tool("attachment", self.tr("Đính kèm"))
        self.template_button = self._tool("template", self.tr("Mẫu thư"), self.templates)
        self.options_button = self._tool("settings", self.tr("Tuỳ chọn"), self.options)
        self.discard_button = self._tool("trash", "")
        self.discard_button.setToolTip(self.tr("Bỏ thư nháp"))
        self.discard_button.setAccessibleName(self.tr("Bỏ thư nháp"))
        self.discard_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bar.addWidget(self.send_button)
        for button in (
            self.later_button,
            self.attach_button,
            self.template_button,
            self.options_button,
            self.discard_button,
        ):
            bar.addWidget(button)
        bar.addStretch(1)
        self.send_button.setIconSize(QSize(px(16), px(16)))
        self.send_button.setToolTip(self.tr("Gửi (Ctrl+Enter)"))
        self.send_button.clicked.connect(self.send_asked)
        self.attach_button.clicked.connect(self.files_asked)
        self.discard_button.clicked.connect(self.discard_asked)
        self.later_menu.aboutToShow.connect(self._fill_later)
        return bar

    def _build(self) -> None:
        self.more_fields.clicked.connect(lambda: self.show_more_fields(True))
        self.back_button.clicked.connect(self._go_back)
        to_row = QWidget()
        to_line = QHBoxLayout(to_row)
        to_line.setContentsMargins(0, 0, 0, 0)
        to_line.addWidget(self.to, 1)
        to_line.addWidget(self.more_fields, 0, Qt.AlignmentFlag.AlignTop)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(px(M))
        self._form.setVerticalSpacing(px(6))
        self._form.addRow(self.tr("Đến"), to_row)
        self._form.addRow(self.tr("Đồng gửi"), self.cc)
        self._form.addRow(self.tr("Gửi ẩn"), self.bcc)
        self._form.addRow(self.tr("Chủ đề"), self.subject)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(px(4))
        self._splitter.addWidget(self.text)
        self._splitter.addWidget(self.quoted)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self.text.setMinimumHeight(px(120))
        foot = QHBoxLayout()
        foot.setSpacing(px(S))
        foot.addWidget(self.state)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(M), px(16), px(S))
        layout.setSpacing(px(S))
        layout.addLayout(self._bar())
        layout.addLayout(self._form)
        layout.addWidget(self.chosen)
        layout.addWidget(self.beside)
        layout.addWidget(self.attachments)
        layout.addWidget(self.format_bar)
        layout.addWidget(self._splitter, 1)
        layout.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send_asked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save_asked)
        QShortcut(QKeySequence("Ctrl+Shift+A"), self).activated.connect(self.files_asked)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.close)
        resize_within_screen(self, px(860), px(720))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_splitter"):
            for label in (self.state, self.beside, self.chosen):
                label.setFont(font("small"))

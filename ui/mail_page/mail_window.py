"""A mail in a window of its own: a .eml file, a mail attached to another, or one of the mailbox."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mail import ItemId, MessageSummary
from ui.page_tools import PageTools
from ui.style import px
from ui.widgets.screen_room import resize_within_screen

from .mail_actions import Deed, MailActions
from .mail_files import MailFiles
from .mail_source import OpenSource
from .reader import Reader


class MailWindow(QWidget):
    reply_asked = Signal(object, bool)
    """A `mail.Message`, and whether to all."""

    def __init__(
        self,
        tools: PageTools,
        item_id: ItemId,
        summary: MessageSummary | None,
        parent: QWidget,
        source: OpenSource | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reader = Reader(tools, self, source=source)
        self.files = MailFiles(tools, self.reader, self)
        deeds = [
            Deed("reply", self.tr("Trả lời"), "reply", ("Ctrl+R",), lambda: self._reply(to_all=False)),
            Deed("all", self.tr("Trả lời tất cả"), "reply_all", ("Ctrl+Shift+R",), lambda: self._reply(to_all=True)),
            *self.files.deeds(),
            *self.reader.zooming.deeds(),
            Deed("close", self.tr("Đóng cửa sổ"), "close", ("Ctrl+W",), self.close),
        ]
        self.actions_by_name = MailActions(self, deeds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.actions_by_name.bar(["reply…", "all", "", "print", "save_as", "source"]))
        layout.addWidget(self.reader, 1)
        resize_within_screen(self, px(820), px(680))
        self.setWindowTitle(" ".join(summary.subject.split())[:120] if summary is not None else self.tr("Thư"))
        self.reader.show_message(item_id, summary)
        self.reader.body.setFocus()

    def _reply(self, *, to_all: bool) -> None:
        if self.reader.message is not None:
            self.reply_asked.emit(self.reader.message, to_all)

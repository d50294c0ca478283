"""Opens mails in windows of their own: files she chose or dropped, attached mails, mails of the mailbox."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mail import ItemId, MessageSummary
from ui.page_tools import PageTools

if TYPE_CHECKING:
    from mail import MailFile

    from .mail_window import MailWindow


class MailWindows(QObject):
    opened = Signal(object)
    """A `MailWindow`, to be joined to the page."""

    def __init__(self, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._parent = tools, parent

    def ask_file(self) -> None:
        dialog = QFileDialog(self._parent, self.tr("Mở tệp thư"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Thư (*.eml)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._open_files)
        dialog.open()

    def _open_files(self, paths: list[str]) -> None:
        for path in paths[:10]:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        from mail import open_mail_file

        self._tools.background.run(
            self, lambda: open_mail_file(path), self.show_file, lambda error: self._not_opened(path)
        )

    def show_file(self, file: MailFile) -> None:
        from .mail_window import MailWindow

        self._show(MailWindow(self._tools, file.id, file.summary, self._parent, lambda: file))

    def show_mail(self, item_id: ItemId, summary: MessageSummary) -> None:
        from .mail_window import MailWindow

        self._show(MailWindow(self._tools, item_id, summary, self._parent))

    def _show(self, window: MailWindow) -> None:
        window.reader.file_opened.connect(self.show_file)
        window.reader.mail_asked.connect(lambda item_id: window.reader.show_message(item_id, None))
        self.opened.emit(window)
        window.show()

    def _not_opened(self, path: Path) -> None:
        self._tools.notices.say(self.tr("Không mở được tệp “{name}”.").format(name=path.name))

"""The mail as a thing of its own: printed, saved as .eml, its source looked at. For the reader of the page and of mail
windows; what lies on disk is what she saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mail import ItemId
from ui.page_tools import PageTools

from .mail_actions import Deed
from .reader import Reader


class MailFiles(QObject):
    def __init__(self, tools: PageTools, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._reader, self._window = tools, reader, parent

    def deeds(self) -> list[Deed]:
        return [
            Deed("print", self.tr("In thư…"), "print", ("Ctrl+P",), self.print_mail),
            Deed("source", self.tr("Xem mã nguồn"), "source", ("Ctrl+U",), self.show_source),
            Deed("save_as", self.tr("Lưu thư thành tệp"), "save", ("Ctrl+Shift+S",), self.ask_file),
        ]

    def print_mail(self) -> None:
        """The preview first."""
        read = self._reader.read
        if read is None:
            return
        from .printing import show_preview

        show_preview(self._tools, self._reader.body, read.message, read.to_save, self._window)

    def show_source(self) -> None:
        item_id, message, source = self._reader.item_id, self._reader.message, self._reader.source
        if item_id is None or message is None:
            return

        def show(mime: bytes | None) -> None:
            from .source_window import SourceWindow

            if mime is None:
                self._tools.notices.say(self.tr("Nội dung thư chưa có trên máy này."))
            else:
                SourceWindow(message.summary.subject, mime, self._window).show()

        self._tools.background.run(self, lambda: source().mime(item_id), show, self._tools.notices.say_error)

    def ask_file(self) -> None:
        item_id, message = self._reader.item_id, self._reader.message
        if item_id is None or message is None:
            return
        from mail import eml_stem

        dialog = QFileDialog(self._window, self.tr("Lưu thư thành tệp"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("eml")
        dialog.setNameFilter(self.tr("Thư (*.eml)"))
        dialog.selectFile(eml_stem(message.summary) or "thu")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_file(item_id, Path(path)))
        dialog.open()

    def write_file(self, item_id: ItemId, path: Path) -> None:
        source = self._reader.source

        def write() -> bool:
            mime = source().mime(item_id)
            if mime is not None:
                path.write_bytes(mime)
            return mime is not None

        self._tools.background.run(self, write, lambda ok: self._written(ok, path), self._not_written)

    def _written(self, ok: bool, path: Path) -> None:
        words = self.tr("Đã lưu “{name}”.") if ok else self.tr("Nội dung thư chưa có trên máy này.")
        self._tools.notices.say(words.format(name=path.name))

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._tools.notices.say(self.tr("Không ghi được tệp vào chỗ đã chọn. Xin chọn chỗ khác."))
        else:
            self._tools.notices.say_error(error)

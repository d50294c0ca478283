"""Files put to a mail that is written: chosen, dropped or pasted, read on a worker, pictures into the letter. Used by
`composer`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from mail import NewAttachment
from ui import formatting
from ui.page_tools import PageTools

from .composer_window import ComposerWindow
from .files_to_attach import read_files
from .letter_editor import picture_file


class ComposerFiles(QObject):
    def __init__(self, tools: PageTools, window: ComposerWindow, size: Callable[[], int]) -> None:
        """``size`` tells how many bytes are attached already, pictures among them."""
        super().__init__(window)
        self._tools, self._window, self._size = tools, window, size
        window.text.files_dropped.connect(self.attach)
        window.text.pictures_refused.connect(
            lambda: window.state.setText(self.tr("Ảnh này không đọc được hoặc quá lớn."))
        )
        window.files_asked.connect(self._ask_files)
        window.format_bar.picture_asked.connect(self._ask_picture)

    def attach(self, paths: Sequence[Path]) -> None:
        """Read them on a worker; what is too large or unreadable is said."""
        room = self._tools.desk.largest_attachment - self._size()
        self._tools.background.run(self, lambda: read_files(paths, room), self._files_read)

    def _files_read(self, read: tuple[list[NewAttachment], list[str], list[str]]) -> None:
        attachments, too_large, unreadable = read
        for attachment in attachments:
            self._window.attachments.add(attachment)
        if too_large:
            words = self.tr("Quá lớn, chưa đính kèm: {names} (một thư được {most}).")
            most = formatting.size(self._tools.desk.largest_attachment)
            self._window.state.setText(words.format(names=", ".join(too_large[:3]), most=most))
        elif unreadable:
            self._window.state.setText(self.tr("Không đọc được: {names}").format(names=", ".join(unreadable[:3])))

    def _ask_files(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Chọn tệp đính kèm"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_picture(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Chọn ảnh"))
        dialog.setNameFilter(self.tr("Ảnh (*.png *.jpg *.jpeg *.gif *.bmp *.webp)"))
        dialog.fileSelected.connect(
            lambda name: self._tools.background.run(self, lambda: picture_file(Path(name)), self._insert_picture)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _insert_picture(self, picture: tuple[str, str, bytes] | None) -> None:
        if picture is None or self._size() + len(picture[2]) > self._tools.desk.largest_attachment:
            self._window.text.pictures_refused.emit()
        else:
            self._window.text.insert_picture(*picture)

"""Many mails at once to the disk: the chosen ones as .eml, the list that is shown as one mbox; with progress, and a way
to stop. Used by the reading side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from mail import ItemId
from ui import formatting
from ui.background import StreamHandle
from ui.page_tools import PageTools

if TYPE_CHECKING:
    from mail import ExportProgress


class Exporting(QObject):
    def __init__(self, tools: PageTools, window: QWidget) -> None:
        super().__init__(window)
        self._tools, self._window = tools, window
        self._handle: StreamHandle | None = None
        self._last: ExportProgress | None = None
        self._failed = False
        self.progress: QProgressDialog | None = None

    def ask_folder(self, item_ids: Sequence[ItemId]) -> None:
        dialog = QFileDialog(self._window, self.tr("Xuất thư vào thư mục"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.to_eml(item_ids, Path(folder)))
        dialog.open()

    def ask_mbox(self, item_ids: Sequence[ItemId], name: str) -> None:
        from mail import safe_name

        dialog = QFileDialog(self._window, self.tr("Xuất danh sách thư ra một tệp mbox"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("mbox")
        dialog.setNameFilter("mbox (*.mbox)")
        dialog.selectFile(safe_name(name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.to_mbox(item_ids, Path(path)))
        dialog.open()

    def to_eml(self, item_ids: Sequence[ItemId], folder: Path) -> None:
        from mail import export_eml

        desk = self._tools.desk
        self._begin(len(item_ids), folder.name, lambda: export_eml(desk.mailbox, item_ids, folder))

    def to_mbox(self, item_ids: Sequence[ItemId], path: Path) -> None:
        from mail import export_mbox

        desk = self._tools.desk
        self._begin(len(item_ids), path.name, lambda: export_mbox(desk.mailbox, item_ids, path))

    def _begin(self, count: int, name: str, start: Callable[[], Iterator[ExportProgress]]) -> None:
        if self._handle is not None:
            self._tools.notices.say(self.tr("Đang xuất thư; xin chờ xong hoặc dừng lại rồi xuất tiếp."))
            return
        self._last, self._failed = None, False
        self.progress = dialog = QProgressDialog(
            self.tr("Đang xuất thư…"), self.tr("Dừng"), 0, max(1, count), self._window
        )
        dialog.setWindowTitle(self.tr("Xuất thư"))
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(400)
        dialog.canceled.connect(self._stop)
        self._handle = self._tools.background.stream(
            self, start, self._show, lambda: self._end(name), lambda error: self._fail(error, name)
        )

    def _show(self, step: ExportProgress) -> None:
        self._last = step
        if self.progress is not None:
            self.progress.setValue(step.done)

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _fail(self, error: Exception, name: str) -> None:
        self._failed = True
        if isinstance(error, OSError):
            self._tools.notices.say(self.tr("Không xuất được thư: không ghi được vào chỗ đã chọn."))
        else:
            self._tools.notices.say_error(error)
        self._end(name)

    def _end(self, name: str) -> None:
        stopped = self._handle is not None and self._handle.is_cancelled
        self._handle = None
        if self.progress is not None:
            self.progress.canceled.disconnect()
            self.progress.close()
            self.progress.deleteLater()
            self.progress = None
        if self._failed:
            return
        done = self._last.done if self._last is not None else 0
        missing = self._last.missing if self._last is not None else 0
        words = self.tr("Đã dừng xuất thư.") if stopped else self.tr("Đã xuất {count} thư vào “{name}”.")
        if missing and not stopped:
            words += " " + self.tr("{missing} thư chưa tải về máy nên không có trong đó.")
        self._tools.notices.say(
            words.format(count=formatting.number(done - missing), name=name, missing=formatting.number(missing))
        )

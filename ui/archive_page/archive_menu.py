"""What is seldom done with the archive: taking news of it from a USB stick, and building its search index anew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton

from docs_archive import NoFeedThere
from ui.page_tools import PageTools


class ArchiveMenu(QObject):
    def __init__(self, tools: PageTools, button: QToolButton) -> None:
        super().__init__(button)
        self._tools = tools
        self._button = button
        menu = QMenu(button)
        self.from_folder = menu.addAction(self.tr("Cập nhật từ USB hoặc thư mục…"), self._choose_folder)
        self.reindex = menu.addAction(self.tr("Lập lại chỉ mục tìm kiếm"), self._reindex)
        button.setMenu(menu)

    def take_from(self, folder: Path) -> None:
        """Have the archive read a copy of the feed there; says so, or why not."""
        self._tools.background.run(
            self, lambda: _is_a_feed(folder), lambda is_one: self._looked(folder, is_one), self._tools.notices.say_error
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._button.window(), self.tr("Thư mục có bản sao kho văn bản"))
        if folder:
            self.take_from(Path(folder))

    def _looked(self, folder: Path, is_one: bool) -> None:
        if not is_one:
            self._tools.notices.say_error(NoFeedThere(str(folder)))
            return
        self._tools.service.read_feed_from(folder)
        self._tools.notices.say_in_status(
            self.tr("Đang cập nhật kho văn bản từ thư mục {name}…").format(name=folder.name)
        )

    def _reindex(self) -> None:
        self._tools.service.reindex()
        self._tools.notices.say_in_status(self.tr("Đang lập lại chỉ mục tìm kiếm; vẫn tra cứu được trong lúc đó."))


def _is_a_feed(folder: Path) -> bool:
    return any((place / "timestamp.json").is_file() for place in (folder, folder / "feed"))

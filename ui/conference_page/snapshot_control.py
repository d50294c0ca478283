"""One press keeps both sites' pictures: PNG files in the streams' own size, where recordings go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from conference import Conference, IncidentKind, SiteId, not_taken, snapshot_stem

from ..formatting import OFFICE_TIME
from ..page_tools import PageTools
from .recording_folder import chosen_folder, show_folder
from .video_button import video_button


class PictureTaking(Protocol):
    """As much of a `conference.ConferenceLauncher` as a snapshot needs."""

    def snapshot(self, site_id: SiteId, target: Path) -> bool: ...


class SnapshotControl(QObject):
    happened = Signal(object, object, object)
    """`IncidentKind.SNAPSHOT`, a `SiteId`, None"""
    taken = Signal(object)
    """The files that were written: list of `Path`."""

    def __init__(self, tools: PageTools, owner: QWidget, launcher: Callable[[], PictureTaking | None]) -> None:
        super().__init__(owner)
        self._tools = tools
        self._launcher = launcher
        self._conference: Conference | None = None
        self.button: QToolButton = video_button("snapshot", self.tr("Chụp hình"), "Ctrl+Shift+S", owner)
        self.button.clicked.connect(self.take)

    def begin_conference(self, conference: Conference) -> None:
        self._conference = conference

    def end_conference(self) -> None:
        self._conference = None

    def take(self) -> None:
        conference, launcher = self._conference, self._launcher()
        if conference is None or launcher is None:
            return
        folder = chosen_folder(self._tools.preferences)
        now = datetime.now(OFFICE_TIME)

        def take() -> list[tuple[SiteId, Path]]:
            folder.mkdir(parents=True, exist_ok=True)
            taken = []
            for site in conference.sites:
                target = not_taken(folder, snapshot_stem(conference.title, site.name, now), ".png")
                if launcher.snapshot(site.id, target):
                    taken.append((site.id, target))
            return taken

        self._tools.background.run(self, take, self._tell, lane="snapshot")

    def _tell(self, taken: list[tuple[SiteId, Path]]) -> None:
        if not taken:
            self._tools.notices.say(self.tr("Chưa chụp được: chưa có hình của điểm cầu nào."))
            return
        for site_id, _ in taken:
            self.happened.emit(IncidentKind.SNAPSHOT, site_id, None)
        folder = taken[0][1].parent
        self._tools.notices.say(
            self.tr("Đã lưu hình của hai điểm cầu.") if len(taken) == 2 else self.tr("Đã lưu hình của một điểm cầu."),
            action_text=self.tr("Mở"),
            action=lambda: show_folder(self._tools, folder),
        )
        self.taken.emit([path for _, path in taken])

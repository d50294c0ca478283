"""Where recordings and snapshots go: remembered on this PC, and opened in the system's own window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ..page_tools import PageTools
from ..preferences import Preferences

_REMEMBERED = "recording_folder"
_BEING_RECORDED = "recording_under_way"


def chosen_folder(preferences: Preferences) -> Path:
    """The one she chose, else a folder of our own among the system's videos."""
    word = preferences.word(_REMEMBERED)
    if word:
        return Path(word)
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
    return Path(place or str(Path.home())) / "Bàn Công Vụ"


def choose_folder(preferences: Preferences, parent: QWidget, title: str) -> Path | None:
    """Ask for another; None where she leaves it as it is."""
    now = chosen_folder(preferences)
    start = next((place for place in (now, *now.parents) if place.is_dir()), Path.home())
    word = QFileDialog.getExistingDirectory(parent, title, str(start))
    if not word:
        return None
    preferences.remember_word(_REMEMBERED, word)
    return Path(word)


def show_folder(tools: PageTools, folder: Path) -> None:
    """In the system's own window; where there is none, its path is said."""
    if not (folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))):
        tools.notices.say_in_status(str(folder))


def note_under_way(preferences: Preferences, folder: Path | None) -> None:
    """Where something is being recorded, so that the next start can look there after a crash; no titles, no names."""
    preferences.remember_word(_BEING_RECORDED, str(folder) if folder is not None else "")


def folder_under_way(preferences: Preferences) -> Path | None:
    word = preferences.word(_BEING_RECORDED)
    return Path(word) if word else None

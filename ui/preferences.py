"""What she chose, remembered on this PC: language, text size, theme, widths of panes. Never secrets, never content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

LANGUAGES = ("vi", "en")
THEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 110, 125, 150, 175, 200)


class Preferences(QObject):
    """Read at start, written at once when something is chosen. Kept in an INI file in the data folder."""

    changed = Signal(str)
    """The name of what was chosen anew: ``language``, ``theme``, ``text_size`` …"""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        return self._one_of("language", LANGUAGES, "vi")

    @property
    def theme(self) -> str:
        return self._one_of("theme", THEMES, "system")

    @property
    def text_size(self) -> int:
        """Percent of the ordinary size."""
        return int(self._one_of("text_size", tuple(map(str, TEXT_SIZES)), "100"))

    def choose(self, name: str, value: str) -> None:
        self._settings.setValue(name, value)
        self.changed.emit(name)

    def remembered(self, name: str) -> QByteArray | None:
        """The state of a splitter, header or window, as Qt saved it."""
        value: Any = self._settings.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def remember(self, name: str, state: QByteArray) -> None:
        self._settings.setValue(f"layout/{name}", state)

    def word(self, name: str, default: str = "") -> str:
        """A single word remembered under ``name``: the page last shown, the layout of the two pictures."""
        return str(self._settings.value(f"layout/{name}", default))

    def remember_word(self, name: str, value: str) -> None:
        self._settings.setValue(f"layout/{name}", value)

    def _one_of(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        value = str(self._settings.value(name, default))
        return value if value in allowed else default

"""Keeps the application's look as she chose it: now, when she chooses anew, and when the system turns dark or light."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from .preferences import Preferences
from .style import application_icon, apply_style
from .style.application import accessibility_hints


class StyleKeeper(QObject):
    """One for the application; made before the first window."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application, self._preferences = application, preferences
        preferences.changed.connect(self._chosen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        accessibility_hints().contrastPreferenceChanged.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        apply_style(self._application, theme=self._preferences.theme, text_size=self._preferences.text_size)

    def _chosen(self, name: str) -> None:
        if name in ("theme", "text_size"):
            self.apply()

    def _system_changed(self) -> None:
        if self._preferences.theme == "system":
            self.apply()


def prepare(application: QApplication, preferences: Preferences) -> StyleKeeper:
    """Names, language and look, in one call: what an application does before it shows its first window."""
    from .translations import install

    application.setApplicationName("ban-cong-vu")
    application.setApplicationDisplayName("Bàn Công Vụ")
    install(application, preferences.language)
    keeper = StyleKeeper(application, preferences)
    application.setWindowIcon(application_icon())
    return keeper

"""A notice of the system's own, for when the desk's window is not the one she looks at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ..style import application_icon

_SHOWN_MS = 20_000


class SystemNotice(QObject):
    """Where the system shows none (no tray), the window asks for attention in the task bar alone."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def say(self, title: str, text: str) -> None:
        QApplication.alert(self._window)
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(application_icon(), self)
            self._tray.messageClicked.connect(self.pressed)
            self._tray.activated.connect(lambda _: self.pressed.emit())
        self._tray.setToolTip(title)
        self._tray.show()
        self._tray.showMessage(title, text, application_icon(), _SHOWN_MS)

    def end(self) -> None:
        """Nothing is announced any more: the icon goes with it."""
        if self._tray is not None:
            self._tray.hide()

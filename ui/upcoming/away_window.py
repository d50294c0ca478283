"""What is about to begin, in a small window over whatever program she looks at, while the desk's own is not in front: a
system without a tray shows no notice of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ..style import colour, px
from .model import Upcoming
from .panels import Announcements


class AwayWindow(Announcements):
    """Takes no focus from what she types into. Goes when the desk is in front again, whose strip says the same."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, is_large=False, most=2)
        self._window = window
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(self.tr("Cuộc họp sắp tới"))
        self._layout.setContentsMargins(px(8), px(8), px(8), px(8))
        window.installEventFilter(self)

    def show_conferences(self, conferences: Sequence[Upcoming], now: datetime) -> list[Upcoming]:
        away = not self._window.isActiveWindow() or self._window.isMinimized()
        new = super().show_conferences(conferences if away else (), now)
        if self.shown:
            self._place()
        return new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self.shown:
            self.hide()
        return False

    def _place(self) -> None:
        """The upper right corner of the screen the desk is on."""
        screen = self._window.screen() or QApplication.primaryScreen()
        room = screen.availableGeometry()
        width = min(px(430), room.width() - 2 * px(16))
        height = self._layout.heightForWidth(width) if self._layout.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(room.right() - width - px(16), room.top() + px(16), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.setPen(colour("outline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

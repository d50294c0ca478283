"""Where conferences are announced: cards in the upper corner of the page, rows of a strip over every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ..style import px
from .announcement import Announcement
from .model import Upcoming


class Announcements(QWidget):
    """Shows what it is given, at most ``most`` at once; those that stay keep their place and the focus."""

    enter_asked = Signal(object)
    later_asked = Signal(object)
    done_asked = Signal(object)
    check_asked = Signal(object)

    def __init__(self, parent: QWidget, *, is_large: bool, most: int) -> None:
        super().__init__(parent)
        self._is_large, self._most = is_large, most
        self.shown: list[Announcement] = []
        self.setAccessibleName(self.tr("Cuộc họp sắp tới"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0 if is_large else px(6))
        self.rest = QLabel()
        self.rest.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rest.setAutoFillBackground(True)
        self._layout.addWidget(self.rest)
        self.hide()

    def show_conferences(self, conferences: Sequence[Upcoming], now: datetime) -> list[Upcoming]:
        """Those that were not shown before."""
        wanted = list(conferences[: self._most])
        for old in [one for one in self.shown if one.conference not in wanted]:
            self.shown.remove(old)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        there = [one.conference for one in self.shown]
        new = [one for one in wanted if one not in there]
        for conference in new:
            announcement = Announcement(conference, is_large=self._is_large, parent=self)
            announcement.enter_asked.connect(self.enter_asked)
            announcement.later_asked.connect(self.later_asked)
            announcement.done_asked.connect(self.done_asked)
            announcement.check_asked.connect(self.check_asked)
            place = wanted.index(conference)
            self.shown.insert(place, announcement)
            self._layout.insertWidget(place, announcement)
            announcement.show()
        self.tell(now)
        rest = len(conferences) - len(wanted)
        self.rest.setText(self.tr("và {count} cuộc họp khác").format(count=rest))
        self.rest.setVisible(rest > 0)
        self.setVisible(bool(self.shown))
        for one in self.shown:
            if one.conference in new:
                QAccessible.updateAccessibility(QAccessibleEvent(one, QAccessible.Event.Alert))
        return new

    def tell(self, now: datetime) -> None:
        for one in self.shown:
            one.tell(now)


class CornerCards(Announcements):
    """Over the page's upper right corner, below what else stands there (``above``)."""

    def __init__(self, over: QStackedWidget, above: Callable[[], QWidget | None]) -> None:
        super().__init__(over, is_large=False, most=2)
        self._over, self._above = over, above
        over.installEventFilter(self)
        over.currentChanged.connect(lambda _: self.place())

    def show_conferences(self, conferences: Sequence[Upcoming], now: datetime) -> list[Upcoming]:
        new = super().show_conferences(conferences, now)
        self.place()
        return new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.shown:
            self.place()
        return False

    def place(self) -> None:
        if not self.shown:
            return
        width = min(px(430), self._over.width() - 2 * px(12))
        height = self._layout.heightForWidth(width) if self._layout.hasHeightForWidth() else self.sizeHint().height()
        above = self._above()
        top = above.geometry().bottom() + px(8) if above is not None and above.isVisible() else px(56)
        self.setGeometry(self._over.width() - width - px(12), top, width, height)
        self.raise_()

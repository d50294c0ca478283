"""The pictures on a second monitor: a window of their own there, with one site or both. Remembered for each monitor;
one that is pulled out gives its pictures back, one that comes again takes them again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ..preferences import Preferences
from ..style import colour, px
from .hiding import HIDE_AFTER
from .site_view import SiteView
from .stage import SiteStage
from .stage_places import alike
from .video_button import name_button

BOTH = frozenset({0, 1})
_WORDS = {"0": frozenset({0}), "1": frozenset({1}), "both": BOTH}


@dataclass(frozen=True, slots=True)
class Monitor:
    """``key`` is the same whenever this monitor is plugged in, and says nothing else about it."""

    key: str
    name: str
    geometry: QRect


def other_monitors(window: QWidget) -> list[Monitor]:
    """Those the window does not stand on."""
    own = window.screen()
    found = []
    for screen in QGuiApplication.screens():
        if screen is not own:
            facts = f"{screen.manufacturer()}|{screen.model()}|{screen.serialNumber()}|{screen.name()}"
            key = hashlib.sha256(facts.encode()).hexdigest()[:16]
            found.append(Monitor(key, screen.model() or screen.name(), screen.geometry()))
    return found


class ScreenWindow(QWidget):
    """Nothing but pictures, over the whole monitor. Escape brings them back."""

    closed = Signal()
    key_pressed = Signal(str)
    """What it types: the meeting's single keys hold here too."""

    def __init__(self, views: list[SiteView], monitor: Monitor) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Bàn Công Vụ – hình cuộc họp"))
        self.setAccessibleName(self.tr("Hình cuộc họp trên màn hình thứ hai"))
        self._views = views
        for view in views:
            view.setParent(self)
            view.setVisible(True)
        self.setGeometry(monitor.geometry)
        self.setMouseTracking(True)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(HIDE_AFTER)
        self._resting.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._resting.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pictures hand their moves on: the cursor is seen while it moves."""
        self.unsetCursor()
        self._resting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        gap = px(8)
        mine = [view for view in self._views if view.parentWidget() is self]
        for view, place in zip(mine, alike(self.rect().adjusted(gap, gap, -gap, 0), mine), strict=True):
            view.setGeometry(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("video"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.text().strip():
            self.key_pressed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()


class SecondScreen(QObject):
    """The button with its menu, and the window while there is one."""

    key_pressed = Signal(str)

    def __init__(
        self,
        stage: SiteStage,
        button: QToolButton,
        preferences: Preferences | None,
        monitors: Callable[[QWidget], list[Monitor]] = other_monitors,
    ) -> None:
        super().__init__(stage)
        self._stage, self._button, self._preferences = stage, button, preferences
        self.monitors = monitors
        self.window: ScreenWindow | None = None
        self._monitor: Monitor | None = None
        self._is_running = False
        self._menu = QMenu(button)
        self._menu.aboutToShow.connect(self._fill)
        button.setMenu(self._menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._soon)
            application.screenRemoved.connect(self._soon)

    # --- the conference's life ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A conference begins: monitors that had a picture last time have it again."""
        self._is_running = True
        self.look_again()

    def end(self) -> None:
        self._is_running = False
        self._take_back()

    def look_again(self) -> None:
        """A monitor has come or gone."""
        monitors = self.monitors(self._stage.window())
        if self._monitor is not None and all(one.key != self._monitor.key for one in monitors):
            self._take_back()
        if not self._is_running or self.window is not None:
            return
        for monitor in monitors:
            places = _WORDS.get(self._remembered(monitor))
            if places is not None:
                self._open(monitor, places)
                return

    # --- what she chooses ---------------------------------------------------------------------------------------------

    def show_on(self, monitor: Monitor, places: frozenset[int]) -> None:
        self._take_back()
        self._remember(monitor, "both" if places == BOTH else str(next(iter(places))))
        self._open(monitor, places)

    def bring_back(self) -> None:
        """Her own wish: not on this monitor next time either."""
        if self._monitor is not None:
            self._remember(self._monitor, "")
        self._take_back()

    def toggle(self) -> None:
        """One key: both pictures on the first other monitor, or back."""
        if self.window is not None:
            self.bring_back()
            return
        monitors = self.monitors(self._stage.window())
        if monitors and self._is_running:
            self.show_on(monitors[0], _WORDS.get(self._remembered(monitors[0]), BOTH))

    def _open(self, monitor: Monitor, places: frozenset[int]) -> None:
        self._stage.lend(places)
        self.window = ScreenWindow([self._stage.views[place] for place in sorted(places)], monitor)
        self.window.closed.connect(self.bring_back)
        self.window.key_pressed.connect(self.key_pressed)
        self._monitor = monitor
        self.window.showFullScreen()
        self.window.setFocus()
        self.window.setGeometry(monitor.geometry)
        name_button(self._button, "monitor", self.tr("Đang ở màn hình 2"))

    def _take_back(self) -> None:
        window, self.window, self._monitor = self.window, None, None
        self._stage.lend(frozenset())
        name_button(self._button, "monitor", self.tr("Màn hình thứ hai"))
        if window is not None:
            window.blockSignals(True)
            window.close()
            window.deleteLater()

    def _fill(self) -> None:
        self._menu.clear()
        names = [view.name.text() for view in self._stage.views]
        monitors = self.monitors(self._stage.window())
        for monitor in monitors:
            many = f" – {monitor.name}" if len(monitors) > 1 else ""
            for words, places in (
                (self.tr("Cả hai điểm cầu"), BOTH),
                (names[0], frozenset({0})),
                (names[1], frozenset({1})),
            ):
                action = self._menu.addAction(words.replace("&", "&&") + many)
                action.triggered.connect(lambda _=False, m=monitor, p=places: self.show_on(m, p))
        if not monitors:
            none = self._menu.addAction(self.tr("Chưa thấy màn hình thứ hai. Cắm thêm rồi bấm lại."))
            none.setEnabled(False)
        if self.window is not None:
            self._menu.addSeparator()
            self._menu.addAction(self.tr("Đưa hình về cửa sổ này")).triggered.connect(self.bring_back)

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self.look_again)  # Qt still moves windows off the monitor that goes

    def _remembered(self, monitor: Monitor) -> str:
        return "" if self._preferences is None else self._preferences.word(f"conference_screen_{monitor.key}")

    def _remember(self, monitor: Monitor, word: str) -> None:
        if self._preferences is not None:
            self._preferences.remember_word(f"conference_screen_{monitor.key}", word)

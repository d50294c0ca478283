"""While a conference runs: what it is called and for how long, the two sites, and the few things one can do."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QToolButton, QVBoxLayout, QWidget

from conference import Conference, ConferenceState, SiteState

from ..preferences import Preferences
from ..style import colour, px
from .foot_bar import FootBar, Group
from .head_bar import HeadBar
from .hiding import ControlsHiding
from .second_screen import SecondScreen
from .side_panel import SidePanel
from .stage import SiteStage
from .video_button import name_button, video_button

_SIDE_WIDTH = 420


class MeetingView(QWidget):
    """Shows what it is given and says what is pressed; the page does it."""

    leave_asked = Signal()
    mute_asked = Signal(bool)
    full_screen_asked = Signal(bool)
    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None, preferences: Preferences | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.stage = SiteStage(self)
        self.head = HeadBar(self)
        self.title, self.elapsed = self.head.title, self.head.elapsed
        self._began = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._clock.timeout.connect(self._tick)
        self.mute_button = self._button("sound", self.tr("Tắt tiếng"), "M")
        self.mute_button.setCheckable(True)
        self.mute_button.toggled.connect(self._mute_toggled)
        self.swap_button = self._button("swap", self.tr("Đổi chỗ"), "S")
        self.swap_button.clicked.connect(self.stage.swap)
        self.layout_button = self._button("one_large", self.tr("Một hình lớn"), "B")
        self.layout_button.clicked.connect(self.stage.next_layout)
        self.screen_button = self._button("monitor", self.tr("Màn hình thứ hai"), "")
        self.screen_button.setToolTip(self.tr("Màn hình thứ hai") + "  (N)")
        self.full_screen_button = self._button("full_screen", self.tr("Toàn màn hình"), "F11")
        self.full_screen_button.setCheckable(True)
        self.full_screen_button.toggled.connect(self._full_screen_toggled)
        self.leave_button = self._button("leave", self.tr("Rời họp"), "Ctrl+L", kind="leave")
        self.leave_button.clicked.connect(self.leave_asked)
        self.second_screen = SecondScreen(self.stage, self.screen_button, preferences)
        self.stage.layout_changed.connect(lambda _: self._show_layout())
        self.foot = FootBar(self)
        self.side = SidePanel()
        self.side_button = self._button("panel", self.tr("Công cụ"), "T")
        self.side_button.setCheckable(True)
        self.side_button.toggled.connect(self._side_toggled)
        self.side.opened.connect(self._side_opened)
        self.add_control(self.mute_button, "left", stays=True)
        for button in (self.swap_button, self.layout_button, self.full_screen_button, self.screen_button):
            self.add_control(button, "middle")
        self.add_control(self.side_button, "right", stays=True)
        self.add_control(self.leave_button, "right", stays=True, keeps_words=True)
        self.side_button.setVisible(False)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.stage)
        self._halves.addWidget(self.side)
        self._halves.setStretchFactor(0, 1)
        self._halves.setStretchFactor(1, 0)
        self._halves.splitterMoved.connect(lambda: self._remember_width())
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._halves, 1)
        layout.addWidget(self.foot)
        self.hiding = ControlsHiding(self, self._show_controls, self._is_busy)
        self._add_keys()

    def _add_keys(self) -> None:
        single: tuple[tuple[str, Callable[[], object]], ...] = (
            ("1", lambda: self.stage.toggle_large(0)),
            ("2", lambda: self.stage.toggle_large(1)),
            ("F", self.full_screen_button.click),
            ("N", self.second_screen.toggle),
            ("?", self.keys_asked.emit),
            ("Escape", self._back),
        )
        for keys, act in single:
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        there = {**dict(single), "M": self.mute_button.click, "S": self.stage.swap, "B": self.stage.next_layout}
        self.second_screen.key_pressed.connect(lambda key: there.get(key.upper(), lambda: None)())

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the sheet behind "?" lists."""
        return (
            ("1", self.tr("Phóng to điểm cầu thứ nhất, hoặc trở lại")),
            ("2", self.tr("Phóng to điểm cầu thứ hai, hoặc trở lại")),
            ("S", self.tr("Đổi chỗ hai điểm cầu")),
            ("B", self.tr("Đổi cách bày: hai hình bằng nhau, một hình lớn, hình trong hình")),
            ("F", self.tr("Toàn màn hình (cũng là F11)")),
            ("N", self.tr("Đưa hình sang màn hình thứ hai, hoặc về lại")),
            ("M", self.tr("Tắt hoặc bật tiếng")),
            ("T", self.tr("Mở hoặc đóng công cụ bên cạnh")),
            ("Ctrl+Tab", self.tr("Sang công cụ kế tiếp")),
            ("Esc", self.tr("Thôi toàn màn hình, hoặc đóng công cụ (vẫn ở trong cuộc họp)")),
            ("Ctrl+L", self.tr("Rời họp")),
            ("?", self.tr("Bảng phím tắt này")),
        )

    def add_control(self, widget: QWidget, group: Group, *, stays: bool = False, keeps_words: bool = False) -> None:
        """Put a control into the foot's ``group``: "left" (one's own sound and picture), "middle" (the pictures and
        what is done with them) or "right" (tools, leaving). Make buttons with `video_button`; the owner may hide and
        show its widget at any time. Where room is short, words go first, then whole buttons into "Thêm", those added
        last before the others; never one that ``stays``, which with ``keeps_words`` keeps its words too."""
        self.foot.add(widget, group, stays=stays, keeps_words=keeps_words)

    def add_side(self, title: str, icon_name: str, widget_factory: Callable[[], QWidget]) -> None:
        """Add a tool to the side panel; ``widget_factory`` is called when it is opened for the first time. The widget
        may have ``activate()`` (called at each opening) and ``focus_first()``."""
        self.side.add(title, icon_name, widget_factory)
        self.side_button.setVisible(True)

    def open_side(self, title: str = "") -> QWidget | None:
        """Open the side panel at a tool (the last one for ""); the tool's widget."""
        return self.side.open_side(title)

    def begin(self, conference: Conference) -> None:
        self.title.setText(conference.title)
        self.setAccessibleName(conference.title)
        for view, site in zip(self.stage.views, conference.sites, strict=True):
            view.show_site(site)
        self.stage.show_refused(frozenset())
        self.second_screen.begin()
        self.mute_button.setChecked(False)
        self._began = time.monotonic()
        self._tick()
        self._clock.start()
        self._show_layout()

    def end(self) -> float:
        """The conference is over for us; how long it was."""
        self._clock.stop()
        self.full_screen_button.setChecked(False)
        self.second_screen.end()
        for view in self.stage.views:
            view.picture.forget()
        return time.monotonic() - self._began

    def show_state(self, state: ConferenceState) -> None:
        for view, status in zip(self.stage.views, state.sites, strict=True):
            view.show_status(status)
        self.stage.show_refused(
            frozenset(place for place, status in enumerate(state.sites) if status.state is SiteState.REFUSED)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("video"))
        painter.end()

    def _button(self, icon_name: str, text: str, keys: str, kind: str = "video") -> QToolButton:
        return video_button(icon_name, text, keys, self, kind)

    def _side_toggled(self, on: bool) -> None:
        if on:
            self.side.open_side()
        else:
            self.side.close_side()

    def _side_opened(self, on: bool) -> None:
        self.side_button.setChecked(on)
        if not on:
            self.mute_button.setFocus()
            return
        width = self._preferences.word("conference_side_width") if self._preferences is not None else ""
        wanted = int(width) if width.isdigit() else px(_SIDE_WIDTH)
        wanted = max(self.side.minimumSizeHint().width(), min(wanted, self._halves.width() - px(240)))
        self._halves.setSizes([max(1, self._halves.width() - wanted), wanted])
        self._place_over()

    def _remember_width(self) -> None:
        if self._preferences is not None:
            self._preferences.remember_word("conference_side_width", str(self.side.width()))
        self._place_over()

    def _back(self) -> None:
        """Escape never leaves the conference."""
        if self.full_screen_button.isChecked():
            self.full_screen_button.setChecked(False)
        elif self.side.is_open:
            self.side.close_side()

    def _tick(self) -> None:
        now = datetime.now(UTC)
        self.head.tell_time(now, time.monotonic() - self._began)
        for view in self.stage.views:
            view.tell_time(now)

    # --- full screen: the bars lie over the pictures, and go after a while ------------------------------------

    def _full_screen_toggled(self, on: bool) -> None:
        name_button(
            self.full_screen_button,
            "leave_full_screen" if on else "full_screen",
            self.tr("Thu nhỏ") if on else self.tr("Toàn màn hình"),
        )
        for place, bar in ((0, self.head), (2, self.foot)):
            if on:
                self._column.removeWidget(bar)
                bar.raise_()
            else:
                self._column.insertWidget(min(place, self._column.count()), bar)
        self._place_over()
        self.hiding.set_on(on)
        self.full_screen_asked.emit(on)

    def _place_over(self) -> None:
        if not self.full_screen_button.isChecked():
            return
        width = self.width() - (self.side.width() if self.side.is_open else 0)
        self.head.setGeometry(QRect(0, 0, width, self.head.sizeHint().height()))
        height = self.foot.sizeHint().height()
        self.foot.setGeometry(QRect(0, self.height() - height, width, height))

    def _show_controls(self, on: bool) -> None:
        if not on and self.foot.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()
        for bar in (self.head, self.foot):
            bar.setVisible(on)
            bar.raise_()

    def _is_busy(self) -> bool:
        """Somebody works beside the pictures, or the mouse rests on a control."""
        return self.side.is_open or self.foot.underMouse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_over()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_over()
        return handled

    def _mute_toggled(self, muted: bool) -> None:
        name_button(
            self.mute_button, "muted" if muted else "sound", self.tr("Bật tiếng") if muted else self.tr("Tắt tiếng")
        )
        self.mute_asked.emit(muted)

    def _show_layout(self) -> None:
        """The button says what comes next."""
        if not self.stage.has_large:
            name_button(self.layout_button, "one_large", self.tr("Một hình lớn"))
        elif not self.stage.is_inset:
            name_button(self.layout_button, "picture_in_picture", self.tr("Hình trong hình"))
        else:
            name_button(self.layout_button, "side_by_side", self.tr("Hai hình bằng nhau"))

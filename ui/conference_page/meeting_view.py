"""While a conference runs: what it is called and for how long, the two sites, and the few things one can do."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from conference import Conference, ConferenceState

from ..formatting import duration
from ..style import DARK, colour, font, px
from ..widgets.elided_label import ElidedLabel
from .foot_bar import FootBar, Group
from .side_panel import SidePanel
from .stage import SiteStage
from .video_button import name_button, video_button


class MeetingView(QWidget):
    """Shows what it is given and says what is pressed; the page does it."""

    leave_asked = Signal()
    mute_asked = Signal(bool)
    full_screen_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = SiteStage(self)
        self.title = ElidedLabel()
        self.elapsed = QLabel("00:00")
        self.elapsed.setAccessibleName(self.tr("Thời gian đã họp"))
        for label in (self.title, self.elapsed):
            label.setStyleSheet(f"color: {DARK.on_video};")
        self.title.setFont(font("subheading"))
        self.elapsed.setFont(font("subheading"))
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
        self.layout_button.clicked.connect(self._toggle_layout)
        self.full_screen_button = self._button("full_screen", self.tr("Toàn màn hình"), "F11")
        self.full_screen_button.setCheckable(True)
        self.full_screen_button.toggled.connect(self._full_screen_toggled)
        self.leave_button = self._button("leave", self.tr("Rời họp"), "Ctrl+L", kind="leave")
        self.leave_button.clicked.connect(self.leave_asked)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(lambda: self.full_screen_button.setChecked(False))
        self.stage.layout_changed.connect(lambda _: self._show_layout())
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(10), px(16), px(2))
        head.setSpacing(px(16))
        head.addWidget(self.title, 1)
        head.addWidget(self.elapsed)
        self.foot = FootBar()
        self.side = SidePanel()
        self.side_button = self._button("panel", self.tr("Công cụ"), "T")
        self.side_button.setCheckable(True)
        self.side_button.toggled.connect(self._side_toggled)
        self.side.opened.connect(self.side_button.setChecked)
        self.add_control(self.mute_button, "left", stays=True)
        for button in (self.swap_button, self.layout_button, self.full_screen_button):
            self.add_control(button, "middle")
        self.add_control(self.side_button, "right", stays=True)
        self.add_control(self.leave_button, "right", stays=True, keeps_words=True)
        self.side_button.setVisible(False)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.stage)
        self._halves.addWidget(self.side)
        self._halves.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._halves, 1)
        layout.addWidget(self.foot)

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
        self.mute_button.setChecked(False)
        self._began = time.monotonic()
        self._tick()
        self._clock.start()
        self._show_layout()

    def end(self) -> float:
        """The conference is over for us; how long it was."""
        self._clock.stop()
        self.full_screen_button.setChecked(False)
        for view in self.stage.views:
            view.picture.forget()
        return time.monotonic() - self._began

    def show_state(self, state: ConferenceState) -> None:
        for view, status in zip(self.stage.views, state.sites, strict=True):
            view.show_status(status)

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
            self.mute_button.setFocus()

    def _tick(self) -> None:
        self.elapsed.setText(duration(time.monotonic() - self._began))

    def _mute_toggled(self, muted: bool) -> None:
        name_button(
            self.mute_button, "muted" if muted else "sound", self.tr("Bật tiếng") if muted else self.tr("Tắt tiếng")
        )
        self.mute_asked.emit(muted)

    def _full_screen_toggled(self, on: bool) -> None:
        name_button(
            self.full_screen_button,
            "leave_full_screen" if on else "full_screen",
            self.tr("Thu nhỏ") if on else self.tr("Toàn màn hình"),
        )
        self.full_screen_asked.emit(on)

    def _toggle_layout(self) -> None:
        views = self.stage.views
        large = 0 if views[0].width() >= views[1].width() else 1
        self.stage.toggle_large(large)

    def _show_layout(self) -> None:
        large = self.stage.has_large
        name_button(
            self.layout_button,
            "side_by_side" if large else "one_large",
            self.tr("Hai hình bằng nhau") if large else self.tr("Một hình lớn"),
        )

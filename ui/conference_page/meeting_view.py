"""While a conference runs: what it is called and for how long, the two sites, and the few things one can do."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from conference import Conference, ConferenceState

from ..formatting import duration
from ..style import DARK, colour, font, px, tinted_icon
from ..widgets.elided_label import ElidedLabel
from .stage import SiteStage


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
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(2), px(16), px(10))
        foot.setSpacing(px(8))
        foot.addStretch(1)
        for button in (self.mute_button, self.swap_button, self.layout_button, self.full_screen_button):
            foot.addWidget(button)
        foot.addSpacing(px(16))
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.stage, 1)
        layout.addLayout(foot)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("video"))
        painter.end()

    def _button(self, icon_name: str, text: str, keys: str, kind: str = "video") -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", kind)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(tinted_icon(icon_name, DARK.on_video))
        button.setIconSize(QSize(px(20), px(20)))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _fit_buttons(self) -> None:
        """Words beside the icons where there is room; else icons alone, their words in names and tool tips."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        buttons = (self.mute_button, self.swap_button, self.layout_button, self.full_screen_button)
        for button in buttons:
            button.setToolButtonStyle(beside)
        wanted = sum(button.sizeHint().width() + px(8) for button in (*buttons, self.leave_button)) + px(48)
        if wanted > self.width():
            for button in buttons:
                button.setToolButtonStyle(alone)

    def _tick(self) -> None:
        self.elapsed.setText(duration(time.monotonic() - self._began))

    def _mute_toggled(self, muted: bool) -> None:
        self._rename(
            self.mute_button, "muted" if muted else "sound", self.tr("Bật tiếng") if muted else self.tr("Tắt tiếng")
        )
        self.mute_asked.emit(muted)

    def _full_screen_toggled(self, on: bool) -> None:
        self._rename(
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
        self._rename(
            self.layout_button,
            "side_by_side" if large else "one_large",
            self.tr("Hai hình bằng nhau") if large else self.tr("Một hình lớn"),
        )

    def _rename(self, button: QToolButton, icon_name: str, text: str) -> None:
        keys = button.toolTip().rpartition("  ")[2]
        button.setIcon(tinted_icon(icon_name, DARK.on_video))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  {keys}")
        self._fit_buttons()

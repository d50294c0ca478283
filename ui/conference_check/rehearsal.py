"""The rehearsal ("Họp thử"): joins both sites really, small and for a minute. Nothing of this PC is sent; their sound
is off until she turns it on. It ends by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from conference import Conference, ConferenceLauncher, ConferenceState, Frame, SiteId, SiteState

from ..background import StreamHandle
from ..conference_page.site_view import SiteView
from ..formatting import duration
from ..page_tools import PageTools
from ..spoken_errors import spoken
from ..style import DARK, icon, primary, px
from ..widgets.screen_room import resize_within_screen

LASTS = 60
"""Seconds."""
_MOVING = (SiteState.LIVE, SiteState.DEGRADED)


class RehearsalWindow(QDialog):
    """Modal to the check, so that nothing else holds the line; a player of its own, closed with it."""

    def __init__(
        self, tools: PageTools, conference: Conference, parent: QWidget | None = None, lasts: float = LASTS
    ) -> None:
        super().__init__(parent)
        self.conference = conference
        self._tools, self._lasts = tools, lasts
        self._launcher: ConferenceLauncher | None = None
        self._handle: StreamHandle | None = None
        self._ends_at = 0.0
        self.seen: set[SiteId] = set()
        self.setWindowTitle(self.tr("Họp thử"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.views = [SiteView() for _ in conference.sites]
        pictures = QWidget()
        pictures.setAutoFillBackground(True)
        pictures.setStyleSheet(f"background: {DARK.video};")
        row = QHBoxLayout(pictures)
        row.setContentsMargins(px(8), px(8), px(8), px(4))
        row.setSpacing(px(8))
        for view, site in zip(self.views, conference.sites, strict=True):
            view.show_site(site)
            view.mute_button.hide()  # one button for both is below
            view.setMinimumSize(px(260), px(200))
            row.addWidget(view, 1)
        self.sound_button = QPushButton(icon("muted"), self.tr("Bật tiếng"))
        self.sound_button.setCheckable(True)
        self.sound_button.toggled.connect(self._sound_toggled)
        self.end_button = primary(QPushButton(self.tr("Kết thúc họp thử")))
        self.end_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.sound_button)
        buttons.addStretch(1)
        buttons.addWidget(self.end_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(self.message)
        layout.addWidget(pictures, 1)
        layout.addLayout(buttons)
        resize_within_screen(self, px(760), px(420))
        self._clock = QTimer(self)
        self._clock.setInterval(250)
        self._clock.timeout.connect(self._tick)
        self.end_button.setFocus()

    def begin(self) -> None:
        size = self.views[0].picture.device_size()
        handle: StreamHandle

        def states() -> Iterator[ConferenceState]:
            launcher = self._tools.desk.make_launcher()
            launcher.mute(not self.sound_button.isChecked())
            self._launcher = launcher
            try:
                yield from launcher.join(self.conference, size)
            finally:
                launcher.mute(False)  # it is the conference page's as well, which is heard

        for view, site in zip(self.views, self.conference.sites, strict=True):
            view.picture.newest_frame = partial(self._newest_frame, site.id)
        handle = self._handle = self._tools.background.stream(
            self, states, self._show, lambda: self._over(handle), lambda error: self._failed(handle, error)
        )
        self._ends_at = time.monotonic() + self._lasts
        self._clock.start()
        self._tick()

    def _show(self, state: ConferenceState) -> None:
        for view, status in zip(self.views, state.sites, strict=True):
            view.show_status(status)
            if status.state in _MOVING:
                self.seen.add(status.site.id)

    def _newest_frame(self, site_id: SiteId, after: int) -> Frame | None:
        return self._launcher.newest_frame(site_id, after) if self._launcher is not None else None

    def _sound_toggled(self, on: bool) -> None:
        self.sound_button.setText(self.tr("Tắt tiếng") if on else self.tr("Bật tiếng"))
        self.sound_button.setIcon(icon("sound" if on else "muted"))
        if self._launcher is not None:
            self._launcher.mute(not on)

    def _tick(self) -> None:
        left = self._ends_at - time.monotonic()
        if left <= 0:
            self._over(self._handle)
            return
        self.message.setText(
            self.tr("Máy này không phát tiếng và hình của anh/chị. Tự kết thúc sau {left}.").format(
                left=duration(left + 1)
            )
        )

    def _over(self, handle: StreamHandle | None) -> None:
        """Ended by itself; what was seen is said, and stays until she closes the window."""
        if handle is None or handle is not self._handle:
            return
        self._stop()
        missing = [site.name for site in self.conference.sites if site.id not in self.seen]
        if missing:
            self.message.setText(
                self.tr("Họp thử đã xong. Chưa thấy hình của: {sites}.").format(sites=", ".join(missing))
            )
        else:
            self.message.setText(self.tr("Họp thử đã xong: thấy hình của cả hai điểm cầu."))
        self.end_button.setText(self.tr("Đóng"))
        self.sound_button.setEnabled(False)

    def _failed(self, handle: StreamHandle, error: Exception) -> None:
        if handle is self._handle:
            self._stop()
            self.message.setText(spoken(error).whole)
            self.end_button.setText(self.tr("Đóng"))

    def _stop(self) -> None:
        self._clock.stop()
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        for view in self.views:
            view.picture.newest_frame = lambda after: None
            view.picture.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        self._stop()
        super().reject()

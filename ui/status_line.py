"""The line at the foot of the window: whose desk it is, what each sync is doing and how fresh its copy is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from .formatting import number, short_moment
from .style import colour, font, icon, px
from .sync_status import Feature, SyncActivity, SyncStatus
from .widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from .error_messages import Description
    from .widgets.recording_mark import RecordingMark

_WORDS_STAY = 7000


@dataclass(frozen=True, slots=True)
class Line:
    """What is written of one feature: words, and an icon in a role that says the same."""

    words: str
    icon: str
    role: str


translate = QCoreApplication.translate


def line_for(status: SyncStatus | None, progress: tuple[int, int] | None = None) -> Line:
    """The state of one feature's sync in words. ``progress`` is (done, total) of a sync under way."""
    if status is None:
        return Line(translate("StatusLine", "đang mở…"), "sync", "muted")
    last = short_moment(status.last_synced) if status.last_synced else ""
    match status.activity:
        case SyncActivity.STARTING:
            return Line(translate("StatusLine", "đang kết nối…"), "sync", "muted")
        case SyncActivity.WORKING:
            if progress is not None and progress[0] < progress[1]:
                done, total = number(progress[0]), number(progress[1])
                return Line(
                    translate("StatusLine", "đang đồng bộ… {done}/{total}").format(done=done, total=total),
                    "sync",
                    "accent",
                )
            return Line(translate("StatusLine", "đang đồng bộ…"), "sync", "accent")
        case SyncActivity.IDLE:
            return Line(
                translate("StatusLine", "đồng bộ lúc {when}").format(when=last)
                if last
                else translate("StatusLine", "trực tuyến"),
                "online",
                "success",
            )
        case SyncActivity.OFFLINE:
            words = (
                translate("StatusLine", "ngoại tuyến · bản lưu lúc {when}").format(when=last)
                if last
                else translate("StatusLine", "ngoại tuyến")
            )
            return Line(words, "offline", "warning")
        case SyncActivity.FAILED:
            words = _spoken(status.error).title if status.error else translate("StatusLine", "không đồng bộ được")
            return Line(words, "error", "danger")
        case SyncActivity.STANDING_BACK:
            return Line(translate("StatusLine", "nhường đường truyền cho cuộc họp"), "stand_back", "muted")


def _spoken(error: Exception) -> Description:
    from .spoken_errors import spoken  # with all features' errors: not before the first paint

    return spoken(error)


class StatusLine(QWidget):
    """Fed by the main window. A press on a feature asks for a sync of it."""

    refresh_asked = Signal(object)
    """`Feature`"""

    def __init__(self, person: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Dòng trạng thái"))
        self._statuses: dict[Feature, SyncStatus] = {}
        self._progress: dict[Feature, tuple[int, int]] = {}
        self._names = {Feature.MAIL: self.tr("Thư"), Feature.ARCHIVE: self.tr("Văn bản")}
        self._standing_back = False
        self.account = ElidedLabel(f"{person}  ·  {address}" if person else address)
        self.account.setAccessibleName(self.tr("Tài khoản"))
        self.account.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.message = ElidedLabel()
        self.message.setAccessibleName(self.tr("Tin ngắn"))
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.timeout.connect(self.message.clear)
        self._layout = layout = QHBoxLayout(self)
        layout.addWidget(self.account)
        layout.addWidget(self.message, 1)
        self.recording: RecordingMark | None = None
        self.features: dict[Feature, QToolButton] = {}
        for feature in Feature:
            button = QToolButton()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, feature=feature: self.refresh_asked.emit(feature))
            self.features[feature] = button
            layout.addWidget(button)
            self._write(feature)
        self.measure()

    def show_status(self, status: SyncStatus) -> None:
        self._statuses[status.feature] = status
        if status.activity is not SyncActivity.WORKING:
            self._progress.pop(status.feature, None)
        self._write(status.feature)

    def show_progress(self, feature: Feature, done: int, total: int) -> None:
        self._progress[feature] = (done, total)
        self._write(feature)

    def set_standing_back(self, on: bool) -> None:
        """Said at once; the service confirms it a moment later."""
        self._standing_back = on
        for feature in Feature:
            self._write(feature)

    def show_recording(self, lasted: float | None) -> None:
        """Said on whatever page she is; None: nothing is being recorded."""
        if self.recording is None:
            from .widgets.recording_mark import RecordingMark

            self.recording = RecordingMark(parent=self)
            self._layout.insertWidget(2, self.recording)
        self.recording.show_time(lasted)

    def say(self, text: str) -> None:
        """A word that goes by itself."""
        self.message.setText(text)
        self._message_timer.start(_WORDS_STAY)

    def measure(self) -> None:
        """Fonts and lengths anew, after a change of text size."""
        self._layout.setContentsMargins(px(14), px(1), px(8), px(1))
        self._layout.setSpacing(px(8))
        for widget in (self.account, self.message, *self.features.values()):
            widget.setFont(font("small"))
        for button in self.features.values():
            button.setIconSize(QSize(px(16), px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(0, 0, self.width(), 1, colour("border"))
        painter.end()

    def _write(self, feature: Feature) -> None:
        status = self._statuses.get(feature)
        if self._standing_back and status is not None and status.activity is not SyncActivity.FAILED:
            status = SyncStatus(feature, SyncActivity.STANDING_BACK, status.last_synced)
        line = line_for(status, self._progress.get(feature))
        button = self.features[feature]
        button.setText(f"{self._names[feature]}: {line.words}")
        button.setIcon(icon(line.icon, line.role))
        button.setAccessibleName(button.text())
        if status is not None and status.error is not None and status.activity is SyncActivity.FAILED:
            said = _spoken(status.error)
            button.setToolTip(f"{said.text} {said.advice}".strip())
        else:
            button.setToolTip(self.tr("Bấm để đồng bộ ngay"))

"""One site (điểm cầu): its picture as large as fits, its name, and its state in words with a colour and an icon.

The ground is dark in both themes, as around any picture that moves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from conference import Frame, Site, SiteState, SiteStatus

from ..formatting import OFFICE_TIME
from ..style import DARK, font, px, tinted_icon, tinted_pixmap
from ..widgets.elided_label import ElidedLabel
from .health_words import details_text
from .words import SiteWords, words_for

_REFRESH = 33
_SETTLED = 250
"""Milliseconds without another change of size before the player is asked to scale anew."""
_DIMMED = QColor(10, 13, 18, 175)
_BESIDE = 440
"""Narrower than this, name and state stand one above the other."""
_MOVING = (SiteState.LIVE, SiteState.DEGRADED)


class SitePicture(QWidget):
    """Paints the frame the engine lends. Asks for the newest one about 30 times a second, and only while it is seen."""

    resized = Signal(tuple)
    """(width, height) in device pixels, when the size has settled."""
    enlarged = Signal()
    dropped_on = Signal(QPoint)
    """Dragged, and let go there (on the screen)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.newest_frame: Callable[[int], Frame | None] = lambda after: None
        self.serial = 0
        """Of the frame on screen; 0 before the first."""
        self._frame: Frame | None = None
        self._image: QImage | None = None
        self._words: SiteWords | None = None
        self._pressed_at: QPoint | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(px(120), px(68))
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_REFRESH)
        self._timer.timeout.connect(self._look)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED)
        self._settling.timeout.connect(lambda: self.resized.emit(self.device_size()))

    def show_words(self, words: SiteWords, moves: bool) -> None:
        """What the picture means now; a picture that does not move is kept as our own copy, and dimmed."""
        if not moves and self._frame is not None and self._image is not None:
            self._image = self._image.copy()
            self._frame = None
        self._words = words
        self.update()

    def forget(self) -> None:
        """No picture any more: another conference, or none."""
        self._frame = self._image = self._words = None
        self.serial = 0
        self.update()

    def device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return max(16, round(self.width() * ratio)), max(16, round(self.height() * ratio))

    @property
    def is_dimmed(self) -> bool:
        return self._words is not None and bool(self._words.over_picture)

    @property
    def refreshes(self) -> bool:
        return self._timer.isActive()

    def _look(self) -> None:
        frame = self.newest_frame(self.serial)
        if frame is None:
            return
        self._frame, self.serial = frame, frame.serial
        # the buffer is lent until the next newest_frame, which only this method calls; _frame keeps it alive
        self._image = QImage(frame.buffer, frame.width, frame.height, frame.pitch, QImage.Format.Format_RGB32)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.video))
        if self._image is not None and not self._image.isNull():
            target = self._picture_place(self._image.width(), self._image.height())
            scaled = QRectF(target).size() * self.devicePixelRatioF()
            if scaled.toSize() != self._image.size():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, self._image)
            if self.is_dimmed:
                painter.fillRect(target, _DIMMED)
        if self._words is not None and self._words.over_picture:
            self._paint_words(painter, self._words)
        painter.end()

    def _picture_place(self, width: int, height: int) -> QRect:
        """The largest rectangle of the picture's shape, in the middle."""
        size = QSize(width, height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _paint_words(self, painter: QPainter, words: SiteWords) -> None:
        side = px(40)
        painter.setFont(font("heading" if self.width() > px(360) else "strong"))
        room = self.rect().adjusted(px(16), px(8), -px(16), -px(8))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        height = painter.boundingRect(room, flags, words.over_picture).height()
        top = self.rect().center().y() - (side + px(10) + height) // 2
        picture = tinted_pixmap(words.icon, getattr(DARK, words.role), side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, top, picture)
        painter.setPen(QColor(DARK.on_video))
        painter.drawText(
            QRect(room.left(), top + side + px(10), room.width(), height + px(8)), flags, words.over_picture
        )

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settling.start()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.enlarged.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed_at, self._pressed_at = self._pressed_at, None
        self.unsetCursor()
        if pressed_at is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.dropped_on.emit(event.globalPosition().toPoint())


class SiteView(QWidget):
    """The picture with its caption: name at the left, state at the right."""

    enlarge_asked = Signal()
    dropped_on = Signal(QPoint)
    mute_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = SitePicture(self)
        self.name = ElidedLabel()
        self.local_time = QLabel()
        self.mute_button = QToolButton()
        self.mute_button.setCheckable(True)
        self.mute_button.setProperty("kind", "caption")
        self.mute_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.mute_button.toggled.connect(self._mute_toggled)
        self._zone: tzinfo = OFFICE_TIME
        self.state_icon = QLabel()
        self.state = ElidedLabel()
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words: SiteWords | None = None
        self.setMouseTracking(True)  # the window it stands in hears when the mouse moves
        self.picture.enlarged.connect(self.enlarge_asked)
        self.picture.dropped_on.connect(self.dropped_on)
        state = QHBoxLayout()
        state.setSpacing(px(8))
        state.addWidget(self.state, 1)
        state.addWidget(self.state_icon)
        self._caption = caption = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        caption.setContentsMargins(px(4), px(6), px(4), px(6))
        caption.setSpacing(px(4))
        who = QHBoxLayout()
        who.setSpacing(px(8))
        who.addWidget(self.local_time)
        who.addWidget(self.name, 1)
        who.addWidget(self.mute_button)
        caption.addLayout(who, 1)
        caption.addLayout(state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.picture, 1)
        layout.addLayout(caption)
        self._style()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own: it may lie over the other site's picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.video))
        painter.end()

    def caption_height(self, width: int) -> int:
        """What the caption takes: one line, or two where there is little room beside each other."""
        line = max(self.fontMetrics().height(), px(20))
        return line + px(12) if width >= px(_BESIDE) else 2 * line + px(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= px(_BESIDE)
        self._caption.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self.state.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def show_site(self, site: Site) -> None:
        self.name.setText(site.name)
        self._zone = zone_of(site.time_zone)
        self.tell_time(datetime.now(UTC))
        self.local_time.setAccessibleName(self.tr("Giờ tại {site}").format(site=site.name))
        self.setAccessibleName(site.name)
        self.picture.setAccessibleName(self.tr("Hình của {site}").format(site=site.name))
        self.state.setAccessibleName(self.tr("Trạng thái của {site}").format(site=site.name))
        self.picture.forget()
        self.mute_button.setChecked(False)
        self._show_mute()

    def _mute_toggled(self, muted: bool) -> None:
        self._show_mute()
        self.mute_asked.emit(muted)

    def _show_mute(self) -> None:
        """This site alone; the sound of all is the foot's."""
        muted = self.mute_button.isChecked()
        words = self.tr("Bật tiếng {site}") if muted else self.tr("Tắt tiếng {site}")
        words = words.format(site=self.name.text())
        self.mute_button.setAccessibleName(words)
        self.mute_button.setToolTip(words)
        self.mute_button.setIcon(tinted_icon("muted" if muted else "sound", DARK.warning if muted else DARK.muted))
        self.mute_button.setIconSize(QSize(px(16), px(16)))

    def tell_time(self, now: datetime) -> None:
        """The site's own time of day."""
        self.local_time.setText(f"{now.astimezone(self._zone):%H:%M}")

    def show_status(self, status: SiteStatus) -> None:
        words = words_for(status)
        if words != self.words:
            self.words = words
            self.state.setText(words.text)
            self.state.setStyleSheet(f"color: {getattr(DARK, words.role)};")
            self._show_icon()
            self.setAccessibleDescription(words.text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.state.setToolTip(details_text(status))
        self.picture.show_words(words, status.state in _MOVING)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._style()
        super().changeEvent(event)

    def _style(self) -> None:
        self.name.setStyleSheet(f"color: {DARK.on_video}; font-weight: 600;")
        self.local_time.setStyleSheet(f"color: {DARK.muted};")
        self._show_icon()

    def _show_icon(self) -> None:
        if self.words is not None:
            colour, side = getattr(DARK, self.words.role), px(20)
            self.state_icon.setPixmap(tinted_pixmap(self.words.icon, colour, side, self.devicePixelRatioF()))


def zone_of(name: str) -> tzinfo:
    """The zone of a site (an IANA name); the office's where none is given or this PC does not know it."""
    if not name:
        return OFFICE_TIME
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        return OFFICE_TIME

"""The sheet of hours under day and week: painted ground, the cursor on a stretch of time, the mouse on empty time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.style import colour, font, px

from . import words
from .geometry import DAY_MINUTES, snapped

SLOT = 30
"""Minutes the cursor stands on."""
WORK_FROM, WORK_UNTIL = 7 * 60 + 30, 17 * 60
"""An office day of most ministries; lighter than the rest of the sheet."""
_HOUR = 50


def hour_height() -> int:
    return px(_HOUR)


def hours_width() -> int:
    return QFontMetrics(font("small")).horizontalAdvance("cả ngày") + px(14)


class HoursSheet(QWidget):
    """Knows days and minutes; events are laid over it by `TimeGrid`."""

    create_asked = Signal(object, int, int)
    """Day, first and last minute."""
    key_pressed = Signal(QKeyEvent)
    cursor_moved = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.days: list[date] = []
        self.cursor_slot = (date.min, 8 * 60)
        self.stretch = SLOT
        """Minutes that are marked from the cursor on."""
        self.ghost: tuple[int, int, int] | None = None
        """Place of a day, first and last minute of what is being dragged."""
        self._anchor: tuple[int, int] | None = None
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[date]) -> None:
        self.days = list(days)
        if self.cursor_slot[0] not in self.days:
            self.cursor_slot = (self.days[0], self.cursor_slot[1])
        self._tell()
        self.update()

    def set_cursor(self, day: date, minute: int, stretch: int = SLOT) -> None:
        self.cursor_slot = (day, max(0, min(DAY_MINUTES - SLOT, minute)))
        self.stretch = max(SLOT, min(stretch, DAY_MINUTES - self.cursor_slot[1]))
        self._tell()
        self.update()
        self.cursor_moved.emit()

    def _tell(self) -> None:
        day, minute = self.cursor_slot
        self.setAccessibleName(
            self.tr("Lịch theo giờ: {day}, {start}–{end}").format(
                day=words.spoken_day(day, self._now().date()),
                start=words.minute_of_day(minute),
                end=words.minute_of_day(minute + self.stretch),
            )
        )

    # --- places ---

    def sizeHint(self) -> QSize:
        return QSize(px(300), hour_height() * 24 + 1)

    minimumSizeHint = sizeHint

    def column(self, place: int) -> QRect:
        """The room of one day."""
        left = hours_width()
        room = self.width() - left
        count = max(1, len(self.days))
        first, last = left + room * place // count, left + room * (place + 1) // count
        return QRect(first, 0, last - first, self.height())

    def y_of(self, minute: float) -> int:
        return round(minute * hour_height() / 60)

    def place_at(self, at: QPoint) -> tuple[int, int]:
        """Which day's place and which minute lie under a point."""
        count = max(1, len(self.days))
        room = max(1, self.width() - hours_width())
        place = max(0, min(count - 1, (at.x() - hours_width()) * count // room))
        return place, max(0, min(DAY_MINUTES, round(at.y() * 60 / hour_height())))

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("surface"))
        now = self._now()
        for place, day in enumerate(self.days):
            self._paint_day(painter, self.column(place), day, is_today=day == now.date())
        self._paint_hours(painter)
        self._paint_cursor(painter)
        if self.ghost is not None:
            self._paint_ghost(painter, *self.ghost)
        painter.end()

    def paint_now(self, painter: QPainter) -> None:
        """The line of this moment; painted over the events."""
        now = self._now()
        if now.date() not in self.days:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.column(self.days.index(now.date()))
        y = self.y_of(now.hour * 60 + now.minute)
        painter.setPen(QPen(colour("danger"), 2))
        painter.drawLine(room.left(), y, room.right(), y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("danger"))
        painter.drawEllipse(QPointF(room.left() + px(1), y), px(4), px(4))

    def _paint_day(self, painter: QPainter, room: QRect, day: date, *, is_today: bool) -> None:
        rest = colour("window")
        if day.weekday() >= 5:
            painter.fillRect(room, rest)
        else:
            painter.fillRect(QRect(room.left(), 0, room.width(), self.y_of(WORK_FROM)), rest)
            foot = self.y_of(WORK_UNTIL)
            painter.fillRect(QRect(room.left(), foot, room.width(), room.height() - foot), rest)
        if is_today:
            tint = QColor(colour("accent"))
            tint.setAlpha(14)
            painter.fillRect(room, tint)
        painter.fillRect(room.left(), 0, 1, room.height(), colour("border"))

    def _paint_hours(self, painter: QPainter) -> None:
        left = hours_width()
        painter.setFont(font("small"))
        height = painter.fontMetrics().height()
        half = QPen(colour("border"), 1, Qt.PenStyle.DotLine)
        for hour in range(24):
            y = self.y_of(hour * 60)
            if hour:
                painter.setPen(colour("border"))
                painter.drawLine(left - px(4), y, self.width(), y)
                painter.setPen(colour("muted"))
                box = QRect(0, y - height // 2, left - px(8), height)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour:02}:00")
            painter.setPen(half)
            y = self.y_of(hour * 60 + 30)
            painter.drawLine(left, y, self.width(), y)

    def _paint_cursor(self, painter: QPainter) -> None:
        day, minute = self.cursor_slot
        if (not self.hasFocus() and self._anchor is None) or day not in self.days:
            return
        room = self.column(self.days.index(day))
        top, bottom = self.y_of(minute), self.y_of(minute + self.stretch)
        tint = QColor(colour("focus"))
        tint.setAlpha(48)
        box = QRectF(room.left() + 1.5, top + 1, room.width() - 3, bottom - top - 1)
        painter.setPen(QPen(colour("focus"), 2))
        painter.setBrush(tint)
        painter.drawRoundedRect(box, px(3), px(3))
        if self._is_dragging:
            self._paint_times(painter, box, minute, minute + self.stretch)

    def _paint_ghost(self, painter: QPainter, place: int, first: int, last: int) -> None:
        room = self.column(place)
        box = QRectF(room.left() + 2, self.y_of(first), room.width() - 4, max(8, self.y_of(last) - self.y_of(first)))
        tint = QColor(colour("fill"))
        tint.setAlpha(90)
        painter.setPen(QPen(colour("fill"), 2))
        painter.setBrush(tint)
        painter.drawRoundedRect(box, px(4), px(4))
        self._paint_times(painter, box, first, last)

    def _paint_times(self, painter: QPainter, box: QRectF, first: int, last: int) -> None:
        text = f"{words.minute_of_day(first)}–{words.minute_of_day(last % DAY_MINUTES if last > DAY_MINUTES else last)}"
        painter.setFont(font("small_strong"))
        painter.setPen(colour("text"))
        top = box.adjusted(px(6), px(2), -px(2), 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)

    # --- mouse on empty time ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place, minute = self.place_at(event.position().toPoint())
        if not self.days or event.position().x() < hours_width():
            return
        self.set_cursor(self.days[place], minute // SLOT * SLOT)
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = (place, minute // SLOT * SLOT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None:
            return
        _, minute = self.place_at(event.position().toPoint())
        place, start = self._anchor
        moved = abs(self.y_of(minute) - self.y_of(start + SLOT / 2))
        if moved >= QApplication.startDragDistance() + self.y_of(SLOT / 2) or self._is_dragging:
            self._is_dragging = True
            minute = snapped(minute)
            first, last = (start, max(minute, start + 15)) if minute > start else (minute, start + SLOT)
            self.cursor_slot, self.stretch = (self.days[place], first), last - first
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._anchor = self._is_dragging, False, None
        if was_dragging:
            day, first = self.cursor_slot
            self.create_asked.emit(day, first, first + self.stretch)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._anchor = None
        place, minute = self.place_at(event.position().toPoint())
        if self.days and event.position().x() >= hours_width():
            start = minute // SLOT * SLOT
            self.create_asked.emit(self.days[place], start, min(DAY_MINUTES, start + 60))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._anchor, self._is_dragging, self.stretch = None, False, SLOT
            self.update()
            return
        event.ignore()
        self.key_pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

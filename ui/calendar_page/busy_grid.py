"""The picture of whose time is free: a row per person and room across one office day, the meeting's time marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mail import Availability, FreeBusy
from ui.style import colour, font, px

from . import geometry, words
from .busy_times import busy_at

_FROM, _UNTIL = 7 * 60, 19 * 60
_ROLES = {
    FreeBusy.BUSY: "accent",
    FreeBusy.TENTATIVE: "accent",
    FreeBusy.OUT_OF_OFFICE: "warning",
    FreeBusy.WORKING_ELSEWHERE: "success",
}


class BusyGrid(QWidget):
    """A press on a time asks for the meeting to begin there."""

    start_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, Availability | None]] = []
        self._span: tuple[datetime, datetime] | None = None
        self._zone: tzinfo | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_times(
        self, rows: Sequence[tuple[str, Availability | None]], start: datetime, end: datetime, zone: tzinfo
    ) -> None:
        """``rows`` are (name, what is known of their time or None)."""
        self._rows, self._span, self._zone = list(rows), (start, end), zone
        self.setAccessibleName(self.tr("Giờ rảnh, giờ bận: {rows}").format(rows="; ".join(self.in_words())))
        self.updateGeometry()
        self.update()

    def in_words(self) -> list[str]:
        if self._span is None:
            return []
        return [
            f"{name}: {words.free_busy(busy_at(one, *self._span) if one is not None else FreeBusy.NO_DATA).lower()}"
            for name, one in self._rows
        ]

    def _row_height(self) -> int:
        return QFontMetrics(font("small")).height() + px(8)

    def sizeHint(self) -> QSize:
        return QSize(px(360), self._row_height() * (len(self._rows) + 1) + px(4))

    minimumSizeHint = sizeHint

    def _names(self) -> int:
        return min(px(170), self.width() // 3)

    def _x(self, minute: float) -> int:
        room = self.width() - self._names()
        return self._names() + round(room * (minute - _FROM) / (_UNTIL - _FROM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        height = self._row_height()
        painter.setFont(font("small"))
        for hour in range(_FROM // 60, _UNTIL // 60 + 1):
            x = self._x(hour * 60)
            painter.fillRect(x, height, 1, self.height() - height, colour("border"))
            if hour < _UNTIL // 60 and (hour % 2 == 1 or self.width() > px(560)):
                painter.setPen(colour("muted"))
                painter.drawText(QRect(x + 2, 0, px(60), height), Qt.AlignmentFlag.AlignVCenter, f"{hour}h")
        for place, (name, one) in enumerate(self._rows):
            self._paint_row(painter, QRect(0, height * (place + 1), self.width(), height), name, one)
        self._paint_meeting(painter, height)
        painter.setPen(colour("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_row(self, painter: QPainter, room: QRect, name: str, one: Availability | None) -> None:
        painter.fillRect(room.left(), room.top(), room.width(), 1, colour("border"))
        painter.setPen(colour("text"))
        metrics = QFontMetrics(font("small"))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self._names() - px(12))
        painter.drawText(room.adjusted(px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        bar = room.adjusted(0, px(4), 0, -px(3))
        if one is None or one.error is not None:
            box = QRect(self._x(_FROM), bar.top(), self._x(_UNTIL) - self._x(_FROM), bar.height())
            painter.fillRect(box, QBrush(colour("border"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(colour("muted"))
            painter.drawText(box.adjusted(px(6), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.tr("không rõ"))
            return
        if self._span is None or self._zone is None:
            return
        day = self._span[0].astimezone(self._zone).date()
        for slot in one.times:
            piece = geometry.minutes_on(slot.start.astimezone(self._zone), slot.end.astimezone(self._zone), day)
            role = _ROLES.get(slot.status)
            if piece is None or role is None or piece[1] <= _FROM or piece[0] >= _UNTIL:
                continue
            first, last = self._x(max(piece[0], _FROM)), self._x(min(piece[1], _UNTIL))
            box = QRect(first + 1, bar.top(), max(2, last - first - 1), bar.height())
            if slot.status is FreeBusy.TENTATIVE:
                painter.fillRect(box, QBrush(colour(role), Qt.BrushStyle.BDiagPattern))
            else:
                painter.fillRect(box, colour(role))

    def _paint_meeting(self, painter: QPainter, height: int) -> None:
        if self._span is None or self._zone is None:
            return
        start, end = (moment.astimezone(self._zone) for moment in self._span)
        piece = geometry.minutes_on(start, end, start.date())
        if piece is None:
            return
        first, last = self._x(max(piece[0], _FROM)), self._x(min(max(piece[1], piece[0] + 15), _UNTIL))
        if last <= first:
            return
        tint = QColor(colour("focus"))
        tint.setAlpha(46)
        painter.setPen(QPen(colour("focus"), 2))
        painter.setBrush(tint)
        painter.drawRect(QRect(first, height, last - first, self.height() - height - 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._span is None or self._zone is None or event.position().x() < self._names():
            return
        room = max(1, self.width() - self._names())
        minute = _FROM + (event.position().x() - self._names()) * (_UNTIL - _FROM) / room
        day = self._span[0].astimezone(self._zone).date()
        at = datetime.combine(day, time(), self._zone) + timedelta(minutes=int(minute) // 15 * 15)
        self.start_asked.emit(at)

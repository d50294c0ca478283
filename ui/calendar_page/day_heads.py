"""The line over day and week: each day's name and number, the holiday it is; a press shows that day by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour, font, px

from . import words
from .holidays import holiday_on
from .hours_sheet import hours_width


class DayHeads(QWidget):
    day_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days: list[date] = []
        self.today = date.min
        self.right_margin = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[date], today: date) -> None:
        self.days, self.today = list(days), today
        self.setAccessibleName("; ".join(words.spoken_day(day, today) for day in self.days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(font("subheading")).height() + px(12)
        if any(holiday_on(day) for day in self.days):
            lines += QFontMetrics(font("small")).height()
        return QSize(px(200), lines)

    minimumSizeHint = sizeHint

    def _room(self, place: int) -> QRect:
        left, count = hours_width(), max(1, len(self.days))
        room = self.width() - self.right_margin - left
        first, last = left + room * place // count, left + room * (place + 1) // count
        return QRect(first, 0, last - first, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        for place, day in enumerate(self.days):
            self._paint_day(painter, self._room(place), day)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("border"))
        painter.end()

    def _paint_day(self, painter: QPainter, room: QRect, day: date) -> None:
        is_today, holiday = day == self.today, holiday_on(day)
        number, name = f"{day.day}", words.weekday(day)
        strong, small = font("subheading"), font("small")
        tall = QFontMetrics(strong)
        line = QRect(room.left() + px(8), room.top() + px(5), room.width() - px(10), tall.height())
        wide = max(tall.horizontalAdvance(number) + px(10), tall.height() + px(2))
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("fill"))
            painter.drawRoundedRect(QRect(line.left() - px(2), line.top(), wide, tall.height()), px(10), px(10))
        painter.setFont(strong)
        painter.setPen(colour("on_fill") if is_today else colour("danger" if holiday else "text"))
        mark = QRect(line.left() - px(2), line.top(), wide if is_today else tall.horizontalAdvance(number) + px(4), 0)
        mark.setHeight(tall.height())
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, number)
        painter.setFont(small)
        painter.setPen(colour("accent" if is_today else "muted"))
        rest = QRect(mark.right() + px(6), line.top(), line.right() - mark.right() - px(6), line.height())
        metrics = QFontMetrics(small)
        text = name if metrics.horizontalAdvance(name) <= rest.width() else words.short_weekday(day)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(text, _ELIDE, rest.width()))
        if holiday:
            painter.setPen(colour("danger"))
            below = QRect(line.left(), line.bottom() + 1, line.width(), metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(holiday, _ELIDE, below.width()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for place, day in enumerate(self.days):
            if len(self.days) > 1 and self._room(place).contains(event.position().toPoint()):
                self.day_asked.emit(day)


_ELIDE = Qt.TextElideMode.ElideRight

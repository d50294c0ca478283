"""The month: whole weeks from Monday, events as lines in the days' cells, long ones across them; what has no room is
counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
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
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from ui.style import colour, font, px

from . import geometry, words
from .event_block import EventBlock, line_height
from .events_view import EventsView, touching
from .holidays import holiday_on
from .shown_event import ShownEvent


class MonthGrid(EventsView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = date.today()
        self.weeks: list[list[date]] = geometry.month_weeks(self._month)
        self.sheet = MonthSheet(self)
        self._more: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self._drag: tuple[ShownEvent, date] | None = None
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self.sheet.update)
        self._minute.start()

    @property
    def days(self) -> list[date]:
        return [day for week in self.weeks for day in week]

    def show_days(self, days: Sequence[date]) -> None:
        """The month of the middle one of ``days``."""
        self._month = days[len(days) // 2]
        self.weeks = geometry.month_weeks(self._month)
        if self.sheet.cursor_day not in self.days:
            self.sheet.set_cursor(self._month.replace(day=1))
        self.sheet.tell()
        self._lay_out()
        self.sheet.update()

    @property
    def month(self) -> date:
        return self._month

    def go_to(self, day: date) -> None:
        self.sheet.set_cursor(day)

    def focus_cursor(self, near: ShownEvent | None = None) -> None:
        if near is not None and near.first_day in self.days:
            self.sheet.set_cursor(near.first_day)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def cursor_span(self) -> tuple[datetime, datetime]:
        start = datetime.combine(self.sheet.cursor_day, time(9), self.zone)
        return start, start + timedelta(hours=1)

    # --- laying out ---

    def _lay_out(self) -> None:
        self.sheet.tell()
        self._put_blocks_away()
        for button in self._more:
            button.hide()
        spare = list(self._more)
        now = self.now()
        for row, week in enumerate(self.weeks):
            self._lay_week(row, week, now, spare)
        self._hide_spare()

    def _lay_week(self, row: int, week: list[date], now: datetime, spare: list[QToolButton]) -> None:
        there = touching(self.events, week)
        there.sort(key=lambda event: (event.first_day, not event.is_band, event.start, event.item.subject))
        spans = [
            ((max(event.first_day, week[0]) - week[0]).days, (min(event.last_day, week[-1]) - week[0]).days)
            for event in there
        ]
        found = geometry.lanes(spans)
        top = self.sheet.head_height() + px(2)
        room = self.sheet.cell(row, 0).height() - top
        height = line_height() + 2
        most = max(0, room // height)
        counts = [sum(first <= place <= last for first, last in spans) for place in range(7)]
        hidden = [0] * 7
        limit = [most if count <= most else max(0, most - 1) for count in counts]
        for event, (first, last), lane in zip(there, spans, found, strict=True):
            if any(lane >= limit[place] for place in range(first, last + 1)):
                for place in range(first, last + 1):
                    hidden[place] += 1
                continue
            start, end = self.sheet.cell(row, first), self.sheet.cell(row, last)
            block = self._take_block(self.sheet, event)
            block.show_event(
                event,
                is_line=True,
                cut_before=event.first_day < week[0],
                cut_after=event.last_day > week[-1],
                is_over=event.end <= now,
            )
            y = start.top() + top + lane * height
            block.setGeometry(start.left() + px(3), y, end.right() - start.left() - px(5), line_height())
            block.show()
        for place, count in enumerate(hidden):
            if count:
                self._say_more(self.sheet.cell(row, place), week[place], count, spare, limit[place] * height + top)

    def _say_more(self, cell: QRect, day: date, count: int, spare: list[QToolButton], top: int) -> None:
        if spare:
            button = spare.pop()
        else:
            button = QToolButton(self.sheet)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the day does the same
            button.clicked.connect(lambda _=False, button=button: self.day_asked.emit(button.property("day")))
            self._more.append(button)
        button.setProperty("day", day)
        button.setFont(font("small"))
        button.setText(self.tr("+{count} nữa").format(count=count))
        button.setAccessibleName(
            self.tr("{day}: còn {count} lịch nữa, xem cả ngày").format(day=words.full_day(day), count=count)
        )
        button.setToolTip(button.accessibleName())
        height = line_height()
        y = min(cell.top() + top, cell.bottom() - height + 1)
        button.setGeometry(cell.left() + px(2), y, cell.width() - px(4), height)
        button.show()
        button.raise_()

    def lay_again(self) -> None:
        self._lay_out()
        self._mark_chosen()

    # --- dragging to another day ---

    def _drag_begins(self, block: EventBlock, at: QPoint) -> None:
        event = block.event_shown
        if event is not None and event.may_move:
            day = self.sheet.day_at(block.mapTo(self.sheet, at))
            self._drag = (event, day)

    def _drag_goes_on(self, at: QPoint) -> None:
        if self._drag is not None:
            self.sheet.ghost = self.sheet.day_at(self.sheet.mapFromGlobal(at))
            self.sheet.update()

    def _drag_ends(self, kept: bool) -> None:
        drag, there = self._drag, self.sheet.ghost
        self._drag = self.sheet.ghost = None
        self.sheet.update()
        if kept and drag is not None and there is not None and there != drag[1]:
            by = there - drag[1]
            self.moved.emit(drag[0], drag[0].start + by, drag[0].end + by)


class MonthSheet(QWidget):
    """The cells: painted ground, the cursor on a day, and the mouse on empty days."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.cursor_day = date.today()
        self.ghost: date | None = None
        self._anchor: date | None = None
        self._until: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_cursor(self, day: date) -> None:
        self.cursor_day = day
        self.tell()
        self._grid.choose(None)
        self.update()

    def tell(self) -> None:
        """For those who hear it: the day under the cursor and how much there is on it."""
        day = self.cursor_day
        count = sum(event.first_day <= day <= event.last_day for event in self._grid.events)
        spoken = words.spoken_day(day, self._grid.now().date())
        self.setAccessibleName(
            self.tr("Lịch tháng: {day}, {count} lịch").format(day=spoken, count=count)
            if count
            else self.tr("Lịch tháng: {day}, không có lịch").format(day=spoken)
        )

    # --- places ---

    def weekday_height(self) -> int:
        return QFontMetrics(font("small_strong")).height() + px(8)

    def head_height(self) -> int:
        return QFontMetrics(font("small_strong")).height() + px(6)

    def cell(self, row: int, place: int) -> QRect:
        top, rows = self.weekday_height(), max(1, len(self._grid.weeks))
        room = self.height() - top
        x, right = self.width() * place // 7, self.width() * (place + 1) // 7
        y, bottom = top + room * row // rows, top + room * (row + 1) // rows
        return QRect(x, y, right - x, bottom - y)

    def day_at(self, at: QPoint) -> date:
        weeks = self._grid.weeks
        row = (at.y() - self.weekday_height()) * len(weeks) // max(1, self.height() - self.weekday_height())
        place = at.x() * 7 // max(1, self.width())
        return weeks[max(0, min(len(weeks) - 1, row))][max(0, min(6, place))]

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        today = self._grid.now().date()
        painter.setFont(font("small_strong"))
        metrics = painter.fontMetrics()
        for place, day in enumerate(self._grid.weeks[0]):
            room = QRect(self.cell(0, place).left() + px(6), 0, self.cell(0, place).width() - px(8), 0)
            room.setHeight(self.weekday_height())
            name = words.weekday(day)
            text = name if metrics.horizontalAdvance(name) <= room.width() else words.short_weekday(day)
            painter.setPen(colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        for row, week in enumerate(self._grid.weeks):
            for place, day in enumerate(week):
                self._paint_cell(painter, self.cell(row, place), day, today)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRect, day: date, today: date) -> None:
        is_other = day.month != self._grid.month.month
        holiday = holiday_on(day)
        if is_other or day.weekday() >= 5:
            painter.fillRect(cell, colour("window"))
        if day == today:
            tint = QColor(colour("accent"))
            tint.setAlpha(18)
            painter.fillRect(cell, tint)
        anchor, until = self._anchor, self._until
        if anchor is not None and until is not None and min(anchor, until) <= day <= max(anchor, until):
            painter.fillRect(cell, colour("selection"))
        painter.fillRect(cell.left(), cell.top(), cell.width(), 1, colour("border"))
        painter.fillRect(cell.left(), cell.top(), 1, cell.height(), colour("border"))
        painter.setFont(font("small_strong" if not is_other else "small"))
        metrics = painter.fontMetrics()
        number = f"{day.day}/{day.month}" if day.day == 1 else str(day.day)
        wide = max(metrics.horizontalAdvance(number) + px(10), metrics.height())
        mark = QRect(cell.left() + px(4), cell.top() + px(3), wide, metrics.height())
        if day == today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("fill"))
            painter.drawRoundedRect(mark, px(8), px(8))
        painter.setPen(colour("on_fill" if day == today else "danger" if holiday else "muted" if is_other else "text"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, number)
        if holiday:
            painter.setFont(font("small"))
            painter.setPen(colour("danger"))
            rest = QRect(mark.right() + px(4), mark.top(), cell.right() - mark.right() - px(8), mark.height())
            text = painter.fontMetrics().elidedText(holiday, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, text)
        is_cursor = day == self.cursor_day and self.hasFocus()
        if is_cursor or day == self.ghost:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), px(4), px(4))

    # --- mouse and keys ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.set_cursor(self.day_at(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton:
            self._anchor = self.cursor_day
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance() if self._anchor else False
        if far and (self._until is not None or self.day_at(at) != self._anchor):
            self._until = self.day_at(at)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        anchor, until, self._anchor, self._until = self._anchor, self._until, None, None
        self.update()
        if anchor is not None and until is not None:
            first, last = min(anchor, until), max(anchor, until) + timedelta(days=1)
            zone = self._grid.zone
            self._grid.create_asked.emit(
                datetime.combine(first, time(), zone), datetime.combine(last, time(), zone), True
            )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_cursor(self.day_at(event.position().toPoint()))
        self._grid.create_asked.emit(*self._grid.cursor_span, False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._grid.menu_asked.emit(None, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}.get(key)
        day = self.cursor_day
        if step is not None and plain:
            day += timedelta(days=step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            day = geometry.monday_of(day) + timedelta(days=0 if key == Qt.Key.Key_Home else 6)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            there = self._grid._in_day(day)
            if there:
                self._grid.focus_event(there[0].id)
            else:
                self._grid.day_asked.emit(day)
            return
        else:
            event.ignore()
            return
        if day in self._grid.days:
            self.set_cursor(day)
        else:
            self._grid.leave_asked.emit(day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.lay_again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

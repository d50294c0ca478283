"""Day and week: days side by side over the hours, all-day events in a band above; events dragged and pulled longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.style import colour, font, px

from . import geometry
from .day_heads import DayHeads
from .event_block import EventBlock, line_height
from .events_view import EventsView, touching
from .hours_sheet import SLOT, HoursSheet, hours_width
from .shown_event import ShownEvent

_EDGE = 6
_MOST_LANES, _MOST_LANES_OF_ONE_DAY = 6, 20


class TimeGrid(EventsView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[date] = [date.today()]
        self.heads = DayHeads(self)
        self.band = Band(self)
        self.sheet = HoursSheet(lambda: self.now())
        self.over = NowLine(self.sheet)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.band)
        layout.addWidget(self.scroll_area, 1)
        self._drag: tuple[ShownEvent, str, int] | None = None
        self._drag_to: tuple[datetime, datetime] | None = None
        self._was_scrolled = False
        self.sheet.create_asked.connect(self._create)
        self.sheet.key_pressed.connect(self._sheet_key)
        self.sheet.cursor_moved.connect(lambda: self.choose(None))
        self.sheet.menu_asked.connect(lambda at: self.menu_asked.emit(None, at))
        self.sheet.installEventFilter(self)
        self.heads.day_asked.connect(self.day_asked)
        self.band.create_asked.connect(self._create_band)
        self.band.day_asked.connect(self.day_asked)
        self._minute = QTimer(self, interval=20_000)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def _tick(self) -> None:
        """The line moves on; what is over by now looks so; at midnight another day is today."""
        now = self.now()
        self.over.update()
        if any(block.event_shown and block.is_over != (block.event_shown.end <= now) for block in self.blocks):
            self._lay_again()
        if self.heads.today != now.date():
            self.heads.show_days(self._days, now.date())
            self.sheet.update()

    @property
    def days(self) -> list[date]:
        return self._days

    def show_days(self, days: Sequence[date]) -> None:
        self._days = list(days)
        self.heads.show_days(self._days, self.now().date())
        self.band.days = self._days
        self.sheet.show_days(self._days)
        self._lay_out()
        if not self._was_scrolled:
            QTimer.singleShot(0, self, self.scroll_to_work)

    def scroll_to_work(self) -> None:
        """The beginning of the office day at the top, or this hour if it is later."""
        self._was_scrolled = True
        now = self.now()
        minute = 7 * 60
        if now.date() in self._days and now.hour >= 14:
            minute = (now.hour - 4) * 60
        self.scroll_area.verticalScrollBar().setValue(self.sheet.y_of(minute) - px(8))

    def go_to(self, day: date) -> None:
        self.sheet.set_cursor(day, self.sheet.cursor_slot[1])

    def focus_cursor(self, near: ShownEvent | None = None) -> None:
        if near is not None and near.first_day in self._days and not near.is_band:
            self.sheet.set_cursor(near.first_day, near.start.hour * 60 + near.start.minute // SLOT * SLOT)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def cursor_span(self) -> tuple[datetime, datetime]:
        """What she has marked, for a new event."""
        day, minute = self.sheet.cursor_slot
        return self._moment(day, minute), self._moment(day, minute + self.sheet.stretch)

    # --- laying out ---

    def _lay_out(self) -> None:
        self._put_blocks_away()
        now = self.now()
        there = touching(self.events, self._days)
        bands = [event for event in there if event.is_band]
        self._lay_bands(bands, now)
        for place, day in enumerate(self._days):
            self._lay_day(place, day, [event for event in there if not event.is_band], now)
        self._hide_spare()
        self.band.updateGeometry()
        self.band.setVisible(self.band.lanes > 0)
        self.over.setGeometry(self.sheet.rect())
        self.over.raise_()

    def _lay_day(self, place: int, day: date, events: list[ShownEvent], now: datetime) -> None:
        pieces = [(event, piece) for event in events if (piece := geometry.minutes_on(event.start, event.end, day))]
        room = self.sheet.column(place).adjusted(2, 0, -px(6), 0)
        spots = geometry.columns([piece for _, piece in pieces])
        least = line_height()
        for (event, (first, last)), spot in zip(pieces, spots, strict=True):
            left = room.left() + room.width() * spot.column // spot.of
            right = room.left() + room.width() * (spot.column + spot.wide) // spot.of
            top, bottom = self.sheet.y_of(first), self.sheet.y_of(last)
            block = self._take_block(self.sheet, event)
            block.show_event(
                event,
                is_line=False,
                cut_before=event.first_day < day,
                cut_after=event.last_day > day,
                is_over=event.end <= now,
            )
            block.setGeometry(left, top + 1, max(px(8), right - left - 2), max(least, bottom - top - 1))
            block.show()

    def _lay_bands(self, bands: list[ShownEvent], now: datetime) -> None:
        first, last = self._days[0], self._days[-1]
        spans = [
            ((max(event.first_day, first) - first).days, (min(event.last_day, last) - first).days) for event in bands
        ]
        found = geometry.lanes(spans)
        height = line_height()
        most = _MOST_LANES if len(self._days) > 1 else _MOST_LANES_OF_ONE_DAY
        lanes = max(found, default=-1) + 1
        hidden = [0] * len(self._days)
        for event, (start, end), lane in zip(bands, spans, found, strict=True):
            end = min(end, len(self._days) - 1)
            left, right = self.sheet.column(start).left(), self.sheet.column(end).right()
            block = self._take_block(self.band, event)
            block.show_event(
                event,
                is_line=True,
                cut_before=event.first_day < first,
                cut_after=event.last_day > last,
                is_over=event.end <= now,
            )
            block.setGeometry(left + 2, px(3) + lane * (height + 2), right - left - px(4), height)
            block.setVisible(lane < most)
            if lane >= most:
                for place in range(start, end + 1):
                    hidden[place] += 1
        self.band.lanes = min(most, lanes) + (lanes > most)
        self.band.show_more(hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.sheet and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._lay_again)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.heads.right_margin = self.width() - self.scroll_area.viewport().width()

    def _lay_again(self) -> None:
        self.heads.right_margin = self.width() - self.scroll_area.viewport().width()
        self.heads.update()
        self._lay_out()
        self._mark_chosen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.sheet.updateGeometry()
            QTimer.singleShot(0, self, self._lay_again)

    def _bring_into_sight(self, block: EventBlock) -> None:
        if block.parentWidget() is self.sheet:
            self.scroll_area.ensureWidgetVisible(block, 0, px(30))

    # --- keys on empty time ---

    def _sheet_key(self, event: QKeyEvent) -> None:
        day, minute = self.sheet.cursor_slot
        step = {Qt.Key.Key_Up: -SLOT, Qt.Key.Key_Down: SLOT}.get(Qt.Key(event.key()))
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if step is not None and shift:
            self.sheet.set_cursor(day, minute, self.sheet.stretch + step)
        elif step is not None and plain:
            self.sheet.set_cursor(day, minute + step)
        elif across is not None and plain:
            there = day + timedelta(days=across)
            if there in self._days:
                self.sheet.set_cursor(there, minute)
            else:
                self.leave_asked.emit(there)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self.sheet.set_cursor(day, 8 * 60 if event.key() == Qt.Key.Key_Home else 17 * 60)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._create(day, minute, minute + max(self.sheet.stretch, SLOT))
        else:
            return
        event.accept()
        self.scroll_area.ensureVisible(0, self.sheet.y_of(self.sheet.cursor_slot[1]), 0, px(60))
        self.scroll_area.ensureVisible(0, self.sheet.y_of(self.sheet.cursor_slot[1] + self.sheet.stretch), 0, px(30))

    def _create(self, day: date, first: int, last: int) -> None:
        self.create_asked.emit(self._moment(day, first), self._moment(day, last), False)

    def _create_band(self, day: date) -> None:
        self.create_asked.emit(self._moment(day, 0), self._moment(day, geometry.DAY_MINUTES), True)

    def _moment(self, day: date, minute: int) -> datetime:
        return datetime.combine(day, time(), self.zone) + timedelta(minutes=minute)

    # --- dragging ---

    def _drag_begins(self, block: EventBlock, at: QPoint) -> None:
        event = block.event_shown
        if event is None or not event.may_move:
            return
        if event.is_band:
            self._drag = (event, "band", self.sheet.place_at(self.sheet.mapFromGlobal(block.mapToGlobal(at)))[0])
            return
        edge = min(px(_EDGE), block.height() // 4)
        kind = "move"
        if at.y() >= block.height() - edge and not block.cut_after:
            kind = "end"
        elif at.y() <= edge and not block.cut_before:
            kind = "start"
        grip = round(at.y() * 60 / max(1, self.sheet.y_of(60)))
        if block.cut_before:  # the part of yesterday is above the edge
            day = self._days[self.sheet.place_at(block.geometry().center())[0]]
            grip += round((self._moment(day, 0) - event.start) / timedelta(minutes=1))
        self._drag = (event, kind, grip)

    def _drag_goes_on(self, at: QPoint) -> None:
        if self._drag is None:
            return
        event, kind, grip = self._drag
        place, minute = self.sheet.place_at(self.sheet.mapFromGlobal(at))
        day = self._days[place]
        if kind == "band":
            by = timedelta(days=place - grip)
            self._drag_to = (event.start + by, event.end + by)
            self.band.show_ghost(place)
            return
        if kind == "move":
            start = self._moment(day, round((minute - grip) / geometry.STEP) * geometry.STEP)
            end = start + (event.end - event.start)
        elif kind == "end":
            start, end = event.start, self._moment(event.last_day, geometry.snapped(minute))
            end = max(end, start + timedelta(minutes=geometry.STEP))
        else:
            start, end = self._moment(event.first_day, geometry.snapped(minute)), event.end
            start = min(start, end - timedelta(minutes=geometry.STEP))
        self._drag_to = (start, end)
        shown = start.date() if start.date() in self._days else day
        piece = geometry.minutes_on(start, end, shown)
        if piece is not None:
            self.sheet.ghost = (self._days.index(shown), *piece)
        self.sheet.update()
        y = self.sheet.mapFromGlobal(at).y()
        self.scroll_area.ensureVisible(0, y, 0, px(24))

    def _drag_ends(self, kept: bool) -> None:
        drag, to = self._drag, self._drag_to
        self._drag = self._drag_to = self.sheet.ghost = None
        self.sheet.update()
        self.band.show_ghost(None)
        if kept and drag is not None and to is not None and to != (drag[0].start, drag[0].end):
            self.moved.emit(drag[0], *to)


class NowLine(QWidget):
    """Lies over the events and lets the mouse through."""

    def __init__(self, sheet: HoursSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._sheet.paint_now(painter)
        painter.end()


class Band(QWidget):
    """All-day events over the hours."""

    create_asked = Signal(object)
    day_asked = Signal(object)
    """A day with more of them than there is room for."""

    def __init__(self, grid: TimeGrid) -> None:
        super().__init__(grid)
        self.more: list[QToolButton] = []
        self._grid = grid
        self.days: list[date] = []
        self.lanes = 0
        self._ghost: int | None = None
        self.setAccessibleName(self.tr("Lịch cả ngày"))

    def show_ghost(self, place: int | None) -> None:
        """The day over which an all-day event is being dragged."""
        if place != self._ghost:
            self._ghost = place
            self.update()

    def show_more(self, hidden: Sequence[int]) -> None:
        """For each day how many have no room: a button under the others that leads to the day."""
        while len(self.more) < len(hidden):
            place = len(self.more)
            button = QToolButton(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, place=place: self.day_asked.emit(self.days[place]))
            self.more.append(button)
        for place, button in enumerate(self.more):
            count = hidden[place] if place < len(hidden) else 0
            button.setVisible(count > 0)
            if count:
                room = self._grid.sheet.column(place)
                top = px(3) + (self.lanes - 1) * (line_height() + 2)
                button.setGeometry(room.left() + 2, top, room.width() - px(4), line_height())
                button.setFont(font("small"))
                button.setText(self.tr("+{count} nữa").format(count=count))
                button.setAccessibleName(self.tr("{count} lịch cả ngày nữa, xem cả ngày").format(count=count))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        if self._ghost is not None:
            room = self._grid.sheet.column(self._ghost)
            painter.fillRect(room.left(), 0, room.width(), self.height(), colour("selection"))
        painter.setPen(colour("muted"))
        painter.setFont(font("small"))
        room = QRect(0, px(3), hours_width() - px(8), line_height())
        text = painter.fontMetrics().elidedText(self.tr("cả ngày"), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        for place in range(len(self.days)):
            painter.fillRect(self._grid.sheet.column(place).left(), 0, 1, self.height(), colour("border"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("outline"))
        painter.end()

    def updateGeometry(self) -> None:
        self.setFixedHeight(self.lanes * (line_height() + 2) + px(8))
        super().updateGeometry()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place, _ = self._grid.sheet.place_at(QPoint(round(event.position().x()), 0))
        if place < len(self.days):
            self.create_asked.emit(self.days[place])

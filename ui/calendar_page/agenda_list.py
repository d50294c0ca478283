"""The agenda: events one under another with their days as headings. The view that needs no eyes for the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mail import CalendarItemId
from ui.style import colour, font, pixmap, px

from . import words
from .calendar_view import CalendarView
from .event_block import category_colour
from .shown_event import ShownEvent

EVENT_ROLE = Qt.ItemDataRole.UserRole
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
AGENDA_DAYS = 30


class AgendaList(CalendarView, QListView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin_empty()
        self.days: list[date] = [date.today()]
        self._wanted: date | None = None
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_AgendaRow(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Lịch theo danh sách"))
        self.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        self.doubleClicked.connect(lambda index: self._open(index))

    # --- as the painted views ---

    def show_days(self, days: Sequence[date]) -> None:
        self.days = list(days)

    def show_events(self, events: Sequence[ShownEvent]) -> None:
        self.events = list(events)
        chosen = self.chosen
        scrolled = self.verticalScrollBar().value()
        today = self.now().date()
        self.selectionModel().blockSignals(True)
        self._items.clear()
        for day in self.days:
            there = [event for event in self.events if event.first_day <= day <= event.last_day]
            there = [event for event in there if event.first_day == day or day == self.days[0]]
            if not there:
                continue
            self._items.appendRow(_head(day, today))
            for event in sorted(there, key=lambda one: (not one.is_band, one.start, one.item.subject)):
                self._items.appendRow(_row(event, day))
        self.selectionModel().blockSignals(False)
        if chosen is not None and not self._stand_on(chosen):
            self.chosen = None
            self.chosen_changed.emit(None)
        self.verticalScrollBar().setValue(scrolled)
        if self._wanted is not None:
            self.go_to(self._wanted)

    def choose(self, item_id: CalendarItemId | None) -> None:
        if item_id is None:
            self.clearSelection()
            self.chosen = None
            self.chosen_changed.emit(None)
        else:
            self._stand_on(item_id)

    def focus_event(self, item_id: CalendarItemId) -> bool:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._stand_on(item_id)

    def focus_cursor(self, near: ShownEvent | None = None) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            for row in range(self._items.rowCount()):
                if self._items.index(row, 0).data(EVENT_ROLE) is not None:
                    self.setCurrentIndex(self._items.index(row, 0))
                    return

    def go_to(self, day: date) -> None:
        """The first event of that day or after."""
        self._wanted = day if not self._items.rowCount() else None
        for row in range(self._items.rowCount()):
            index = self._items.index(row, 0)
            if index.data(EVENT_ROLE) is not None and index.data(DAY_ROLE) >= day:
                self.setCurrentIndex(index)
                self.scrollTo(self._items.index(max(0, row - 1), 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    @property
    def cursor_span(self) -> tuple[datetime, datetime]:
        day = self.currentIndex().data(DAY_ROLE) or self.now().date()
        start = datetime.combine(day, time(9), self.zone)
        return start, start + timedelta(hours=1)

    # --- inside ---

    def _stand_on(self, item_id: CalendarItemId) -> bool:
        for row in range(self._items.rowCount()):
            event = self._items.index(row, 0).data(EVENT_ROLE)
            if event is not None and event.id == item_id:
                self.setCurrentIndex(self._items.index(row, 0))
                return True
        return False

    def _current_changed(self) -> None:
        event = self.currentIndex().data(EVENT_ROLE)
        if event is None:
            return
        self.chosen = event.id
        self.chosen_changed.emit(event)

    def _open(self, index: QModelIndex) -> None:
        event = index.data(EVENT_ROLE)
        if event is not None:
            self.opened.emit(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        ):
            event.accept()  # a page of the list, as in any list; Alt and an arrow lead to other days
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        shown = self.currentIndex().data(EVENT_ROLE) if self.currentIndex().isValid() else None
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and shown is not None:
            self.opened.emit(shown)
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and shown is not None:
            self.delete_asked.emit(shown)
        elif plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = -AGENDA_DAYS if event.key() == Qt.Key.Key_Left else AGENDA_DAYS
            self.leave_asked.emit(self.days[0] + timedelta(days=by))
        elif plain and event.text() and event.text().isprintable():
            event.ignore()  # letters are the page's
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(self.currentIndex().data(EVENT_ROLE) if self.currentIndex().isValid() else None, at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


def _head(day: date, today: date) -> QStandardItem:
    item = QStandardItem(words.spoken_day(day, today))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setData(day, DAY_ROLE)
    return item


def _row(event: ShownEvent, day: date) -> QStandardItem:
    item = QStandardItem(words.title(event))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(event, EVENT_ROLE)
    item.setData(day, DAY_ROLE)
    spoken = words.spoken(event)
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    item.setData(spoken, Qt.ItemDataRole.ToolTipRole)
    return item


class _AgendaRow(QStyledItemDelegate):
    def __init__(self, view: AgendaList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(EVENT_ROLE) is None:
            return QSize(0, QFontMetrics(font("subheading")).height() + px(20))
        return QSize(0, QFontMetrics(font("strong")).height() + QFontMetrics(font("small")).height() + px(14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        event = index.data(EVENT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if event is None:
            painter.setFont(font("subheading"))
            is_today = index.data(DAY_ROLE) == self._view.now().date()
            painter.setPen(colour("accent" if is_today else "text"))
            text = str(index.data())
            room = area.adjusted(px(16), px(8), -px(16), -px(4))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text[:1].upper() + text[1:])
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, colour("border"))
        else:
            self._paint_event(painter, area, state, event)
        painter.restore()

    def _paint_event(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, event: ShownEvent) -> None:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(area, colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("hover"))
        is_over = event.end <= self._view.now()
        main, second = ("on_selection", "on_selection") if is_chosen else ("muted" if is_over else "text", "muted")
        strong, small = font("strong"), font("small")
        strong.setStrikeOut(event.item.is_cancelled)
        tall = QFontMetrics(strong).height()
        times = words.times(event)
        wide = max(px(146), QFontMetrics(font("small_strong")).horizontalAdvance("00:00 00/00 – 00:00"))
        wide = min(wide, area.width() // 3)
        top = area.top() + px(6)
        painter.setFont(font("small_strong"))
        painter.setPen(colour(main))
        clock = QRect(area.left() + px(16), top, wide, tall)
        elided = painter.fontMetrics().elidedText(times, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(clock, Qt.AlignmentFlag.AlignVCenter, elided)
        left = clock.right() + px(12)
        painter.setPen(Qt.PenStyle.NoPen)
        categories = event.item.categories
        edge = (
            category_colour(categories[0]) if categories else colour("danger" if event.item.is_cancelled else "accent")
        )
        painter.setBrush(edge)
        painter.drawRoundedRect(QRect(left, area.top() + px(6), px(4), area.height() - px(12)), px(2), px(2))
        left += px(14)
        right = area.right() - px(16)
        ratio = painter.device().devicePixelRatio()
        for name, tint in self._marks(event):
            side = px(16)
            right -= side
            painter.drawPixmap(QPoint(right, top + (tall - side) // 2), pixmap(name, tint, side, ratio))
            right -= px(4)
        painter.setFont(strong)
        painter.setPen(colour(main))
        title = QRect(left, top, right - left, tall)
        text = QFontMetrics(strong).elidedText(words.title(event), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        painter.setPen(colour(second))
        below = QRect(left, title.bottom() + 1, area.right() - px(16) - left, QFontMetrics(small).height())
        parts = [" ".join(event.item.location.split()), *words.states(event)]
        text = " · ".join(part for part in parts if part)
        elided = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, elided)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colour("focus"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    @staticmethod
    def _marks(event: ShownEvent) -> list[tuple[str, str]]:
        found = []
        if event.has_conflict:
            found.append(("warning", "warning"))
        if event.item.is_recurring:
            found.append(("repeat", "muted"))
        if event.item.link:
            found.append(("conference", "accent"))
        return found

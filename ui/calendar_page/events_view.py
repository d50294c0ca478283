"""What day, week and month have in common: the blocks of events, which one is chosen, and the keys on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mail import CalendarItemId

from .calendar_view import CalendarView
from .event_block import EventBlock
from .shown_event import ShownEvent


class EventsView(CalendarView, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin_empty()
        self.blocks: list[EventBlock] = []
        self._spare: list[EventBlock] = []
        self._of_last_time: dict[CalendarItemId, list[EventBlock]] = {}

    # --- what is shown ---

    @property
    def days(self) -> list[date]:
        """In order, the days to be seen."""
        raise NotImplementedError

    def show_days(self, days: Sequence[date]) -> None:
        raise NotImplementedError

    def show_events(self, events: Sequence[ShownEvent]) -> None:
        """All that touch the days shown; what is chosen and the focus stay where they are."""
        if list(events) == self.events:
            return  # a notice that changed nothing here must not cost her a laying out
        focused = self.focused_event
        self.events = list(events)
        self._lay_out()
        if focused is not None and (block := self.block_of(focused.id)) is not None:
            block.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.chosen is not None and all(event.id != self.chosen for event in events):
            self.choose(None)
        self._mark_chosen()

    def choose(self, item_id: CalendarItemId | None) -> None:
        if item_id == self.chosen:
            return
        self.chosen = item_id
        self._mark_chosen()
        self.chosen_changed.emit(self.chosen_event)

    @property
    def focused_event(self) -> ShownEvent | None:
        return next((block.event_shown for block in self.blocks if block.hasFocus()), None)

    def block_of(self, item_id: CalendarItemId) -> EventBlock | None:
        found = [block for block in self.blocks if block.event_shown is not None and block.event_shown.id == item_id]
        return found[0] if found else None

    def focus_event(self, item_id: CalendarItemId) -> bool:
        block = self.block_of(item_id)
        if block is None:
            return False
        self._bring_into_sight(block)
        block.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(item_id)
        return True

    @property
    def cursor_span(self) -> tuple[datetime, datetime]:
        """What she has marked, for a new event."""
        raise NotImplementedError

    def go_to(self, day: date) -> None:
        """Put the cursor on a day that is shown."""
        raise NotImplementedError

    # --- for the views ---

    def _lay_out(self) -> None:
        raise NotImplementedError

    def _bring_into_sight(self, block: EventBlock) -> None:
        pass

    def _take_block(self, parent: QWidget, event: ShownEvent) -> EventBlock:
        """A block to be laid out: the one this event had last time, with the focus it has; else a spare one."""
        mine = self._of_last_time.get(event.id)
        if mine or self._spare:
            block = mine.pop(0) if mine else self._spare.pop()
            if block.parentWidget() is not parent:
                block.setParent(parent)
        else:
            block = EventBlock(parent)
            block.opened.connect(self.opened)
            block.clicked.connect(lambda _=False, block=block: self.opened.emit(block.event_shown))
            block.chosen.connect(lambda event: self.choose(event.id) if event is not None else None)
            block.menu_asked.connect(self.menu_asked)
            block.key_pressed.connect(self._block_key)
            block.drag_began.connect(self._drag_begins)
            block.drag_moved.connect(self._drag_goes_on)
            block.drag_ended.connect(self._drag_ends)
        self.blocks.append(block)
        return block

    def _put_blocks_away(self) -> None:
        self._of_last_time = {}
        for block in self.blocks:
            if block.event_shown is not None:
                self._of_last_time.setdefault(block.event_shown.id, []).append(block)
        self.blocks = []

    def _hide_spare(self) -> None:
        for rest in self._of_last_time.values():
            for block in rest:
                block.hide()
                block.event_shown = None
                self._spare.append(block)
        self._of_last_time = {}

    def _mark_chosen(self) -> None:
        for block in self.blocks:
            block.choose(block.event_shown is not None and block.event_shown.id == self.chosen)
            block.setFocusPolicy(Qt.FocusPolicy.StrongFocus if block.is_chosen else Qt.FocusPolicy.ClickFocus)
        if self.blocks and not any(block.is_chosen for block in self.blocks):
            self._first_block().setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _first_block(self) -> EventBlock:
        return min(self.blocks, key=lambda block: (block.event_shown.start, block.y()) if block.event_shown else ())

    def _block_key(self, block: EventBlock, event: QKeyEvent) -> None:
        shown = block.event_shown
        if shown is None:
            return
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrows = {
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
        }
        step = arrows.get(Qt.Key(key))
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not plain:
            self.delete_asked.emit(shown)
        elif key == Qt.Key.Key_Escape:
            self.focus_cursor(shown)
        elif step is not None and not plain:
            self._step(block, *step)
        elif step is not None and plain == Qt.KeyboardModifier.AltModifier and shown.may_move:
            self._move_by_key(shown, *step)
        else:
            return
        event.accept()

    def focus_cursor(self, near: ShownEvent | None = None) -> None:
        raise NotImplementedError

    def _move_by_key(self, event: ShownEvent, days: int, steps: int) -> None:
        by = timedelta(days=days, minutes=0 if event.is_band else 15 * steps)
        if by:
            self.moved.emit(event, event.start + by, event.end + by)

    def _step(self, block: EventBlock, across: int, down: int) -> None:
        """To the next event of the day, or the nearest one of a neighbouring day; out of the view at its edge."""
        shown = block.event_shown
        assert shown is not None
        if down:
            same = self._in_day(max(shown.first_day, self.days[0]))
            places = [place for place, one in enumerate(same) if one.id == shown.id]
            following = (places[0] if places else 0) + down
            if 0 <= following < len(same):
                self.focus_event(same[following].id)
            return
        day = max(shown.first_day, self.days[0]) + timedelta(days=across)
        while day in self.days:
            there = self._in_day(day)
            if there:
                wanted = shown.start.hour * 60 + shown.start.minute
                nearest = min(there, key=lambda one: abs(one.start.hour * 60 + one.start.minute - wanted))
                self.focus_event(nearest.id)
                return
            day += timedelta(days=across)
        self.leave_asked.emit(day)

    def _in_day(self, day: date) -> list[ShownEvent]:
        """In the order they are read: over the hours first."""
        there = [event for event in self.events if event.first_day <= day <= event.last_day and self.block_of(event.id)]
        return sorted(there, key=lambda event: (not event.is_band, event.start, event.end, event.item.subject))

    # --- dragging, for the views that can ---

    def _drag_begins(self, block: EventBlock, at: QPoint) -> None:
        pass

    def _drag_goes_on(self, at: QPoint) -> None:
        pass

    def _drag_ends(self, kept: bool) -> None:
        pass


def touching(events: Iterable[ShownEvent], days: Sequence[date]) -> list[ShownEvent]:
    if not days:
        return []
    return [event for event in events if event.first_day <= days[-1] and event.last_day >= days[0]]

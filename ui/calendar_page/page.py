"""The calendar page as a whole: joins side, views, details and acts. Used by the main window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from mail import CalendarItem, CalendarItemId, MailboxChanges
from ui import formatting
from ui.page_tools import PageTools
from ui.style import L, px

from .agenda_list import AgendaList
from .calendar_acts import CalendarActs
from .calendar_view import OWN_ZONE
from .details_beside import DetailsBeside
from .editing import Editing
from .event_details import EventDetails
from .events_view import EventsView
from .handling import Handling
from .invitations import can_join
from .loading import EventLoader, Loaded
from .month_grid import MonthGrid
from .page_keys import add_actions, keys_told
from .side import CalendarSide
from .small_month import SmallMonth
from .stretches import days_of, stepped, title_of
from .time_grid import TimeGrid
from .view_bar import AGENDA, DAY, MONTH, VIEWS, WEEK, ViewBar

_VIEW, _WORKING = "calendar_view", "calendar_working_week"
_NARROW, _VERY_NARROW = 1000, 760
"""Narrower than these (at the ordinary size of text) the small month, then sheet beside details, have no room."""
View = EventsView | AgendaList


class CalendarPage(QWidget):
    conference_asked = Signal(object)

    def __init__(
        self, tools: PageTools, parent: QWidget | None = None, clock: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lịch"))
        self._clock = clock or (lambda: datetime.now(UTC))
        self._tools = tools
        self._opened_once = False
        self._wanted: CalendarItemId | None = None
        self.loader = EventLoader(tools, self)
        self.acts = CalendarActs(tools, self)
        self.zone: tzinfo = OWN_ZONE
        self.editing = Editing(tools, self.acts, self)
        self.handling = Handling(tools, self.acts, self.editing, self)
        self.side = CalendarSide(self.today())
        self.bar = ViewBar()
        self.grid = TimeGrid()
        self.month = MonthGrid()
        self.agenda = AgendaList()
        self.views = QStackedWidget()
        self.details = EventDetails(lambda event: can_join(event.item, tools.desk))
        self.nothing = QLabel()
        remembered = tools.preferences.word(_VIEW, WEEK)
        self.view_name = remembered if remembered in VIEWS else WEEK
        self.working_week = tools.preferences.word(_WORKING, "") == "yes"
        for view in (self.grid, self.month, self.agenda):
            view.now = self.now
        self.day = self.today()
        self._reload_soon = QTimer(self, singleShot=True, interval=30)
        self._reload_soon.timeout.connect(self.reload)
        self._build()
        self._join()
        self.actions_by_name = add_actions(self)

    # --- as every page ------------------------------------------------------------------------------------------------

    def activate(self) -> None:
        if not self._opened_once:
            self._opened_once = True
            self.show_day(self.day)
            self.view.go_to(self.day)
        else:
            self.reload()

    def deactivate(self) -> None:
        self._reload_soon.stop()

    def focus_first(self) -> None:
        self.view.focus_cursor()

    @property
    def shortcuts(self) -> list[tuple[str, str]]:
        return keys_told(self)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        if self.view_name == MONTH:
            return self.month
        return self.agenda if self.view_name == AGENDA else self.grid

    def show_view(self, name: str, day: date | None = None) -> None:
        focused = self._has_focus_inside()
        self.view_name = name
        self._tools.preferences.remember_word(_VIEW, name)
        self.show_day(day or self.day)
        if focused:
            self.view.focus_cursor()

    def show_day(self, day: date) -> None:
        """The stretch of time that ``day`` lies in, in the view chosen."""
        day = max(date(1900, 2, 1), min(date(2199, 11, 30), day))
        self.day = day
        days = days_of(self.view_name, day, working_week=self.working_week)
        view = self.view
        if self.views.currentWidget() is not view:
            for other in (self.grid, self.month, self.agenda):
                if other is not view:
                    other.choose(None)
        view.show_days(days)
        self.views.setCurrentWidget(view)
        self.bar.show_state(self.view_name, title_of(self.view_name, day, days))
        self.side.month.show_day(day)
        self._share_room()
        self.reload()

    def reload(self) -> None:
        if self._opened_once:
            self.loader.load(self.view.days)

    def go_today(self) -> None:
        self.show_day(self.today())
        self.view.go_to(self.today())
        if self.view is self.grid:
            self.grid.scroll_to_work()

    def step(self, count: int) -> None:
        """The stretch before or after."""
        self.show_day(stepped(self.view_name, self.day, count))
        if self.view is not self.agenda:
            self.view.go_to(self.day if self.day in self.view.days else self.view.days[0])

    def open_item(self, item_id: CalendarItemId, start: datetime) -> None:
        """Show one event, from a reminder or an invitation."""
        self._wanted = item_id
        self.show_day(start.astimezone(self.zone).date())
        self.view.focus_cursor()

    def find_item(self, item_id: CalendarItemId) -> None:
        """Show one event wherever it lies; nothing happens where it is no more."""
        desk = self._tools.desk

        def found(item: CalendarItem | None) -> None:
            if item is not None:
                self.open_item(item.id, item.start)

        self._tools.background.run(self, lambda: desk.mailbox.calendar.item(item_id), found, lane="calendar-rows")

    def search(self) -> None:
        from .event_search import EventSearch

        dialog = EventSearch(self._tools, self)
        dialog.chosen.connect(lambda item: self.open_item(item.id, item.start))
        dialog.open()

    def _take(self, loaded: Loaded) -> None:
        view = self.view
        if tuple(view.days) != loaded.days:
            return
        if loaded.zone != self.zone:
            self.zone = loaded.zone
            for one in (self.grid, self.month, self.agenda):
                one.zone = loaded.zone
        view.show_events(loaded.events)
        names = sorted({name for event in loaded.events for name in event.item.categories})
        self.side.show_categories(names)
        here = formatting.OFFICE_TIME.utcoffset(None)
        there = self.now().utcoffset()
        self.side.say_zone(self._zone_words() if here != there else "")
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            view.focus_event(wanted)
        if not self.beside.is_waiting:
            self.beside.show_event(view.chosen_event)
        self._say_nothing(loaded)

    def _zone_words(self) -> str:
        """Only where her mailbox goes by another clock than the office."""
        name = self.tr("Việt Nam (GMT+7)") if self.zone == OWN_ZONE else str(self.zone)
        return self.tr("Giờ trong lịch là giờ {zone}.").format(zone=name)

    def _say_nothing(self, loaded: Loaded) -> None:
        text = ""
        if not loaded.events:
            if not loaded.is_here:
                text = self.tr("Lịch đang được tải về từ máy chủ thư…")
            elif self.view is self.agenda:
                text = self.tr("Không có lịch nào trong {count} ngày này. Bấm N để tạo lịch mới.").format(
                    count=len(loaded.days)
                )
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))

    # --- what is told -------------------------------------------------------------------------------------------------

    def _made(self, item_id: object) -> None:
        if isinstance(item_id, str):
            self._wanted = CalendarItemId(item_id)

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar:
            self._reload_soon.start()

    # --- inside -------------------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        return self._clock().astimezone(self.zone)

    def today(self) -> date:
        return self.now().date()

    def _has_focus_inside(self) -> bool:
        widget = self.focusWidget()
        return widget is not None and widget.hasFocus() and self.views.isAncestorOf(widget)

    def jump(self) -> None:
        if self.side.isVisibleTo(self):
            self.side.month.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        popup = SmallMonth(self.today(), self)
        popup.setWindowFlag(Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.show_day(self.day)
        popup.day_chosen.connect(self._jump_to)
        popup.day_chosen.connect(popup.close)
        popup.adjustSize()
        popup.move(self.bar.jump.mapToGlobal(QPoint(0, self.bar.jump.height())))
        popup.show()
        popup.setFocus()

    def _jump_to(self, day: date) -> None:
        self.show_day(day)
        self.view.go_to(day)
        if self._opened_once:
            self.view.focus_cursor()

    def _leave(self, day: date) -> None:
        """The cursor went over the edge of what is shown."""
        self.show_day(day)
        self.view.go_to(day if day in self.view.days else self.view.days[0])
        self.view.focus_cursor()

    def _choose_working_week(self, on: bool) -> None:
        self.working_week = on
        self._tools.preferences.remember_word(_WORKING, "yes" if on else "no")
        self.show_view(WEEK)

    def _build(self) -> None:
        for view in (self.grid, self.month, self.agenda):
            self.views.addWidget(view)
        self.side.working_week.setChecked(self.working_week)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(px(L), px(L), px(L), px(L))
        self.nothing.hide()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing)
        column.addWidget(self.views, 1)
        self.beside = DetailsBeside(middle, self.details, lambda: self.view.chosen_event)
        right = QWidget()
        right_column = QVBoxLayout(right)
        right_column.setContentsMargins(0, 0, 0, 0)
        right_column.setSpacing(0)
        right_column.addWidget(self.bar)
        right_column.addWidget(self.beside, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(right, 1)
        self._fit_side()

    def _fit_side(self) -> None:
        self.side.setFixedWidth(px(244))
        self.setMinimumWidth(px(340))  # less than all of it side by side: what has no room is put away as it narrows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "beside"):
            self._fit_side()
            self.bar.refresh()
            self.side.month.refresh()

    def _share_room(self) -> None:
        is_narrow, is_very_narrow = self.width() < px(_NARROW), self.width() < px(_VERY_NARROW)
        self.side.setVisible(not is_narrow)
        self.bar.set_compact(is_very_narrow)
        self.bar.new_button.setVisible(is_narrow)
        self.bar.jump.setVisible(is_narrow)
        self.beside.share_room(has_room_for_one=is_very_narrow)

    def _join(self) -> None:
        self.loader.loaded.connect(self._take)
        self.acts.changed.connect(self.reload)
        self.acts.made.connect(self._made)
        self._tools.service.mailbox_changed.connect(self._changed)
        self.side.new_asked.connect(self.handling.new_event)
        self.side.day_chosen.connect(self._jump_to)
        self.side.working_week_chosen.connect(self._choose_working_week)
        self.bar.search.clicked.connect(self.search)
        self.bar.today_asked.connect(self.go_today)
        self.bar.step_asked.connect(self.step)
        self.bar.view_chosen.connect(self.show_view)
        self.bar.new_asked.connect(self.handling.new_event)
        self.bar.jump_asked.connect(self.jump)
        for view in (self.grid, self.month, self.agenda):
            view.opened.connect(self.handling.open_event)
            view.chosen_changed.connect(self.beside.follow)
            view.create_asked.connect(lambda start, end, all_day: self.editing.new(start, end, is_all_day=all_day))
            view.moved.connect(self.handling.moved)
            view.delete_asked.connect(self.handling.cancel)
            view.menu_asked.connect(self.handling.show_menu)
            view.leave_asked.connect(self._leave)
            view.day_asked.connect(partial(self.show_view, DAY))
        details = self.details
        details.answer_asked.connect(self.handling.answer)
        details.propose_asked.connect(lambda event: self.editing.propose(event))
        details.edit_asked.connect(self.handling.edit)
        details.cancel_asked.connect(self.handling.cancel)
        details.join_asked.connect(self.handling.join)
        details.proposal_taken.connect(self.handling.moved)
        details.closed.connect(self._close_details)
        escape = QShortcut(QKeySequence("Escape"), details, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._close_details)

    def _close_details(self) -> None:
        event = self.details.event_shown
        self.beside.close_details()
        self.view.choose(None)
        self.view.focus_cursor(event)

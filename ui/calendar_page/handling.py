"""What can be done with an event of the page: opened, moved, answered, called off, joined; by key, mouse and menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from mail import Answer, Scope
from ui.page_tools import PageTools
from ui.style import icon

from . import words
from .calendar_acts import CalendarActs
from .editing import Editing
from .invitations import can_join, invitation_of
from .questions_before import AnswerDialog, CancelDialog, ask_move
from .shown_event import ShownEvent

if TYPE_CHECKING:
    from .page import CalendarPage


class Handling(QObject):
    def __init__(self, tools: PageTools, acts: CalendarActs, editing: Editing, page: CalendarPage) -> None:
        super().__init__(page)
        self._tools, self._acts, self._editing, self._page = tools, acts, editing, page

    def open_event(self, event: ShownEvent | None) -> None:
        """Hers to be edited, others' to be read and answered."""
        if event is None:
            return
        self._page.view.choose(event.id)
        if event.may_move:
            self._editing.edit(event)
        else:
            self._page.beside.open(event)

    def new_event(self) -> None:
        self._editing.new(*self._new_span(), is_all_day=False)

    def _new_span(self) -> tuple[datetime, datetime]:
        start, end = self._page.view.cursor_span
        if self._page.view is not self._page.grid and start < self._page.now() and start.date() == self._page.today():
            start = self._page.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
            end = start + timedelta(hours=1)
        return start, end

    def moved(self, event: ShownEvent, start: datetime, end: datetime) -> None:
        when = words.full_span(start, end, is_all_day=event.item.is_all_day)
        ask_move(self._page, event.item, when, lambda tell: self._acts.move(event.item, start, end, notify=tell))

    def cancel(self, event: ShownEvent | None) -> None:
        if event is None:
            return
        item = event.item

        def call_off(scope: Scope, notify: bool, comment: str) -> None:
            self._acts.cancel(item, scope, notify=notify, comment=comment)

        CancelDialog(item, call_off, self._page).open()

    def answer(self, event: ShownEvent, answer: Answer) -> None:
        self._page.details.show_event(event)  # the buttons say what is, not what was pressed
        item = event.item

        def respond(scope: Scope, comment: str, tell: bool) -> None:
            self._acts.respond(item, answer, scope, comment=comment, tell=tell)

        AnswerDialog(item, answer, respond, self._page).open()

    def edit_chosen(self) -> None:
        event = self._page.view.chosen_event
        if event is not None:
            self.edit(event)

    def cancel_chosen(self) -> None:
        self.cancel(self._page.view.chosen_event)

    def edit(self, event: ShownEvent) -> None:
        if event.may_move:
            self._editing.edit(event)

    def show_menu(self, event: ShownEvent | None, at: QPoint) -> None:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(name: str, text: str, act: Callable[[], object]) -> None:
            menu.addAction(icon(name), text).triggered.connect(lambda: act())

        if event is not None:
            if can_join(event.item, self._tools.desk) and not event.item.is_cancelled:
                add("conference", self.tr("Vào họp"), lambda: self.join(event))
            if event.can_answer:
                add("check", self.tr("Nhận lời…"), lambda: self.answer(event, Answer.ACCEPT))
                add("unknown", self.tr("Có thể…"), lambda: self.answer(event, Answer.TENTATIVE))
                add("close", self.tr("Từ chối…"), lambda: self.answer(event, Answer.DECLINE))
                add("clock", self.tr("Đề xuất giờ khác…"), lambda: self._editing.propose(event))
            if event.may_move:
                add("drafts", self.tr("Sửa…"), lambda: self.edit(event))
            add("trash", self.tr("Xoá, huỷ…"), lambda: self.cancel(event))
            menu.addSeparator()
        add("add", self.tr("Lịch mới"), self.new_event)
        add("today", self.tr("Hôm nay"), self._page.go_today)
        menu.popup(at)

    def join(self, event: ShownEvent) -> None:
        self._page.conference_asked.emit(invitation_of(event.item))

"""Opens the windows in which events are made, changed and proposed anew, and hands what she decided to the acts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mail import MeetingDraft, Scope
from ui.page_tools import PageTools

from .calendar_acts import CalendarActs
from .calendar_view import OWN_ZONE
from .questions_before import ask_scope
from .shown_event import ShownEvent

if TYPE_CHECKING:
    from .editor import EventEditor
    from .propose_dialog import ProposeDialog


class Editing(QObject):
    def __init__(self, tools: PageTools, acts: CalendarActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._acts, self._window = tools, acts, parent
        self.open_editors: list[EventEditor] = []
        self.open_proposals: list[ProposeDialog] = []

    def new(
        self, start: datetime, end: datetime, *, is_all_day: bool = False, draft: MeetingDraft | None = None
    ) -> EventEditor:
        from .editor import EventEditor

        draft = draft or MeetingDraft("", start, end, is_all_day=is_all_day)
        editor = EventEditor(self._tools, draft, start.tzinfo or OWN_ZONE)
        editor.saved.connect(lambda wanted, _: self._acts.create(wanted))
        self._show(editor)
        return editor

    def edit(self, event: ShownEvent) -> None:
        """One of her own; of a recurring one she says whether this time or all."""
        ask_scope(self._window, event.item, self.tr("Sửa"), lambda scope: self._read_and_edit(event, scope))

    def propose(self, event: ShownEvent) -> None:
        from .propose_dialog import ProposeDialog

        dialog = ProposeDialog(self._tools, event, self._window)
        dialog.proposed.connect(
            lambda start, end, answer, comment: self._acts.propose(event.item, start, end, answer, comment)
        )
        self.open_proposals.append(dialog)
        dialog.finished.connect(lambda _: self.open_proposals.remove(dialog))
        dialog.open()

    def _read_and_edit(self, event: ShownEvent, scope: Scope) -> None:
        desk = self._tools.desk

        def opened(draft: MeetingDraft | None) -> None:
            if draft is None:
                self._tools.notices.say(self.tr("Lịch này không còn nữa."))
                return
            self._edit(event, draft, scope)

        self._tools.background.run(self, lambda: desk.mailbox.calendar.draft_of(event.id, scope), opened)

    def _edit(self, event: ShownEvent, draft: MeetingDraft, scope: Scope) -> None:
        from .editor import EventEditor

        editor = EventEditor(
            self._tools,
            draft,
            event.start.tzinfo or OWN_ZONE,
            item_id=event.id,
            with_recurrence=scope is Scope.SERIES or not event.item.is_recurring,
        )
        editor.saved.connect(lambda wanted, notify: self._acts.change(event.id, wanted, scope, notify=notify))
        self._show(editor)

    def _show(self, editor: EventEditor) -> None:
        self.open_editors.append(editor)
        editor.closed.connect(lambda: self.open_editors.remove(editor))
        editor.show()
        editor.activateWindow()
        editor.subject.setFocus()

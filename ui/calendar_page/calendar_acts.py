"""What she does in the calendar: written into the local copy on one lane, the service asked to perform it, and said in
one sentence with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mail import Answer, CalendarItem, CalendarItemId, MeetingDraft, Scope
from ui.page_tools import PageTools
from ui.sync_status import Feature, SyncActivity

if TYPE_CHECKING:
    from mail import Calendar

LANE = "calendar-acts"


class CalendarActs(QObject):
    changed = Signal()
    """The local copy is not what it was."""
    made = Signal(object)
    """`CalendarItemId` of what she has just made or changed."""

    def __init__(self, tools: PageTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._ways_back: list[Callable[[Calendar], object]] = []
        """At most one; touched on the lane only, so that an undo always knows the act before it."""

    # --- her own ---

    def create(self, draft: MeetingDraft) -> None:
        words = self.tr("Đã mời {count} người họp.") if draft.is_meeting else self.tr("Đã ghi vào lịch.")
        count = len(draft.required) + len(draft.optional)
        self._write(
            lambda calendar: calendar.create(draft), words.format(count=count), is_mailed=draft.is_meeting, is_made=True
        )

    def change(self, item_id: CalendarItemId, draft: MeetingDraft, scope: Scope, *, notify: bool) -> None:
        words = self.tr("Đã sửa và báo người dự.") if notify and draft.is_meeting else self.tr("Đã sửa lịch.")
        self._write(
            lambda calendar: calendar.change(item_id, draft, scope=scope, notify=notify),
            words,
            is_mailed=notify and draft.is_meeting,
            is_made=True,
        )

    def move(self, item: CalendarItem, start: datetime, end: datetime, *, notify: bool) -> None:
        """To another time, this occurrence only."""

        def shift(calendar: Calendar, start: datetime, end: datetime) -> CalendarItemId:
            draft = calendar.draft_of(item.id)
            if draft is None:
                return item.id
            return calendar.change(item.id, replace(draft, start=start, end=end), notify=notify)

        words = self.tr("Đã dời buổi này, các buổi khác giữ nguyên.") if item.is_recurring else self.tr("Đã dời lịch.")
        self._write(
            lambda calendar: shift(calendar, start, end),
            words,
            way_back=lambda calendar: shift(calendar, item.start, item.end),
            is_mailed=notify and item.is_meeting,
            is_made=True,
        )

    def cancel(self, item: CalendarItem, scope: Scope, *, notify: bool, comment: str = "") -> None:
        is_mailed = notify and item.is_meeting and item.is_organizer
        words = self.tr("Đã huỷ cuộc họp và báo người dự.") if is_mailed else self.tr("Đã xoá khỏi lịch.")
        self._write(
            lambda calendar: calendar.cancel(item.id, scope=scope, notify=notify, comment=comment),
            words,
            is_mailed=is_mailed,
        )

    # --- others' meetings ---

    def respond(self, item: CalendarItem, answer: Answer, scope: Scope, *, comment: str, tell: bool) -> None:
        words = {
            Answer.ACCEPT: self.tr("Đã nhận lời."),
            Answer.TENTATIVE: self.tr("Đã trả lời: có thể dự."),
            Answer.DECLINE: self.tr("Đã từ chối."),
        }[answer]
        self._write(
            lambda calendar: calendar.respond(item.id, answer, comment=comment, tell_organizer=tell, scope=scope),
            words,
            is_mailed=tell,
        )

    def propose(self, item: CalendarItem, start: datetime, end: datetime, answer: Answer, comment: str) -> None:
        self._write(
            lambda calendar: calendar.propose(item.id, start, end, answer=answer, comment=comment),
            self.tr("Đã đề xuất giờ khác với người mời."),
            is_mailed=True,
        )

    # --- back ---

    def undo(self) -> None:
        """Take the newest act back; what has left this PC already is put back as it was, if that can be done."""
        desk, ways_back = self._tools.desk, self._ways_back

        def take_back() -> str:
            calendar = desk.mailbox.calendar
            way_back = ways_back.pop() if ways_back else None
            if calendar.undo():
                return "undone"
            if way_back is not None:
                way_back(calendar)
                return "put back"
            return ""

        def done(how: str) -> None:
            if not how:
                self._tools.notices.say(self.tr("Việc làm gần nhất trong lịch đã gửi đi, không hoàn tác được nữa."))
                return
            self._tools.service.refresh(archive=False)
            self.changed.emit()
            self._tools.notices.say(self.tr("Đã hoàn tác.") if how == "undone" else self.tr("Đã đặt lại như trước."))

        self._tools.background.run(self, take_back, done, lane=LANE)

    # --- inside ---

    def _write(
        self,
        act: Callable[[Calendar], object],
        words: str,
        *,
        way_back: Callable[[Calendar], object] | None = None,
        is_mailed: bool = False,
        is_made: bool = False,
    ) -> None:
        desk, ways_back = self._tools.desk, self._ways_back

        def write() -> object:
            result = act(desk.mailbox.calendar)
            ways_back[:] = [way_back] if way_back is not None else []
            return result

        def done(result: object) -> None:
            self._tools.service.refresh(archive=False)
            self.changed.emit()
            if is_made:
                self.made.emit(result)
            said = f"{words} {self._when_sent()}" if is_mailed and self._when_sent() else words
            self._tools.notices.say(said, action_text=self.tr("Hoàn tác"), action=self.undo)

        self._tools.background.run(self, write, done, lane=LANE)

    def _when_sent(self) -> str:
        """Only while there is no line is there something to be said of it."""
        status = self._tools.service.statuses.get(Feature.MAIL)
        if status is not None and status.activity is SyncActivity.OFFLINE:
            return self.tr("Thư báo sẽ gửi khi có mạng.")
        return ""

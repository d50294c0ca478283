"""Under an invitation's card: how it stands in her calendar, what else she has then, three answers, another time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mail import Answer, Invitation, ItemId, MailboxChanges, Meeting
from ui import formatting
from ui.page_tools import PageTools
from ui.style import font, icon, px, quiet
from ui.sync_status import Feature, SyncActivity
from ui.widgets.composing import ComposedLine, commit_composing
from ui.widgets.flow_layout import FlowLayout

from .meeting_card import MeetingCard

if TYPE_CHECKING:
    from mail import CalendarItem

_SHORTEST = timedelta(minutes=15)
_LANE = "calendar-acts"
"""The calendar page's lane: her acts keep their order wherever she does them."""


class MeetingAnswers(QWidget):
    calendar_asked = Signal(object, object)
    """The item's id and its start: to be shown in the calendar."""

    def __init__(self, tools: PageTools, card: MeetingCard) -> None:
        super().__init__(card)
        self._tools = tools
        self._asked: tuple[ItemId, Meeting] | None = None
        self._shown: Invitation | None = None
        self.state, self.conflicts = QLabel(), QLabel()
        for line in (self.state, self.conflicts):
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = {
            Answer.ACCEPT: QPushButton(icon("check"), self.tr("Nhận lời")),
            Answer.TENTATIVE: QPushButton(icon("unknown"), self.tr("Có thể")),
            Answer.DECLINE: QPushButton(icon("close"), self.tr("Từ chối")),
        }
        self.propose = QPushButton(icon("clock"), self.tr("Đề xuất giờ khác…"))
        self.propose.clicked.connect(self._ask_for_a_time)
        self.add_word = quiet(QPushButton(self.tr("Kèm lời nhắn")))
        self.add_word.setCheckable(True)
        self.add_word.toggled.connect(self._show_word)
        self.word = ComposedLine()
        self.word.setPlaceholderText(self.tr("Lời nhắn cho người mời (không bắt buộc)"))
        self.word.setAccessibleName(self.tr("Lời nhắn cho người mời"))
        self.word.setMaxLength(2000)
        self.word.hide()
        self.look = quiet(QPushButton(self.tr("Xem trong lịch")))
        self.look.clicked.connect(self._look)
        row = QWidget()
        flow = FlowLayout(row, px(6))
        for answer, button in self.buttons.items():
            button.setCheckable(True)
            button.setIconSize(QSize(px(16), px(16)))
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            flow.addWidget(button)
        self.propose.setIconSize(QSize(px(16), px(16)))
        for one in (self.propose, self.add_word, self.look):
            flow.addWidget(one)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(4), 0, 0)
        layout.setSpacing(px(4))
        for widget in (self.state, self.conflicts, row, self.word):
            layout.addWidget(widget)
        card.add_below(self)
        self.hide()
        tools.service.mailbox_changed.connect(self._changed)

    def show_invitation(self, message_id: ItemId, meeting: Meeting | None) -> None:
        """What the calendar knows of it; nothing is shown until that is read."""
        if self._asked is None or self._asked[0] != message_id:
            self.hide()
            self._forget_word()
        self._asked = (message_id, meeting) if meeting is not None else None
        self._read()

    # --- inside ---

    def _read(self) -> None:
        asked, desk = self._asked, self._tools.desk
        if asked is None:
            self.hide()
            return

        def show(found: Invitation) -> None:
            if asked == self._asked:
                self._show(found)

        self._tools.background.run(
            self, lambda: desk.mailbox.calendar.invitation(*asked), show, lambda _: self.hide(), lane="mail-rows"
        )

    def _show(self, found: Invitation) -> None:
        self._shown = found
        for answer, button in self.buttons.items():
            button.setVisible(found.can_answer)
            button.setChecked(found.my_response is answer)
            if self._asked is not None:
                button.setAccessibleName(f"{button.text()}: {self._asked[1].summary}")
        self.propose.setVisible(found.can_answer)
        self.add_word.setVisible(found.can_answer)
        if not found.can_answer:
            self._forget_word()
        self.look.setVisible(found.item is not None)
        self.state.setText(self._state_words(found))
        self.state.setVisible(bool(self.state.text()))
        self.state.setFont(font("small_strong"))
        self.conflicts.setFont(font("small"))
        self.conflicts.setVisible(bool(found.conflicts) and found.can_answer)
        names = "; ".join(
            f"{item.subject} ({formatting.time_of_day(item.start)}–{formatting.time_of_day(item.end)})"
            for item in found.conflicts[:3]
        )
        self.conflicts.setText(self.tr("Trùng giờ với: {names}").format(names=names))
        self.setVisible(found.can_answer or found.item is not None or found.is_cancelled)

    def _state_words(self, found: Invitation) -> str:
        if found.is_cancelled:
            return self.tr("Người mời đã huỷ cuộc họp này.")
        words = {
            Answer.ACCEPT: self.tr("Đã nhận lời"),
            Answer.TENTATIVE: self.tr("Đã trả lời: có thể dự"),
            Answer.DECLINE: self.tr("Đã từ chối"),
        }.get(found.my_response, "")
        if not words:
            return ""
        return f"{words}." if found.is_sent else self.tr("{words}, đang gửi cho người mời.").format(words=words)

    def _answer(self, answer: Answer) -> None:
        asked, _desk = self._asked, self._tools.desk
        if self._shown is not None:
            for one, button in self.buttons.items():  # the buttons say what is, not what was pressed
                button.setChecked(one is self._shown.my_response)
        is_given = self._shown is not None and self._shown.my_response is answer
        if asked is not None and (not is_given or self.word.text()):  # with a word it may be said again
            self._write(answer, self._typed_word())

    def _write(self, answer: Answer, comment: str, proposed: tuple[datetime, datetime] | None = None) -> None:
        asked, desk = self._asked, self._tools.desk
        if asked is None:
            return

        def said(_: object) -> None:
            self._tools.service.refresh(archive=False)
            self._forget_word()
            self._read()
            status = self._tools.service.statuses.get(Feature.MAIL)
            is_offline = status is not None and status.activity is SyncActivity.OFFLINE
            words = self.tr("Câu trả lời sẽ gửi khi có mạng.") if is_offline else self.tr("Đang gửi câu trả lời.")
            self._tools.notices.say(words, action_text=self.tr("Hoàn tác"), action=self._undo)

        def write() -> object:
            calendar = desk.mailbox.calendar
            return calendar.respond_to_message(*asked, answer, comment=comment, proposed=proposed)

        self._tools.background.run(self, write, said, lane=_LANE)

    def _ask_for_a_time(self) -> None:
        from ui.calendar_page.propose_dialog import ProposeDialog
        from ui.calendar_page.shown_event import ShownEvent

        if self._asked is None or self._shown is None:
            return
        item = self._shown.item or _item_of(self._asked[1])
        start, end = formatting.local(item.start), formatting.local(max(item.end, item.start + _SHORTEST))
        dialog = ProposeDialog(self._tools, ShownEvent(item, start, end), self.window())
        dialog.comment.setText(self._typed_word())
        dialog.proposed.connect(lambda start, end, answer, comment: self._write(answer, comment, (start, end)))
        dialog.open()

    def _show_word(self, wanted: bool) -> None:
        self.word.setVisible(wanted)
        if wanted:
            self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed_word(self) -> str:
        commit_composing(self.word)
        return self.word.text().strip()

    def _forget_word(self) -> None:
        self.add_word.setChecked(False)
        self.word.clear()

    def _undo(self) -> None:
        desk = self._tools.desk

        def done(is_back: bool) -> None:
            self._read()
            if not is_back:
                self._tools.notices.say(self.tr("Câu trả lời đã gửi đi; hãy chọn câu trả lời khác nếu cần."))

        self._tools.background.run(self, lambda: desk.mailbox.calendar.undo(), done, lane=_LANE)

    def _look(self) -> None:
        if self._shown is not None and self._shown.item is not None:
            self.calendar_asked.emit(self._shown.item.id, self._shown.item.start)

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar and self._asked is not None:
            self._read()


def _item_of(meeting: Meeting) -> CalendarItem:
    """An invitation that is not in the calendar yet, for the dialog."""
    from mail import CalendarItem, CalendarItemId

    return CalendarItem(
        CalendarItemId(""),
        meeting.summary,
        meeting.start,
        meeting.end,
        location=meeting.location,
        organizer=meeting.organizer,
        is_meeting=True,
        is_organizer=False,
    )

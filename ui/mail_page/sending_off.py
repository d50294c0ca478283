"""From “Gửi” on: into the outbox with its seconds for undoing, at the moment she chose, and what became of it, said
honestly. Used by `writing`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mail import Draft, DraftId, Outgoing, OutgoingState
from ui import formatting
from ui.page_tools import PageTools

from .lanes import LANE

if TYPE_CHECKING:
    from .composer import Composer

UNDO_KEY, UNDO_SECONDS = "undo_send_seconds", (0, 5, 10, 20, 30)
_UNDO_DEFAULT = 10
_AFTER_DUE_MS = 150
_LONGEST_TIMER_MS = 2**31 - 1
_LATE = timedelta(minutes=2)
"""A mail that leaves so much after its moment did so because nothing ran then: that is said."""


def undo_seconds(tools: PageTools) -> int:
    word = tools.preferences.word(UNDO_KEY, str(_UNDO_DEFAULT))
    return int(word) if word.isdigit() and int(word) <= max(UNDO_SECONDS) else _UNDO_DEFAULT


class SendingOff(QObject):
    changed = Signal()
    """The outbox is not what it was."""
    show_outbox_asked = Signal(object)
    """The `DraftId` she wants to see there."""
    undo_asked = Signal(object)
    """The `DraftId` to be taken back and written on."""
    was_confirmed = Signal(object)
    """The `DraftId` the server has sent."""

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._watched: dict[DraftId, OutgoingState] = {}
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._refresh)

    # --- into the outbox ---

    def send(self, composer: Composer, draft: Draft, moment: datetime | None) -> None:
        """``moment``: the one she chose; None is now, after the seconds in which it can be undone."""
        seconds = undo_seconds(self._tools)
        is_scheduled = moment is not None
        desk = self._tools.desk

        def put_in() -> datetime | None:
            from mail import Person, message_id_of

            send_at = moment or (datetime.now(UTC) + timedelta(seconds=seconds) if seconds else None)
            if draft.remind_after:
                account = desk.account
                due = (send_at or datetime.now(UTC)) + timedelta(days=draft.remind_after)
                own = message_id_of(draft, Person(account.display_name, account.address))
                desk.mailbox.awaited_answers.await_answer(draft, own, due)
            desk.mailbox.send(draft, send_at, is_scheduled=is_scheduled)
            return send_at

        def done(send_at: datetime | None) -> None:
            composer.was_sent(draft, moment)
            self._say_queued(draft, send_at, moment, seconds)

        self._tools.background.run(self, put_in, done, composer.was_not_sent, lane=LANE)

    def reschedule(self, draft_id: DraftId, moment: datetime | None) -> None:
        """Another moment, or now."""

        def done(did: bool) -> None:
            self.changed.emit()
            if not did:
                self._tools.notices.say(self.tr("Không đổi giờ được nữa: thư đang trên đường đi."))
            elif moment is not None:
                self._tools.notices.say(
                    self.tr("Thư sẽ được gửi lúc {when}.").format(when=formatting.short_moment(moment))
                )
            self._watched.setdefault(draft_id, OutgoingState.WAITING)
            self._refresh()

        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: desk.mailbox.reschedule(draft_id, moment), done, self._tools.notices.say_error, lane=LANE
        )

    def forget(self, draft_id: DraftId) -> None:
        """She took it back."""
        self._watched.pop(draft_id, None)

    # --- what became of it ---

    def look_at_outbox(self, outbox: Sequence[Outgoing]) -> None:
        """Say what has become of the mails sent since this window opened; come back when the next one is due."""
        waiting = [one for one in outbox if one.state is OutgoingState.WAITING and one.send_at is not None]
        moments = [one.send_at for one in waiting if one.send_at is not None]
        if moments:
            in_ms = int((min(moments) - datetime.now(UTC)).total_seconds() * 1000) + _AFTER_DUE_MS
            if in_ms > 0:
                self._due.start(min(in_ms, _LONGEST_TIMER_MS))
        for one in waiting:
            self._watched.setdefault(one.draft_id, one.state)
        for one in outbox:
            before = self._watched.get(one.draft_id)
            if before is None or before == one.state:
                continue
            self._watched[one.draft_id] = one.state
            self._say(one)

    def _say(self, one: Outgoing) -> None:
        subject = one.subject or self.tr("(không có chủ đề)")
        if one.state == OutgoingState.SENT:
            del self._watched[one.draft_id]
            if late := lateness(one):
                words = self.tr("Thư “{subject}” hẹn gửi {chosen} vừa được gửi: lúc hẹn, máy đã tắt hoặc mất mạng.")
                self._tools.notices.say(words.format(subject=subject, chosen=late))
            else:
                self._tools.notices.say_in_status(self.tr("Đã gửi: {subject}").format(subject=subject))
            self.was_confirmed.emit(one.draft_id)
        elif one.state == OutgoingState.REFUSED:
            self._tools.notices.say(
                self.tr("Máy chủ không nhận thư “{subject}”").format(subject=subject),
                action_text=self.tr("Xem Hộp thư đi"),
                action=lambda: self.show_outbox_asked.emit(one.draft_id),
            )
        elif one.state == OutgoingState.UNKNOWN:
            words = self.tr("Chưa rõ thư “{subject}” đã đi hay chưa; đang kiểm tra trong Thư đã gửi.")
            self._tools.notices.say_in_status(words.format(subject=subject))

    # --- inside ---

    def _say_queued(self, draft: Draft, send_at: datetime | None, moment: datetime | None, seconds: int) -> None:
        self._watched[draft.id] = OutgoingState.WAITING
        subject = draft.subject or self.tr("(không có chủ đề)")
        say: Callable[..., None] = self._tools.notices.say
        if moment is not None:
            words = self.tr("Thư sẽ được gửi lúc {when} — {subject}")
            say(
                words.format(when=formatting.short_moment(moment), subject=subject),
                action_text=self.tr("Xem Hộp thư đi"),
                action=lambda: self.show_outbox_asked.emit(draft.id),
            )
        elif send_at is not None:
            say(
                self.tr("Thư sắp được gửi — {subject}").format(subject=subject),
                action_text=self.tr("Hoàn tác"),
                action=lambda: self.undo_asked.emit(draft.id),
                seconds=seconds,
            )
            self._due.start(seconds * 1000 + _AFTER_DUE_MS)
        else:
            say(
                self.tr("Thư đang được gửi — {subject}").format(subject=subject),
                action_text=self.tr("Xem Hộp thư đi"),
                action=lambda: self.show_outbox_asked.emit(draft.id),
            )
        self._refresh()

    def _refresh(self) -> None:
        """The service looks at once; what is not due stays where it is, and it knows when to look again."""
        self._tools.service.refresh(mail=True, archive=False)
        self.changed.emit()


def lateness(one: Outgoing) -> str:
    """The moment she had chosen, in words, if the mail left well after it; else ""."""
    if not one.is_scheduled or one.send_at is None or one.confirmed_at is None:
        return ""
    return formatting.short_moment(one.send_at) if one.confirmed_at - one.send_at > _LATE else ""

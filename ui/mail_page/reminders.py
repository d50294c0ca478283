"""What comes back by itself: mails put off whose moment has come, and mails nobody has answered in time. Looks at
start, when mail arrives and when the next one is due; the store is asked on a worker. Used by `reading_side`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui import formatting
from ui.page_tools import PageTools

from .lanes import LANE

if TYPE_CHECKING:
    from mail import AwaitedAnswer, DraftId, ItemId, Mailbox, MailboxChanges

_FIRST_LOOK_MS = 1500
_AT_LATEST_MS = 60_000
_SOON = timedelta(milliseconds=200)


@dataclass(frozen=True)
class _Found:
    woken: list[ItemId]
    subject: str
    unanswered: list[AwaitedAnswer]
    next_at: datetime | None


class Reminders(QObject):
    woken = Signal()
    """Mails have come back into their folders."""
    show_awaited_asked = Signal()
    show_mail_asked = Signal(object)
    """An `ItemId` that has come back."""

    def __init__(self, tools: PageTools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._told: set[DraftId] = set()
        self._is_looking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_LOOK_MS)
        tools.service.mailbox_changed.connect(self._arrived)

    def look(self) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        desk = self._tools.desk
        self._tools.background.run(self, lambda: _look(desk.mailbox), self._found, self._failed, lane=LANE)

    def _arrived(self, changes: MailboxChanges) -> None:
        if changes.arrived:
            self.look()

    def _failed(self, _: Exception) -> None:
        """The store says why in louder places; here it is tried again."""
        self._is_looking = False
        self._timer.start(_AT_LATEST_MS)

    def _found(self, found: _Found) -> None:
        self._is_looking = False
        wait = _AT_LATEST_MS
        if found.next_at is not None:
            until = (found.next_at - datetime.now(UTC) + _SOON) / timedelta(milliseconds=1)
            wait = int(max(0.0, min(wait, until)))
        self._timer.start(wait)
        if found.woken:
            self.woken.emit()
            first = found.woken[0]
            words = self.tr("Thư hẹn xem lại đã về: {subject}").format(subject=found.subject)
            if len(found.woken) > 1:
                words = self.tr("{count} thư hẹn xem lại đã về hộp thư").format(count=len(found.woken))
            self._tools.notices.say(words, action_text=self.tr("Mở"), action=lambda: self.show_mail_asked.emit(first))
        fresh = [one for one in found.unanswered if one.draft_id not in self._told]
        if fresh:
            self._told.update(one.draft_id for one in fresh)
            one = fresh[0]
            words = self.tr("Chưa có trả lời cho thư “{subject}”, gửi {when}").format(
                subject=one.subject, when=formatting.short_moment(one.sent_at)
            )
            if len(fresh) > 1:
                words = self.tr("{count} thư đã đến hạn mà chưa có trả lời").format(count=len(fresh))
            self._tools.notices.say(words, action_text=self.tr("Xem"), action=self.show_awaited_asked.emit)


def _look(mailbox: Mailbox) -> _Found:
    woken = mailbox.snoozing.wake_due()
    summaries = mailbox.summaries(woken[:1])
    asleep = mailbox.snoozing.asleep()
    return _Found(
        woken,
        summaries[0].subject if summaries else "",
        mailbox.awaited_answers.due(),
        asleep[0][1] if asleep else None,
    )

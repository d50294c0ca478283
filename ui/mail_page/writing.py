"""Everything she writes: opens composers (new, reply, forward, drafts), and says what became of what was sent."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mail import (
    Draft,
    DraftId,
    ItemId,
    Message,
    NewAttachment,
    Outgoing,
    OutgoingState,
    Person,
)
from ui.page_tools import PageTools

from .composer import Composer
from .draft_fields import outgoing_copy
from .lanes import LANE

if TYPE_CHECKING:
    from mail import Mailbox

T = TypeVar("T")


class Writing(QObject):
    changed = Signal()
    """Drafts or outbox are not what they were."""
    show_outbox_asked = Signal(object)
    """The `DraftId` she wants to see there."""
    sent_from = Signal(object)
    """The `ItemId` of a draft on the server that has now been sent anew and may go."""

    def __init__(self, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self._window = parent
        self.open_composers: dict[DraftId, Composer] = {}
        self._watched: dict[DraftId, OutgoingState] = {}
        self._from_server: dict[DraftId, ItemId] = {}

    # --- opening ---

    def new(self, to: str = "") -> Composer:
        people = (Person("", to),) if to else ()
        return self._open(Draft(DraftId(uuid.uuid4().hex), to=people))

    def reply(self, message: Message, *, to_all: bool) -> Composer:
        from mail import reply_draft

        own = self._tools.desk.account.address
        return self._open(reply_draft(message, own, to_all=to_all))

    def forward(self, message: Message) -> None:
        """Its attachments are read on a worker first: they go along."""
        from mail import forward_draft

        self._tools.background.run(
            self,
            lambda: forward_draft(message, _attachments_of(self._tools.desk.mailbox, message)),
            self._open_later,
            self._tools.notices.say_error,
        )

    def edit_server_draft(self, item_id: ItemId) -> None:
        """A draft that another program left on the server."""

        def read() -> Draft | None:
            mailbox = self._tools.desk.mailbox
            message = mailbox.message(item_id)
            if message is None:
                return None
            return Draft(
                DraftId(uuid.uuid4().hex),
                message.to,
                message.cc,
                message.bcc,
                message.summary.subject,
                message.text,
                message.html,
                tuple(_attachments_of(mailbox, message)),
                message.in_reply_to,
                message.references,
            )

        def opened(draft: Draft | None) -> None:
            if draft is not None:
                self._from_server[draft.id] = item_id
                self._open(draft)

        self._tools.background.run(self, read, opened, self._tools.notices.say_error)

    def write_on(self, draft_id: DraftId) -> None:
        """A draft kept on this PC."""
        if draft_id in self.open_composers:
            _to_front(self.open_composers[draft_id])
            return
        self._with_draft(draft_id, self._open)

    def discard(self, draft_id: DraftId) -> None:
        """Thrown away, and brought back with one press."""

        def gone(draft: Draft) -> None:
            self._run(lambda mailbox: mailbox.discard_draft(draft.id), lambda _: self.changed.emit())
            self._tools.notices.say(
                self.tr("Đã bỏ thư nháp “{subject}”").format(subject=draft.subject or self.tr("(không có chủ đề)")),
                action_text=self.tr("Hoàn tác"),
                action=lambda: self._run(lambda mailbox: mailbox.save_draft(draft), lambda _: self.changed.emit()),
            )

        self._with_draft(draft_id, gone)

    def withdraw(self, draft_id: DraftId) -> None:
        """Out of the outbox and open for editing, if it is not too late."""

        def done(did: bool) -> None:
            self._watched.pop(draft_id, None)
            self.changed.emit()
            if did:
                self.write_on(draft_id)
            else:
                self._tools.notices.say(self.tr("Không lấy lại được nữa: thư đang trên đường đi."))

        self._run(lambda mailbox: mailbox.withdraw(draft_id), done)

    # --- what became of it ---

    def look_at_outbox(self, outbox: Sequence[Outgoing]) -> None:
        """Say what has become of the mails sent since this window opened."""
        for one in outbox:
            before = self._watched.get(one.draft_id)
            if before is None or before == one.state:
                continue
            self._watched[one.draft_id] = one.state
            subject = one.subject or self.tr("(không có chủ đề)")
            if one.state == OutgoingState.SENT:
                del self._watched[one.draft_id]
                self._tools.notices.say_in_status(self.tr("Đã gửi: {subject}").format(subject=subject))
                if (old := self._from_server.pop(one.draft_id, None)) is not None:
                    self.sent_from.emit(old)
            elif one.state == OutgoingState.REFUSED:
                self._tools.notices.say(
                    self.tr("Máy chủ không nhận thư “{subject}”").format(subject=subject),
                    action_text=self.tr("Xem Hộp thư đi"),
                    action=lambda draft_id=one.draft_id: self.show_outbox_asked.emit(draft_id),  # type: ignore[misc]
                )
            elif one.state == OutgoingState.UNKNOWN:
                self._tools.notices.say_in_status(
                    self.tr("Chưa rõ thư “{subject}” đã đi hay chưa; đang hỏi lại máy chủ.").format(subject=subject)
                )

    # --- inside ---

    def _open(self, draft: Draft) -> Composer:
        composer = Composer(self._tools, draft, self._window)
        self.open_composers[draft.id] = composer
        composer.sent.connect(self._sent)
        composer.closed.connect(self._closed)
        composer.destroyed.connect(lambda *_: self.open_composers.pop(draft.id, None))
        composer.show()
        composer.focus_first()
        return composer

    def _open_later(self, draft: Draft) -> None:
        self._open(draft)

    def _sent(self, draft: Draft) -> None:
        self.open_composers.pop(draft.id, None)
        self._watched[draft.id] = OutgoingState.WAITING
        self._tools.notices.say(
            self.tr("Thư đang được gửi — {subject}").format(subject=draft.subject or self.tr("(không có chủ đề)")),
            action_text=self.tr("Xem Hộp thư đi"),
            action=lambda: self.show_outbox_asked.emit(draft.id),
        )
        self._tools.service.refresh(mail=True, archive=False)
        self.changed.emit()

    def _closed(self, draft: Draft | None) -> None:
        if draft is None:
            return
        self.open_composers.pop(draft.id, None)
        # after the save that closing began: same lane, so this comes when the draft is in the store
        self._run(lambda mailbox: None, lambda _: self.changed.emit())
        self._tools.notices.say(
            self.tr("Thư nháp đã được giữ lại"),
            action_text=self.tr("Viết tiếp"),
            action=lambda: self.write_on(draft.id),
        )

    def _with_draft(self, draft_id: DraftId, then: Callable[[Draft], object]) -> None:
        def found(drafts: list[Draft]) -> None:
            for draft in drafts:
                if draft.id == draft_id:
                    then(draft)
                    return

        self._run(lambda mailbox: mailbox.drafts(), found)

    def _run(self, work: Callable[[Mailbox], T], done: Callable[[T], object]) -> None:
        desk = self._tools.desk

        def finished(value: T) -> None:
            done(value)

        self._tools.background.run(self, lambda: work(desk.mailbox), finished, self._tools.notices.say_error, lane=LANE)


def _attachments_of(mailbox: Mailbox, message: Message) -> list[NewAttachment]:
    return [
        outgoing_copy(one, mailbox.attachment_content(message.summary.id, one.index))
        for one in message.attachments
        if not one.is_inline
    ]


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()

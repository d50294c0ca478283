"""Everything she writes: opens composers (new, reply, forward, drafts) and keeps what is closed. What is sent goes
through `sending_off`. The composer itself loads when the first one is opened."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mail import (
    Draft,
    DraftId,
    ItemId,
    Message,
    NewAttachment,
    Person,
)
from ui import formatting
from ui.page_tools import PageTools

from .draft_fields import outgoing_copy
from .lanes import LANE
from .sending_off import SendingOff

if TYPE_CHECKING:
    from mail import AwaitedAnswer, Mailbox

    from .composer import Composer

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
        self.sending = SendingOff(tools, self)
        self.sending.changed.connect(self.changed)
        self.sending.show_outbox_asked.connect(self.show_outbox_asked)
        self.sending.undo_asked.connect(self.withdraw)
        self.sending.was_confirmed.connect(self._confirmed)
        self._from_server: dict[DraftId, ItemId] = {}

    # --- opening ---

    def new(self, to: str = "") -> Composer:
        people = (Person("", to),) if to else ()
        return self._open(Draft(DraftId(uuid.uuid4().hex), to=people), is_fresh=True)

    def reply(self, message: Message, *, to_all: bool) -> None:
        """The pictures that stand in it are read on a worker first: they stay in what is quoted."""
        from mail import reply_draft

        own = self._tools.desk.account.address

        def make() -> Draft:
            _, pictures = _attachments_of(self._tools.desk.mailbox, message, files=False)
            return reply_draft(message, own, to_all=to_all, pictures=pictures)

        self._tools.background.run(self, make, self._open_fresh, self._tools.notices.say_error)

    def forward(self, message: Message) -> None:
        """Its attachments are read on a worker first: they go along."""
        from mail import forward_draft

        def make() -> Draft:
            files, pictures = _attachments_of(self._tools.desk.mailbox, message)
            return forward_draft(message, files, pictures=pictures)

        self._tools.background.run(self, make, self._open_fresh, self._tools.notices.say_error)

    def remind(self, awaited: AwaitedAnswer) -> None:
        """A letter that asks again, to those who have not answered."""
        from mail import text_as_html

        words = self.tr(
            "Ngày {day}, tôi đã gửi thư “{subject}” và chưa nhận được trả lời. Kính đề nghị Quý vị cho ý kiến."
        ).format(day=formatting.day(formatting.local(awaited.sent_at).date()), subject=awaited.subject)
        text = self.tr("Kính gửi Quý vị,") + "\n\n" + words + "\n\n" + self.tr("Trân trọng.")
        subject = awaited.subject if awaited.subject.lower().startswith("re:") else f"Re: {awaited.subject}"
        draft = Draft(DraftId(uuid.uuid4().hex), to=awaited.to, subject=subject, text=text, html=text_as_html(text))
        self._open_fresh(draft)

    def edit_server_draft(self, item_id: ItemId) -> None:
        """A draft that another program left on the server."""

        def read() -> Draft | None:
            mailbox = self._tools.desk.mailbox
            message = mailbox.message(item_id)
            if message is None:
                return None
            files, pictures = _attachments_of(mailbox, message)
            return Draft(
                DraftId(uuid.uuid4().hex),
                message.to,
                message.cc,
                message.bcc,
                message.summary.subject,
                message.text,
                message.html,
                (*files, *pictures),
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
        self._with_draft(draft_id, lambda draft: self._open(draft))

    def discard(self, draft_id: DraftId) -> None:
        """Thrown away, and brought back with one press."""
        self._with_draft(draft_id, self._discarded)

    def _discarded(self, draft: Draft) -> None:
        self._run(lambda mailbox: mailbox.discard_draft(draft.id), lambda _: self.changed.emit())
        self._tools.notices.say(
            self.tr("Đã bỏ thư nháp “{subject}”").format(subject=draft.subject or self.tr("(không có chủ đề)")),
            action_text=self.tr("Hoàn tác"),
            action=lambda: self._run(lambda mailbox: mailbox.save_draft(draft), lambda _: self._brought_back(draft)),
        )

    def _brought_back(self, draft: Draft) -> None:
        self.changed.emit()

    def withdraw(self, draft_id: DraftId) -> None:
        """Out of the outbox and open for editing, if it is not too late."""

        def done(did: bool) -> None:
            self.sending.forget(draft_id)
            self.changed.emit()
            if did:
                self.write_on(draft_id)
            else:
                self._tools.notices.say(self.tr("Không lấy lại được nữa: thư đang trên đường đi."))

        self._run(lambda mailbox: mailbox.withdraw(draft_id), done)

    # --- inside ---

    def _open(self, draft: Draft, *, is_fresh: bool = False) -> Composer:
        from .composer import Composer

        composer = Composer(self._tools, draft, self._window, is_fresh=is_fresh)
        self.open_composers[draft.id] = composer
        composer.sending.connect(lambda ready, moment: self.sending.send(composer, ready, moment))
        composer.sent.connect(lambda ready, _: self.open_composers.pop(ready.id, None))
        composer.closed.connect(self._closed)
        composer.discarded.connect(self._discarded)
        composer.destroyed.connect(lambda *_: self._gone(draft.id, composer))
        composer.show()
        composer.focus_first()
        return composer

    def _open_fresh(self, draft: Draft) -> None:
        self._open(draft, is_fresh=True)

    def _gone(self, draft_id: DraftId, composer: Composer) -> None:
        if self.open_composers.get(draft_id) is composer:  # she may have opened it anew by now
            del self.open_composers[draft_id]

    def _confirmed(self, draft_id: DraftId) -> None:
        if (old := self._from_server.pop(draft_id, None)) is not None:
            self.sent_from.emit(old)

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


def _attachments_of(
    mailbox: Mailbox, message: Message, *, files: bool = True
) -> tuple[list[NewAttachment], list[NewAttachment]]:
    """(files, pictures that stand in the text)."""
    found: tuple[list[NewAttachment], list[NewAttachment]] = ([], [])
    for one in message.attachments:
        if not one.is_inline and not files:
            continue
        copy = outgoing_copy(one, mailbox.attachment_content(message.summary.id, one.index))
        if copy.content_id and copy.media_type.startswith("image/"):
            found[1].append(copy)
        elif files and not one.is_inline:
            found[0].append(copy)
    return found


def _to_front(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()

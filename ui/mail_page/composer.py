"""The window a mail is written in. What she writes is kept by itself, also when she closes it; sending puts it into
the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from mail import Draft, Person, clean_outgoing, letter, split_letter, text_as_html
from ui import formatting
from ui.page_tools import PageTools
from ui.widgets.composing import commit_composing

from . import send_checks
from .citation_completion import CitationCompletion
from .composer_files import ComposerFiles
from .composer_window import ComposerWindow
from .draft_fields import local_files
from .draft_options import shared_senders
from .lanes import LANE
from .letter_pieces import LetterPieces
from .writing_settings import letter_font

if TYPE_CHECKING:
    from mail import Categories, Finding, Signature

_SAVE_AFTER_MS = 800
_SAVE_LARGE_AFTER_MS = 5000
_LARGE = 2_000_000
_LOOK_AFTER_MS = 700


class Composer(ComposerWindow):
    """`sent` and `closed` tell its keeper (`writing.Writing`) what became of it."""

    sent = Signal(object, object)
    """The `Draft` that was given to the outbox, and the moment she chose for it or None."""
    closed = Signal(object)
    """The `Draft` as it is kept, or None when there was nothing to keep."""

    def __init__(
        self, tools: PageTools, draft: Draft, parent: QWidget | None = None, *, is_fresh: bool = False
    ) -> None:
        """``is_fresh``: not written on before; her signature is put under it."""
        super().__init__(tools, parent)
        self._tools = tools
        self._draft = draft
        self._kept: Draft | None = None
        self._as_opened = draft
        self._done = self._is_asking = False
        self._is_fresh = is_fresh
        self._font, self._size = letter_font(tools.preferences)
        self._show(draft)
        self.citations = CitationCompletion(self.text, tools)
        self.files = ComposerFiles(tools, self, lambda: self._size_of(self.draft))
        self.pieces = LetterPieces(tools, self, draft)
        run, desk = tools.background.run, tools.desk
        run(self, lambda: desk.mailbox.people(), self._know, lambda _: None, lane="mail-people")
        run(self, lambda: desk.mailbox.known_categories(), self._know_categories, lambda _: None, lane="mail-people")
        run(self, lambda: shared_senders(desk.mailbox), self._know_senders, lambda _: None, lane="mail-people")
        if is_fresh:
            address = desk.account.address
            run(self, lambda: desk.mailbox.signatures.of(address), self._sign, lambda _: None, lane="mail-people")
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.save)
        self._look_pause = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._look_pause.timeout.connect(self._look)
        for signal in (
            self.to.changed,
            self.cc.changed,
            self.bcc.changed,
            self.subject.textChanged,
            self.text.textChanged,
            self.attachments.changed,
            self.options.changed,
        ):
            signal.connect(self._changed)
        self.pieces.changed.connect(self._changed)
        self.send_asked.connect(self.send)
        self.send_later_asked.connect(self.send_at)
        self.save_asked.connect(self._save_by_key)
        self.discard_asked.connect(self.discard)

    # --- the draft ---

    @property
    def draft(self) -> Draft:
        """What stands in the fields now. What is no address is left out; the fields themselves keep it."""
        own, quoted = self.text.fragment(), self.quoted.fragment
        html = letter(own, quoted, font=self._font, size=self._size)
        pictures = (
            [*self.text.pictures_used(), *self.quoted.view.pictures_used()] if quoted else self.text.pictures_used()
        )
        named = {one.content_id: one for one in pictures}
        return self.options.applied_to(
            replace(
                self._draft,
                to=self.to.people()[0],
                cc=self.cc.people()[0],
                bcc=self.bcc.people()[0],
                subject=" ".join(self.subject.text().split()),
                text=self.text.plain_text() + (self.quoted.text if quoted else ""),
                html=html if own or quoted else None,
                attachments=(*self.attachments.held, *named.values()),
            )
        )

    def _save_by_key(self) -> None:
        commit_composing(self.to.line, self.cc.line, self.bcc.line, self.subject, self.text)
        self.save()

    def save(self) -> None:
        """Keep it on this PC; nothing if nothing changed."""
        self._pause.stop()
        draft = self.draft
        if self._done or draft == self._kept or draft == self._as_opened:
            return
        self._kept = draft
        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: desk.mailbox.save_draft(draft), lambda _: self._say_kept(), self._not_kept, lane=LANE
        )

    def discard(self) -> None:
        """Thrown away; the keeper offers to bring it back."""
        self._done = True
        self._pause.stop()
        self.discarded.emit(self.draft)
        self.close()

    def _say_kept(self) -> None:
        from datetime import UTC

        self.state.setText(self.tr("Đã lưu nháp lúc {when}").format(when=formatting.time_of_day(datetime.now(UTC))))

    def _not_kept(self, error: Exception) -> None:
        self._kept = None
        self.state.setText(self.tr("Chưa lưu được thư nháp"))
        self._tools.notices.say_error(error)

    def _changed(self) -> None:
        self.setWindowTitle(self.subject.text().strip() or self.tr("Thư mới"))
        self.tell_options(self.options.words())
        self._pause.start(_SAVE_LARGE_AFTER_MS if self.attachments.total_size > _LARGE else _SAVE_AFTER_MS)
        self._look_pause.start()

    def _know(self, people: Sequence[Person]) -> None:
        own = self._tools.desk.account.address.casefold()
        met = [one for one in people if one.address.casefold() != own]
        for field in (self.to, self.cc, self.bcc):
            field.suggestions.know(met)

    def _know_senders(self, others: Sequence[Person]) -> None:
        """An answer to what came to a shared mailbox goes out from it, unless she says otherwise."""
        account = self._tools.desk.account
        met = {one.address.casefold() for one in (*self._draft.to, *self._draft.cc)}
        sent_to = [one for one in others if one.address.casefold() in met] if self._draft.in_reply_to else []
        if sent_to and self._draft.sender is None and self._is_fresh:
            self.options.writes_as = sent_to[0]
            self.to.show_people(tuple(one for one in self._draft.to if one != sent_to[0]) or self._draft.to)
            self._changed()
        self.options.know_senders(Person(account.display_name, account.address), others)

    def _know_categories(self, categories: Categories) -> None:
        self.options.know_categories([one.name for one in categories])

    def _sign(self, signature: Signature | None) -> None:
        """Her signature does not count as something written."""
        if self._done:
            return
        is_untouched = self.draft == self._as_opened
        if self.pieces.sign(signature) and is_untouched:
            self.text.document().clearUndoRedoStacks()
            self._as_opened = self.draft

    # --- sending ---

    def send(self) -> None:
        """Ask what looks forgotten, then into the outbox."""
        self._begin_to_send(None)

    def send_at(self, moment: datetime) -> None:
        self._begin_to_send(moment)

    def _begin_to_send(self, moment: datetime | None) -> None:
        if self._done or self._is_asking:
            return
        commit_composing(self.to.line, self.cc.line, self.bcc.line, self.subject, self.text)
        fields = [field for field in (self.to, self.cc, self.bcc) if not field.check()]
        if fields:
            fields[0].setFocus()
            return
        draft = self.draft
        if not (draft.to or draft.cc or draft.bcc):
            self.to.setFocus()
            self.state.setText(self.tr("Thư chưa có người nhận."))
            return
        if self._size_of(draft) > self._tools.desk.largest_attachment:
            self.state.setText(self.tr("Thư quá lớn để gửi. Xin bỏ bớt tệp hoặc ảnh."))
            return
        self._is_asking = True
        self.state.setText(self.tr("Đang kiểm tra trước khi gửi…"))
        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: send_checks.find(desk, draft), lambda found: self._judge(draft, found, moment), self._unjudged
        )

    def _judge(self, draft: Draft, findings: Sequence[Finding], moment: datetime | None) -> None:
        self.state.setText("")
        if self._done:
            return
        send_checks.ask(self, draft, findings, lambda: self._send_now(draft, moment), self._stay)

    def _stay(self) -> None:
        self._is_asking = False
        self.text.setFocus()

    def _unjudged(self, error: Exception) -> None:
        """Nothing leaves unlooked at."""
        self._is_asking = False
        self.state.setText(self.tr("Chưa kiểm tra được thư nên chưa gửi."))
        self._tools.notices.say_error(error)

    def _send_now(self, draft: Draft, moment: datetime | None) -> None:
        """``draft`` is what was looked at: exactly that leaves."""
        if self._done:
            return
        self._done = True
        self._pause.stop()
        self.setEnabled(False)
        self.sending.emit(draft, moment)

    def was_sent(self, draft: Draft, moment: datetime | None) -> None:
        """The outbox has it."""
        self.sent.emit(draft, moment)
        self.close()

    def was_not_sent(self, error: Exception) -> None:
        self._done = self._is_asking = False
        self.setEnabled(True)
        self._tools.notices.say_error(error)

    def _size_of(self, draft: Draft) -> int:
        return sum(len(one.content) for one in draft.attachments)

    def _look(self) -> None:
        """What stands beside the mail while she writes: strangers among the recipients, a mark of secrecy."""
        draft, desk = self.draft, self._tools.desk
        if draft.to or draft.cc or draft.bcc:
            self._tools.background.run(
                self,
                lambda: send_checks.find(desk, draft, with_files=False),
                lambda found: self.tell_beside(send_checks.told(found)),
                lambda _: None,
                lane="mail-look",
            )

    # --- the window ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.attach(local_files(event.mimeData()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._done:
            commit_composing(self.to.line, self.cc.line, self.bcc.line, self.subject, self.text)
            draft = self.draft
            self.save()
            self._done = True
            changed = draft != self._as_opened
            self.closed.emit(draft if changed or self._kept is not None else None)
        super().closeEvent(event)

    def _show(self, draft: Draft) -> None:
        self.to.show_people(draft.to)
        self.cc.show_people(draft.cc)
        self.bcc.show_people(draft.bcc)
        self.subject.setText(draft.subject)
        self.subject.setCursorPosition(0)
        own, quoted = split_letter(draft.html) if draft.html else (text_as_html(draft.text) if draft.text else "", "")
        pictures = [one for one in draft.attachments if one.content_id]
        names = [one.content_id or "" for one in pictures]
        self.text.set_official_font(self._font, self._size)
        self.text.show_letter(clean_outgoing(own, names) if own else "", pictures)
        text = self.text.plain_text()
        self.quoted.view.set_official_font(self._font, self._size)
        rest = draft.text[len(text) :] if draft.text.startswith(text) else "\n\n" + draft.text
        self.quoted.show_quoted(clean_outgoing(quoted, names) if quoted else "", rest, pictures)
        self.attachments.show_attachments(tuple(one for one in draft.attachments if not one.content_id))
        self.options.show_draft(draft)
        self.tell_options(self.options.words())
        self.show_more_fields(bool(draft.cc or draft.bcc))
        self.setWindowTitle(draft.subject or self.tr("Thư mới"))
        # what the fields make of it is the measure for "nothing was changed"
        self._as_opened = self.draft

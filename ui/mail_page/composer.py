"""The window a mail is written in. What she writes is kept by itself, also when she closes it; sending puts it into
the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from mail import Draft, NewAttachment, Person, clean_outgoing, letter, split_letter, text_as_html
from ui import formatting
from ui.page_tools import PageTools
from ui.widgets.composing import commit_composing

from . import send_checks
from .citation_completion import CitationCompletion
from .composer_window import ComposerWindow
from .draft_fields import local_files
from .draft_options import shared_senders
from .files_to_attach import read_files
from .lanes import LANE
from .letter_editor import picture_file
from .signature_dialog import SignatureDialog, filled, first_signature
from .writing_settings import letter_font

if TYPE_CHECKING:
    from mail import Categories, Finding, Signature, Template

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
        self.text.files_dropped.connect(self.attach_files)
        self.text.pictures_refused.connect(lambda: self.state.setText(self.tr("Ảnh này không đọc được hoặc quá lớn.")))
        self.quoted.left_out.connect(self._leave_quoted_out)
        self.quoted.taken_in.connect(self._take_quoted_in)
        self.templates.chosen.connect(self.use_template)
        self.templates.signature_asked.connect(self._edit_signature)
        self.send_asked.connect(self.send)
        self.send_later_asked.connect(self.send_at)
        self.save_asked.connect(self._save_by_key)
        self.discard_asked.connect(self.discard)
        self.files_asked.connect(self._ask_files)
        self.format_bar.picture_asked.connect(self._ask_picture)

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

    # --- what is put into the letter ---

    def _sign(self, signature: Signature | None) -> None:
        """Under what she may have begun to write; it does not count as something written."""
        fragment = filled(self._tools, signature or first_signature(self._tools))
        if not fragment or self._done:
            return
        is_untouched = self.draft == self._as_opened
        cursor = self.text.textCursor()
        place = cursor.position()
        cursor.movePosition(cursor.MoveOperation.End)
        gap = '<p style="margin:0"><br></p>'  # she writes in the first line; one stays free above her name
        cursor.insertHtml(f"{gap}{gap}{fragment}" if self.text.document().isEmpty() else f"{gap}{fragment}")
        cursor.setPosition(place)
        self.text.setTextCursor(cursor)
        if is_untouched:
            self.text.document().clearUndoRedoStacks()
            self._as_opened = self.draft

    def use_template(self, template: Template) -> None:
        """Where the cursor stands; its subject only where there is none yet."""
        if not self.subject.text().strip():
            self.subject.setText(template.subject)
        self.text.insert_html(template.html)
        self.text.setFocus()

    def _edit_signature(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(
            self,
            lambda: desk.mailbox.signatures.of(desk.account.address),
            lambda known: SignatureDialog(self._tools, known or first_signature(self._tools), self).open(),
            self._tools.notices.say_error,
        )

    def _leave_quoted_out(self) -> None:
        before = (self.quoted.fragment, self.quoted.text)
        self.quoted.show_quoted("", "", ())
        self._changed()
        self.offer_back(self.tr("Thư gốc không gửi kèm nữa."), lambda: self._quote_again(*before))

    def _quote_again(self, fragment: str, text: str) -> None:
        self.quoted.show_quoted(fragment, text, self._draft.attachments)
        self._changed()

    def _take_quoted_in(self) -> None:
        """To answer between its lines. What Qt's text cannot show of it is lost then, so she is not led into it."""
        fragment = self.quoted.fragment
        self.quoted.show_quoted("", "", ())
        self.text.hold(one for one in self._draft.attachments if one.content_id)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertBlock()
        cursor.insertHtml(fragment)
        self._changed()

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

    # --- attachments ---

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Read them on a worker; what is too large or unreadable is said."""
        room = self._tools.desk.largest_attachment - self._size_of(self.draft)
        self._tools.background.run(self, lambda: read_files(paths, room), self._files_read)

    def _files_read(self, read: tuple[list[NewAttachment], list[str], list[str]]) -> None:
        attachments, too_large, unreadable = read
        for attachment in attachments:
            self.attachments.add(attachment)
        if too_large:
            words = self.tr("Quá lớn, chưa đính kèm: {names} (một thư được {most}).")
            self.state.setText(
                words.format(names=", ".join(too_large[:3]), most=formatting.size(self._tools.desk.largest_attachment))
            )
        elif unreadable:
            self.state.setText(self.tr("Không đọc được: {names}").format(names=", ".join(unreadable[:3])))

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Chọn tệp đính kèm"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Chọn ảnh"))
        dialog.setNameFilter(self.tr("Ảnh (*.png *.jpg *.jpeg *.gif *.bmp *.webp)"))
        dialog.fileSelected.connect(
            lambda name: self._tools.background.run(self, lambda: picture_file(Path(name)), self._insert_picture)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _insert_picture(self, picture: tuple[str, str, bytes] | None) -> None:
        if picture is None or self._size_of(self.draft) + len(picture[2]) > self._tools.desk.largest_attachment:
            self.text.pictures_refused.emit()
        else:
            self.text.insert_picture(*picture)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach_files(local_files(event.mimeData()))
        event.acceptProposedAction()

    # --- the window ---

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

"""The window a mail is written in. What she writes is kept by itself, also when she closes it; sending puts it into
the outbox."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mail import Draft, NewAttachment, Person
from ui import formatting
from ui.page_tools import PageTools
from ui.style import M, S, font, icon, primary, px, quiet
from vietnamese.folding import fold

from .draft_fields import AddressField, NewAttachments, TypedLine, TypedText, commit_typing, local_files
from .lanes import LANE

MOST_ATTACHED = 25_000_000
"""Bytes in one mail: what an Exchange server commonly lets through, MIME's third more included."""
_SAVE_AFTER_MS = 800
_SAVE_LARGE_AFTER_MS = 5000
_LARGE = 2_000_000
_SAYS_ATTACHED = ("dinh kem", "gui kem", "kem theo thu", "file kem", "tep kem", "attached", "attachment")


class Composer(QWidget):
    """`sent` and `closed` tell its keeper (`writing.Writing`) what became of it."""

    sent = Signal(object)
    """The `Draft` that was given to the outbox."""
    closed = Signal(object)
    """The `Draft` as it is kept, or None when there was nothing to keep."""

    def __init__(self, tools: PageTools, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._tools = tools
        self._draft = draft
        self._as_opened = draft
        self._kept: Draft | None = None
        self._done = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.to = AddressField(self.tr("Người nhận"))
        self.cc = AddressField(self.tr("Đồng gửi"))
        self.bcc = AddressField(self.tr("Gửi ẩn"))
        self.subject = TypedLine()
        self.subject.setAccessibleName(self.tr("Chủ đề"))
        self.attachments = NewAttachments()
        self.text = TypedText()
        self.text.setObjectName("letter")
        self.text.setAccessibleName(self.tr("Nội dung thư"))
        self.text.setTabChangesFocus(True)
        self.state = QLabel()
        self.send_button = primary(QPushButton(icon("sent", "on_fill"), self.tr("Gửi")))
        self.attach_button = QPushButton(icon("attachment"), self.tr("Đính kèm"))
        self.more_fields = quiet(QPushButton(self.tr("Đồng gửi, gửi ẩn")))
        self._build()
        self._show(draft)
        self._tools.background.run(
            self, lambda: tools.desk.mailbox.people(), self._know, lambda _: None, lane="mail-people"
        )
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.save)
        for signal in (
            self.to.changed,
            self.cc.changed,
            self.bcc.changed,
            self.subject.textChanged,
            self.text.textChanged,
        ):
            signal.connect(self._changed)
        self.attachments.changed.connect(self._changed)
        self.text.files_dropped.connect(self.attach_files)
        self.text.picture_pasted.connect(self._attach)

    # --- the draft ---

    @property
    def draft(self) -> Draft:
        """What stands in the fields now. What is no address is left out; the fields themselves keep it."""
        text = self.text.toPlainText()
        return replace(
            self._draft,
            to=self.to.people()[0],
            cc=self.cc.people()[0],
            bcc=self.bcc.people()[0],
            subject=" ".join(self.subject.text().split()),
            text=text,
            html=self._draft.html if text == self._draft.text else None,
            attachments=self.attachments.held,
        )

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

    def _say_kept(self) -> None:
        from datetime import UTC, datetime

        self.state.setText(self.tr("Đã lưu nháp lúc {when}").format(when=formatting.time_of_day(datetime.now(UTC))))

    def _not_kept(self, error: Exception) -> None:
        self._kept = None
        self.state.setText(self.tr("Chưa lưu được thư nháp"))
        self._tools.notices.say_error(error)

    def _changed(self) -> None:
        self.setWindowTitle(self.subject.text().strip() or self.tr("Thư mới"))
        self._pause.start(_SAVE_LARGE_AFTER_MS if self.attachments.total_size > _LARGE else _SAVE_AFTER_MS)

    def _know(self, people: Sequence[Person]) -> None:
        own = self._tools.desk.account.address.casefold()
        met = [one for one in people if one.address.casefold() != own]
        for field in (self.to, self.cc, self.bcc):
            field.suggestions.know(met)

    # --- sending ---

    def send(self) -> None:
        """Ask what looks forgotten, then into the outbox."""
        commit_typing(self.to.line, self.cc.line, self.bcc.line, self.subject, self.text)
        fields = [field for field in (self.to, self.cc, self.bcc) if not field.check()]
        if fields:
            fields[0].setFocus()
            return
        draft = self.draft
        if not (draft.to or draft.cc or draft.bcc):
            self.to.setFocus()
            self.state.setText(self.tr("Thư chưa có người nhận."))
            return
        if (question := self._forgotten(draft)) is None:
            self._send_now()
            return
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Gửi thư"), question, parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes = box.addButton(self.tr("Vẫn gửi"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Quay lại"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        yes.clicked.connect(self._send_now)
        box.open()

    def _forgotten(self, draft: Draft) -> str | None:
        if not draft.subject:
            return self.tr("Thư chưa có chủ đề. Vẫn gửi?")
        if not draft.attachments and says_attached(draft.subject, draft.text):
            return self.tr("Thư nhắc đến tệp đính kèm nhưng chưa đính kèm tệp nào. Vẫn gửi?")
        return None

    def _send_now(self) -> None:
        if self._done:
            return
        self._done = True
        self._pause.stop()
        draft = self.draft
        self.setEnabled(False)
        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: desk.mailbox.send(draft), lambda _: self._was_sent(draft), self._was_not_sent, lane=LANE
        )

    def _was_sent(self, draft: Draft) -> None:
        self.sent.emit(draft)
        self.close()

    def _was_not_sent(self, error: Exception) -> None:
        self._done = False
        self.setEnabled(True)
        self._tools.notices.say_error(error)

    # --- attachments ---

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Read them on a worker; what is too large or unreadable is said."""
        room = MOST_ATTACHED - self.attachments.total_size
        self._tools.background.run(self, lambda: _read_files(paths, room), self._files_read)

    def _files_read(self, read: tuple[list[NewAttachment], list[str], list[str]]) -> None:
        attachments, too_large, unreadable = read
        for attachment in attachments:
            self.attachments.add(attachment)
        if too_large:
            words = self.tr("Quá lớn, chưa đính kèm: {names} (một thư được {most}).")
            self.state.setText(words.format(names=", ".join(too_large[:3]), most=formatting.size(MOST_ATTACHED)))
        elif unreadable:
            self.state.setText(self.tr("Không đọc được: {names}").format(names=", ".join(unreadable[:3])))

    def _attach(self, attachment: NewAttachment) -> None:
        if self.attachments.total_size + len(attachment.content) <= MOST_ATTACHED:
            self.attachments.add(attachment)

    def _ask_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Chọn tệp đính kèm"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.attach_files([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach_files(local_files(event.mimeData()))
        event.acceptProposedAction()

    # --- the window ---

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._done:
            commit_typing(self.to.line, self.cc.line, self.bcc.line, self.subject, self.text)
            draft = self.draft
            self.save()
            self._done = True
            changed = draft != self._as_opened
            self.closed.emit(draft if changed or self._kept is not None else None)
        super().closeEvent(event)

    def focus_first(self) -> None:
        if not self.to.line.text():
            self.to.setFocus()
        elif not self.subject.text():
            self.subject.setFocus()
        else:
            self.text.setFocus()

    def _show(self, draft: Draft) -> None:
        self.to.show_people(draft.to)
        self.cc.show_people(draft.cc)
        self.bcc.show_people(draft.bcc)
        self.subject.setText(draft.subject)
        self.text.setPlainText(draft.text)
        self.attachments.show_attachments(draft.attachments)
        self._show_more_fields(bool(draft.cc or draft.bcc))
        self.setWindowTitle(draft.subject or self.tr("Thư mới"))
        # what the fields make of it is the measure for "nothing was changed"
        self._as_opened = self.draft

    def _show_more_fields(self, shown: bool) -> None:
        self._form.setRowVisible(self.cc, shown)
        self._form.setRowVisible(self.bcc, shown)
        self.more_fields.setVisible(not shown)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(px(S))
        bar.addWidget(self.send_button)
        bar.addWidget(self.attach_button)
        bar.addStretch(1)
        bar.addWidget(self.state)
        for button in (self.send_button, self.attach_button):
            button.setIconSize(QSize(px(16), px(16)))
        self.send_button.setToolTip(self.tr("Gửi (Ctrl+Enter)"))
        self.send_button.clicked.connect(self.send)
        self.attach_button.clicked.connect(self._ask_files)
        self.more_fields.clicked.connect(lambda: self._show_more_fields(True))
        to_row = QWidget()
        to_line = QHBoxLayout(to_row)
        to_line.setContentsMargins(0, 0, 0, 0)
        to_line.addWidget(self.to, 1)
        to_line.addWidget(self.more_fields, 0, Qt.AlignmentFlag.AlignTop)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(px(M))
        self._form.setVerticalSpacing(px(6))
        self._form.addRow(self.tr("Đến"), to_row)
        self._form.addRow(self.tr("Đồng gửi"), self.cc)
        self._form.addRow(self.tr("Gửi ẩn"), self.bcc)
        self._form.addRow(self.tr("Chủ đề"), self.subject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(M), px(16), px(M))
        layout.setSpacing(px(10))
        layout.addLayout(bar)
        layout.addLayout(self._form)
        layout.addWidget(self.attachments)
        layout.addWidget(self.text, 1)
        self.text.setFont(font("reading"))
        self.state.setFont(font("small"))
        self.text.setAcceptDrops(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.close)
        self.resize(px(760), px(620))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_form"):
            self.text.setFont(font("reading"))
            self.state.setFont(font("small"))


def says_attached(subject: str, text: str) -> bool:
    """Whether her own words (not those she quotes) speak of an attachment."""
    own = []
    for line in text.splitlines():
        if line.startswith((">", "-----")):
            break
        own.append(line)
    folded = fold(" ".join([subject, *own]))
    return any(words in folded for words in _SAYS_ATTACHED)


def _read_files(paths: Sequence[Path], room: int) -> tuple[list[NewAttachment], list[str], list[str]]:
    read, too_large, unreadable = [], [], []
    for path in paths:
        try:
            if not path.is_file():
                unreadable.append(path.name)
                continue
            if path.stat().st_size > room:
                too_large.append(path.name)
                continue
            with path.open("rb") as file:
                content = file.read(room + 1)
        except OSError:
            unreadable.append(path.name)
            continue
        if len(content) > room:
            too_large.append(path.name)
            continue
        room -= len(content)
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        read.append(NewAttachment(path.name, media_type, content))
    return read, too_large, unreadable

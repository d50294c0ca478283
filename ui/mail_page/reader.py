"""The reader at the right of the mail page: one message with head, invitation, cited documents, attachments, body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from mail import Attachment, FolderRole, ItemId, Message, MessageSummary
from ui.page_tools import PageTools
from ui.style import L, M, S, current_theme, font, px, quiet
from ui.widgets.head_area import HeadArea

from .attachment_bar import AttachmentBar
from .body_content import BodyContent, body_content
from .body_view import LONGEST_TEXT
from .citations import citations
from .cited_bar import CitedBar
from .link_question import LinkQuestion
from .links import destination
from .mail_body import MailBody
from .meeting_card import MeetingCard
from .pictures_bar import PicturesBar
from .reading_head import ReadingHead

if TYPE_CHECKING:
    from mail import Mailbox


@dataclass(frozen=True)
class _Read:
    """A message and its body made safe, both made on a worker."""

    message: Message
    html: BodyContent | None
    is_trusted: bool = False
    """Remote pictures from this sender are always wanted."""
    is_junk: bool = False


class Reader(QWidget):
    document_asked = Signal(str)
    conference_asked = Signal(object)
    write_to_asked = Signal(str)
    """A mail address she pressed."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._item_id: ItemId | None = None
        self._read: _Read | None = None
        self._as_text = False
        self._on_paper = False
        self._is_simplified = False
        self.head = ReadingHead()
        self.meeting = MeetingCard()
        self.cited = CitedBar()
        self.attachments = AttachmentBar()
        self.body = MailBody()
        self.pictures = PicturesBar(tools)
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.other_view = quiet(QPushButton(self.tr("Chỉ xem chữ")))
        self.paper = quiet(QPushButton())
        self._waiting = QLabel(self.tr("Nội dung thư đang được tải…"))
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._waiting.setMargin(px(M))
        self._build()
        self.meeting.join_asked.connect(self.conference_asked)
        self.cited.document_asked.connect(self.document_asked)
        self.body.document_asked.connect(self.document_asked)
        self.body.followed.connect(self._follow)
        self.body.simplified.connect(self._was_simplified)
        self.other_view.clicked.connect(self._show_the_other_way)
        self.paper.clicked.connect(self._turn_paper)
        self.pictures.came.connect(self._show_with_pictures)
        self.attachments.save_asked.connect(self._save_one)
        self.attachments.save_all_asked.connect(self._save_all)
        self.clear()

    # --- showing ---

    @property
    def item_id(self) -> ItemId | None:
        return self._item_id

    @property
    def message(self) -> Message | None:
        return self._read.message if self._read is not None else None

    def clear(self, words: str = "") -> None:
        """Nothing is chosen; ``words`` say so."""
        self._item_id = self._read = None
        self._nothing.setText(words or self.tr("Chọn một thư để đọc."))
        self._pages.setCurrentIndex(0)
        self.body.clear()

    def show_message(self, item_id: ItemId, summary: MessageSummary | None) -> None:
        """Show it; its head at once, the rest as soon as it is read."""
        self._item_id, self._read, self._as_text = item_id, None, False
        self._on_paper = self._is_simplified = False
        if summary is not None:
            self.head.show_summary(summary)
            self._pages.setCurrentIndex(1)
        self.meeting.hide()
        self.cited.hide()
        self.attachments.hide()
        self.pictures.clear()
        self._remarks_of(None)
        self._body_pages.setCurrentIndex(1)
        self._waiting.setText("")
        self._load()

    def look_again(self) -> None:
        """Its row or body changed in the store."""
        if self._item_id is not None and self._read is None:
            self._load()

    def _load(self) -> None:
        item_id = self._item_id
        assert item_id is not None
        desk = self._tools.desk
        self._tools.background.run(
            self,
            lambda: _read(desk.mailbox, item_id),
            lambda read: self._show_read(item_id, read),
            lambda error: self._could_not_read(item_id, error),
            lane="mail-reader",
        )

    def _show_read(self, item_id: ItemId, read: _Read | None) -> None:
        if item_id != self._item_id:
            return
        if read is None:
            self._waiting.setText(self.tr("Nội dung thư đang được tải…"))
            return
        self._read = read
        self._as_text = read.html is not None and read.html.is_heavy and not self.body.may_use_web
        self._pages.setCurrentIndex(1)
        self.head.show_message(read.message)
        self.meeting.show_meeting(read.message.meeting, subject=read.message.summary.subject)
        self.attachments.show_attachments(_to_save(read.message))
        self._show_body()
        sender = read.message.summary.sender
        self.pictures.offer(
            item_id,
            sender.address if sender is not None else "",
            read.html,
            is_trusted=read.is_trusted,
            is_junk=read.is_junk,
        )

    def _show_with_pictures(self, item_id: str, pictures: dict[str, tuple[str, bytes]]) -> None:
        """Remote pictures came, with her consent: the mail is made safe anew, with them in it."""
        if item_id != self._item_id or self._read is None:
            return
        message, desk = self._read.message, self._tools.desk
        self._tools.background.run(
            self,
            lambda: body_content(message, desk.mailbox.attachment_content, pictures),
            lambda html: self._show_again(message, html),
            lane="mail-reader",
        )

    def _show_again(self, message: Message, html: BodyContent | None) -> None:
        if self._read is not None and self._read.message is message:
            self._read = replace(self._read, html=html)
            self._show_body()

    def _could_not_read(self, item_id: ItemId, error: Exception) -> None:
        if item_id == self._item_id:
            self._waiting.setText(self.tr("Không mở được thư này."))
            self._tools.notices.say_error(error)

    def _show_body(self) -> None:
        assert self._read is not None
        if self._read.html is not None and not self._as_text:
            self.body.show_html(self._read.html, on_paper=self._on_paper)
        else:
            self.body.show_text(self._read.message.text)
        self._body_pages.setCurrentIndex(0)
        self._remarks_of(self._read)
        self._look_up_citations()

    def _remarks_of(self, read: _Read | None) -> None:
        remarks = []
        if read is not None:
            if self._is_simplified:
                remarks.append(self.tr("Không mở được khung xem như thư gốc; thư hiện ở dạng đơn giản."))
            if read.message.unreadable:
                names = ", ".join(read.message.unreadable[:5])
                remarks.append(self.tr("Không đọc được phần: {names}.").format(names=names))
            if read.html is not None and read.html.is_heavy and self._as_text:
                remarks.append(self.tr("Thư có bố cục rất lớn nên chỉ hiện phần chữ."))
            if (read.html is None or self._as_text) and len(read.message.text) > LONGEST_TEXT:
                remarks.append(self.tr("Thư rất dài: chỉ hiện phần đầu."))
        self.remark.setText("  ".join(remarks))
        has_two = read is not None and read.html is not None and bool(read.message.text.strip())
        self.other_view.setVisible(has_two)
        self.remark.setVisible(bool(remarks))
        self.other_view.setText(self.tr("Xem như thư gốc") if self._as_text else self.tr("Chỉ xem chữ"))
        self.paper.setVisible(
            read is not None and read.html is not None and not self._as_text and current_theme().is_dark
        )
        self.paper.setText(self.tr("Nền tối") if self._on_paper else self.tr("Nền sáng"))

    def _show_the_other_way(self) -> None:
        if self._read is not None:
            self._as_text = not self._as_text
            self._show_body()

    def _turn_paper(self) -> None:
        """By night: the mail on white paper, as it was sent, and back."""
        if self._read is not None:
            self._on_paper = not self._on_paper
            self._show_body()

    def _was_simplified(self) -> None:
        if self._read is not None:
            self._is_simplified = True
            self._remarks_of(self._read)
            self._look_up_citations()

    def _look_up_citations(self) -> None:
        text, item_id, as_text, desk = self.body.toPlainText(), self._item_id, self._as_text, self._tools.desk
        self._tools.background.run(
            self,
            lambda: citations(text, lambda: desk.archive),
            lambda found: self._show_citations(item_id, as_text, found),
        )

    def _show_citations(self, item_id: ItemId | None, as_text: bool, found: list) -> None:  # type: ignore[type-arg]
        if item_id == self._item_id and as_text == self._as_text:
            self.body.show_citations(found)
            self.cited.show_citations(found)

    def refresh_citations(self) -> None:
        """The archive changed: a cited document may be here now, or have another status."""
        if self._read is not None and self._pages.currentIndex() == 1:
            self._look_up_citations()

    # --- links ---

    def _follow(self, url: str, words: str) -> None:
        where = destination(url, words)
        if where is None:
            self._tools.notices.say(self.tr("Liên kết này không mở được: nó không dẫn tới trang web hay địa chỉ thư."))
        elif where.is_mail:
            self.write_to_asked.emit(url.removeprefix("mailto:").partition("?")[0])
        else:
            LinkQuestion(where, self).open()

    # --- attachments ---

    def _save_one(self, index: int) -> None:
        if self._read is not None:
            self._ask_folder([index])

    def _save_all(self) -> None:
        if self._read is not None:
            self._ask_folder([attachment.index for attachment in _to_save(self._read.message)])

    def _ask_folder(self, indexes: list[int]) -> None:
        dialog = QFileDialog(self, self.tr("Lưu tệp đính kèm vào thư mục"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.save_attachments(indexes, Path(folder)))
        dialog.open()

    def save_attachments(self, indexes: list[int], folder: Path) -> None:
        """Write them into ``folder``; the store finds safe, free names."""
        item_id, desk = self._item_id, self._tools.desk
        assert item_id is not None
        self._tools.background.run(
            self,
            lambda: [desk.mailbox.save_attachment(item_id, index, folder) for index in indexes],
            self._saved,
            self._not_saved,
        )

    def _saved(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            self._tools.notices.say(self.tr("Đã lưu “{name}”.").format(name=paths[0].name))
        else:
            self._tools.notices.say(
                self.tr("Đã lưu {count} tệp vào “{folder}”.").format(count=len(paths), folder=paths[0].parent)
            )

    def _not_saved(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._tools.notices.say(
                self.tr("Không lưu được tệp: không ghi được vào thư mục đã chọn. Xin chọn thư mục khác.")
            )
        else:
            self._tools.notices.say_error(error)

    # --- inside ---

    def _build(self) -> None:
        self._nothing = QLabel()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._head_box = QWidget()
        head = QVBoxLayout(self._head_box)
        head.setContentsMargins(px(L), px(M), px(L), px(S))
        head.setSpacing(px(S))
        head.addWidget(self.head)
        head.addWidget(self.meeting)
        head.addWidget(self.attachments)
        head.addWidget(self.cited)
        for button in (self.paper, self.other_view):
            self.head.to_line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.remark)
        head.addWidget(self.pictures)
        body = QWidget()
        self._body_pages = QStackedLayout(body)
        self._body_pages.addWidget(self.body)
        self._body_pages.addWidget(self._waiting)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(HeadArea(self._head_box, whole))
        layout.addWidget(body, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(whole)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._dress()

    def _dress(self) -> None:
        self.remark.setFont(font("small"))
        self.other_view.setFont(font("small"))
        self.paper.setFont(font("small"))
        self._nothing.setFont(font("body"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_pages"):
            self._dress()
            self.head.refresh()
            self.meeting.refresh()
            if self._read is not None:
                self._show_body()


def _read(mailbox: Mailbox, item_id: ItemId) -> _Read | None:
    message = mailbox.message(item_id)
    if message is None:
        return None
    html = body_content(message, mailbox.attachment_content)
    if html is None or not html.remote:
        return _Read(message, html)
    sender, folder_id = message.summary.sender, message.summary.folder_id
    return _Read(
        message,
        html,
        is_trusted=sender is not None and mailbox.picture_senders.holds(sender.address),
        is_junk=any(one.id == folder_id and one.role == FolderRole.JUNK for one in mailbox.folders()),
    )


def _to_save(message: Message) -> list[Attachment]:
    """What she thinks of as attached: pictures that stand in the text are left out, unless there is no such text."""
    return [one for one in message.attachments if not one.is_inline or message.html is None]

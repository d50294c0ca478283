"""The reader at the right of the mail page: one message with head, invitation, cited documents, attachments, body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from mail import ItemId, Message, MessageSummary
from ui.page_tools import PageTools
from ui.style import L, M, S, font, px
from ui.widgets.head_area import USUAL, WITH_A_QUESTION, HeadArea

from .attachment_bar import AttachmentBar
from .attachment_deeds import AttachmentDeeds
from .body_content import BodyContent, body_content
from .body_place import BodyPlace
from .citations import citations
from .cited_bar import CitedBar
from .conversation_strip import ConversationStrip
from .link_question import LinkQuestion
from .links import destination
from .mail_body import MailBody
from .mail_source import OpenSource
from .meeting_answers import MeetingAnswers
from .meeting_card import MeetingCard
from .pictures_bar import PicturesBar
from .read_mail import ReadMail, ask_once, read_mail
from .reading_head import ReadingHead
from .warning_lines import WarningLines
from .ways_of_showing import WaysOfShowing
from .zooming import Zooming

if TYPE_CHECKING:
    from mail import SearchMarks

    from .citations import Citation


class Reader(QWidget):
    document_asked = Signal(str)
    conference_asked = Signal(object)
    write_to_asked = Signal(str)
    """A mail address she pressed."""
    mail_asked = Signal(object)
    """The `ItemId` of another mail of this conversation."""
    file_opened = Signal(object)
    """A `mail.MailFile`, attached to this mail: to be read in a window of its own."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None, *, source: OpenSource | None = None) -> None:
        """``source`` has the mails it shows; if none is given, the mailbox."""
        super().__init__(parent)
        self._tools = tools
        self._has_conversations = source is None
        self.source: OpenSource = source or (lambda: tools.desk.mailbox)
        self._item_id: ItemId | None = None
        self.read: ReadMail | None = None
        self._marks: SearchMarks | None = None
        self.head = ReadingHead()
        self.meeting = MeetingCard(tools.desk)
        self.answers = MeetingAnswers(tools, self.meeting)
        self.cited = CitedBar()
        self.attachments = AttachmentBar()
        self.deeds = AttachmentDeeds(tools, self.source, self)
        self.conversation = ConversationStrip(tools.desk.account.address)
        self.warning = WarningLines(tools.desk)
        self.body = MailBody()
        self.place = BodyPlace(self.body)
        self.ways = WaysOfShowing(self)
        self.zooming = Zooming(self.body, tools.preferences)
        self.pictures = PicturesBar(tools)
        self._build()
        self._join()
        self.clear()

    # --- showing ---

    @property
    def item_id(self) -> ItemId | None:
        return self._item_id

    @property
    def message(self) -> Message | None:
        return self.read.message if self.read is not None else None

    def clear(self, words: str = "") -> None:
        """Nothing is chosen; ``words`` say so."""
        self._item_id = self.read = None
        self._nothing.setText(words or self.tr("Chọn một thư để đọc."))
        self._pages.setCurrentIndex(0)
        self.place.close_preview()
        self.deeds.now_shows(None)
        self.body.clear()

    def show_message(self, item_id: ItemId, summary: MessageSummary | None) -> None:
        """Show it; its head at once, the rest as soon as it is read."""
        self._item_id, self.read = item_id, None
        if summary is not None:
            self.head.show_summary(summary)
            self._pages.setCurrentIndex(1)
        self.place.close_preview()
        self.deeds.now_shows(None)
        self.meeting.hide()
        self.cited.hide()
        self.attachments.hide()
        self.pictures.clear()
        self.warning.show_warnings(None)
        self.ways.begin()
        self.place.wait("")
        self._load()

    def look_again(self) -> None:
        """Its row or body changed in the store."""
        if self._item_id is not None and self.read is None:
            self._load()

    def _load(self) -> None:
        item_id = self._item_id
        assert item_id is not None
        source, desk = self.source, self._tools.desk
        self._tools.background.run(
            self,
            lambda: read_mail(source(), item_id, desk),
            lambda read: self._show_read(item_id, read),
            lambda error: self._could_not_read(item_id, error),
            lane="mail-reader",
        )
        self.look_for_conversation()

    def look_for_conversation(self) -> None:
        """The mails around this one, as they are now."""
        item_id, desk = self._item_id, self._tools.desk
        if item_id is None or not self._has_conversations:
            return

        def show(found: list[MessageSummary]) -> None:
            if item_id == self._item_id:
                self.conversation.show_conversation(found, item_id)

        self._tools.background.run(self, lambda: desk.mailbox.conversations.around(item_id), show, lane="mail-rows")

    def _show_read(self, item_id: ItemId, read: ReadMail | None) -> None:
        if item_id != self._item_id:
            return
        if read is None:
            self.place.wait(self.tr("Nội dung thư đang được tải…"))
            ask_once(self.place.waiting, self._tools.service, item_id)
            return
        self.read = read
        self.ways.start_with(read, may_use_web=self.body.may_use_web)
        self._pages.setCurrentIndex(1)
        self.head.show_message(read.message)
        self.meeting.show_message(read.message)
        self.answers.show_invitation(item_id, read.message.meeting)
        self.warning.show_warnings(read)
        asks_her = read.message.meeting is not None or self.warning.is_grave
        self._head_area.may_take(WITH_A_QUESTION if asks_her else USUAL)
        self.deeds.now_shows(read.message, read.findings)
        self.attachments.show_attachments(read.to_save)
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
        if item_id != self._item_id or self.read is None:
            return
        message, source = self.read.message, self.source
        self._tools.background.run(
            self,
            lambda: body_content(message, source().attachment_content, pictures),
            lambda html: self._show_again(message, html),
            lane="mail-reader",
        )

    def _show_again(self, message: Message, html: BodyContent | None) -> None:
        if self.read is not None and self.read.message is message:
            self.read = replace(self.read, html=html)
            self._show_body()

    def _could_not_read(self, item_id: ItemId, error: Exception) -> None:
        if item_id == self._item_id:
            self.place.wait(self.tr("Không mở được thư này."))
            self._tools.notices.say_error(error)

    def _show_body(self) -> None:
        assert self.read is not None
        if self.read.html is not None and not self.ways.as_text:
            self.body.show_html(self.read.html, on_paper=self.ways.on_paper)
        else:
            self.body.show_text(self.read.message.text)
        self.place.show_body()
        self.zooming.watch()
        self.ways.tell(self.read)
        self.body.show_marks(self._marks)
        self._look_up_citations()

    def show_marks(self, marks: SearchMarks | None) -> None:
        """Mark these words in this mail and the next ones; None: nothing is searched for."""
        self._marks = marks
        if self.read is not None:
            self.body.show_marks(marks)

    def _show_body_again(self) -> None:
        if self.read is not None:
            self._show_body()

    def _was_simplified(self) -> None:
        if self.read is not None:
            self.ways.is_simplified = True
            self.ways.tell(self.read)
            self._look_up_citations()

    def _look_up_citations(self) -> None:
        text, item_id, as_text, desk = self.body.toPlainText(), self._item_id, self.ways.as_text, self._tools.desk
        self._tools.background.run(
            self,
            lambda: citations(text, lambda: desk.archive),
            lambda found: self._show_citations(item_id, as_text, found),
        )

    def _show_citations(self, item_id: ItemId | None, as_text: bool, found: Sequence[Citation]) -> None:
        if item_id == self._item_id and as_text == self.ways.as_text:
            self.body.show_citations(found)
            self.cited.show_citations(found)

    def refresh_citations(self) -> None:
        """The archive changed: a cited document may be here now, or have another status."""
        if self.read is not None and self._pages.currentIndex() == 1:
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

    def _save_all(self) -> None:
        if self.read is not None:
            self.deeds.ask_folder([attachment.index for attachment in self.read.to_save])

    def save_attachments(self, indexes: list[int], folder: Path) -> None:
        """Write them into ``folder``; the store finds safe, free names."""
        self.deeds.save(indexes, folder)

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
        head.addWidget(self.warning)
        head.addWidget(self.conversation)
        head.addWidget(self.meeting)
        head.addWidget(self.attachments)
        head.addWidget(self.cited)
        self.head.to_line.add(self.ways.paper, self.ways.other_view)
        head.addWidget(self.ways.remark)
        head.addWidget(self.pictures)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head_area = HeadArea(self._head_box, whole)
        layout.addWidget(self._head_area)
        layout.addWidget(self.place, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(whole)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._dress()

    def _join(self) -> None:
        self.meeting.join_asked.connect(self.conference_asked)
        self.cited.document_asked.connect(self.document_asked)
        self.body.document_asked.connect(self.document_asked)
        self.body.followed.connect(self._follow)
        self.body.simplified.connect(self._was_simplified)
        self.ways.changed.connect(self._show_body_again)
        self.pictures.came.connect(self._show_with_pictures)
        self.attachments.open_asked.connect(self.deeds.look)
        self.attachments.menu_asked.connect(self.deeds.show_menu)
        self.attachments.save_all_asked.connect(self._save_all)
        self.attachments.drag = self.deeds.drag
        self.deeds.preview_ready.connect(self.place.show_preview)
        self.place.previewing.connect(self._head_area.setHidden)
        self.place.save_asked.connect(lambda index: self.deeds.ask_folder([index]))
        self.place.elsewhere_asked.connect(self.deeds.open_elsewhere)
        self.place.failed.connect(self._tools.notices.say)
        self.deeds.mail_opened.connect(self.file_opened)
        self.conversation.asked.connect(self.mail_asked)
        preferences = self._tools.preferences
        self.conversation.folded.connect(
            lambda is_folded: preferences.remember_word("conversation", "folded" if is_folded else "open")
        )
        self.conversation.fold.setChecked(preferences.word("conversation", "folded") == "open")

    def _dress(self) -> None:
        self.ways.dress()
        self.warning.refresh()
        self._nothing.setFont(font("body"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_pages"):
            self._dress()
            self.head.refresh()
            self.meeting.refresh()
            self.conversation.refresh()
            self.place.refresh()
            self._show_body_again()

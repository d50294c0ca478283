"""Tài liệu: the files that came with the invitation and the laws its text cites, opened here beside the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedLayout, QVBoxLayout, QWidget

from ...formatting import size
from ...legal_status import status_words
from ...mail_page.citations import Citation, citations
from ...style import font, icon, px
from .chair import Chair, Kept
from .context import PaperFile
from .rest_of_height import take_the_rest

if TYPE_CHECKING:
    from ...archive_page.document_view import DocumentView
    from ...mail_page.attachment_deeds import AttachmentDeeds
    from ...mail_page.preview.attachment_view import AttachmentView, Shown
    from ...mail_page.read_mail import ReadMail

_PAPER = Qt.ItemDataRole.UserRole


class PapersList(QListWidget):
    """Enter opens; letters are no keys of the meeting here."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalnum():
            event.accept()
            return True
        return super().event(event)


class PapersView(QWidget):
    def __init__(self, chair: Chair, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair = chair
        self._cited: list[Citation] = []
        self._asked_for = ""
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.list = PapersList()
        take_the_rest(self.list)
        self.list.setAccessibleName(self.tr("Tài liệu của cuộc họp"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        overview = QWidget()
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._overview = overview
        self._pages.addWidget(overview)
        self._deeds: AttachmentDeeds | None = None
        self.file_view: AttachmentView | None = None
        self.law_view: DocumentView | None = None
        chair.begun.connect(self._begin)
        chair.context_changed.connect(self._look)
        self._begin()

    def activate(self) -> None:
        self._chair.look_up()

    def focus_first(self) -> None:
        current = self._pages.currentWidget()
        (self.list if current is self._overview else current or self.list).setFocus()

    # --- the overview -------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._cited, self._asked_for = [], ""
        self.show_overview()
        self._look()

    def _look(self) -> None:
        """The numbers in the invitation are looked up in the archive on a worker."""
        kept = self._chair.kept
        self._fill()
        if kept is None or not kept.context.text or kept.context.text == self._asked_for:
            return
        text = self._asked_for = (
            f"{kept.context.title}\n{kept.context.text}" if kept.context.title else kept.context.text
        )
        self._asked_for = kept.context.text
        desk = self._chair.tools.desk
        self._chair.tools.background.run(
            self,
            lambda: citations(text, lambda: desk.archive),
            lambda found: self._found(kept, found),
            lambda error: None,
        )

    def _found(self, kept: Kept, cited: list[Citation]) -> None:
        if kept is self._chair.kept:
            self._cited = cited
            self._fill()

    def _fill(self) -> None:
        kept = self._chair.kept
        files = kept.context.attachments if kept is not None else ()
        self.list.clear()
        if files:
            self._heading(self.tr("Kèm giấy mời"))
        for file in files:
            self._row("attachment", f"{file.attachment.name}\n{size(file.attachment.size)}", file)
        if self._cited:
            self._heading(self.tr("Văn bản được nhắc đến"))
        for one in self._cited:
            if one.held is not None:
                self._row("documents", f"{one.number} · {status_words(one.held.status)}\n{one.held.title}", one)
            else:
                row = self._row("unknown", f"{one.number}\n{self.tr('Kho văn bản trên máy chưa có')}", one)
                row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        has_any = bool(files or self._cited)
        self.said.setVisible(not has_any)
        self.said.setText(
            self.tr("Chưa thấy giấy mời của cuộc họp này trong thư và lịch, hoặc giấy mời không có tài liệu kèm theo.")
        )
        if has_any:
            self.list.setCurrentRow(1)

    def _heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFont(font("strong"))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _row(self, picture: str, words: str, paper: PaperFile | Citation) -> QListWidgetItem:
        item = QListWidgetItem(icon(picture), words)
        item.setData(_PAPER, paper)
        item.setToolTip(words)
        self.list.addItem(item)
        return item

    # --- opening ------------------------------------------------------------------------------------------------------

    def _open(self, item: QListWidgetItem) -> None:
        paper = item.data(_PAPER)
        if isinstance(paper, PaperFile):
            self._open_file(paper)
        elif isinstance(paper, Citation) and paper.held is not None:
            self._open_law(paper)

    def show_overview(self) -> None:
        if self.file_view is not None:
            self.file_view.forget()
        self._pages.setCurrentWidget(self._overview)
        self.list.setFocus()

    def _open_file(self, paper: PaperFile) -> None:
        """Through the reader's own deeds: a disguised program is told in words before anything is done with it."""
        from ...mail_page.attachment_deeds import AttachmentDeeds
        from ...mail_page.read_mail import read_mail

        tools = self._chair.tools
        desk = tools.desk
        if self._deeds is None:
            self._deeds = AttachmentDeeds(tools, lambda: desk.mailbox, self)
            self._deeds.preview_ready.connect(self._show_file)
            self._deeds.mail_opened.connect(lambda _: self._say_mail())
        deeds = self._deeds

        def look(read: ReadMail | None) -> None:
            if read is not None:
                deeds.now_shows(read.message, read.findings)
                deeds.look(paper.attachment.index)

        tools.background.run(self, lambda: read_mail(desk.mailbox, paper.item_id, desk), look, tools.notices.say_error)

    def _say_mail(self) -> None:
        self._chair.tools.notices.say(self.tr("Tệp này là một thư. Xin mở giấy mời trong trang Thư để đọc."))

    def _show_file(self, shown: Shown) -> None:
        from ...mail_page.preview.attachment_view import AttachmentView

        if self.file_view is None:
            self.file_view = AttachmentView()
            self.file_view.closed.connect(self.show_overview)
            self.file_view.failed.connect(self._chair.tools.notices.say)
            if self._deeds is not None:
                self.file_view.save_asked.connect(lambda index, deeds=self._deeds: deeds.ask_folder([index]))
                self.file_view.elsewhere_asked.connect(self._deeds.open_elsewhere)
            self._pages.addWidget(self.file_view)
        self._pages.setCurrentWidget(self.file_view)
        self.file_view.show_attachment(shown)
        self.file_view.setFocus()

    def _open_law(self, cited: Citation) -> None:
        from ...archive_page.document_view import DocumentView, Wanted

        assert cited.held is not None
        if self.law_view is None:
            self.law_view = DocumentView(self._chair.tools)
            self.law_view.setMinimumWidth(px(200))
            self.law_view.back.setEnabled(True)
            self.law_view.back.setToolTip(self.tr("Về danh sách tài liệu"))
            self.law_view.back_asked.connect(self.show_overview)
            self.law_view.document_asked.connect(lambda id_: self._go(Wanted(id_)))
            self._pages.addWidget(self.law_view)
        self._pages.setCurrentWidget(self.law_view)
        self._go(Wanted(cited.held.id))

    def _go(self, wanted: object) -> None:
        from ...archive_page.document_view import Wanted

        if self.law_view is not None and isinstance(wanted, Wanted):
            self.law_view.open(wanted)
            self.law_view.back.setEnabled(True)
            self.law_view.forward.setVisible(False)

"""The documents page: joins search, results and the open document with what the service tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from docs_archive import (
    ArchiveChanges,
    ArchiveProgress,
    DocumentId,
    DocumentSummary,
    LegalDocument,
    SearchHit,
    SearchQuery,
    SearchResult,
)
from ui import formatting
from ui.page_tools import PageTools
from ui.style import font, px
from vietnamese.document_numbers import parse_number

from .archive_menu import ArchiveMenu
from .document_view import DocumentView, Wanted
from .result_list import ResultList
from .search_bar import SearchBar

if TYPE_CHECKING:
    from ui.draft_check import DraftCheckWindow

_SCREENFUL = 16
"""What a keystroke asks for; the list asks for the next page itself when its end comes into sight."""
_PAGE = 50
_GATHER_MS = 400
"""News of a first sync come many times a second."""


@dataclass(frozen=True)
class _Answer:
    query: SearchQuery
    result: SearchResult


class ArchivePage(QWidget):
    document_opened = Signal(object)
    """The `DocumentSummary` now shown."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._opened_once = False
        self._is_asking = self._ask_again = False
        self._keep_next = self._enter_wanted = False
        self._answer: _Answer | None = None
        self._progress: ArchiveProgress | None = None
        self._back: list[Wanted] = []
        self._forward: list[Wanted] = []
        self._asked_number = ""
        self._draft_check: DraftCheckWindow | None = None
        self.search_bar = SearchBar()
        self.result_list = ResultList()
        self.document_view = DocumentView(tools)
        self._nothing = QLabel()
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self._ask_quietly)
        self._build()
        self._join()

    # --- what the main window asks ---

    def activate(self) -> None:
        if not self._opened_once:
            self._opened_once = True
            self._load_facets()
            self._ask()

    def deactivate(self) -> None:
        """Nothing runs on while she is elsewhere."""

    def focus_first(self) -> None:
        self.search_bar.focus_first()

    @property
    def shortcuts(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("Tìm văn bản")),
            ("Ctrl+F", self.tr("Tìm trong văn bản đang mở")),
            ("Ctrl+Shift+C", self.tr("Chép câu trích dẫn")),
            ("Ctrl+Shift+K", self.tr("Kiểm tra căn cứ của một dự thảo")),
            ("Alt+Left", self.tr("Văn bản trước")),
            ("Alt+Right", self.tr("Văn bản sau")),
        ]

    def open_number(self, number: str) -> None:
        """A number cited elsewhere was pressed: open it, or say that it is not here."""
        desk = self._tools.desk
        self._opened_once = True
        self._asked_number = number
        self._load_facets()
        self.search_bar.search_for(number)
        self._tools.background.run(
            self, lambda: desk.archive.find_by_number(number), lambda found: self._number_found(number, found)
        )

    def open_document(self, document_id: DocumentId) -> None:
        self._go(Wanted(document_id))

    def open_draft_check(self) -> None:
        """The window that holds a draft's citations against the archive; the same one again while it is open."""
        if self._draft_check is None or not shiboken6.isValid(self._draft_check):
            from ui.draft_check import DraftCheckWindow

            self._draft_check = DraftCheckWindow(self._tools, self.window())
            self._draft_check.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._draft_check.document_asked.connect(self._open_from_draft)
        self._draft_check.show()
        self._draft_check.raise_()
        self._draft_check.activateWindow()

    def _open_from_draft(self, document: DocumentSummary) -> None:
        self.open_document(document.id)
        self.window().activateWindow()

    def _number_found(self, number: str, found: list[DocumentSummary]) -> None:
        if number != self._asked_number:
            return
        wanted = parse_number(number)
        for summary in found:
            has = parse_number(summary.number)
            if wanted is None or (has is not None and has.key == wanted.key):
                self.open_document(summary.id)
                return
        self.document_view.clear(self.tr("Văn bản số {number} chưa có trong kho trên máy này.").format(number=number))

    # --- searching ---

    def _ask(self) -> None:
        """The newest question only: while one is under way, those in between are not asked at all."""
        if self._is_asking:
            self._ask_again = True
            return
        self._is_asking = True
        query, keep = self.search_bar.query(limit=_SCREENFUL), self._keep_next
        self._keep_next = False
        if keep:
            query = self.search_bar.query(limit=max(_SCREENFUL, len(self.result_list.results.hits)))
        desk = self._tools.desk
        self._tools.background.run(
            self,
            lambda: desk.archive.search(query),
            lambda result: self._show_answer(_Answer(query, result), keep),
            self._no_answer,
            lane="archive-search",
        )

    def _ask_quietly(self) -> None:
        self._keep_next = True
        self._load_facets()
        self._ask()

    def _show_answer(self, answer: _Answer, keep: bool) -> None:
        self._is_asking = False
        if self._ask_again:
            self._ask_again = False
            self._ask()
            return
        self._answer = answer
        result = answer.result
        with_snippets = bool(answer.query.words) and not result.is_number
        self.result_list.show_hits(result.hits, result.total, with_snippets=with_snippets, keep=keep)
        self._tell(answer)
        if self._enter_wanted and result.hits:
            self.result_list.setFocus()
            self.result_list.forget_opened()
            self.result_list.stand_on(0)
        self._enter_wanted = False

    def _no_answer(self, error: Exception) -> None:
        self._is_asking = self._ask_again = self._enter_wanted = False
        if not self.result_list.results.hits:
            self._nothing.setText(self.tr("Không mở được kho văn bản trên máy này."))
            self._lists.setCurrentIndex(1)
        self._tools.notices.say_error(error)

    def _ask_more(self) -> None:
        if self._answer is None:
            return
        asked, desk = self._answer, self._tools.desk
        query = self.search_bar.query(offset=len(self.result_list.results.hits), limit=_PAGE)
        self._tools.background.run(
            self, lambda: desk.archive.search(query), lambda result: self._add(asked, result), lane="archive-search"
        )

    def _add(self, asked: _Answer, result: SearchResult) -> None:
        if asked is self._answer:
            self.result_list.results.append(result.hits, result.total)

    def _tell(self, answer: _Answer) -> None:
        result = answer.result
        words = self.tr("{count} văn bản")
        if result.hits and not result.is_number and parse_number(answer.query.words) is not None:
            words = self.tr("Không có đúng số này; {count} văn bản gần giống")
        self.search_bar.count.setText(words.format(count=formatting.number(result.total)))
        self._nothing.setText(self._empty_words(answer.query))
        self._lists.setCurrentIndex(0 if result.hits else 1)

    def _empty_words(self, query: SearchQuery) -> str:
        if self._progress is not None:
            done, total = formatting.number(self._progress.done), formatting.number(self._progress.total)
            return self.tr("Kho văn bản đang được tải lần đầu… {done}/{total}").format(done=done, total=total)
        if query.types or query.issuers or query.years or query.statuses:
            return self.tr("Không có văn bản nào khớp. Xin thử bỏ bớt bộ lọc.")
        if query.words:
            return self.tr("Không tìm thấy “{words}”. Xin thử ít chữ hơn.").format(words=query.words[:80])
        return self.tr("Kho văn bản trên máy này còn trống. Văn bản sẽ hiện ra khi tải xong lần đầu.")

    def _load_facets(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(
            self, lambda: desk.archive.facets(), self.search_bar.show_facets, lambda _: None, lane="archive-search"
        )

    def _enter(self) -> None:
        if self._is_asking or self._ask_again:
            self._enter_wanted = True
        elif self.result_list.results.hits:
            self.result_list.setFocus()
            self.result_list.forget_opened()
            self.result_list.stand_on(max(0, self.result_list.currentIndex().row()))

    # --- opening, back and forward ---

    def _open_hit(self, hit: SearchHit) -> None:
        answer = self._answer
        words = answer.query.words if answer is not None and not answer.result.is_number else ""
        self._go(Wanted(hit.summary.id, anchor=hit.anchor if words else "", words=words))

    def _go(self, wanted: Wanted) -> None:
        if (here := self._here()) is not None and here.document_id != wanted.document_id:
            self._back.append(here)
            del self._back[:-100]
            self._forward.clear()
        self.document_view.open(wanted)
        self._tell_history()

    def go_back(self) -> None:
        self._turn(self._back, self._forward)

    def go_forward(self) -> None:
        self._turn(self._forward, self._back)

    def _turn(self, source: list[Wanted], other: list[Wanted]) -> None:
        if not source:
            return
        if (here := self._here()) is not None:
            other.append(here)
        self.document_view.open(source.pop())
        self._tell_history()

    def _here(self) -> Wanted | None:
        document = self.document_view.document
        if document is None:
            return None
        return Wanted(document.summary.id, place=self.document_view.text.place())

    def _tell_history(self) -> None:
        self.document_view.back.setEnabled(bool(self._back))
        self.document_view.forward.setEnabled(bool(self._forward))

    # --- what the service tells ---

    def _changed(self, changes: ArchiveChanges) -> None:
        self._progress = None if changes.first_sync else self._progress
        open_id = self.document_view.document_id
        if open_id is not None and (open_id in changes.amended or open_id in changes.document_ids):
            if self.document_view.document is not None:
                self.document_view.say_updated()
                self._tools.notices.say_in_status(self.tr("Văn bản đang mở vừa được cập nhật."))
            else:
                self.document_view.open(Wanted(open_id))
        if self._opened_once:
            self._gather.start()

    def _progressed(self, progress: ArchiveProgress) -> None:
        self._progress = progress if progress.done < progress.total else None
        if not self.result_list.results.hits and self._answer is not None:
            self._tell(self._answer)

    # --- inside ---

    def _build(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(px(24))
        self._nothing.setFont(font("body"))
        self._nothing.setText(self.tr("Đang mở kho văn bản…"))
        lists = QWidget()
        lists.setAutoFillBackground(True)
        lists.setBackgroundRole(self.palette().ColorRole.Base)
        self._lists = QStackedLayout(lists)
        self._lists.addWidget(self.result_list)
        self._lists.addWidget(self._nothing)
        self._lists.setCurrentIndex(1)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for place, (pane, least) in enumerate(((lists, 240), (self.document_view, 320))):
            pane.setMinimumWidth(px(least))
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(place, place)
        self._splitter.setSizes([px(400), px(860)])
        remembered = self._tools.preferences.remembered("archive_splitter")
        if remembered is not None:
            self._splitter.restoreState(remembered)
        self._splitter.splitterMoved.connect(
            lambda *_: self._tools.preferences.remember("archive_splitter", self._splitter.saveState())
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.search_bar)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        layout.addLayout(row, 1)
        self._tell_history()

    def _join(self) -> None:
        self.search_bar.asked.connect(self._ask)
        self.search_bar.entered.connect(self._enter)
        self.search_bar.draft_check_asked.connect(self.open_draft_check)
        self.menu = ArchiveMenu(self._tools, self.search_bar.more)
        self.result_list.opened.connect(self._open_hit)
        self.result_list.more_asked.connect(self._ask_more)
        self.document_view.document_asked.connect(self.open_document)
        self.document_view.back_asked.connect(self.go_back)
        self.document_view.forward_asked.connect(self.go_forward)
        self.document_view.opened.connect(self._tell_opened)
        service = self._tools.service
        service.archive_changed.connect(self._changed)
        service.archive_progress.connect(self._progressed)
        for keys, act in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+K", self.search_bar.focus_first),
            ("Ctrl+L", self.search_bar.focus_first),
            ("Ctrl+F", self.document_view.start_find),
            ("Ctrl+Shift+C", self.document_view.copy_citation),
            ("Ctrl+Shift+K", self.open_draft_check),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _tell_opened(self, document: LegalDocument) -> None:
        self.document_opened.emit(document.summary)

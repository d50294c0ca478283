"""One document open: its head, its structure and relations at the side, its text, and finding in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docs_archive import DocumentId, LegalDocument, Provision, ProvisionKind
from ui import formatting
from ui.page_tools import PageTools
from ui.style import L, S, colours, icon, px, quiet
from ui.widgets.head_area import HeadArea

from .citation import citation
from .document_head import DocumentHead
from .document_text import DocumentText
from .find_bar import FindBar
from .occurrences import marks_for, occurrences
from .outline import Outline
from .paragraphs import Paragraph, paragraphs
from .relations_list import RelationsList

if TYPE_CHECKING:
    from docs_archive import Archive

_NARROW = 520
_FAR = 800
"""Characters: about what is seen at once below a heading."""


@dataclass(frozen=True)
class Wanted:
    """What to open: the document, the provision or character to stand at, and the words to mark."""

    document_id: DocumentId
    anchor: str = ""
    place: int | None = None
    words: str = ""


@dataclass(frozen=True)
class _Opened:
    document: LegalDocument
    paragraphs: list[Paragraph]
    marks: list[tuple[int, int]]
    place: int | None


class DocumentView(QWidget):
    document_asked = Signal(object)
    back_asked = Signal()
    forward_asked = Signal()
    opened = Signal(object)
    """The `LegalDocument` now shown."""

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wanted: Wanted | None = None
        self._document: LegalDocument | None = None
        self._found: Sequence[tuple[int, int]] = ()
        self.head = DocumentHead()
        self.text = DocumentText()
        self.outline = Outline()
        self.relations = RelationsList()
        self.find_bar = FindBar()
        self.back = self._button("back", self.tr("Văn bản trước (Alt+←)"), self.back_asked.emit)
        self.forward = self._button("chevron_right", self.tr("Văn bản sau (Alt+→)"), self.forward_asked.emit)
        self.find_button = self._button("search", self.tr("Tìm trong văn bản này (Ctrl+F)"), self.start_find)
        self.side_button = self._button("contents", self.tr("Mục lục và văn bản liên quan"), self._share_room)
        self.side_button.setCheckable(True)
        self.updated = QWidget()
        self._nothing = QLabel()
        self._build()
        self.outline.chosen.connect(self._jump)
        self.text.scrolled_to.connect(self.outline.follow)
        self.relations.document_asked.connect(self.document_asked)
        self.head.copy_asked.connect(self.copy_citation)
        self.find_bar.asked.connect(self._look_for)
        self.find_bar.moved.connect(lambda place: self.text.show_found(self._found, place))
        self.find_bar.closed.connect(self._end_find)
        self.clear()

    # --- showing ---

    @property
    def document(self) -> LegalDocument | None:
        return self._document

    @property
    def document_id(self) -> DocumentId | None:
        return self._wanted.document_id if self._wanted is not None else None

    def clear(self, words: str = "") -> None:
        self._wanted = self._document = None
        self._nothing.setText(words or self.tr("Chọn một văn bản để đọc."))
        self._pages.setCurrentIndex(0)

    def open(self, wanted: Wanted) -> None:
        """Read on a worker and show it; the same document only moves."""
        is_same = self._document is not None and self._document.summary.id == wanted.document_id
        if is_same and not wanted.words and wanted.place is None and not wanted.anchor:
            return
        self._wanted = wanted
        desk = self._tools.desk
        self._tools.background.run(
            self,
            lambda: _open(desk.archive, wanted),
            lambda opened: self._show(wanted, opened),
            lambda error: self._could_not(wanted, error),
            lane="archive-document",
        )

    def open_anew(self) -> None:
        """It was amended: read it again, she stays where she was."""
        if self._wanted is not None:
            self.open(Wanted(self._wanted.document_id, place=self.text.place()))

    def say_updated(self) -> None:
        """The store holds another text or status of the open document."""
        self.updated.show()

    def _show(self, wanted: Wanted, opened: _Opened | None) -> None:
        if wanted is not self._wanted:
            return
        if opened is None:
            self.clear(self.tr("Văn bản này không còn trong kho."))
            return
        document = self._document = opened.document
        self._pages.setCurrentIndex(1)
        self.updated.hide()
        self.side_button.setChecked(False)
        self._share_room()
        self._end_find()
        self.head.show_document(document)
        self.outline.show_provisions(document.provisions)
        self.relations.show_relations(document.relations)
        count = len(document.relations)
        self._side.setTabText(1, self.tr("Liên quan ({count})").format(count=formatting.number(count)))
        self._side.setTabEnabled(0, not self.outline.is_empty)
        self._side.setCurrentIndex(0 if not self.outline.is_empty else 1)
        self._text_pages.setCurrentIndex(0 if opened.paragraphs else 1)
        self.text.show_paragraphs(opened.paragraphs, opened.place)
        self.text.show_marks(opened.marks)
        self.opened.emit(document)

    def _could_not(self, wanted: Wanted, error: Exception) -> None:
        if wanted is self._wanted:
            self.clear(self.tr("Không mở được văn bản này."))
            self._tools.notices.say_error(error)

    # --- finding and citing ---

    def _look_for(self, words: str) -> None:
        document = self._document
        if document is None:
            return
        text = document.text
        self._tools.background.run(
            self, lambda: occurrences(text, words), lambda found: self._show_found(document, words, found)
        )

    def _show_found(self, document: LegalDocument, words: str, found: Sequence[tuple[int, int]]) -> None:
        if document is self._document and words == self.find_bar.words.text():
            self._found = found
            self.find_bar.show_count(len(found))
            self.text.show_found(found, 0)

    def _end_find(self) -> None:
        self._found = ()
        had_focus = self.find_bar.words.hasFocus()
        self.find_bar.hide()
        self.text.show_found((), -1)
        if had_focus:
            self.text.setFocus()

    def copy_citation(self) -> None:
        """The document, with the Điều the cursor of the outline stands on if she chose one."""
        if self._document is None:
            return
        provision: Provision | None = None
        if self.outline.hasFocus() and self.outline.currentItem() is not None:
            provision = self.outline.at(self.text.place())
            if provision is not None and provision.kind != ProvisionKind.ARTICLE:
                provision = None
        QGuiApplication.clipboard().setText(citation(self._document.summary, provision))
        self._tools.notices.say_in_status(self.tr("Đã chép câu trích dẫn."))

    # --- inside ---

    def _jump(self, provision: Provision) -> None:
        self.side_button.setChecked(False)
        self._share_room()
        self.text.jump_to(provision.start)

    def _share_room(self) -> None:
        """Text and structure side by side; where there is no room for both, one at a time, by a button."""
        is_narrow = self.width() < px(_NARROW)
        self.side_button.setVisible(is_narrow)
        self._side.setVisible(not is_narrow or self.side_button.isChecked())
        self._texts.setVisible(not is_narrow or not self.side_button.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _button(self, icon_name: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(px(18), px(18)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

    def _build(self) -> None:
        for place, button in enumerate((self.back, self.forward, self.find_button, self.side_button)):
            self.head.tools.insertWidget(place, button)
        strip = QHBoxLayout(self.updated)
        strip.setContentsMargins(px(L), px(4), px(S), px(4))
        self._updated_words = QLabel(self.tr("Văn bản này vừa được cập nhật."))
        self.see_new = quiet(QPushButton(self.tr("Xem bản mới")))
        self.see_new.clicked.connect(self.open_anew)
        strip.addWidget(self._updated_words)
        strip.addWidget(self.see_new)
        strip.addStretch(1)
        self.updated.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.updated.hide()
        self._side = QTabWidget()
        self._side.setDocumentMode(True)
        self._side.addTab(self.outline, self.tr("Mục lục"))
        self._side.addTab(self.relations, self.tr("Liên quan"))
        self._side.setMinimumWidth(px(150))
        no_text = QLabel(self.tr("Kho chỉ có thông tin của văn bản này, chưa có toàn văn."))
        no_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        no_text.setWordWrap(True)
        self._texts = texts = QWidget()
        self._text_pages = QStackedLayout(texts)
        self._text_pages.addWidget(self.text)
        self._text_pages.addWidget(no_text)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(texts)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([px(600), px(230)])
        remembered = self._tools.preferences.remembered("document_splitter")
        if remembered is not None:
            self._splitter.restoreState(remembered)
        self._splitter.splitterMoved.connect(
            lambda *_: self._tools.preferences.remember("document_splitter", self._splitter.saveState())
        )
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.updated)
        layout.addWidget(HeadArea(self.head, whole))
        layout.addWidget(self.find_bar)
        layout.addWidget(self._splitter, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(whole)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self._dress()

    def start_find(self) -> None:
        if self._document is not None:
            self.find_bar.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pages"):
            self._dress()

    def _dress(self) -> None:
        sheet = f"background:{colours().warning_soft}; color:{colours().warning};"
        if self.updated.styleSheet() != sheet:
            self.updated.setStyleSheet(sheet)


def _open(archive: Archive, wanted: Wanted) -> _Opened | None:
    document = archive.document(wanted.document_id)
    if document is None:
        return None
    provision = next((one for one in document.provisions if wanted.anchor and one.anchor == wanted.anchor), None)
    place = provision.start if provision is not None else wanted.place
    start, end = (provision.start, provision.end) if provision is not None else (0, 0)
    marks = marks_for(document.text, wanted.words, start, end) if wanted.words else []
    first = next((mark for mark, _ in marks if start <= mark < end), None)
    if first is not None and first - start > _FAR:  # the words are what she looks for, far down a long Điều
        place = document.text.rfind("\n", 0, first) + 1
    return _Opened(document, paragraphs(document), marks, place)

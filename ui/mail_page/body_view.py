"""The body of a mail on screen. It shows what is in the message and fetches nothing, from anywhere, ever."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QWidget

from ui.legal_status import status_roles, status_words
from ui.style import DARK, LIGHT, L, colours, current_theme, font, palette, paper_font, px

from .citations import Citation
from .found_marks import mark_text

if TYPE_CHECKING:
    from mail import SearchMarks

DOCUMENT_SCHEME = "vanban"
NIGHT_GROUND, NIGHT_LETTERS = "#191919", "#e5e5e5"
"""What `mail.night_colour` makes of white and black: the page the turned colours are meant for."""
LONGEST_TEXT = 200_000
"""Characters shown of a plain text; the rest is a click away as a file."""
_MOST_IMAGE_DATA = 15_000_000
_MOST_LINKS = 500
_ADDRESS_IN_TEXT = re.compile(
    r"https?://[^\s<>\"”]{3,2000}|(?<![\w.@-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@-])"
)
# Qt lays a paragraph out whole; 500 links in 300,000 letters take 20 seconds (measured): long lines come in pieces.
_LONG_LINE = re.compile(r"([^\n]{4000}(?:[^\s]{0,200}\s)?)")
_ENDLESS_WORD = re.compile(r"[^\s<>]{2000}")
_IMAGE_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,", re.IGNORECASE)


class BodyView(QTextBrowser):
    followed = Signal(str, str)
    """``(url, words)`` of a link she pressed; nothing is opened here."""
    document_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(px(L))
        self.anchorClicked.connect(self._clicked)
        self.setAccessibleName(self.tr("Nội dung thư"))
        self._is_html = False
        self._is_night = False
        self._zoom = 1.0
        self._citations: Sequence[Citation] = ()

    # --- nothing comes in from outside ---

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only pictures that stand in the text itself (data:). Whatever else a mail names stays unfetched."""
        if kind == int(QTextDocument.ResourceType.ImageResource.value):
            address = QUrl(name).toString(QUrl.ComponentFormattingOption.FullyEncoded)
            if len(address) <= _MOST_IMAGE_DATA and (match := _IMAGE_DATA.match(address)):
                try:
                    return base64.b64decode(QUrl.fromPercentEncoding(address[match.end() :].encode()), validate=False)
                except (binascii.Error, ValueError):
                    return None
        return None

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """A mail is no place to browse from."""

    # --- showing ---

    def show_html(self, html: str, *, is_night: bool = False) -> None:
        """``html`` comes from `mail.clean_html`, whose colours suit a white page; by night they are turned."""
        self._is_html, self._is_night = True, is_night
        self._citations = ()
        self._dress()
        if is_night:
            from mail import night_html

            html = night_html(html)
        self.document().setDefaultStyleSheet(f"a {{ color: {(DARK if is_night else LIGHT).accent}; }}")
        self._choose_wrapping(html)
        self.setHtml(html)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, text: str) -> None:
        self._is_html = False
        self._citations = ()
        self._dress()
        text = _LONG_LINE.sub(r"\1\n", text[:LONGEST_TEXT])
        self._choose_wrapping(text)
        self.setPlainText(text)
        self._mark_plain_text()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def clear_to(self, is_night: bool) -> None:
        """An empty page of the ground the next mail will have."""
        self.clear()
        self._is_html, self._is_night = True, is_night
        self._dress()

    def set_zoom(self, factor: float) -> None:
        self._zoom = factor
        self.document().setDefaultFont(self._reading_font())

    def print_below(self, printer: QPagedPaintDevice, head: str) -> bool:
        """The mail on paper below ``head`` (HTML of ours), black on white. Returns whether the printer took it."""
        paper = self.document().clone()
        assert isinstance(paper, QTextDocument)
        paper.setDefaultFont(paper_font())
        cursor = QTextCursor(paper)
        if not self._is_html or self._is_night:
            cursor.select(QTextCursor.SelectionType.Document)
            plain = QTextCharFormat()
            plain.setForeground(QColor(LIGHT.text))
            plain.setBackground(QColor(LIGHT.surface))
            cursor.mergeCharFormat(plain)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.insertHtml(head)
        paper.print_(printer)
        paper.deleteLater()
        return True

    def show_citations(self, citations: Sequence[Citation]) -> None:
        """Cited document numbers become links in the colour of their status; the words say it when pointed at."""
        self._citations = citations
        palette_in_force = (DARK if self._is_night else LIGHT) if self._is_html else colours()
        length = self.document().characterCount()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # else every link lays its paragraph out again
        for citation in citations:
            status = citation.held.status if citation.held is not None else None
            form = QTextCharFormat()
            form.setAnchor(True)
            form.setAnchorHref(f"{DOCUMENT_SCHEME}:{citation.number}")
            form.setForeground(QColor(getattr(palette_in_force, status_roles(status)[0] if status else "accent")))
            form.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.SingleUnderline if status else QTextCharFormat.UnderlineStyle.DotLine
            )
            form.setToolTip(self.words_for(citation))
            for start, end in citation.places[:_MOST_LINKS]:
                if end < length:
                    _format(cursor, start, end, form)
        cursor.endEditBlock()

    def show_marks(self, marks: SearchMarks | None) -> None:
        """The words searched for, each on a ground of its own."""
        mark_text(self, marks)

    def words_for(self, citation: Citation) -> str:
        if not citation.is_known:
            return citation.number
        if citation.held is None:
            return self.tr("{number}: chưa có trong kho văn bản").format(number=citation.number)
        return f"{citation.held.type} {citation.held.number}: {status_words(citation.held.status)}"

    # --- inside ---

    def _dress(self) -> None:
        is_dark = self._is_night if self._is_html else current_theme().is_dark
        chosen = palette(DARK if is_dark else LIGHT)
        if self._is_html and is_dark:
            chosen.setColor(QPalette.ColorRole.Base, QColor(NIGHT_GROUND))
            chosen.setColor(QPalette.ColorRole.Text, QColor(NIGHT_LETTERS))
        self.setPalette(chosen)
        self.viewport().setPalette(chosen)  # the application's own palette would win there
        self.document().setDefaultFont(self._reading_font())

    def _reading_font(self) -> QFont:
        reading = font("reading")
        reading.setPointSizeF(reading.pointSizeF() * self._zoom)
        return reading

    def _mark_plain_text(self) -> None:
        """Addresses become links, quoted lines step back."""
        text = self.toPlainText()
        link = QTextCharFormat()
        link.setAnchor(True)
        link.setForeground(QColor(colours().accent))
        link.setFontUnderline(True)
        wide = any(letter > "\uffff" for letter in text)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for count, match in enumerate(_ADDRESS_IN_TEXT.finditer(text)):
            if count == _MOST_LINKS:
                break
            found = match.group().rstrip(".,;:!?)]}'")
            start = len(text[: match.start()].encode("utf-16-le")) // 2 if wide else match.start()
            link.setAnchorHref(found if found.lower().startswith("http") else f"mailto:{found}")
            _format(cursor, start, start + len(found), link)
        quoted = QTextCharFormat()
        quoted.setForeground(QColor(colours().muted))
        spaced = QTextBlockFormat()
        spaced.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        block = self.document().begin()
        count = 0
        while block.isValid() and count < 5000:
            if block.text().startswith(">"):
                cursor.setPosition(block.position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(quoted)
            block, count = block.next(), count + 1
        cursor.endEditBlock()

    def _choose_wrapping(self, text: str) -> None:
        """Qt looks for a place to break a word at every letter of it: a word of 400,000 letters would take a minute."""
        mode = QTextOption.WrapMode
        has_endless_word = _ENDLESS_WORD.search(text) is not None
        self.setWordWrapMode(mode.WrapAnywhere if has_endless_word else mode.WrapAtWordBoundaryOrAnywhere)

    def _clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if url.scheme() == DOCUMENT_SCHEME:
            self.document_asked.emit(url.path(QUrl.ComponentFormattingOption.FullyDecoded))
        else:
            self.followed.emit(address, self._words_of(address))

    def _words_of(self, address: str) -> str:
        """All the words in the mail that carry this link: any of them may pretend."""
        found: list[str] = []
        block = self.document().begin()
        while block.isValid() and len(found) < _MOST_LINKS:
            fragments = block.begin()
            while not fragments.atEnd():
                form = fragments.fragment().charFormat()
                href = QUrl(form.anchorHref()).toString(QUrl.ComponentFormattingOption.FullyEncoded)
                if form.isAnchor() and href == address:
                    found.append(fragments.fragment().text())
                fragments += 1
            block = block.next()
        return " ".join(found)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and QApplication.instance() is not None:
            self.document().setDocumentMargin(px(L))

    @property
    def page_colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Base)


def _format(cursor: QTextCursor, start: int, end: int, form: QTextCharFormat) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)

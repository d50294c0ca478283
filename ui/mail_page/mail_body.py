"""The body of a mail in the reader: the text view at once, a real web view for mails that need one, made when the first
such mail is opened. Whatever stands here, one set of words asks it: show, find, zoom, copy, print.

For its keeper (`reader.Reader`): `show_html`, `show_text`, `clear`, `show_citations`; `find_text`, `set_zoom`, `copy`,
`select_all`, `print_to` work on what is shown; `toPlainText` gives the words of the mail whichever view shows it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from ui.style import colour, current_theme, px

from .body_content import BodyContent
from .body_view import BodyView
from .citations import Citation

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from mail import SearchMarks

    from .find_in_mail import FindInMail
    from .places_in_text import PlacesInText
    from .web_body.view import WebBody

_log = logging.getLogger(__name__)
_UNUSED_MS = 10 * 60_000
"""A web view that has shown nothing for so long gives its memory back."""
_MOST_FAILURES = 3
_engine_is_missing = False


class MailBody(QWidget):
    followed = Signal(str, str)
    """``(url, words)`` of a link she pressed; nothing is opened here."""
    document_asked = Signal(str)
    simplified = Signal()
    """The web view failed; the mail is shown by the text view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text_view = BodyView()
        self.web: WebBody | None = None
        self._content: BodyContent | None = None
        self._text = ""
        self._on_paper = False
        self._zoom = 1.0
        self._failures = 0
        self._was_missing = False
        self.finding: FindInMail | None = None
        self._places: PlacesInText | None = None
        views = QWidget()
        self._pages = QStackedLayout(views)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.text_view)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(views, 1)
        self._focus_frame = _FocusFrame(self)
        self._unused = QTimer(self, singleShot=True, interval=_UNUSED_MS)
        self._unused.timeout.connect(self._let_web_go)
        self.text_view.followed.connect(self.followed)
        self.text_view.document_asked.connect(self.document_asked)
        self.setFocusProxy(self.text_view)

    # --- showing ---

    def show_html(self, content: BodyContent, *, on_paper: bool = False) -> None:
        """By night the page is dark, unless she wants it ``on_paper``."""
        self._content, self._text, self._on_paper = content, content.text, on_paper
        if content.needs_web and self._take_web():
            assert self.web is not None
            self._unused.stop()
            self.web.show_mail(content.web, is_night=self.is_night)
            self.web.set_zoom(self._zoom)
            if self._pages.currentWidget() is not self.web:
                self.text_view.clear_to(self.is_night)  # an empty ground of the same colour until it is there
        elif content.is_heavy and content.needs_web and not self._was_missing:
            self._was_missing = True
            self.text_view.show_text(content.text)  # only now known: there is no web view; she may still ask for it
            self._show_view(self.text_view)
            self.simplified.emit()
        else:
            self.text_view.show_html(content.clean.html, is_night=self.is_night)
            self._show_view(self.text_view)

    def show_text(self, text: str) -> None:
        self._content, self._text = None, text
        self.text_view.show_text(text)
        self._show_view(self.text_view)

    def clear(self) -> None:
        self._content, self._text = None, ""
        self.text_view.clear()
        self._show_view(self.text_view)

    def show_marks(self, marks: SearchMarks | None) -> None:
        """The words searched for, wherever they stand."""
        self.text_view.show_marks(None if self.is_web else marks)
        if self.is_web and self.web is not None:
            self.web.show_hits(self._text, marks.places(self._text) if marks else [])

    def show_citations(self, citations: Sequence[Citation]) -> None:
        """``citations`` as found in `toPlainText`."""
        if self.is_web:
            assert self.web is not None
            self.web.show_citations(self._text, [(one, self.text_view.words_for(one)) for one in citations])
        else:
            self.text_view.show_citations(citations)

    @property
    def may_use_web(self) -> bool:
        """Whether a mail that needs the web view is likely to get it."""
        return not _engine_is_missing and self._failures < _MOST_FAILURES

    @property
    def is_web(self) -> bool:
        """Whether the web view shows this mail, or is about to."""
        return self._content is not None and self._content.needs_web and self.web is not None

    @property
    def is_night(self) -> bool:
        return current_theme().is_dark and not self._on_paper

    @property
    def view(self) -> QWidget:
        """The widget that shows the mail now."""
        return self._pages.currentWidget() or self.text_view

    def toPlainText(self) -> str:
        return self._text if self.is_web else self.text_view.toPlainText()

    # --- what a person does ---

    def find_text(self, words: str, *, backwards: bool = False, found: Callable[[bool], None] | None = None) -> None:
        """Go to the next place of ``words`` (marks, case ignored); ``found(False)`` if there is none. Empty words end
        the search."""
        if self.is_web:
            self._find_in_web(words, backwards=backwards, found=found)
            return
        if not words:
            cursor = self.text_view.textCursor()
            cursor.clearSelection()
            self.text_view.setTextCursor(cursor)
            return
        if self._places is None:
            from .places_in_text import PlacesInText

            self._places = PlacesInText(self.text_view)
        is_there = self._places.step(words, backwards=backwards)
        if found is not None:
            found(is_there)

    def _find_in_web(self, words: str, *, backwards: bool, found: Callable[[bool], None] | None) -> None:
        """Chromium looks for the words as they were typed, and holds đ for another letter than d: where it finds
        nothing, they are looked for as the mail spells them."""
        assert self.web is not None
        web, text = self.web, self.toPlainText()

        def heard(is_there: bool) -> None:
            if not is_there and words and web is self.web:
                from .places_in_text import spellings_of

                spelt = next((one for one in spellings_of(words, text) if one != words), "")
                if spelt:
                    web.find_text(spelt, backwards=backwards, found=found)
                    return
            if found is not None:
                found(is_there)

        web.find_text(words, backwards=backwards, found=heard if words else found)

    def start_finding(self) -> None:
        """Open the bar in which she types what she looks for in this mail; open, to the next place."""
        if self.finding is None:
            from .find_in_mail import FindInMail

            self.finding = FindInMail(self)
            self._rows.insertWidget(0, self.finding)
        self.finding.start()

    def find_before(self) -> None:
        if self.finding is not None and self.finding.isVisible():
            self.finding.step(backwards=True)

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        """1.0 is the ordinary size; kept from mail to mail, 0.5 to 3."""
        self._zoom = min(3.0, max(0.5, factor))
        self.text_view.set_zoom(self._zoom)
        if self.web is not None:
            self.web.set_zoom(self._zoom)

    def copy(self) -> None:
        if self.is_web and self.web is not None:
            self.web.copy()
        else:
            self.text_view.copy()

    def select_all(self) -> None:
        if self.is_web and self.web is not None:
            self.web.select_all()
        else:
            self.text_view.selectAll()

    def print_to(self, printer: QPrinter, head: str, done: Callable[[bool], None]) -> None:
        """The mail on paper, in day colours, below ``head`` (HTML of ours, already escaped). ``done(ok)`` comes later;
        the printer must live until then."""
        if self.is_web and self.web is not None:
            self.web.print_to(printer, head, done)
        else:
            done(self.text_view.print_below(printer, head))

    # --- the web view ---

    def _take_web(self) -> bool:
        """The web view, made if there is none; False where there cannot be one."""
        global _engine_is_missing
        if self.web is not None:
            return True
        if _engine_is_missing or self._failures >= _MOST_FAILURES:
            return False
        try:
            from .web_body.engine import EngineMissing, prepare
        except ImportError:
            _engine_is_missing = True
            return False
        try:
            prepare()
            from .web_body.view import WebBody
        except (ImportError, EngineMissing) as error:
            _engine_is_missing = True
            _log.info("no web view here: %s", error)
            return False
        self.web = web = WebBody(self)
        self._pages.addWidget(web)
        web.followed.connect(self.followed)
        web.document_asked.connect(self.document_asked)
        web.shown.connect(self._web_shows)
        web.failed.connect(self._web_failed)
        return True

    def _web_shows(self) -> None:
        if self.is_web and self.web is not None:
            self._show_view(self.web)

    def _web_failed(self) -> None:
        self._failures += 1
        content = self._content if self.is_web else None
        self._let_web_go()
        if content is not None:
            self._show_simply(content)
            self.simplified.emit()

    def _let_web_go(self) -> None:
        web, self.web = self.web, None
        if web is None:
            return
        if self._pages.currentWidget() is web:
            self._show_view(self.text_view)
        self._pages.removeWidget(web)
        web.hide()
        web.deleteLater()

    def _show_simply(self, content: BodyContent) -> None:
        if content.is_heavy:
            self.text_view.show_text(self._text)
        else:
            self.text_view.show_html(content.clean.html, is_night=self.is_night)
        self._show_view(self.text_view)

    def _show_view(self, view: QWidget) -> None:
        had_focus = self.isAncestorOf(QApplication.focusWidget() or QWidget())
        if self._pages.currentWidget() is not view:
            self._pages.setCurrentWidget(view)
        self.setFocusProxy(view)
        if had_focus:
            view.setFocus()
        if self.web is not None and view is not self.web:
            self.web.clear()
            self._unused.start()
        self._focus_frame.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._focus_frame.raise_()
        return super().event(event)


class _FocusFrame(QWidget):
    """A line round the body while the keyboard is in it: the views themselves show none."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        from PySide6.QtCore import Qt

        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = over
        over.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self.hide()

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        self.setVisible(now is not None and self._over.isAncestorOf(now))
        if self.isVisible():
            self.setGeometry(self._over.rect())
            self.raise_()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = painter.pen()
        pen.setWidth(px(2))
        pen.setColor(colour("focus"))
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(px(1), px(1), -px(1), -px(1)))
        painter.end()

"""The web view of one window: shows one mail, finds, zooms, copies, prints; tells what was pressed and if it died."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from mail import WebHtml
from ui.motion import is_calm
from ui.style import LIGHT, L, current_theme, font, paper_font, px

from ..citations import Citation
from .document import NIGHT_GROUND, Look, document
from .gatekeeper import Served
from .marking import DOCUMENT_PATH, hits_script, marking_script
from .page import MailWebPage
from .private_profile import profile

_LOAD_MS = 10_000
"""A mail that is not there by then is shown by the text view."""
OUR_WORLD = int(QWebEngineScript.ScriptWorldId.ApplicationWorld.value)


class WebBody(QWidget):
    followed = Signal(str, str)
    """``(url, words)`` of a link she pressed; nothing is opened here."""
    document_asked = Signal(str)
    shown = Signal()
    """The mail last given is on the page."""
    failed = Signal()
    """It will not come: the renderer died, or takes too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mail: WebHtml | None = None
        self._address = ""
        self._is_shown = False
        self._marks: tuple[str, Sequence[tuple[Citation, str]]] = ("", ())
        self._hits: tuple[str, Sequence[tuple[int, int]]] = ("", ())
        self._profile = profile()
        self.view = QWebEngineView(self)
        self.page = MailWebPage(self._profile, self.view)
        self.view.setPage(self.page)
        self.view.setAccessibleName(self.tr("Nội dung thư"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._patience = QTimer(self, singleShot=True, interval=_LOAD_MS)
        self._patience.timeout.connect(self._give_up)
        self.page.loadFinished.connect(self._loaded)
        self.page.pressed.connect(self._pressed)
        self.page.renderProcessTerminated.connect(self._died)
        self._copy = QAction(self.tr("Sao chép"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._copy.triggered.connect(self.copy)
        self._all = QAction(self.tr("Chọn tất cả"), self, shortcut=QKeySequence(QKeySequence.StandardKey.SelectAll))
        self._all.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._all.triggered.connect(self.select_all)
        self.addActions([self._copy, self._all])

    # --- showing ---

    def show_mail(self, mail: WebHtml, *, is_night: bool) -> None:
        self._mail, self._is_shown, self._marks, self._hits = mail, False, ("", ()), ("", ())
        self._profile.parts.forget(self._address)
        self.page.setBackgroundColor(QColor(NIGHT_GROUND if is_night else "#ffffff"))
        look = _look(is_night)
        settings, policy = self.page.settings(), QWebEngineSettings.ImageAnimationPolicy
        settings.setImageAnimationPolicy(policy.Disallow if look.is_calm else policy.Allow)
        self._address = self._profile.parts.put(Served(document(mail, look).encode(), mail.parts))
        self._patience.start()
        self.page.open(self._address)

    def clear(self) -> None:
        """Nothing of the last mail stays in the renderer."""
        if self._mail is not None:
            self.show_mail(WebHtml(""), is_night=current_theme().is_dark)
            self._mail = None
            self._patience.stop()  # nobody waits for the empty page; its being late is no failure

    @property
    def is_shown(self) -> bool:
        return self._is_shown

    def show_citations(self, text: str, found: Sequence[tuple[Citation, str]]) -> None:
        """``found`` are the citations in ``text`` with the words for each; waits until the mail is there."""
        self._marks = (text, found)
        if not self._is_shown:
            return
        if self._hits[1]:  # a number that is marked as found stands in pieces: whole again first
            self.page.runJavaScript(hits_script("", ()), OUR_WORLD)
        self.page.runJavaScript(marking_script(text, found), OUR_WORLD)
        if self._hits[1]:
            self.show_hits(*self._hits)

    def show_hits(self, text: str, places: Sequence[tuple[int, int]]) -> None:
        """Words searched for, by their ``places`` in ``text``; waits until the mail is there."""
        self._hits = (text, places)
        if self._is_shown:
            self.page.runJavaScript(hits_script(text, places), OUR_WORLD)

    def _loaded(self, ok: bool) -> None:
        # A refused navigation ends as a failed load, too: only the load that is waited for counts.
        is_waited_for = self._patience.isActive() and self.page.url().toString() == self._address
        if self._mail is None or not is_waited_for:
            return
        self._patience.stop()
        if not ok:
            self.failed.emit()
            return
        self._is_shown = True
        if self._marks[1]:
            self.show_citations(*self._marks)
        if self._hits[1]:
            self.show_hits(*self._hits)
        self.shown.emit()

    def _died(self, status: QWebEnginePage.RenderProcessTerminationStatus, _: int) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._give_up()

    def _give_up(self) -> None:
        self._patience.stop()
        self._is_shown = False
        self.failed.emit()

    # --- what a person does ---

    def find_text(self, words: str, *, backwards: bool = False, found: Callable[[bool], None] | None = None) -> None:
        """Mark ``words`` and go to the next place; empty words take the marks away."""
        flags = QWebEnginePage.FindFlag.FindBackward if backwards else QWebEnginePage.FindFlag(0)
        self.page.findText(words, flags, lambda result: found(result.numberOfMatches() > 0) if found else None)

    def set_zoom(self, factor: float) -> None:
        self.view.setZoomFactor(factor)

    def copy(self) -> None:
        """The text selected, in words alone: what is pasted elsewhere brings no markup of a stranger along."""
        if text := self.page.selectedText():
            QApplication.clipboard().setText(text)

    def select_all(self) -> None:
        self.page.triggerAction(QWebEnginePage.WebAction.SelectAll)

    def print_to(self, printer: QPrinter, head: str, done: Callable[[bool], None]) -> None:
        """The mail on paper below ``head`` (HTML of ours), in its day colours; ``done(ok)`` when it is printed."""
        from .printing import Printing

        assert self._mail is not None
        Printing(self._profile, self._mail, _paper_look(), head, printer, done, self)

    # --- inside ---

    def _pressed(self, path: str) -> None:
        if path.startswith(DOCUMENT_PATH):
            self.document_asked.emit(path.removeprefix(DOCUMENT_PATH))
        elif path.startswith("link/") and self._mail is not None:
            number = path.removeprefix("link/")
            if number.isdecimal() and int(number) < len(self._mail.links):
                self.followed.emit(*self._mail.links[int(number)])

    def _show_menu(self, position: QPoint) -> None:
        self._copy.setEnabled(self.page.hasSelection())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._copy, self._all])
        request = self.view.lastContextMenuRequest()
        path = request.linkUrl().path().lstrip("/") if request is not None else ""
        number = path.removeprefix("link/")
        if self._mail is not None and number.isdecimal() and int(number) < len(self._mail.links):
            url = self._mail.links[int(number)][0]
            link = menu.addAction(self.tr("Sao chép liên kết"))
            link.triggered.connect(lambda: QApplication.clipboard().setText(url))
        menu.popup(self.view.mapToGlobal(position))

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(300))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and hasattr(self, "view"):
            self.view.setEnabled(self.isEnabled())


def _paper_look() -> Look:
    return replace(_look(is_night=False), size=_pixels(paper_font()))


def _pixels(letters: QFont) -> float:
    return round(letters.pointSizeF() * 96 / 72, 1)


def _look(is_night: bool) -> Look:
    reading = font("reading")
    return Look(
        is_night=is_night,
        is_calm=is_calm(),
        family=",".join(reading.families()),
        size=_pixels(reading),
        margin=px(L),
        focus=LIGHT.focus,
        selection=LIGHT.selection,
        on_selection=LIGHT.on_selection,
        outline=LIGHT.outline,
    )

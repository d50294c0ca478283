"""A mail of the web view on paper: a page of its own, made into a PDF by the engine, then drawn onto the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWebEngineWidgets import QWebEngineView

from mail import WebHtml

from .document import Look, document
from .gatekeeper import Served
from .page import MailWebPage
from .private_profile import MailProfile

_PATIENCE_MS = 60_000


class Printing(QObject):
    """Lives until ``done`` was called, once. The view is never shown."""

    def __init__(
        self,
        profile: MailProfile,
        mail: WebHtml,
        look: Look,
        head: str,
        printer: QPrinter,
        done: Callable[[bool], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._profile, self._printer, self._done = profile, printer, done
        self._view = QWebEngineView()
        self._page = MailWebPage(profile, self._view)
        self._view.setPage(self._page)
        self.destroyed.connect(self._view.deleteLater)
        self._page.loadFinished.connect(self._loaded)
        self._page.renderProcessTerminated.connect(lambda *_: self._end(False))
        self._view.printFinished.connect(self._end)
        self._page.pdfPrintingFinished.connect(lambda _, ok: self._end(ok))
        QTimer.singleShot(_PATIENCE_MS, self, lambda: self._end(False))
        self._address = profile.parts.put(Served(document(mail, look, head).encode(), mail.parts))
        self._page.open(self._address)

    def _loaded(self, ok: bool) -> None:
        if ok and self._printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and self._printer.outputFileName():
            # Straight into the file: drawn onto the printer it would be a picture of words, which nobody can search.
            self._page.printToPdf(self._printer.outputFileName(), self._printer.pageLayout())
        elif ok:
            self._view.print(self._printer)
        else:
            self._end(False)

    def _end(self, ok: bool) -> None:
        done, self._done = self._done, _nothing
        self._profile.parts.forget(self._address)
        done(ok)
        self.deleteLater()


def _nothing(_: bool) -> None:
    pass

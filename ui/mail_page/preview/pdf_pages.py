"""A PDF in the reader: pages, zoom, search, a password where one is wanted. Qt's own view; its forms and scripts do not
run, its links lead nowhere. Used by `attachment_view`."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, Qt, Signal
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import colour

LEAST_ZOOM, MOST_ZOOM = 0.25, 5.0
MOST_PAGES = 5_000
_LARGEST_PAGE = 14_400.0
"""Points: a page of 5 m, the format's own limit. A larger one is an attack on memory."""


class PdfPages(QWidget):
    moved = Signal(int, int)
    """(page from 1, of how many)."""
    counted = Signal(int, int)
    """What the search found so far: (place from 1, of how many)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray()
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Các trang của tệp PDF"))
        self._search = QPdfSearchModel(self)
        self._search.setDocument(self.document)
        self.view.setSearchModel(self._search)
        self._result = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.pageNavigator().currentPageChanged.connect(self._tell_page)
        self._search.countChanged.connect(self._found)

    def show_pdf(self, content: bytes, password: str = "") -> QPdfDocument.Error:
        """What Qt says of the file; Error.None_ when its pages are there."""
        self.close_pdf()
        if password:
            self.document.setPassword(password)
        self._bytes = QByteArray(content)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        error = self.document.error()
        if error is QPdfDocument.Error.None_ and not self._is_sane():
            self.document.close()
            error = QPdfDocument.Error.InvalidFileFormat
        if error is QPdfDocument.Error.None_:
            self.view.setDocument(self.document)
            self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            self._tell_page()
        return error

    def close_pdf(self) -> None:
        self._search.setSearchString("")
        self._result = -1
        self.document.close()
        self._buffer.close()
        self._bytes = QByteArray()

    def _is_sane(self) -> bool:
        count = self.document.pageCount()
        if not 0 < count <= MOST_PAGES:
            return False
        sizes = (self.document.pagePointSize(page) for page in range(count))
        return all(0 < max(size.width(), size.height()) <= _LARGEST_PAGE for size in sizes)

    # --- going about in it ---

    @property
    def page(self) -> int:
        """From 0."""
        return self.view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        count = self.document.pageCount()
        if count:
            self.view.pageNavigator().jump(min(count - 1, max(0, page)), QPointF())

    def zoom_by(self, factor: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self.view.setZoomFactor(self._fitting_zoom())
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(MOST_ZOOM, max(LEAST_ZOOM, self.view.zoomFactor() * factor)))

    def fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _fitting_zoom(self) -> float:
        width = self.document.pagePointSize(max(0, self.page)).width() * self.logicalDpiX() / 72.0
        room = self.view.viewport().width() - self.view.documentMargins().left() - self.view.documentMargins().right()
        return room / width if width > 0 else 1.0

    # --- finding ---

    def look_for(self, words: str) -> None:
        self._result = -1
        self._search.setSearchString(words.strip())
        if not words.strip():
            self.counted.emit(0, 0)

    def step(self, by: int) -> None:
        count = self._search.rowCount(QModelIndex())
        if count:
            self._result = (self._result + by) % count
            self.view.setCurrentSearchResultIndex(self._result)
            link = self._search.resultAtIndex(self._result)
            self.view.pageNavigator().jump(link.page(), link.location())
            self.counted.emit(self._result + 1, count)

    def _found(self) -> None:
        count = self._search.rowCount(QModelIndex())
        if count and self._result < 0:
            self.step(1)
        self.counted.emit(self._result + 1, count)

    def _tell_page(self) -> None:
        self.moved.emit(self.page + 1, self.document.pageCount())

    def refresh(self) -> None:
        palette = self.view.palette()
        palette.setColor(palette.ColorRole.Dark, colour("surface"))
        self.view.setPalette(palette)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

"""A PDF or a picture shown to the other site page by page, rendered here: nothing else of this PC can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from conference.publishing import ShowPicture

from ..background import Background
from ..style import DARK, px
from ..widgets.elided_label import ElidedLabel
from .video_button import video_button

_SIZE = QSize(1280, 720)
_LARGEST = 200 * 1024 * 1024
"""Bytes of a file."""
PICTURE_ENDINGS = ("png", "jpg", "jpeg", "bmp", "gif", "webp")


class NotShowable(Exception):
    """The file is none that can be shown."""


@dataclass(frozen=True, slots=True)
class Page:
    """``number`` from 0."""

    image: QImage
    number: int
    count: int


def render_page(path: Path, number: int) -> Page:
    """A page on a white ground of the size that is sent. For a worker. Raises `NotShowable`."""
    try:
        if path.stat().st_size > _LARGEST:
            raise NotShowable
    except OSError as error:
        raise NotShowable from error
    ground = QImage(_SIZE, QImage.Format.Format_RGB32)
    if path.suffix.lower() == ".pdf":
        return _pdf_page(path, number, ground)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > 4 * _SIZE.width() * _SIZE.height():
        reader.setScaledSize(size.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        raise NotShowable
    ground.fill(QColor(DARK.video))
    return Page(_laid(ground, picture), 0, 1)


def _pdf_page(path: Path, number: int, ground: QImage) -> Page:
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(None)  # type: ignore[call-overload]
    try:
        if document.load(str(path)) != QPdfDocument.Error.None_ or not document.pageCount():
            raise NotShowable
        count = document.pageCount()
        number = max(0, min(number, count - 1))
        size = document.pagePointSize(number).toSize().scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio)
        picture = document.render(number, size)
    finally:
        document.close()
    ground.fill(Qt.GlobalColor.white)
    return Page(_laid(ground, picture), number, count)


def _laid(ground: QImage, picture: QImage) -> QImage:
    scaled = picture
    if picture.width() > _SIZE.width() or picture.height() > _SIZE.height():
        scaled = picture.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(ground)
    painter.drawImage((_SIZE.width() - scaled.width()) // 2, (_SIZE.height() - scaled.height()) // 2, scaled)
    painter.end()
    return ground


def as_message(image: QImage, card: bool = False) -> ShowPicture:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return ShowPicture(image.width(), image.height(), image.bytesPerLine(), bytes(image.constBits()), card)


class DocumentBar(QWidget):
    """Over the pictures while a document is shared: what it is, which page, on and back, stop."""

    page_ready = Signal(object)
    """`ShowPicture`"""
    failed = Signal()
    stop_asked = Signal()

    def __init__(self, stage: QWidget, background: Background) -> None:
        super().__init__(stage)
        self._stage = stage
        self._background = background
        self._path: Path | None = None
        self._page = 0
        self._count = 0
        self.name = ElidedLabel()
        self.place = QLabel()
        for label in (self.name, self.place):
            label.setStyleSheet(f"color: {DARK.on_video};")
        self.back = self._button("chevron_left", self.tr("Trang trước"), "PgUp", -1)
        self.on = self._button("chevron_right", self.tr("Trang sau"), "PgDown", 1)
        self.stop = video_button("close", self.tr("Dừng chia sẻ"))
        self.stop.clicked.connect(self.stop_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(4), px(6), px(4))
        row.setSpacing(px(8))
        row.addWidget(self.name, 1)
        for widget in (self.back, self.place, self.on, self.stop):
            row.addWidget(widget)
        self.hide()
        stage.installEventFilter(self)

    def open(self, path: Path) -> None:
        self._path, self._page, self._count = path, 0, 0
        self.name.setText(path.name)
        self._render(0)

    def end(self) -> None:
        self._path = None
        self.hide()

    @property
    def page_number(self) -> int:
        """From 1; 0 before the first."""
        return self._page + 1 if self._count else 0

    def turn(self, by: int) -> None:
        if self._path is not None and 0 <= self._page + by < self._count:
            self._render(self._page + by)

    def _render(self, number: int) -> None:
        path = self._path
        assert path is not None
        self._background.run(
            self,
            lambda: render_page(path, number),
            lambda page: self._rendered(path, page),
            lambda _: self.failed.emit(),
            lane="shared document",
        )

    def _rendered(self, path: Path, page: Page) -> None:
        if path != self._path:
            return
        self._page, self._count = page.number, page.count
        self.place.setText(self.tr("Trang {number}/{count}").format(number=page.number + 1, count=page.count))
        self.back.setEnabled(page.number > 0)
        self.on.setEnabled(page.number + 1 < page.count)
        self.show()
        self._put()
        self.page_ready.emit(as_message(page.image))

    def _button(self, icon_name: str, text: str, keys: str, by: int) -> QToolButton:
        button = video_button(icon_name, text, keys, self._stage.window() if self._stage.parent() is None else None)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.clicked.connect(lambda: self.turn(by))
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() == QEvent.Type.Resize:
            self._put()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(DARK.raised))
        painter.setPen(QColor(DARK.danger))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(8), px(8))
        painter.end()

    def _put(self) -> None:
        width = min(self._stage.width() - px(24), px(620))
        height = self.sizeHint().height()
        place = QRect((self._stage.width() - width) // 2, self._stage.height() - height - px(8), width, height)
        self.setGeometry(place)
        self.raise_()

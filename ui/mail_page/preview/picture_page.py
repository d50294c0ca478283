"""A picture in the reader, fitted or enlarged. Its decoding is bounded and done on a worker (`read_picture`)."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from ui.style import colour

MOST_PIXELS = 24_000_000
"""Shown at most: 96 MB of memory. A larger picture is made smaller while it is decoded."""
_MOST_DECODED = 400_000_000
"""Pixels a file may announce: beyond it only memory can be meant."""
_FORMATS = (b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp", b"tiff", b"tif")


def read_picture(content: bytes) -> QImage | None:
    """The (first) picture of the file, turned as its camera says; None if it cannot be read. For a worker's thread."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()).lower() not in _FORMATS:  # no SVG, no PDF: they can name other files
        return None
    size = reader.size()
    pixels = size.width() * size.height()
    if not size.isValid() or not 0 < pixels <= _MOST_DECODED:
        return None
    QImageReader.setAllocationLimit(512)
    if pixels > MOST_PIXELS:
        reader.setScaledSize(size * (MOST_PIXELS / pixels) ** 0.5)
    image = reader.read()
    return None if image.isNull() else image


class PicturePage(QGraphicsView):
    """Fits the room until she enlarges it; dragging moves it about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self._is_fitted = True
        self._size = QSize()

    def show_picture(self, image: QImage, name: str) -> None:
        self._scene.clear()
        item = self._scene.addPixmap(QPixmap.fromImage(image))
        item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._size = image.size()
        self._scene.setSceneRect(QRectF(item.boundingRect()))
        self.setAccessibleName(self.tr("Ảnh {name}").format(name=name))
        self.fit()

    def fit(self) -> None:
        """All of it; a small one at its own size."""
        self._is_fitted = True
        self.resetTransform()
        room = self.viewport().size()
        if self._size.width() > room.width() or self._size.height() > room.height():
            self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom_by(self, factor: float) -> None:
        wanted = self.transform().m11() * factor
        if 0.02 <= wanted <= 20:
            self._is_fitted = False
            self.scale(factor, factor)

    def clear(self) -> None:
        self._scene.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.2 if event.angleDelta().y() > 0 else 1 / 1.2)
            event.accept()
        else:
            super().wheelEvent(event)

    def refresh(self) -> None:
        self.setBackgroundBrush(colour("surface"))

"""One's own picture, as the others get it: small, in a corner of the sites' pictures, mirrored as in a looking glass.
It can be moved to another corner, by mouse or menu, and hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from conference.publishing import SelfPicture

from ..style import DARK, font, px, tinted_pixmap
from .own_words import OwnWords

CORNERS = ("top-right", "top-left", "bottom-right", "bottom-left")
"""The first to begin with: at the foot stand the sites' names and states."""
_CAPTION = 26


class OwnPicture(QWidget):
    """Lies over ``stage``; follows its size. ``corner_chosen`` when she dragged it elsewhere."""

    corner_chosen = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._corner = CORNERS[0]
        self._image: QImage | None = None
        self._held: SelfPicture | None = None
        self._words: OwnWords | None = None
        self._grabbed: QPoint | None = None
        self.setAccessibleName(self.tr("Hình của tôi"))
        self.setToolTip(self.tr("Hình của tôi, như bên kia thấy. Kéo sang góc khác; bấm chuột phải để ẩn."))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        stage.installEventFilter(self)
        self._place()

    @property
    def corner(self) -> str:
        return self._corner

    def use_corner(self, corner: str) -> None:
        """Anything unknown is the first."""
        self._corner = corner if corner in CORNERS else CORNERS[0]
        self._place()

    def show_picture(self, picture: SelfPicture | None) -> None:
        """The same one again is no work."""
        if picture is self._held:
            return
        self._held = picture
        self._image = None
        if picture is not None and len(picture.pixels) >= picture.pitch * picture.height:
            image = QImage(
                picture.pixels, picture.width, picture.height, picture.pitch, QImage.Format.Format_RGB32
            )  # _held keeps the pixels alive
            self._image = image
        self.update()

    def show_words(self, words: OwnWords) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleDescription(words.text)
            self.update()

    @property
    def has_picture(self) -> bool:
        return self._image is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stage and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(DARK.raised))
        caption = px(_CAPTION)
        room = self.rect().adjusted(1, 1, -1, -caption)
        painter.fillRect(room, QColor(DARK.video))
        if self._image is not None:
            painter.save()
            if self._held is not None and self._held.from_camera:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            painter.drawImage(room, self._image)
            painter.restore()
        if self._words is not None:
            side = px(16)
            line = QRect(px(8), self.height() - caption, self.width() - px(16), caption)
            role = getattr(DARK, self._words.role)
            mark = tinted_pixmap(self._words.icon, role, side, self.devicePixelRatioF())
            painter.drawPixmap(line.left(), line.center().y() - side // 2, mark)
            painter.setPen(QColor(role))
            painter.setFont(font("small"))
            text = line.adjusted(side + px(6), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            words = painter.fontMetrics().elidedText(self._words.text, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, flags, words)
        painter.setPen(QColor(DARK.border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.RightButton:
            self.menu_asked.emit(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self.move(self.mapToParent(event.position().toPoint() - self._grabbed))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        middle, whole = self.geometry().center(), self._stage.rect().center()
        across = "right" if middle.x() > whole.x() else "left"
        corner = f"{'bottom' if middle.y() > whole.y() else 'top'}-{across}"
        if corner != self._corner:
            self.corner_chosen.emit(corner)
        self.use_corner(corner)

    def _place(self) -> None:
        """A fifth of the stage's width, within reason; above the sites' captions at the foot."""
        width = max(px(150), min(px(300), self._stage.width() // 5))
        height = round(width * 9 / 16) + px(_CAPTION)
        gap, foot = px(16), px(48)
        across = gap if self._corner.endswith("left") else self._stage.width() - width - gap
        down = gap if self._corner.startswith("top") else self._stage.height() - height - foot
        self.setGeometry(max(0, across), max(0, down), width, height)
        self.raise_()

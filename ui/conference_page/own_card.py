"""What stands in place of one's picture while the camera is off: her name, and that it is off."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ..style import DARK, tinted_pixmap

_WIDTH, _HEIGHT = 640, 360


def card_picture(name: str, words: str) -> QImage:
    """In the size that is sent, whatever this window's scale is."""
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.video))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DARK.raised))
    painter.drawEllipse(_WIDTH // 2 - 56, 66, 112, 112)
    painter.drawPixmap(_WIDTH // 2 - 32, 90, tinted_pixmap("person", DARK.on_video, 64, 1.0))
    large, small = QFont(painter.font()), QFont(painter.font())
    large.setPixelSize(30)
    large.setBold(True)
    small.setPixelSize(20)
    for text, face, top, role in ((name, large, 204, DARK.on_video), (words, small, 256, DARK.muted)):
        painter.setFont(face)
        painter.setPen(QColor(role))
        room = QRect(20, top, _WIDTH - 40, 44)
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line)
    painter.end()
    return image

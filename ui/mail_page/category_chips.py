"""Categories drawn: a coloured dot and a name each, in the list's rows, over the mail being read, in menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import S, colour, font, px
from ui.style.category_colours import category_colour


class CategoryChips(QWidget):
    """The categories of the mail being read, on one line; those beyond its width are counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.colour_of: Callable[[str], int] = lambda _: -1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_names(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.setVisible(bool(names))
        words = self.tr("Phân loại: {names}").format(names=", ".join(names)) if names else ""
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def names(self) -> tuple[str, ...]:
        return self._names

    def sizeHint(self) -> QSize:
        return QSize(px(80), QFontMetrics(font("small")).height() + px(S))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chips(painter, self.rect(), self._names, self.colour_of, colour("text"), most=12)
        painter.end()


def paint_chips(
    painter: QPainter,
    area: QRect,
    names: Sequence[str],
    colour_of: Callable[[str], int],
    ink: QColor,
    *,
    most: int = 2,
) -> int:
    """A dot and a name for each, from the left; returns where they end. What has no room is counted ("+2")."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font("small"))
    metrics = painter.fontMetrics()
    dot, x = px(8), area.left()
    for place, name in enumerate(names):
        rest = metrics.horizontalAdvance("+99") if place + 1 < len(names) else 0
        room = px(140)
        if place == 0:  # rather a part of its name than none
            room = max(px(24), min(room, area.width() - dot - px(4) - px(S) - rest - 2))
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        width = dot + px(4) + metrics.horizontalAdvance(words) + px(S)
        painter.setPen(ink)
        if place >= most or x + width + rest > area.right():
            more = f"+{len(names) - place}"
            painter.drawText(QRect(x, area.top(), area.right() - x, area.height()), _MIDDLE, more)
            x += metrics.horizontalAdvance(more) + px(S)
            break
        painter.drawText(QRect(x + dot + px(4), area.top(), width, area.height()), _MIDDLE, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(category_colour(colour_of(name)))
        painter.drawEllipse(QRect(x, area.top() + (area.height() - dot) // 2, dot, dot))
        x += width
    painter.restore()
    return x


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def dot_icon(number: int) -> QIcon:
    side = px(16)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(category_colour(number))
    painter.drawEllipse(QRect(side // 4, side // 4, side // 2, side // 2))
    painter.end()
    return QIcon(picture)

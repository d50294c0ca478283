"""Where the two sites stand: side by side, or one large and one small beside it; either way round."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..style import colour, px
from .site_view import SiteView

SIDE_BY_SIDE = "side"
_SMALL_PART = 0.26


class SiteStage(QWidget):
    """``layout_word`` is what is remembered: "side", or "large-0" / "large-1" for the site that is large; "~":
    the sites have changed places."""

    layout_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = (SiteView(self), SiteView(self))
        self._large: int | None = None
        self._swapped = False
        for place, view in enumerate(self.views):
            view.enlarge_asked.connect(lambda place=place: self.toggle_large(place))

    @property
    def layout_word(self) -> str:
        return (SIDE_BY_SIDE if self._large is None else f"large-{self._large}") + ("~" if self._swapped else "")

    def use(self, word: str) -> None:
        """Take a remembered layout; anything unknown is side by side."""
        self._swapped = word.endswith("~")
        self._large = {"large-0": 0, "large-1": 1}.get(word.rstrip("~"))
        self._arrange()

    def swap(self) -> None:
        """The other way round; with one large, the other becomes large."""
        if self._large is None:
            self._swapped = not self._swapped
        else:
            self._large = 1 - self._large
        self._changed()

    def toggle_large(self, place: int = 0) -> None:
        """Make the site at ``place`` large; both alike if it is already."""
        self._large = None if self._large == place else place
        self._changed()

    @property
    def has_large(self) -> bool:
        return self._large is not None

    def _changed(self) -> None:
        self._arrange()
        self.layout_changed.emit(self.layout_word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("video"))
        painter.end()

    def _arrange(self) -> None:
        gap = px(8)
        room = self.rect().adjusted(gap, gap, -gap, 0)
        if self._large is not None:
            large, small = self.views[self._large], self.views[1 - self._large]
            small_width = round(room.width() * _SMALL_PART)
            beside = QRect(room.right() - small_width + 1, room.top(), small_width, room.height())
            large.setGeometry(_fitted(room.adjusted(0, 0, -small_width - gap, 0), large))
            fitted = _fitted(beside, small)
            fitted.moveTop(large.geometry().top())
            small.setGeometry(fitted)
            return
        first, second = reversed(self.views) if self._swapped else self.views
        if room.height() > room.width():  # a window set upright: one above the other
            half = (room.height() - gap) // 2
            first.setGeometry(_fitted(QRect(room.left(), room.top(), room.width(), half), first))
            second.setGeometry(_fitted(QRect(room.left(), room.bottom() - half + 1, room.width(), half), second))
        else:
            half = (room.width() - gap) // 2
            first.setGeometry(_fitted(QRect(room.left(), room.top(), half, room.height()), first))
            second.setGeometry(_fitted(QRect(room.right() - half + 1, room.top(), half, room.height()), second))


def _fitted(room: QRect, view: SiteView) -> QRect:
    """The middle part of ``room`` that a 16:9 picture fills with its caption, which so stands at its foot."""
    height = min(room.height(), round(room.width() * 9 / 16) + view.caption_height(room.width()))
    return QRect(room.left(), room.top() + (room.height() - height) // 2, room.width(), height)

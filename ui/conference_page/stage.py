"""Where the two sites stand: side by side, one large and one small beside it, or the small one over the large; either
way round. A site may also stand on another monitor, or give up its room while it is refused."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..style import DARK, colour, font, px
from .site_view import SiteView
from .stage_places import alike, fitted, inset, one_large

SIDE_BY_SIDE = "side"
_WORD = re.compile(r"(large|pip)-([01])")


class SiteStage(QWidget):
    """``layout_word`` is what is remembered: "side", "large-0" / "large-1" for the site that is large, "pip-0" /
    "pip-1" where the other lies over it; "~": the sites have changed places."""

    layout_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = (SiteView(self), SiteView(self))
        self._large: int | None = None
        self._is_inset = False
        self._swapped = False
        self._elsewhere: frozenset[int] = frozenset()
        self._refused: frozenset[int] = frozenset()
        for place, view in enumerate(self.views):
            view.enlarge_asked.connect(lambda place=place: self.toggle_large(place))
            view.dropped_on.connect(lambda at, place=place: self._dropped(place, at))

    @property
    def layout_word(self) -> str:
        kind = "pip" if self._is_inset else "large"
        return (SIDE_BY_SIDE if self._large is None else f"{kind}-{self._large}") + ("~" if self._swapped else "")

    def use(self, word: str) -> None:
        """Take a remembered layout; anything unknown is side by side."""
        self._swapped = word.endswith("~")
        match = _WORD.fullmatch(word.rstrip("~"))
        self._large = int(match[2]) if match else None
        self._is_inset = match is not None and match[1] == "pip"
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
        self._is_inset = self._is_inset and self._large is not None
        self._changed()

    def next_layout(self) -> None:
        """Both alike, one large with the other beside it, one large with the other over it, and round again."""
        if self._large is None:
            self._large, self._is_inset = (1 if self._swapped else 0), False
        elif not self._is_inset:
            self._is_inset = True
        else:
            self._large, self._is_inset = None, False
        self._changed()

    def show_refused(self, places: frozenset[int]) -> None:
        """While one of two sites that stand alike is refused, the other has the room. Nothing of it is remembered."""
        if places != self._refused:
            self._refused = places
            self._arrange()

    def lend(self, places: frozenset[int]) -> None:
        """These stand elsewhere now (their views have another parent); the others are taken back."""
        self._elsewhere = places
        for place, view in enumerate(self.views):
            if place not in places and view.parentWidget() is not self:
                view.setParent(self)
                view.setVisible(True)
        self._arrange()
        self.update()

    @property
    def has_large(self) -> bool:
        return self._large is not None

    @property
    def is_inset(self) -> bool:
        return self._is_inset

    def _changed(self) -> None:
        self._arrange()
        self.layout_changed.emit(self.layout_word)

    def _dropped(self, place: int, at: QPoint) -> None:
        """One picture was dragged: onto the other they change places."""
        other = self.views[1 - place]
        if other.parentWidget() is self and other.rect().contains(other.mapFromGlobal(at)):
            self.swap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("video"))
        if len(self._elsewhere) == 2:
            painter.setPen(QColor(DARK.on_video))
            painter.setFont(font("subheading"))
            words = self.tr("Hai hình đang ở màn hình thứ hai")
            room = self.rect().adjusted(px(16), px(16), -px(16), -px(16))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        painter.end()

    def _arrange(self) -> None:
        gap = px(8)
        room = self.rect().adjusted(gap, gap, -gap, 0)
        here = [place for place in (0, 1) if place not in self._elsewhere]
        if len(here) == 1:
            self.views[here[0]].setGeometry(fitted(room, self.views[here[0]]))
        if len(here) != 2:
            return
        large, is_inset = self._large, self._is_inset
        if large is None and len(self._refused) == 1:
            large, is_inset = 1 - next(iter(self._refused)), False
        if large is not None:
            big, small = self.views[large], self.views[1 - large]
            places: tuple[QRect, QRect] = (inset if is_inset else one_large)(room, big, small)
            big.setGeometry(places[0])
            small.setGeometry(places[1])
            small.raise_()
            return
        order = list(reversed(self.views)) if self._swapped else list(self.views)
        for view, place in zip(order, alike(room, order), strict=True):
            view.setGeometry(place)

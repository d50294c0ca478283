"""Where pictures stand in a room: pure geometry, used by the stage and by the window on a second monitor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from ..style import px
from .site_view import SiteView

_SMALL_PART = 0.26
_INSET_PART = 0.22


def fitted(room: QRect, view: SiteView) -> QRect:
    """The middle part of ``room`` that a 16:9 picture fills with its caption, which so stands at its foot."""
    caption = view.caption_height(room.width())
    height = min(room.height(), round(room.width() * 9 / 16) + caption)
    width = min(room.width(), max(round((height - caption) * 16 / 9), px(120)))
    return QRect(room.left() + (room.width() - width) // 2, room.top() + (room.height() - height) // 2, width, height)


def alike(room: QRect, views: Sequence[SiteView]) -> list[QRect]:
    """One view takes all; two stand beside each other or one above the other, whichever makes them larger."""
    if len(views) < 2:
        return [fitted(room, view) for view in views]
    gap = px(8)
    half_width, half_height = (room.width() - gap) // 2, (room.height() - gap) // 2
    beside = [
        fitted(QRect(room.left(), room.top(), half_width, room.height()), views[0]),
        fitted(QRect(room.right() - half_width + 1, room.top(), half_width, room.height()), views[1]),
    ]
    above = [
        fitted(QRect(room.left(), room.top(), room.width(), half_height), views[0]),
        fitted(QRect(room.left(), room.bottom() - half_height + 1, room.width(), half_height), views[1]),
    ]
    return above if above[0].width() > 1.1 * beside[0].width() else beside


def one_large(room: QRect, large: SiteView, small: SiteView) -> tuple[QRect, QRect]:
    """The small one stands beside the large, or below it in a room set upright."""
    gap = px(8)
    if room.height() > room.width():
        height = round(room.height() * _SMALL_PART)
        above = fitted(room.adjusted(0, 0, 0, -height - gap), large)
        return above, fitted(QRect(room.left(), room.bottom() - height + 1, room.width(), height), small)
    width = round(room.width() * _SMALL_PART)
    big = fitted(room.adjusted(0, 0, -width - gap, 0), large)
    little = fitted(QRect(room.right() - width + 1, room.top(), width, room.height()), small)
    little.moveTop(big.top())
    return big, little


def inset(room: QRect, large: SiteView, small: SiteView) -> tuple[QRect, QRect]:
    """The large one has all the room, the small one lies over its lower right corner."""
    big = fitted(room, large)
    width = max(px(160), round(big.width() * _INSET_PART))
    height = round(width * 9 / 16) + small.caption_height(width)
    right = big.right() - px(12)
    bottom = big.bottom() - large.caption_height(big.width()) - px(12)
    return big, QRect(right - width + 1, max(big.top(), bottom - height + 1), width, height)

"""Which palette and text size are in force, and what follows from them: colours, fonts, lengths."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from .colours import LIGHT, Colours


@dataclass(frozen=True, slots=True)
class Theme:
    colours: Colours
    is_dark: bool = False
    text_size: int = 100
    """Percent."""


_current = Theme(LIGHT)


def current_theme() -> Theme:
    return _current


def set_theme(theme: Theme) -> None:
    """For `apply_style` alone."""
    global _current
    _current = theme
    _colour_cache.clear()


def colours() -> Colours:
    """The palette in force, as ``#rrggbb`` by role."""
    return _current.colours


_colour_cache: dict[str, QColor] = {}


def colour(role: str) -> QColor:
    """A colour in force, by role (a field of `Colours`). Ask at every paint: the theme may have changed."""
    if role not in _colour_cache:
        _colour_cache[role] = QColor(getattr(_current.colours, role))
    return _colour_cache[role]


def px(length: float) -> int:
    """A length in logical pixels, grown with the chosen text size."""
    return round(length * _current.text_size / 100)


XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
"""Distances. Use through `px` where text stands beside them."""

_SIZES = {
    "body": (1.0, QFont.Weight.Normal),
    "strong": (1.0, QFont.Weight.DemiBold),
    "small": (0.9, QFont.Weight.Normal),
    "small_strong": (0.9, QFont.Weight.DemiBold),
    "reading": (1.1, QFont.Weight.Normal),
    "subheading": (1.15, QFont.Weight.DemiBold),
    "heading": (1.4, QFont.Weight.DemiBold),
    "title": (1.8, QFont.Weight.DemiBold),
}


def font(role: str = "body") -> QFont:
    """The application's font in a role: body, strong, small, small_strong, reading, subheading, heading, title.

    In lists: an unread row's first line is ``strong``, a read one's ``body``, second lines are ``small`` in ``muted``.
    """
    factor, weight = _SIZES[role]
    result = QFont(QApplication.font())
    result.setPointSizeF(round(result.pointSizeF() * factor, 1))
    result.setWeight(weight)
    return result


def paper_font() -> QFont:
    """What is printed is as large for everybody, whatever size of text she reads on the screen."""
    result = font("reading")
    result.setPointSizeF(round(result.pointSizeF() * 100 / _current.text_size, 1))
    return result

"""How the desk looks. Every page draws from here and from nowhere else; light, dark and 100–200 % then come alone.

    colour("muted")        a QColor by role (`Colours` lists them); colours() gives the same as #rrggbb strings
    font("strong")         the application's font in a role: body strong small reading subheading heading …
    px(12), S, M, L …      lengths that grow with the text size
    icon("reply")          our own drawings (`icon_names()`); pixmap("flag_set", "warning", px(16), ratio) for delegates
    primary(button)        marks the one main button of a view; also quiet(button), danger(button)

Ask `colour`, `font`, `px` and `pixmap` when painting, not once: a change of theme or text size arrives as PaletteChange
and FontChange. Lists draw first lines in ``text`` (unread: font "strong"), second lines in ``muted`` with font "small",
selected rows on ``selection`` in ``on_selection``, the row under the pointer on ``hover``.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QPushButton

from .application import apply_style, palette
from .colours import DARK, LIGHT, Colours, contrast
from .icon_shapes import SHAPES
from .icons import application_icon, icon, pixmap, tinted_icon, tinted_pixmap
from .theme import XL, XS, XXL, L, M, S, colour, colours, current_theme, font, paper_font, px

_Button = TypeVar("_Button", bound=QPushButton)


def icon_names() -> tuple[str, ...]:
    return tuple(SHAPES)


def primary(button: _Button) -> _Button:
    """The one thing to do here, on the accent's ground."""
    button.setProperty("kind", "primary")
    return button


def quiet(button: _Button) -> _Button:
    """A button that looks like a word until it is wanted."""
    button.setProperty("kind", "quiet")
    return button


def danger(button: _Button) -> _Button:
    """What cannot be taken back."""
    button.setProperty("kind", "danger")
    return button


__all__ = [
    "DARK",
    "LIGHT",
    "XL",
    "XS",
    "XXL",
    "Colours",
    "L",
    "M",
    "S",
    "application_icon",
    "apply_style",
    "colour",
    "colours",
    "contrast",
    "current_theme",
    "danger",
    "font",
    "icon",
    "icon_names",
    "palette",
    "paper_font",
    "pixmap",
    "primary",
    "px",
    "quiet",
    "tinted_icon",
    "tinted_pixmap",
]

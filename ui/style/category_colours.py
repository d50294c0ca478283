"""Outlook's 25 colours of categories, as dots: the word beside them carries the meaning, the dot is recognised.

Each is dark enough on light grounds and light enough on dark ones for 3:1 (a test).
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from .theme import colour, current_theme

# [MS-OXOCFG] 2.2.5.2.1: red, orange, peach, yellow, green, teal, olive, blue, purple, maroon, steel, dark steel, grey,
# dark grey, black, then the dark ones of the first ten.
LIGHT = [
    "#c8372d",
    "#c75f00",
    "#b06a2c",
    "#8d7400",
    "#2f8a3b",
    "#0f827c",
    "#6f7d1e",
    "#2c6fc9",
    "#8450c0",
    "#a83a63",
    "#5f7389",
    "#46586b",
    "#6f757c",
    "#50565c",
    "#25292e",
    "#9a2018",
    "#9c4a00",
    "#8a5018",
    "#6f5b00",
    "#1d6a2a",
    "#0a625d",
    "#545f12",
    "#1b4f99",
    "#64369b",
    "#832548",
]
DARK = [
    "#f0766c",
    "#f2994a",
    "#e0ab80",
    "#e3c64a",
    "#6fce7e",
    "#4fc9c1",
    "#b5c55a",
    "#7ab0f5",
    "#bb93ea",
    "#e687ab",
    "#a3b6ca",
    "#8b9fb4",
    "#b3b9c0",
    "#979da4",
    "#8e959c",
    "#e2635a",
    "#df8637",
    "#cf945f",
    "#c9ab32",
    "#57b567",
    "#3fb0a8",
    "#9dad47",
    "#6199e0",
    "#a67cd8",
    "#d26f95",
]


def category_colour(number: int) -> QColor:
    """For Outlook's number, 0 to 24; the neutral colour of captions for any other."""
    colours = DARK if current_theme().is_dark else LIGHT
    return QColor(colours[number]) if 0 <= number < len(colours) else colour("muted")

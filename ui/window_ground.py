"""The window's bare ground: rail, page and status line as plain areas in the colours they had last time.

Painted before the style is loaded, so it asks it for nothing; used by `main_window`.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

_WORDS = 5


def ground_words(rail_width: int, status_height: int) -> str:
    """To be remembered: three colours (window, surface, border) and the two places (logical pixels)."""
    from .style import colours

    now = colours()
    return f"{now.window} {now.surface} {now.border} {rail_width} {status_height}"


def paint_ground(widget: QWidget, words: str) -> None:
    """``words`` are those of `ground_words`, or anything: then nothing is painted over Qt's own ground."""
    parts = words.split(" ")
    if len(parts) != _WORDS or not (parts[3].isdecimal() and parts[4].isdecimal()):
        return
    window, surface, border = (QColor(part) for part in parts[:3])
    left, foot = int(parts[3]), int(parts[4])
    width, height = widget.width(), widget.height()
    painter = QPainter(widget)
    painter.fillRect(0, 0, width, height, window)
    painter.fillRect(left - 1, 0, width - left + 1, height - foot + 1, border)
    painter.fillRect(left, 0, width - left, height - foot, surface)
    painter.end()

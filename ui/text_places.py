"""Places in a Python text as Qt counts them (UTF-16), so that what was found can be marked in an editor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable


def utf16_offsets(text: str) -> Callable[[int], int]:
    """From an index into ``text`` to a position in a `QTextDocument` of the same text."""
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"] if not text.isascii() else []
    if not wide:
        return lambda place: place
    return lambda place: place + bisect_left(wide, place)

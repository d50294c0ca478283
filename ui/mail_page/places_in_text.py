"""Where words stand in the mail that is read, whatever marks they were typed with, and the way from one place to the
next. Used by `mail_body` for F3."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from vietnamese.folding import fold, fold_with_offsets, normalise

_LONGEST_TEXT = 2_000_000
_MOST = 5_000


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """(start, end) of each, in order. Typed with marks, only what is written so, where the text has it so."""
    wanted = " ".join(fold(words).split())
    if not wanted:
        return []
    folded, offsets = fold_with_offsets(text[:_LONGEST_TEXT])
    for space in ("\u00a0", "\n", "\t", "\u2029", "\u2028"):
        folded = folded.replace(space, " ")
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0 and len(found) < _MOST:
        start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
        while end < len(text) and not fold(text[end]) and not text[end].isspace():
            end += 1  # marks that stand behind their letter
        found.append((start, end))
        at = folded.find(wanted, at + len(wanted))
    typed = " ".join(normalise(words).split())
    if typed == wanted:
        return found
    return [place for place in found if " ".join(normalise(text[slice(*place)]).split()) == typed] or found


def spellings_of(words: str, text: str) -> list[str]:
    """How they are written where they stand, each spelling once."""
    return list(dict.fromkeys(text[start:end] for start, end in places_of(words, text)))[:20]


class PlacesInText:
    """Of one view; what was found is kept until the text or the words change."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._known: tuple[int, str] | None = None
        self._places: list[tuple[int, int]] = []

    def step(self, words: str, *, backwards: bool) -> bool:
        """Select the next place, going round at the end. False: there is none."""
        places = self._places_of(words)
        if not places:
            return False
        cursor = self._view.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if backwards:
            chosen = next((one for one in reversed(places) if one[0] < start), places[-1])
        else:
            after = end if (start, end) in places else start  # a word still being typed goes on where it was found
            chosen = next((one for one in places if one[0] >= after), places[0])
        cursor.setPosition(chosen[0])
        cursor.setPosition(chosen[1], QTextCursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        self._view.ensureCursorVisible()
        return True

    def _places_of(self, words: str) -> list[tuple[int, int]]:
        key = (self._view.document().revision(), words)
        if self._known != key:
            text = self._view.toPlainText()
            places = places_of(words, text)
            if not text.isascii() and any(letter > "\uffff" for letter in text):  # Qt counts in UTF-16
                places = [(_in_utf16(text, start), _in_utf16(text, end)) for start, end in places]
            self._known, self._places = key, places
        return self._places


def _in_utf16(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2

"""Where typed words stand in a text, marks or not. Runs on a worker; no Qt. Used for marking hits and for finding."""

from __future__ import annotations

from vietnamese.folding import fold, fold_with_offsets, normalise

MOST = 500


def occurrences(text: str, typed: str, *, most: int = MOST, whole_words: bool = False) -> list[tuple[int, int]]:
    """(start, end) of ``typed`` in ``text``. Typed without marks it finds any spelling, with marks only that one."""
    typed = " ".join(typed.split())
    wanted = fold(typed)
    if not wanted.strip():
        return []
    has_marks = wanted != typed.casefold()
    exact = normalise(typed)
    text = text.replace("\u00a0", " ")
    folded, offsets = fold_with_offsets(text)
    found: list[tuple[int, int]] = []
    place = folded.find(wanted)
    while place >= 0 and len(found) < most:
        end = place + len(wanted)
        start_in_text, end_in_text = offsets[place], offsets[end]
        stands_alone = not whole_words or (
            not (place and folded[place - 1].isalnum()) and not (end < len(folded) and folded[end].isalnum())
        )
        if stands_alone and (not has_marks or normalise(text[start_in_text:end_in_text]) == exact):
            found.append((start_in_text, end_in_text))
        place = folded.find(wanted, end)
    return found


def marks_for(text: str, typed: str, start: int, end: int) -> list[tuple[int, int]]:
    """What to mark in a document opened from a search: the words as one phrase wherever they stand so; else each of
    them, but only in the provision that was found (``start`` to ``end``)."""
    typed = typed.replace('"', " ")
    phrase = occurrences(text, typed, whole_words=True)
    if phrase or end <= start:
        return phrase
    part = text[start:end]
    found: set[tuple[int, int]] = set()
    for word in dict.fromkeys(typed.split()):
        found.update(occurrences(part, word, most=100, whole_words=True))
    return [(start + first, start + last) for first, last in sorted(found)]

"""Where the words searched for stand in a text, marks or not: for the list and the reader to show."""

from __future__ import annotations

import re

from vietnamese.folding import fold, fold_with_offsets, normalise

from .grammar import Field, Term, parse_search
from .matching import marked_words

_FOLDED_WORD = re.compile(r"[^\W_]+")
_MOST_MARKS = 2_000
_LONGEST_TEXT = 400_000


class SearchMarks:
    """Made once for what was typed, asked for many texts."""

    def __init__(self, typed: str) -> None:
        self.typed = typed
        patterns = [pattern for term in parse_search(typed).terms if (pattern := term_pattern(term))]
        self._pattern = re.compile("|".join(sorted(patterns, key=len, reverse=True))) if patterns else None
        self._needs_marks = {fold(word): word for term in parse_search(typed).terms for word in marked_words(term.text)}

    def __bool__(self) -> bool:
        return self._pattern is not None

    def places(self, text: str) -> list[tuple[int, int]]:
        """(start, end) in ``text``, in order. A word typed with marks is marked as it was typed where the text has it
        so, else in any writing."""
        if self._pattern is None or not text:
            return []
        folded, offsets = fold_with_offsets(text[:_LONGEST_TEXT])
        found = []
        for match in self._pattern.finditer(folded):
            end = offsets[match.end() - 1] + 1
            while end < len(text) and not fold(text[end]) and not text[end].isspace():
                end += 1  # marks that stand behind their letter
            found.append((offsets[match.start()], end))
            if len(found) >= _MOST_MARKS:
                break
        exact = [place for place in found if self._is_exact(text[place[0] : place[1]])]
        return exact or found

    def _is_exact(self, written: str) -> bool:
        typed = self._needs_marks.get(fold(written))
        return typed is None or normalise(written).startswith(typed)


def term_pattern(term: Term) -> str:
    """Of one word or phrase in a folded text; "" for what is not marked."""
    if term.is_excluded or term.field is Field.FILES:
        return ""
    found = _FOLDED_WORD.findall(fold(term.text))
    if not found:
        return ""
    joined = r"[\W_]{1,4}".join(re.escape(word) for word in found)
    return rf"(?<![^\W_]){joined}" + ("" if term.may_go_on and len(found[-1]) > 1 else r"(?![^\W_])")

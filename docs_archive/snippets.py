"""The few words around a hit, out of the original text with its accents, and where in them to mark."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from vietnamese.folding import fold_in_place

from .query_words import QueryWords
from .word_fields import exact_word, folded_word

_WIDTH = 240
_FARTHEST = 8_000


def snippet_of(text: str, start: int, end: int, query: QueryWords) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The window of ``text[start:end]`` that holds the most of the query, and the marks in it. What was typed with
    marks is marked where it stands so; only where it does not, the same letters without marks are."""
    end = min(end, start + _FARTHEST)
    exact = frozenset(query.exact).union(*query.phrases)
    typed = _any_of(exact)
    hits = [(match.start(), match.end(), match[0]) for match in typed.finditer(fold_in_place(text[start:end]))]
    hits = [(start + first, start + last, word) for first, last, word in hits]
    if query.has_marks:
        hits = [hit for hit in hits if exact_word(text[hit[0] : hit[1]]) in exact] or hits
    begin = _best_window(hits, set(query.pairs), start)
    begin, finish = _cut(text, start, end, begin)
    shown = " ".join(text[begin:finish].split())
    return _marked(text[begin:finish], shown, hits, begin, finish)


@lru_cache(maxsize=64)
def _any_of(exact: frozenset[str]) -> re.Pattern[str]:
    """Any of these words, as whole words of a folded text."""
    words = sorted(map(folded_word, exact), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?![^\W_])")


def _best_window(hits: list[tuple[int, int, str]], pairs: set[str], start: int) -> int:
    """Where the window begins that holds the most different words; neighbours that were typed as such count more."""
    best, best_score = start, 0
    counts: dict[str, int] = {}
    neighbours = [
        first[2] != second[2] and second[0] - first[1] <= 2 and f"{first[2]}_{second[2]}" in pairs
        for first, second in pairwise(hits)
    ] + [False]
    right, adjacent = 0, 0
    for left, (position, _, word) in enumerate(hits):
        while right < len(hits) and hits[right][1] <= position + _WIDTH - 30:
            counts[hits[right][2]] = counts.get(hits[right][2], 0) + 1
            adjacent += neighbours[right]
            right += 1
        score = 3 * len(counts) + 2 * adjacent
        if score > best_score:
            best, best_score = position, score
        if right > left:
            counts[word] -= 1
            if not counts[word]:
                del counts[word]
            adjacent -= neighbours[left]
        else:
            right = left + 1
    return best


def _cut(text: str, start: int, end: int, begin: int) -> tuple[int, int]:
    """Widened to the beginning of the sentence or line where that is near, and to whole words."""
    if begin - start > 40:
        line = max(text.rfind("\n", start, begin), text.rfind(". ", start, begin), text.rfind("; ", start, begin))
        if begin - line <= 60 and line >= start:
            begin = line + 1
        else:
            blank = text.find(" ", begin - 30, begin)
            begin = blank + 1 if blank >= 0 else begin
    else:
        begin = start
    finish = min(begin + _WIDTH, end)
    if finish < end:
        blank = max(text.rfind(" ", begin, finish), text.rfind("\n", begin, finish))
        finish = blank if blank > begin + _WIDTH // 2 else finish
    return begin, finish


def _marked(
    window: str, shown: str, hits: list[tuple[int, int, str]], begin: int, finish: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Marks counted in ``shown``, in which every run of blanks has become one."""
    places = _places_in(window) if len(window) != len(shown) else None
    marks = tuple(
        (places[first - begin], places[last - 1 - begin] + 1) if places else (first - begin, last - begin)
        for first, last, _ in hits
        if begin <= first and last <= finish
    )
    return shown, marks


def _places_in(window: str) -> list[int]:
    """Where each letter of the window stands once every run of blanks has become one."""
    places: list[int] = []
    position, pending, written = 0, False, False
    for letter in window:
        if letter.isspace():
            pending = written
            places.append(position)
            continue
        if pending:
            position += 1
            pending = False
        places.append(position)
        position += 1
        written = True
    return places

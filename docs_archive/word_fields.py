"""A text as the index takes it: words with their marks, words without, and neighbouring pairs. Vietnamese is written in
syllables; pairs of them stand for its words, without a segmenter (396 questions, 3,993
documents: recall@1 0.69 → 0.80)."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from vietnamese.folding import fold, normalise

WORD = re.compile(r"[^\W_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
_LONGEST_WORD = 64


class _Memo(dict[str, str]):
    """A text of a hundred megabytes has some ten thousand different syllables: each is worked out once."""

    def __init__(self, work: Callable[[str], str]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> str:
        if len(self) > 100_000:
            self.clear()
        value = self[word] = self._work(word)
        return value


_exact = _Memo(lambda word: normalise(word)[:_LONGEST_WORD])
_folded = _Memo(lambda word: fold(word)[:_LONGEST_WORD])


def exact_word(word: str) -> str:
    return _exact[word]


def folded_word(word: str) -> str:
    return _folded[word]


def word_fields(text: str) -> tuple[str, str, str]:
    """(exact, folded, pairs), each joined by blanks."""
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    exact = [_exact[word] for word in WORD.findall(text)]
    folded = [_folded[word] for word in exact]
    pairs = [f"{first}_{second}" for first, second in pairwise(folded)]
    return " ".join(exact), " ".join(folded), " ".join(pairs)

"""What a person typed into the search box, as words and phrases, each with and without marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from vietnamese.folding import fold, normalise, words

_QUOTED = re.compile(r'"([^"]{1,300})"|“([^”]{1,300})”')
MOST_WORDS = 40
"""More are left out: a pasted page would otherwise be a query of thousands of terms."""


@dataclass(frozen=True, slots=True)
class QueryWords:
    """``exact`` and ``folded`` go in parallel, each word once; ``phrases`` are word lists in normalised spelling;
    ``pairs`` are neighbouring folded syllables."""

    exact: tuple[str, ...]
    folded: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    pairs: tuple[str, ...]

    @property
    def has_marks(self) -> bool:
        return self.exact != self.folded or any(fold(word) != word for phrase in self.phrases for word in phrase)

    @property
    def is_empty(self) -> bool:
        return not self.exact and not self.phrases


def query_words(typed: str) -> QueryWords:
    typed = typed[:2000]
    phrases = [tuple(words(match[1] or match[2])[:MOST_WORDS]) for match in _QUOTED.finditer(typed)]
    rest = words(_QUOTED.sub(" \n ", typed))[:MOST_WORDS]
    exact = tuple(dict.fromkeys(rest))
    in_order = [fold(word) for word in rest]
    pairs = tuple(dict.fromkeys(f"{first}_{second}" for first, second in pairwise(in_order)))
    return QueryWords(
        exact=exact,
        folded=tuple(fold(word) for word in exact),
        phrases=tuple(phrase for phrase in phrases if phrase)[:8],
        pairs=pairs,
    )


def is_marked(word: str) -> bool:
    return fold(word) != normalise(word)

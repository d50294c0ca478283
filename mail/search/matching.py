"""A query as FTS5's MATCH: every word a quoted string, so that nothing a person types is syntax.

A word she may still be typing is looked for by the words that begin so, out of our own list of words: FTS5's own prefix
search collects all matches of all of them first, which takes hundreds of milliseconds at 100,000 mails.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vietnamese.document_numbers import number_query_keys
from vietnamese.folding import fold, words

from .grammar import Field, Term

Continuations = Callable[[str], Sequence[str]]
"""The known words that begin with these letters, the common ones first."""

_FOLDED_WORD = re.compile(r"[^\W_]+")
_SHORTEST_BEGINNING = 2
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_WIDEST_NUMBER = 6
"""Words that a number may be typed in: "thông tư liên tịch 9 2015"."""


@dataclass(frozen=True, slots=True)
class Matching:
    """``folded`` finds whatever the marks; ``exact`` narrows it to what was typed with marks (None: nothing was).
    ``excluded`` alone is left when nothing but exclusions was typed."""

    folded: str | None
    exact: str | None
    excluded: str | None


def matching(terms: Sequence[Term], continuations: Continuations) -> Matching:
    wanted = [term for term in terms if not term.is_excluded]
    unwanted = [term for term in terms if term.is_excluded]
    parts = _with_numbers([term for term in wanted if term.field is Field.ANYWHERE], continuations)
    parts += [_folded(term, continuations) for term in wanted if term.field is not Field.ANYWHERE]
    parts = [part for part in parts if part]
    marked = [part for term in wanted if (part := _exact(term, continuations))]
    without = [part for term in unwanted if (part := _excluded(term))]
    excluded = " OR ".join(without) or None
    if not parts:
        return Matching(None, None, excluded)
    folded = _without(" AND ".join(parts), excluded)
    exact = _without(" AND ".join([*parts, *marked]), excluded) if marked else None
    return Matching(folded, exact, excluded)


def _without(wanted: str, excluded: str | None) -> str:
    return wanted if excluded is None else f"({wanted}) NOT ({excluded})"


def _quoted(found: Sequence[str]) -> str:
    return '"' + " ".join(found) + '"'


def _folded(term: Term, continuations: Continuations) -> str:
    found = _FOLDED_WORD.findall(fold(term.text))
    if not found:
        return ""
    # 30/2020/NĐ-CP and a@b.vn are typed as one: their parts stand one after another.
    is_begun = term.may_go_on and len(found[-1]) >= _SHORTEST_BEGINNING
    begun = _begun(found, continuations) if is_begun else _quoted(found)
    return begun if term.field is Field.ANYWHERE else f"{{{term.field.value}}} : ({begun})"


def _begun(found: list[str], continuations: Continuations) -> str:
    if len(found) > 1:
        return "(" + " OR ".join(_quoted([*found[:-1], last]) for last in _all(found[-1], continuations)) + ")"
    return "(" + " OR ".join(_quoted([one]) for one in _all(found[0], continuations)) + ")"


def _all(beginning: str, continuations: Continuations) -> list[str]:
    return list(dict.fromkeys([beginning, *continuations(beginning)]))


def _exact(term: Term, continuations: Continuations) -> str:
    """Each word that was typed with marks, wherever it stands; "" if none was."""
    marked = marked_words(term.text)
    if not marked:
        return ""
    parts = [f'exact : "{word}"' for word in marked]
    typed = words(term.text)
    if term.may_go_on and typed and typed[-1] == marked[-1] and len(marked[-1]) >= _SHORTEST_BEGINNING:
        parts[-1] = "exact : (" + " OR ".join(f'"{one}"' for one in _all(marked[-1], continuations)) + ")"
    return " AND ".join(parts)


def marked_words(text: str) -> list[str]:
    """The words of ``text`` that bear marks, each once, in one spelling."""
    if text.isascii():
        return []
    return [word for word in dict.fromkeys(words(text)) if not word.isascii() and fold(word) != word]


def _excluded(term: Term) -> str:
    found = _FOLDED_WORD.findall(fold(term.text))
    if not found:
        return ""
    marked = marked_words(term.text)
    if marked and len(found) == 1 and term.field is Field.ANYWHERE:
        return f'exact : "{marked[0]}"'
    quoted = _quoted(found)
    return quoted if term.field is Field.ANYWHERE else f"{{{term.field.value}}} : {quoted}"


# --- document numbers -------------------------------------------------------------------------------------------------


def _with_numbers(terms: list[Term], continuations: Continuations) -> list[str]:
    """The words one by one, but those that name a document's number together: as typed, or that number however it is
    written in the mail."""
    parts: list[str] = []
    at = 0
    while at < len(terms):
        for width in range(min(_WIDEST_NUMBER, len(terms) - at), 0, -1):
            group = terms[at : at + width]
            numbers = _numbers(group)
            if numbers:
                as_typed = " AND ".join(part for term in group if (part := _folded(term, continuations)))
                parts.append("(" + " OR ".join([f"({as_typed})", *numbers]) + ")")
                at += width
                break
        else:
            parts.append(_folded(terms[at], continuations))
            at += 1
    return parts


def _numbers(group: list[Term]) -> list[str]:
    if not any(letter.isdigit() for term in group for letter in term.text):
        return []
    typed = " ".join(term.text for term in group)
    if len(typed) > 120:
        return []
    alternatives: list[str] = []
    for key in number_query_keys(typed):
        tokens = _FOLDED_WORD.findall(key)
        if not tokens or not tokens[0][0].isdigit():
            continue
        if "*" in key:
            rest = " ".join(f'"{token}"' for token in tokens[1:])
            alternatives.append(f'numbers : NEAR("n{tokens[0]}" {rest}, 2)' if rest else "")
        elif len(tokens) > 1:
            alternatives.append(f"numbers : {_quoted(['n' + tokens[0], *tokens[1:]])}")
            if group[-1].may_go_on and len(tokens) > 2:  # the last group of letters may not be whole yet
                alternatives.append(f"numbers : {_quoted(['n' + tokens[0], *tokens[1:-1]])}")
    # "Thông tư 09/2015" bears no letters: the serial with a nought before it, and without
    found = _FOLDED_WORD.findall(fold(typed)) if len(group) == 1 else []
    if alternatives and len(found) > 1 and found[0].isdigit():
        plain = _LEADING_ZEROS.sub("", found[0])
        alternatives += [_quoted([serial, *found[1:]]) for serial in (plain, plain.zfill(2)) if serial != found[0]]
    return list(dict.fromkeys(one for one in alternatives if one))

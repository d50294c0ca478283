"""The place in a mail's text where the words searched for stand, for rows whose subject and first words do not show
them. Asked by the window, on a worker, for the rows on screen only."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from vietnamese.folding import fold

from ..mime_thinning import thinned
from ..model import ItemId, MessageSummary
from ..reading import MAX_SEARCHABLE, read_message
from .entries import may_be_read
from .grammar import Field, parse_search
from .marks import SearchMarks, term_pattern

MOST_AT_ONCE = 40
SECONDS = 0.4
"""What one call reads for at most, a single mail apart: what is left is asked for again."""
_BEFORE, _AROUND = 16, 160
"""Letters: a row is narrow, and what stands behind its end is not seen."""
_SEEN = 48
"""Letters of a mail's first words that a row surely shows."""
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Snippet:
    """``text`` around the words; empty with ``is_in_file``: they stand in an attachment."""

    text: str
    is_in_file: bool = False


class Mails(Protocol):
    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]: ...
    def mime(self, item_id: ItemId) -> bytes | None: ...


def snippets(
    mails: Mails, item_ids: Sequence[ItemId], typed: str, clock: Callable[[], float] = time.monotonic
) -> dict[ItemId, Snippet | None]:
    """For each of ``item_ids`` that time allowed to look at; None where its row shows the words already, or where there
    is no place to show. Raises `StoreError`."""
    patterns = [
        re.compile(pattern)
        for term in parse_search(typed).terms
        if term.field is Field.ANYWHERE and (pattern := term_pattern(term))
    ]
    wanted = list(item_ids)[:MOST_AT_ONCE]
    if not patterns:
        return dict.fromkeys(wanted)
    marks, ends = SearchMarks(typed), clock() + SECONDS
    rows = {row.id: row for row in mails.summaries(wanted)}
    found: dict[ItemId, Snippet | None] = {}
    for item_id in wanted:
        row = rows.get(item_id)
        missing = [] if row is None else _missing(_shown(row), patterns)
        found[item_id] = None
        if row is not None and missing and row.has_body:
            found[item_id] = _snippet(mails.mime(item_id), row, missing, marks)
            if clock() > ends:
                break
    return found


def _shown(row: MessageSummary) -> str:
    people = [*((row.sender,) if row.sender else ()), *row.to]
    return "\n".join((row.subject, row.preview[:_SEEN], *(f"{one.name} {one.address}" for one in people)))


def _missing(text: str, patterns: Sequence[re.Pattern[str]]) -> list[re.Pattern[str]]:
    folded = fold(text)
    return [pattern for pattern in patterns if not pattern.search(folded)]


def _snippet(
    mime: bytes | None, row: MessageSummary, missing: Sequence[re.Pattern[str]], marks: SearchMarks
) -> Snippet | None:
    if mime is None:
        return None
    message = read_message(thinned(mime), row)
    text = " ".join(message.text[:MAX_SEARCHABLE].split())
    if len(_missing(text, missing)) < len(missing):
        return Snippet(_around(text, missing, marks))
    names = [one.name for one in message.attachments if _missing(one.name, missing) != list(missing)]
    if names:
        return Snippet(names[0], is_in_file=True)
    # A document number is found in many spellings, which are no place to point at.
    is_word = not any(character.isdigit() for pattern in missing for character in pattern.pattern)
    is_in_file = is_word and any(may_be_read(one.name) for one in message.attachments if not one.is_inline)
    return Snippet("", is_in_file=True) if is_in_file else None


def _around(text: str, missing: Sequence[re.Pattern[str]], marks: SearchMarks) -> str:
    """Where the most of the words that the row lacks stand close together."""
    best, best_count = (0, 0), -1
    for start, end in marks.places(text)[:_MOST_PLACES]:
        if len(_missing(text[start:end], missing)) == len(missing):
            continue  # a word the row shows already
        count = len(missing) - len(_missing(text[start : start + _AROUND - _BEFORE], missing))
        if count > best_count:
            best, best_count = (start, end), count
            if count == len(missing):
                break
    begin = max(0, best[0] - _BEFORE)
    if begin:
        begin = text.find(" ", begin, best[0]) + 1 or best[0]
    return ("… " if begin else "") + text[begin : begin + _AROUND]

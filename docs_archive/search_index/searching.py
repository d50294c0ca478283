"""Searches the Tantivy index: the Điều is what is ranked, the document what is found. Read only; follows the service's
commits by itself."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tantivy import FieldType, Occur, Query

from vietnamese.folding import fold

from ..model import SearchQuery
from ..query_words import QueryWords, is_marked
from ..status import cases_of
from .index_files import IndexDamaged, index_errors, mark_damaged, open_index, read_state
from .precedence import ONE

_TITLE_BOOST = 0.3
_SHORT_TITLE_BOOST = 1.0
_HEADING_BOOST = 0.5
"""An article's heading says what it is about (measured: recall@1 0.80 to 0.81, without marks 0.79 to 0.81)."""
_SHORT = 6
"""Up to so many words a hit must hold them all; longer ones are questions: ranked by what is shared."""
_MOST_UNITS = 8000


@dataclass(frozen=True, slots=True)
class UnitHit:
    """The best article of a document found. ``document`` is its row in the store."""

    document: int
    start: int
    end: int
    article: str
    anchor: str
    score: float


class SearchIndex:
    """The index of ``folder`` (``index/``), opened when first asked. Thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._name = ""
        self._index: Any = None
        self._seen: tuple[int, int, int] | None = None

    def search(
        self, query: SearchQuery, words: QueryWords, day: date, first: tuple[int, ...] = ()
    ) -> tuple[list[UnitHit], int]:
        """(the documents from ``offset`` on, best first; how many there are). The documents ``first`` come before all
        others. Raises `IndexDamaged` when there is no index to be read."""
        searcher, schema = self._current()
        with index_errors(self._folder):
            return _Search(searcher, schema, query, words, day).run(first)

    def give_up(self) -> None:
        """It could not be read: the service builds it anew in its next round."""
        with self._lock:
            mark_damaged(self._folder, self._name)
            self._index, self._seen = None, None

    def close(self) -> None:
        with self._lock:
            self._index, self._name, self._seen = None, "", None

    def _current(self) -> tuple[Any, Any]:
        with self._lock:
            try:
                about = (self._folder / "current.json").stat()
            except OSError as error:
                raise IndexDamaged(str(self._folder)) from error
            seen = (about.st_mtime_ns, about.st_ino, about.st_size)
            if self._index is None or seen != self._seen:
                state = read_state(self._folder)
                if state is None:
                    raise IndexDamaged(str(self._folder))
                if self._index is None or state.folder != self._name:
                    self._index, self._name = None, state.folder
                    self._index = open_index(self._folder / state.folder)
                with index_errors(self._folder):
                    self._index.reload()
                self._seen = seen
            return self._index.searcher(), self._index.schema


class _Search:
    """One search: which words must be there, in tiers of less and less exact spelling."""

    def __init__(self, searcher: Any, schema: Any, query: SearchQuery, words: QueryWords, day: date) -> None:
        self._searcher, self._schema, self._query, self._words = searcher, schema, query, words
        self._filters = self._filter_queries(day)
        # Few words are often the name of a law; in a question, titles only tip the scales (measured: 0.3 before 1).
        self._is_short = len(words.exact) <= _SHORT
        self._title_boost = _SHORT_TITLE_BOOST if self._is_short else _TITLE_BOOST

    def run(self, first: tuple[int, ...]) -> tuple[list[UnitHit], int]:
        wanted = self._query.offset + self._query.limit
        found: dict[int, UnitHit] = {}
        total = 0
        for row in first:
            chosen = Query.const_score_query(Query.term_query(self._schema, "document", row), 0.0)
            either = Query.boolean_query(
                [(Occur.Must, chosen), (Occur.Should, self._any_of([("folded", word) for word in self._words.folded]))]
            )
            for hit in self._documents(either, 1)[0]:
                found.setdefault(hit.document, hit)
        for tier in self._tiers():
            hits, count = self._documents(tier, wanted)
            before = len(found)
            for hit in hits:
                found.setdefault(hit.document, hit)
            total = max(total + len(found) - before if before else count, len(found))
            if len(found) >= wanted:
                break
        page = list(found.values())[self._query.offset : wanted]
        return page, total

    def _tiers(self) -> list[Any]:
        words = self._words
        spellings: list[list[tuple[str, str]]] = []  # (field suffix, word)
        folded = [("folded", word) for word in words.folded]
        if words.has_marks:
            spellings.append([("exact", word) for word in words.exact])
            mixed = [
                ("exact", word) if is_marked(word) else ("folded", plain)
                for word, plain in zip(words.exact, words.folded, strict=True)
            ]
            if mixed != spellings[0]:
                spellings.append(mixed)
        spellings.append(folded)
        if not self._is_short:
            return [self._any_of(spelling) for spelling in (spellings[0], folded)]
        tiers = [self._all_of(spelling) for spelling in spellings]
        if len(words.exact) > 2:
            tiers.append(self._any_of(spellings[0]))
        return tiers

    def _all_of(self, spelling: Sequence[tuple[str, str]]) -> Any:
        parts = [
            (
                Occur.Must,
                Query.boolean_query(
                    [(Occur.Should, self._term(field, word)), (Occur.Should, self._title_term(field, word))]
                ),
            )
            for field, word in spelling
        ]
        return self._with_rest(parts, spelling)

    def _any_of(self, spelling: Sequence[tuple[str, str]]) -> Any:
        parts = [(Occur.Should, self._term(field, word)) for field, word in spelling]
        parts += [(Occur.Should, self._title_term(field, word)) for field, word in spelling]
        return self._with_rest(parts, spelling)

    def _with_rest(self, parts: list[tuple[Any, Any]], spelling: Sequence[tuple[str, str]]) -> Any:
        for pair in self._words.pairs:
            parts.append((Occur.Should, self._term("pairs", pair)))
            parts.append((Occur.Should, Query.boost_query(self._term("heading_pairs", pair), _HEADING_BOOST)))
        if self._is_short:
            parts += [
                (Occur.Should, Query.boost_query(self._term("title_pairs", pair), self._title_boost))
                for pair in self._words.pairs
            ]
        is_folded = all(field == "folded" for field, _ in spelling)
        parts += [(Occur.Must, self._phrase(phrase, is_folded)) for phrase in self._words.phrases]
        if self._filters:
            if all(occur == Occur.Should for occur, _ in parts):
                parts = [(Occur.Must, Query.boolean_query(parts))]
            parts += [(Occur.Must, one) for one in self._filters]
        return Query.boolean_query(parts)

    def _term(self, field: str, word: str) -> Any:
        return Query.term_query(self._schema, field, word, "freq")

    def _title_term(self, field: str, word: str) -> Any:
        return Query.boost_query(self._term("title" if field == "exact" else "title_folded", word), self._title_boost)

    def _phrase(self, phrase: tuple[str, ...], is_folded: bool) -> Any:
        body, title = ("folded", "title_folded") if is_folded else ("exact", "title")
        words = [fold(word) for word in phrase] if is_folded else list(phrase)
        if len(words) == 1:
            either = [self._term(body, words[0]), self._term(title, words[0])]
        else:
            either = [Query.phrase_query(self._schema, field, words) for field in (body, title)]
        return Query.boolean_query([(Occur.Should, one) for one in either])

    def _documents(self, query: Any, wanted: int) -> tuple[list[UnitHit], int]:
        """Articles grouped by document. Asks for more articles until there are documents enough."""
        limit = max(200, wanted * 6)
        while True:
            result = self._ranked(self._searcher.search(query, limit=limit, count=False).hits)
            addresses = [address for _, address in result]
            rows = self._searcher.fast_field_values("document", addresses)
            best: dict[int, int] = {}
            for position, row in enumerate(rows):
                best.setdefault(row, position)
            is_all = len(result) < limit
            if len(best) >= wanted or is_all or limit >= _MOST_UNITS:
                break
            limit = min(limit * 4, _MOST_UNITS)
        # Of a question any article shares some word: how many documents do says nothing; what was looked through does.
        total = len(best) if is_all or not self._is_short else round(self._searcher.cardinality(query, "document"))
        chosen = list(best.items())[:wanted]
        places = [addresses[position] for _, position in chosen]
        starts = self._searcher.fast_field_values("start", places)
        ends = self._searcher.fast_field_values("end", places)
        hits = []
        for (row, position), address, start, end in zip(chosen, places, starts, ends, strict=True):
            article, _, anchor = bytes(self._searcher.doc(address).get_first("place") or b"\n").decode().partition("\n")
            hits.append(UnitHit(row, start, end, article, anchor, result[position][0]))
        return hits, max(total, len(best))

    def _ranked(self, hits: list[Any]) -> list[tuple[float, Any]]:
        """By score times precedence; those with equal products keep Tantivy's order."""
        weights = self._searcher.fast_field_values("precedence", [address for _, address in hits])
        weighed = [(score * weight / ONE, address) for (score, address), weight in zip(hits, weights, strict=True)]
        return sorted(weighed, key=lambda one: -one[0])

    # --- filters: no part of the score --------------------------------------------------------------------------------

    def _filter_queries(self, day: date) -> list[Any]:
        query = self._query
        filters: list[Any] = []
        for field, values in (("type", query.types), ("issuer", query.issuers), ("year", query.years)):
            if values:
                filters.append(Query.term_set_query(self._schema, field, list(values)))
        if query.statuses:
            cases = [
                Query.boolean_query(
                    [
                        (Occur.Must, self._term("status", status.value)),
                        (Occur.Must, self._day_is("effective", effective, day)),
                        (Occur.Must, self._day_is("expires", expires, day)),
                    ]
                )
                for status, effective, expires in cases_of(frozenset(query.statuses), day)
            ]
            filters.append(
                Query.boolean_query([(Occur.Should, case) for case in cases]) if cases else Query.empty_query()
            )
        return [Query.const_score_query(one, 0.0) for one in filters]

    def _day_is(self, field: str, when: str, day: date) -> Any:
        if when == "none":
            return Query.term_query(self._schema, field, 0)
        lowest, highest = (1, day.toordinal()) if when == "past" else (day.toordinal() + 1, date.max.toordinal())
        return Query.range_query(self._schema, field, FieldType.Unsigned, lowest, highest)

"""Full-text search over subject, people, text and attachments, inside the encrypted database. The service indexes, the
window asks.

Rowids of the index grow with the moment of receipt: asking for the newest first stops at as many as are shown.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from .. import bodies
from ..database import Database
from ..model import ItemId
from ..rows import SUMMARY_COLUMNS, local_id, microseconds, summary_of
from ..shown_folders import shown_folders
from .dates import beginning_of
from .entries import Entry, entry, search_key
from .folders import folders_meant
from .grammar import SearchProblem, SearchProblemKind, SearchQuery, parse_search
from .matching import Matching, matching

_BATCH = 16
_BATCH_BYTES = 1_000_000
_MOST_CONTINUATIONS = 64
_MOST_KEYS = 60_000
"""Messages of the folders asked for up to which their own list is taken into memory (1.5 MB)."""
_INSERT = (
    "INSERT INTO message_words (rowid, subject, sender, recipients, body, files, exact, numbers)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_NEWEST, _OLDEST = 2**62, 0


@dataclass(frozen=True, slots=True)
class Found:
    """``ids``: those that have the words with the marks she typed first, then those in any writing; each newest first.
    ``exact`` is how many the first are (all of them where she typed no marks)."""

    ids: list[ItemId]
    exact: int
    problems: tuple[SearchProblem, ...] = ()


_MOST_KNOWN = 100_000
"""Words remembered so as not to write them again: some 10 MB."""


class SearchIndex:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._known_terms: set[str] = set()

    def search(self, words: str, limit: int) -> list[ItemId]:
        return self.find(words, limit).ids

    def find(self, words: str, limit: int, within: Collection[str] | None = None) -> Found:
        """``within``: the folders meant by ``trong:`` if the asker knows them already, by their server ids."""
        query = parse_search(words)
        if query.is_empty or limit <= 0:
            return Found([], 0, query.problems)
        with self._database.read() as connection:
            return _Search(connection, query, limit, within).found()

    def catch_up(self, *, with_body_only: bool = False) -> Iterator[list[ItemId]]:
        """Index what is new, newest first, in small steps; yields the messages whose row changed by it."""
        condition = "is_indexed = 0 AND body_state <> 0" if with_body_only else "is_indexed = 0"
        while True:
            with self._database.read() as connection:
                # 1 MB at a time, or one message if that is larger.
                rows = connection.exec_driver_sql(
                    f"SELECT {SUMMARY_COLUMNS} FROM shown_messages WHERE {condition} ORDER BY received_at DESC LIMIT ?",
                    (_BATCH,),
                ).all()
                found: list[tuple[Any, bytes | None]] = []
                size = 0
                for row in rows:
                    mime = bodies.load(connection, row[0])
                    size += len(mime or b"")
                    found.append((row, mime))
                    if size > _BATCH_BYTES:
                        break
            if not found:
                return
            entries = [entry(summary_of(row), row[0], row[5], mime) for row, mime in found]
            with self._database.write() as connection:
                for one in entries:
                    self.put(connection, one)
                    connection.exec_driver_sql(
                        "UPDATE messages SET is_indexed = 1, search_key = ?,"
                        " preview = CASE WHEN preview = '' THEN ? ELSE preview END WHERE number = ?",
                        (one.key, one.preview, one.number),
                    )
                    if one.files:
                        connection.exec_driver_sql(
                            "INSERT OR REPLACE INTO files_to_read (message, tries) VALUES (?, 0)", (one.number,)
                        )
                self.learn(connection, entries)
            yield [local_id(one.number) for one in entries if one.preview]

    def put(self, connection: Connection, one: Entry) -> None:
        """In place of what the index held of this message."""
        connection.exec_driver_sql(
            "DELETE FROM message_words WHERE rowid = (SELECT search_key FROM messages WHERE number = ?)", (one.number,)
        )
        connection.exec_driver_sql(_INSERT, (one.key, *one.columns))

    def learn(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Words not met before. A word too many after a failed write only costs nothing being found for it."""
        fresh = sorted({term for one in entries for term in one.terms} - self._known_terms)
        if fresh:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO search_terms (term) SELECT value FROM json_each(?)", (json.dumps(fresh),)
            )
            if len(self._known_terms) > _MOST_KNOWN:
                self._known_terms.clear()  # it only spares the store a look: that knows them all
            self._known_terms.update(fresh)


class _Search:
    """One question, on one view of the database."""

    def __init__(
        self, connection: Connection, query: SearchQuery, limit: int, within: Collection[str] | None = None
    ) -> None:
        self._connection, self._query, self._limit, self._within = connection, query, limit, within
        self._problems = list(query.problems)
        self._match = matching(query.terms, self._continuations)
        self._low = search_key(0, microseconds(beginning_of(query.since))) if query.since else _OLDEST
        self._high = search_key(0, microseconds(beginning_of(query.before))) - 1 if query.before else _NEWEST

    def found(self) -> Found:
        keys = self._keys_of_folders()
        if keys is not None and not keys:
            return Found([], 0, tuple(self._problems))
        match = self._match
        first = self._numbers(match.exact, match, self._limit, keys) if match.exact is not None else []
        rest: list[int] = []
        if match.exact is None or len(first) < self._limit:
            have = set(first)
            rest = [n for n in self._numbers(match.folded, match, self._limit, keys) if n not in have]
        numbers = (first + rest)[: self._limit]
        exact = len(first) if match.exact is not None else len(numbers)
        return Found([local_id(number) for number in numbers], min(exact, len(numbers)), tuple(self._problems))

    def _continuations(self, beginning: str) -> list[str]:
        rows = self._connection.exec_driver_sql(
            "SELECT term FROM (SELECT number, term FROM search_terms WHERE term > ? AND term < ? LIMIT 20000)"
            " ORDER BY number LIMIT ?",
            (beginning, beginning + "\U0010ffff", _MOST_CONTINUATIONS),
        )
        return [str(term) for term in rows.scalars()]

    def _keys_of_folders(self) -> set[int] | None:
        """Search keys of all messages in the folders asked for; None: everywhere, or too many to be worth it."""
        if not self._query.folders and self._within is None:
            self._folder_numbers: list[int] | None = None
            return None
        folders = shown_folders(self._connection)
        meant: set[str] = set(self._within or ())
        for name in self._query.folders if self._within is None else ():
            fitting = folders_meant(name, folders)
            if not fitting:
                self._problems.append(SearchProblem(SearchProblemKind.UNKNOWN_FOLDER, name))
            meant.update(folder.id for folder in fitting)
        self._folder_numbers = list(
            self._connection.exec_driver_sql(
                "SELECT number FROM folders WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(meant)),)
            ).scalars()
        )
        if not self._folder_numbers:
            return set()
        total = sum(folder.total_count for folder in folders if folder.id in meant)
        if total > _MOST_KEYS or self._match.folded is None:
            return None
        keys: set[int] = set()
        for folder in self._folder_numbers:
            rows = self._connection.exec_driver_sql(
                "SELECT number, received_at FROM messages WHERE folder = ? AND received_at > -1", (folder,)
            )
            keys.update(search_key(number, received_at) for number, received_at in rows)
        moved = self._connection.exec_driver_sql(
            "SELECT m.number, m.received_at FROM messages m"
            " WHERE m.number IN (SELECT message FROM pending_actions WHERE kind IN ('move', 'delete'))"
        )
        keys.update(search_key(number, received_at) for number, received_at in moved)
        return keys or {-1}

    def _numbers(self, words: str | None, match: Matching, limit: int, keys: set[int] | None) -> list[int]:
        if words is None:
            return self._without_words(match, limit)
        if keys is None:
            rows = self._connection.exec_driver_sql(
                "SELECT m.number FROM message_words w CROSS JOIN shown_messages m ON m.search_key = w.rowid"
                f" WHERE message_words MATCH ? AND w.rowid BETWEEN ? AND ?{self._filters()}"
                " ORDER BY w.rowid DESC LIMIT ?",
                (words, self._low, self._high, limit),
            )
            return [int(number) for number in rows.scalars()]
        # A small folder and a common word: the word's rows are walked alone, without looking each up elsewhere.
        found: list[int] = []
        waiting: list[int] = []
        hits = self._connection.exec_driver_sql(
            "SELECT rowid FROM message_words WHERE message_words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            (words, self._low, self._high),
        )
        while (part := hits.fetchmany(2000)) and len(found) < limit:
            waiting += [row[0] for row in part if row[0] in keys]
            found += self._shown(waiting)
            waiting = []
        hits.close()
        return found[:limit]

    def _shown(self, keys: list[int]) -> list[int]:
        if not keys:
            return []
        rows = self._connection.exec_driver_sql(
            "SELECT m.number FROM shown_messages m WHERE m.search_key IN (SELECT value FROM json_each(?))"
            f"{self._filters()} ORDER BY m.search_key DESC",
            (json.dumps(keys),),
        )
        return [int(number) for number in rows.scalars()]

    def _without_words(self, match: Matching, limit: int) -> list[int]:
        excluded = (
            " AND m.search_key NOT IN (SELECT rowid FROM message_words WHERE message_words MATCH ?)"
            if match.excluded is not None
            else ""
        )
        values = (self._low, self._high, *((match.excluded,) if match.excluded is not None else ()), limit)
        rows = self._connection.exec_driver_sql(
            f"SELECT m.number FROM shown_messages m WHERE m.search_key BETWEEN ? AND ?{excluded}{self._filters()}"
            " ORDER BY m.search_key DESC LIMIT ?",
            values,
        )
        return [int(number) for number in rows.scalars()]

    def _filters(self) -> str:
        """Of constants and numbers alone."""
        query = self._query
        parts = ["m.shown_folder <> -1", "m.folder NOT IN (SELECT number FROM folders WHERE is_gone = 1)"]
        if self._folder_numbers is not None:
            parts.append(f"m.shown_folder IN ({','.join(str(int(one)) for one in self._folder_numbers)})")
        if query.has_attachments is not None:
            parts.append(f"m.has_attachments = {int(query.has_attachments)}")
        if query.is_flagged is not None:
            parts.append(f"m.shown_flag = {int(query.is_flagged)}")
        if query.is_unread is not None:
            parts.append(f"m.shown_read = {int(not query.is_unread)}")
        return "".join(f" AND {part}" for part in parts)

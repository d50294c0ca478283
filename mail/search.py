"""Full-text search over subject, people and text, inside the encrypted database. The service indexes, the window asks.

The words are folded (no marks), so "nghi dinh" finds "Nghị định". The index's rowids grow with the moment of receipt:
asking for the newest first costs nothing, however many messages match.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vietnamese.folding import fold

from . import bodies
from .database import Database
from .model import ItemId, MessageSummary
from .reading import preview_of, read_message, searchable_text
from .rows import SUMMARY_COLUMNS, local_id, summary_of

_MOST_TEXT = 1_000_000
_MOST_WORDS = 24
_BATCH = 16
_BATCH_BYTES = 1_000_000
_KEY_STEP = 1 << 31
_WORD = re.compile(r"\w+(?:[-./&]\w+)*")


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    key: int
    subject: str
    people: str
    body: str
    preview: str


class SearchIndex:
    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, words: str, limit: int) -> list[ItemId]:
        query = match_expression(words)
        if not query or limit <= 0:
            return []
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT m.number FROM message_words w JOIN shown_messages m ON m.search_key = w.rowid"
                " WHERE message_words MATCH ? AND m.shown_folder <> -1"
                " AND m.folder NOT IN (SELECT number FROM folders WHERE is_gone = 1)"
                " ORDER BY w.rowid DESC LIMIT ?",
                (query, limit),
            )
            return [local_id(number) for number in rows.scalars()]

    def catch_up(self) -> Iterator[list[ItemId]]:
        """Index what is new, newest first, in small steps; yields the messages whose row changed by it."""
        while True:
            with self._database.read() as connection:
                # 1 MB at a time, or one message if that is larger.
                rows = connection.exec_driver_sql(
                    f"SELECT {SUMMARY_COLUMNS} FROM shown_messages WHERE is_indexed = 0"
                    " ORDER BY received_at DESC LIMIT ?",
                    (_BATCH,),
                ).all()
                found: list[tuple[MessageSummary, int, int, bytes | None]] = []
                size = 0
                for row in rows:
                    mime = bodies.load(connection, row[0])
                    size += len(mime or b"")
                    found.append((summary_of(row), row[0], row[5], mime))
                    if size > _BATCH_BYTES:
                        break
            if not found:
                return
            entries = [_entry(*one) for one in found]
            with self._database.write() as connection:
                for entry in entries:
                    connection.exec_driver_sql(
                        "DELETE FROM message_words WHERE rowid = (SELECT search_key FROM messages WHERE number = ?)",
                        (entry.number,),
                    )
                    connection.exec_driver_sql(
                        "UPDATE messages SET is_indexed = 1, search_key = ?,"
                        " preview = CASE WHEN preview = '' THEN ? ELSE preview END WHERE number = ?",
                        (entry.key, entry.preview, entry.number),
                    )
                    connection.exec_driver_sql(
                        "INSERT INTO message_words (rowid, subject, people, body) VALUES (?, ?, ?, ?)",
                        (entry.key, entry.subject, entry.people, entry.body),
                    )
            yield [local_id(entry.number) for entry in entries if entry.preview]


def match_expression(words: str) -> str:
    """FTS5's MATCH for what a person typed: every word a quoted string, so that nothing she types is syntax. The
    last one, from two letters on, may be the beginning of a word: she is still typing."""
    found = _WORD.findall(fold(words[:1000]))[:_MOST_WORDS]
    quoted = ['"' + word + '"' for word in found]
    if found and len(found[-1]) >= 2 and not words[-1:].isspace():
        quoted[-1] += "*"
    return " ".join(quoted)


def _entry(summary: MessageSummary, number: int, received_at: int, mime: bytes | None) -> _Entry:
    people = [person for person in (summary.sender, *summary.to) if person]
    key = max(0, received_at // 1_000_000) * _KEY_STEP + number % _KEY_STEP
    text, preview = "", ""
    if mime is not None:
        text = searchable_text(mime)[:_MOST_TEXT]
        if not summary.preview:
            preview = preview_of(read_message(mime, summary))
    return _Entry(
        number=number,
        key=key,
        subject=fold(summary.subject),
        people=fold(" ".join(f"{person.name} {person.address}" for person in people)),
        body=fold(text),
        preview=preview,
    )

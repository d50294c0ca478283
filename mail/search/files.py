"""The text of attachments into the index, newest mails first, in the background of the service.

Outside the sync's way: it asks the server for nothing, reads files in disposable processes, and writes one message at a
time. What it has done is remembered with what it wrote: it may be stopped at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from text_extraction import Extracted, Limits, extract_many

from .. import bodies
from ..database import Database
from ..model import ItemId
from ..reading import attachment_content, read_message
from ..rows import SUMMARY_COLUMNS, local_id, summary_of
from .entries import Entry, entry
from .index import SearchIndex

LIMITS = Limits(seconds=8.0, text=200_000, content=30_000_000)
_MOST_FILES = 12
"""Attachments of one mail that are read."""
_MOST_TEXT = 400_000
MOST_TRIES = 2
"""Times that one mail's files are begun: whatever ended us in between may have been they."""

ReadFiles = Callable[[Sequence[tuple[bytes, str]], Limits], list[Extracted]]


class AttachmentIndexer:
    """On a thread of its own; `close` when done. Raises `StoreError`."""

    def __init__(self, store_path: Path, key: bytes, read_files: ReadFiles = extract_many) -> None:
        self._database = Database(store_path, key)
        self._index = SearchIndex(self._database)
        self._read_files = read_files

    def catch_up(self) -> Iterator[ItemId]:
        """One message a step, until none is waiting; may be closed between two."""
        while (number := self._begin_next()) is not None:
            yield self._index_one(number)

    def close(self) -> None:
        self._database.close()

    def _begin_next(self) -> int | None:
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM files_to_read WHERE tries >= ?", (MOST_TRIES,))
            number = connection.exec_driver_sql(
                "SELECT message FROM files_to_read WHERE message IN (SELECT message FROM files_to_read"
                " ORDER BY message DESC LIMIT 200)"
                " ORDER BY (SELECT received_at FROM messages WHERE number = message) DESC LIMIT 1"
            ).scalar()
            if number is not None:
                connection.exec_driver_sql("UPDATE files_to_read SET tries = tries + 1 WHERE message = ?", (number,))
        return None if number is None else int(number)

    def _index_one(self, number: int) -> ItemId:
        with self._database.read() as connection:
            row = connection.exec_driver_sql(
                f"SELECT {SUMMARY_COLUMNS} FROM shown_messages WHERE number = ? AND is_indexed = 1",  # noqa: S608
                (number,),
            ).first()
            mime = bodies.load(connection, number) if row is not None else None
        one: Entry | None = None
        if row is not None and mime is not None:
            texts = self._texts(mime, number, row)
            one = entry(summary_of(row), number, row[5], mime, texts) if texts else None
        with self._database.write() as connection:
            same = connection.exec_driver_sql(
                "SELECT 1 FROM messages WHERE number = ? AND is_indexed = 1 AND search_key IS NOT NULL", (number,)
            ).scalar()
            if one is not None and same:  # else it was rewritten meanwhile, and is waiting again or gone
                self._index.put(connection, one)
                self._index.learn(connection, [one])
            connection.exec_driver_sql("DELETE FROM files_to_read WHERE message = ?", (number,))
        return local_id(number)

    def _texts(self, mime: bytes, number: int, row: Sequence[object]) -> list[str]:
        summary = summary_of(row)
        wanted = entry(summary, number, 0, mime).files[:_MOST_FILES]
        names = {one.index: one.name for one in read_message(mime, summary).attachments}
        files = [(attachment_content(mime, index), names.get(index, "")) for index in wanted]
        texts, room = [], _MOST_TEXT
        for found in self._read_files(files, LIMITS) if files else []:
            texts.append(found.text[:room])
            room -= len(texts[-1])
        return [text for text in texts if text.strip()]

"""What the reader remembers between runs: pages with their validators, what waits to be asked, documents met."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from docs_archive.publisher.errors import PublisherError

_TABLES = """
CREATE TABLE IF NOT EXISTS pages (address TEXT PRIMARY KEY, final TEXT, etag TEXT, modified TEXT, body BLOB);
CREATE TABLE IF NOT EXISTS waiting (address TEXT PRIMARY KEY, place INTEGER, done INTEGER);
CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, text_length INTEGER);
"""
_LARGEST = 64 << 20


class ReaderState:
    """One SQLite file. A round that was broken off goes on where it was; each step is one transaction."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.executescript(_TABLES)
        except sqlite3.Error as error:
            raise PublisherError(f"{path} cannot be read: {error}") from error

    def close(self) -> None:
        self._db.close()

    # --- a round ----------------------------------------------------------------------------------------------------

    def begin_round(self, starts: Iterable[str]) -> None:
        """Goes on with what still waits; otherwise a new round from ``starts``."""
        if self.next_waiting() is None:
            with self._db:
                self._db.execute("DELETE FROM waiting")
        self.enqueue(starts)

    def enqueue(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            self._db.execute(
                "INSERT OR IGNORE INTO waiting VALUES (?, (SELECT count(*) FROM waiting), 0)",
                (address,),
            )

    def next_waiting(self) -> str | None:
        row = self._db.execute("SELECT address FROM waiting WHERE NOT done ORDER BY place LIMIT 1").fetchone()
        return row[0] if row else None

    def done(self, address: str, follow: Iterable[str]) -> None:
        self._db.execute("BEGIN")
        with self._db:
            self.enqueue(follow)
            self._db.execute("UPDATE waiting SET done = 1 WHERE address = ?", (address,))

    def visited(self) -> Iterator[str]:
        for (address,) in self._db.execute("SELECT address FROM waiting WHERE done ORDER BY place").fetchall():
            yield address

    # --- pages ------------------------------------------------------------------------------------------------------

    def page(self, address: str) -> tuple[str, bytes, tuple[str, str]] | None:
        """(where it was found, body, validators) of the last answer."""
        row = self._db.execute("SELECT final, body, etag, modified FROM pages WHERE address = ?", (address,)).fetchone()
        if row is None:
            return None
        return row[0], zlib.decompressobj().decompress(row[1], _LARGEST), (row[2], row[3])

    def keep_page(self, address: str, final: str, body: bytes, validators: tuple[str, str]) -> None:
        row = (address, final, *validators, zlib.compress(body))
        self._db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)", row)

    def drop_page(self, address: str) -> None:
        self._db.execute("DELETE FROM pages WHERE address = ?", (address,))

    # --- documents --------------------------------------------------------------------------------------------------

    def documents(self) -> dict[str, int]:
        """Every document that was ever fit to be published -> the length of its text."""
        return dict(self._db.execute("SELECT id, text_length FROM documents"))

    def keep_documents(self, text_lengths: dict[str, int], gone: Iterable[str] = ()) -> None:
        self._db.execute("BEGIN")
        with self._db:
            self._db.executemany("DELETE FROM documents WHERE id = ?", [(document,) for document in gone])
            self._db.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?)", list(text_lengths.items()))

"""The tables of ``archive.db`` and how the file is opened, upgraded and its errors told. Plain SQLite: the law is
public, nothing of a person's lives here, and all of it can be had again from the feed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Engine,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DBAPIError

from .errors import ArchiveDamaged, ArchiveDiskFull, ArchiveStoreError, ArchiveUnknownSchema

FILE_NAME = "archive.db"
BUSY_SECONDS = 5.0
CHUNK_CHARACTERS = 16_384

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False),
    Column("number_key", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_key", Text, nullable=False),  # folded: what a search falls back on while there is no index
    Column("issuer", Text, nullable=False),
    Column("signer", Text, nullable=False),
    Column("issued", Date),
    Column("effective", Date),
    Column("expires", Date),
    Column("status", Text, nullable=False),
    Column("year", Integer),
    Column("fields", Text, nullable=False),  # JSON list
    Column("source_url", Text, nullable=False),
    Column("text_kind", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),  # of its latest change: what the index has yet to take
    Column("synced_at", DateTime, nullable=False),
    Column("withdrawn_on", Date),
    Index("documents_by_number", "number_key"),
    Index("documents_by_sequence", "sequence"),
    Index("documents_by_date", "issued"),
)

# Every text a document ever had here; the newest has the document's version. Texts are never deleted.
texts = Table(
    "texts",
    metadata,
    Column("document", Integer, ForeignKey("documents.row"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("synced_at", DateTime, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)

# A text in pieces, each deflated by itself: the words around a hit are had without inflating a whole code of law.
text_chunks = Table(
    "text_chunks",
    metadata,
    Column("document", Integer, ForeignKey("documents.row"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),  # deflated UTF-8 of CHUNK_CHARACTERS, the last one of fewer
)

relations = Table(
    "relations",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.row"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("other_number", Text, nullable=False),
    Column("other_key", Text, nullable=False),  # the other one may not be held (yet): found by its number when asked
    Column("other_title", Text, nullable=False),
    Column("other_id", Text),
    Column("is_inbound", Integer, nullable=False),
    Column("is_partial", Integer, nullable=False),
    Column("provisions", Text, nullable=False),
    Index("relations_of", "document"),
    Index("relations_to_number", "other_key"),
    Index("relations_to_id", "other_id"),
)

state = Table("state", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    # Which archive this is: an index made from another one (a rebuilt file counts its rows anew) must not be used.
    connection.execute(text("INSERT INTO state (name, value) VALUES ('identity', lower(hex(randomblob(16))))"))


STEPS: tuple[Callable[[Connection], None], ...] = (_create,)
"""STEPS[n] leads from ``user_version`` n to n + 1."""


def open_engine(folder: Path) -> Engine:
    """Open ``archive.db`` in ``folder``, creating or upgrading it. Upgrades hold the write lock from the look at the
    version to the commit, so that two processes starting at once do it once."""
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveStoreError(str(folder)) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    try:
        with store_errors(path):
            with engine.connect() as connection:
                version = connection.scalar(text("PRAGMA user_version")) or 0
            if version > len(STEPS):
                raise ArchiveUnknownSchema(version, len(STEPS))
            if version < len(STEPS):
                _upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _upgrade(engine: Engine) -> None:
    with writing(engine) as connection:
        version = connection.scalar(text("PRAGMA user_version")) or 0
        for step in STEPS[version:]:
            step(connection)
        connection.execute(text(f"PRAGMA user_version = {len(STEPS)}"))


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by us: see `writing`
    # WAL: readers never wait for the one writer (the service), nor it for them. NORMAL may lose the last page of the
    # feed at a power cut, with its cursor, never half of it.
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "cache_size = -8000"):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view for the length of a call, never longer: a long read keeps the WAL from being emptied."""
    with store_errors(_path(engine)), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        try:
            yield connection
        finally:
            connection.exec_driver_sql("ROLLBACK")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that takes the write lock at its start: a deferred one that first reads fails with SQLITE_BUSY at
    once when another wrote meanwhile, whatever the time-out."""
    with store_errors(_path(engine)), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            # SQLite has rolled back by itself after a full disk: a second ROLLBACK would hide the first error.
            if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                connection.exec_driver_sql("ROLLBACK")
            raise


def _path(engine: Engine) -> Path:
    return Path(engine.url.database or "")


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """SQLite's errors become ours."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig, path) from error
    except sqlite3.Error as error:
        raise _translated(error, path) from error


def _translated(error: BaseException | None, path: Path) -> ArchiveStoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return ArchiveDiskFull(str(path))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return ArchiveDamaged(str(path))
    return ArchiveStoreError(str(path), getattr(error, "sqlite_errorname", type(error).__name__))

"""The encrypted file: connections, short transactions, upgrade of the schema, and the database's errors as ours.

One `Database` per process and file. Two processes write the same file (the window what a person does, the service what
the server says); SQLite's WAL lets them, as long as every write begins as one and is short.
"""

from __future__ import annotations

import errno
import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from .errors import DiskFull, StoreBusy, StoreDamaged, StoreError, UnknownSchema, WrongKey
from .schema import SCHEMA_VERSION, UPGRADES

KEY_BYTES = 32
BUSY_SECONDS = 5.0

_PAGE = 4096
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Database:
    """Thread-safe: every block takes a connection of its own from a pool. Never hold one over a network call."""

    def __init__(self, path: Path, key: bytes, *, checkpoint_pages: int = 1000) -> None:
        if len(key) != KEY_BYTES:
            raise WrongKey(str(path))
        self.path = path
        self._key = key
        self._checkpoint_pages = checkpoint_pages
        with store_errors(path):
            _prepare_folder(path)
            self._check_file()
            self._engine = create_engine(
                "sqlite://",
                module=dbapi2,
                creator=self._connect,
                poolclass=QueuePool,
                pool_size=3,
                max_overflow=13,
                hide_parameters=True,
            )
            try:
                self._upgrade()
            except BaseException:
                self._engine.dispose()
                raise
        self._remember_key()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view. Ends with the block: an open read would keep the WAL from being written back."""
        with store_errors(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[Connection]:
        """One short transaction, committed at the end of the block. ``durable``: on the disk before it returns, also if
        the power fails; for what a person did and for the outbox (the mirror can be fetched again)."""
        with store_errors(self.path), self._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            # A transaction that reads first and writes later fails at once when another has written in between.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def close(self) -> None:
        self._engine.dispose()

    def _connect(self) -> Any:
        connection = dbapi2.connect(
            str(self.path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr
            connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
            connection.execute("PRAGMA temp_store = MEMORY")  # nothing of a mail in a plain temporary file
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -16000")
            connection.execute(f"PRAGMA wal_autocheckpoint = {self._checkpoint_pages}")
            connection.execute("PRAGMA journal_size_limit = 33554432")
            connection.execute("SELECT count(*) FROM sqlite_master")  # the key is tried here
        except BaseException:
            connection.close()
            raise
        return connection

    def _upgrade(self) -> None:
        with self._engine.connect() as connection:
            version = _user_version(connection)
            if version > SCHEMA_VERSION:
                raise UnknownSchema(version, SCHEMA_VERSION)
            _use_wal(connection)
            if version == SCHEMA_VERSION:
                return
            connection.exec_driver_sql("PRAGMA synchronous = FULL")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            version = _user_version(connection)  # another process may have been faster
            for step in UPGRADES[version:]:
                for statement in step:
                    connection.exec_driver_sql(statement)
            if version < SCHEMA_VERSION:
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.commit()

    def _check_file(self) -> None:
        """SQLCipher says "not a database" of a wrong key and of a damaged first page alike. A keyed hash beside the
        file tells them apart; of a random 32-byte key it gives nothing away."""
        size = self.path.stat().st_size if self.path.exists() else None
        note = self._key_note()
        known = note.read_bytes() if note.exists() else b""
        if size is None or not known:
            if size and size < _PAGE:
                raise StoreDamaged(str(self.path))
            return
        if not hmac.compare_digest(_keyed_hash(self._key, known[:16]), known[16:]):
            raise WrongKey(str(self.path))
        if size < _PAGE and not self._wal_size():
            raise StoreDamaged(str(self.path))
        connection = None
        try:
            connection = self._connect()
        except dbapi2.DatabaseError as error:
            if _primary(error) == dbapi2.SQLITE_NOTADB:
                raise StoreDamaged(str(self.path)) from error
            raise
        finally:
            if connection is not None:
                connection.close()

    def _remember_key(self) -> None:
        note = self._key_note()
        if note.exists():
            return
        salt = secrets.token_bytes(16)
        fresh = note.with_name(f"{note.name}.{secrets.token_hex(4)}")
        with suppress(OSError):  # without the note only the wording of a later error is less exact
            fresh.write_bytes(salt + _keyed_hash(self._key, salt))
            fresh.replace(note)

    def _key_note(self) -> Path:
        return self.path.with_name(self.path.name + "-key-check")

    def _wal_size(self) -> int:
        wal = self.path.with_name(self.path.name + "-wal")
        return wal.stat().st_size if wal.exists() else 0


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """What SQLCipher and the file system say, as `StoreError`s. Nothing is ever deleted because of one."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(path, error.orig) from error
    except dbapi2.Error as error:
        raise _ours(path, error) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(str(path)) from error
        raise StoreError(str(path), error.strerror or type(error).__name__) from error


def _ours(path: Path, error: BaseException | None) -> StoreError:
    primary = _primary(error)
    if primary == dbapi2.SQLITE_FULL or (primary == dbapi2.SQLITE_IOERR and _is_without_room(path)):
        return DiskFull(str(path))
    if primary == dbapi2.SQLITE_NOTADB:
        return WrongKey(str(path))
    if primary in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_IOERR):
        return StoreDamaged(str(path))
    if primary in (dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED):
        return StoreBusy(str(path))
    # The statement's text and values stay out of it: they are somebody's mail.
    return StoreError(str(path), getattr(error, "sqlite_errorname", None) or type(error).__name__)


def _is_without_room(path: Path) -> bool:
    """Of an "I/O error" SQLite does not say more here. A quota or a limit on a file's size is one: try it beside it."""
    probe = path.with_name(f"{path.name}-probe-{secrets.token_hex(4)}")
    sizes = [file.stat().st_size for file in path.parent.iterdir() if file.name.startswith(path.name)]
    try:
        with probe.open("wb") as file:
            file.seek(max(sizes, default=0))
            file.write(bytes(16 * _PAGE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno in _NO_ROOM
    finally:
        with suppress(OSError):
            probe.unlink()
    return False


def _primary(error: BaseException | None) -> int:
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _user_version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _use_wal(connection: Connection) -> None:
    """Kept in the file once set. The switch does not wait for another process that is just making it: so do we."""
    until = time.monotonic() + BUSY_SECONDS
    while connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() != "wal":
        try:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except DBAPIError as error:
            if error.orig is None or _primary(error.orig) != dbapi2.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _keyed_hash(key: bytes, salt: bytes) -> bytes:
    return hmac.new(key, b"mailbox key check" + salt, hashlib.sha256).digest()


def _prepare_folder(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

"""The Inbox's first rows within milliseconds: straight from the encrypted file by the plain driver, read only.

For the first screen, while the mailbox proper (SQLAlchemy, 0.2 s to import) is still loading; its answer then replaces
this one. Run by the service process before it does anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from .rows import SUMMARY_COLUMNS, summary_of
from .shown_folders import shown_folders
from .summary import FirstLook, FolderRole

ROWS = 100


def first_look(path: Path, key: bytes) -> FirstLook | None:
    """None when there is nothing to see, or not this way: opening the mailbox then says why."""
    if not path.exists():
        return None
    from sqlcipher3 import dbapi2

    try:
        with closing(dbapi2.connect(str(path), timeout=0.2, isolation_level=None)) as connection:
            for pragma in (
                "cipher_log_level = NONE",
                f"key = \"x'{key.hex()}'\"",
                "temp_store = MEMORY",
                "query_only = ON",
            ):
                connection.execute(f"PRAGMA {pragma}")
            return _look(_Driver(connection))
    except dbapi2.Error:
        return None


def _look(driver: _Driver) -> FirstLook | None:
    folders = shown_folders(driver)
    inbox = next((folder for folder in folders if folder.role is FolderRole.INBOX), None)
    if inbox is None:
        return None
    rows = driver.exec_driver_sql(
        f"SELECT {SUMMARY_COLUMNS} FROM shown_messages"  # noqa: S608 - columns are a constant
        " WHERE number IN (SELECT number FROM messages WHERE folder = (SELECT number FROM folders WHERE id = ?)"
        " ORDER BY received_at DESC, number DESC LIMIT ?) AND shown_folder = folder"
        " AND number NOT IN (SELECT message FROM snoozed WHERE is_back = 0)"
        " ORDER BY received_at DESC, number DESC",
        (inbox.id, ROWS),
    ).all()
    return FirstLook(tuple(folders), inbox.id, tuple(summary_of(row) for row in rows)) if rows else None


class _Driver:
    """The one method of a SQLAlchemy connection that `shown_folders` asks for."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: Sequence[Any] = (), /) -> _Rows:
        return _Rows(self._connection.execute(statement, parameters).fetchall())


class _Rows:
    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self._rows = rows

    def all(self) -> list[tuple[Any, ...]]:
        return self._rows

"""Senders whose remote pictures she wants always: remembered in the encrypted store, listed and taken back in the
settings. A forged sender gets pictures shown by this, never more; mail in the junk folder gets none (`ui`)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..database import Database

PICTURE_SENDERS = ("CREATE TABLE picture_senders (address TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID",)


class PictureSenders:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[str]:
        """Their addresses, in alphabetical order."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT address FROM picture_senders ORDER BY address").all()
        return [row[0] for row in rows]

    def holds(self, address: str) -> bool:
        with self._database.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT 1 FROM picture_senders WHERE address = ?", (_plain(address),)
            ).first()
        return found is not None

    def add(self, address: str) -> None:
        if not _plain(address):
            return
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO picture_senders VALUES (?, ?)", (_plain(address), int(time.time()))
            )

    def remove(self, address: str) -> None:
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql("DELETE FROM picture_senders WHERE address = ?", (_plain(address),))


def _plain(address: str) -> str:
    return address.strip().casefold()[:320]

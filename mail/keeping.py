"""Which bodies are kept on this PC: all, or those of the last months, flagged mails and what she asked for besides.
Chosen by the window, followed by the sync; what is kept is said as the day down to which everything is here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from .model import ItemId, MailboxChanges
from .rows import local_id, microseconds, moment_of, numbers_of

if TYPE_CHECKING:  # the database makes the tables, this one among them
    from .database import Database

KEEPING = (
    # Mails older than what is kept that she opened all the same.
    "CREATE TABLE asked_bodies (message INTEGER PRIMARY KEY REFERENCES messages(number) ON DELETE CASCADE)",
)
CHOICES = (0, 12, 3)
"""Months; 0 keeps all."""
_FACT = "keep_months"
_DAYS_PER_MONTH = 30.5
_AT_ONCE = 64
_INDEX = (
    "CREATE INDEX IF NOT EXISTS messages_with_body ON messages(received_at) WHERE body_state <> 0 AND is_indexed = 1"
)
"""Only where not all is kept: each round then asks for what has grown too old, and must not walk through a million."""
WANTED = "(received_at >= ? OR is_flagged = 1 OR number IN (SELECT message FROM asked_bodies))"


def oldest_kept(connection: Connection) -> int:
    """In microseconds since 1970; older bodies are not fetched."""
    months = _months(connection)
    if not months:
        return -(2**62)
    return microseconds(datetime.now(UTC) - timedelta(days=months * _DAYS_PER_MONTH))


class Keeping:
    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def months(self) -> int:
        with self._database.read() as connection:
            return _months(connection)

    def choose(self, months: int) -> None:
        """Older bodies go with the next round of the sync, or come. Raises `ValueError` for what is none of CHOICES."""
        if months not in CHOICES:
            raise ValueError(months)
        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_FACT, str(months)))
            connection.exec_driver_sql(_INDEX if months else "DROP INDEX IF EXISTS messages_with_body")

    def ask(self, item_ids: Sequence[ItemId]) -> None:
        """She wants to read these although they are older."""
        with self._database.write(durable=True) as connection:
            for number in numbers_of(connection, item_ids):
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO asked_bodies SELECT number FROM messages WHERE number = ?", (number,)
                )

    def here_since(self) -> datetime | None:
        """Everything received after this moment is here whole; None: everything is."""
        from .bodies import MOST_TRIES

        with self._database.read() as connection:
            missing = connection.exec_driver_sql(
                "SELECT max(received_at) FROM messages WHERE body_state <> 1 AND is_ghost <> 1 AND body_tries < ?",
                (MOST_TRIES,),
            ).scalar()
        return None if missing is None else moment_of(missing)

    def drop_older(self) -> Iterator[MailboxChanges]:
        """The sync's part: bodies that are no longer to be kept, in short steps. Rows, and what the search knows of
        them, stay."""
        from . import bodies

        while True:
            with self._database.write() as connection:
                if not _months(connection):
                    return
                numbers = (
                    connection.exec_driver_sql(
                        "SELECT number FROM messages WHERE received_at < ? AND body_state <> 0 AND is_indexed = 1"
                        " AND is_flagged = 0 AND number NOT IN (SELECT message FROM asked_bodies) LIMIT ?",
                        (oldest_kept(connection), _AT_ONCE),
                    )
                    .scalars()
                    .all()
                )
                for number in numbers:
                    bodies.remove(connection, number)
                    connection.exec_driver_sql("UPDATE messages SET body_state = 0 WHERE number = ?", (number,))
            if not numbers:
                return
            yield MailboxChanges(item_ids=tuple(local_id(number) for number in numbers))


def _months(connection: Connection) -> int:
    value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (_FACT,)).scalar()
    return int(value) if value in [str(one) for one in CHOICES] else 0

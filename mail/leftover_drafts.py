"""Copies of our own mails that may be left in the server's Drafts after a refusal, a withdrawal or a lost answer: noted
with what made them, taken away by the outbox. Without it a refused mail would lie in Drafts for ever."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from .model import DraftId, OutgoingState

if TYPE_CHECKING:  # the database makes the tables, this one among them
    from .database import Database

LEFTOVERS = (
    # The very item that SendItem is asked for: a request given up as lost may have saved a second copy, and the same
    # item can go out only once.
    "ALTER TABLE outgoing ADD COLUMN copy_id TEXT",
    """CREATE TABLE leftover_drafts (
        server_id TEXT PRIMARY KEY,
        noted_at REAL NOT NULL,                  -- seconds since 1970
        looks INTEGER NOT NULL DEFAULT 0         -- how often the server's Drafts were searched for it
    ) WITHOUT ROWID""",
)

LOOKS_AFTER = (0.0, 5.0, 60.0, 600.0, 3600.0)
"""Seconds after which Drafts are searched: a request given up as lost may still be carried out a good while later."""
_UNSETTLED = tuple(state.value for state in (OutgoingState.WAITING, OutgoingState.SENDING, OutgoingState.UNKNOWN))


def note_leftover(connection: Connection, server_id: str) -> None:
    """Part of the transaction that makes it one."""
    connection.exec_driver_sql(
        "INSERT INTO leftover_drafts (server_id, noted_at) VALUES (?, ?)"
        " ON CONFLICT (server_id) DO UPDATE SET noted_at = excluded.noted_at, looks = 0",
        (server_id, time.time()),
    )


def may_be_left_over(connection: Connection, server_id: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM leftover_drafts WHERE server_id = ?", (server_id,)).first()
    return found is not None


class LeftoverDrafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self) -> list[DraftId]:
        """To be looked for now. What is still to be sent under its id is none (yet)."""
        now = time.time()
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT server_id, noted_at, looks FROM leftover_drafts WHERE server_id NOT IN"
                " (SELECT server_id FROM outgoing WHERE state IN (?, ?, ?)) ORDER BY noted_at",
                _UNSETTLED,
            ).all()
        # "0 <=": a clock that was set back must not keep a copy for ever.
        return [DraftId(name) for name, noted_at, looks in rows if not 0 <= now - noted_at < LOOKS_AFTER[looks]]

    def looked(self, server_id: DraftId) -> None:
        with self._database.write() as connection:
            connection.exec_driver_sql("UPDATE leftover_drafts SET looks = looks + 1 WHERE server_id = ?", (server_id,))
            connection.exec_driver_sql("DELETE FROM leftover_drafts WHERE looks >= ?", (len(LOOKS_AFTER),))

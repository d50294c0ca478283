"""Mails put off until a moment: out of every list, then back in their folder, unread and on top.

Kept on this PC only: Exchange knows nothing like it, so other programs show the mail all the while. Used through
`Mailbox.snoozing`; an act like any other, `Mailbox.undo` takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from .rows import local_id, microseconds, moment_of, numbers_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from .database import Database
    from .model import ItemId

_ON_TOP_FOR = timedelta(days=30)
"""How long a mail that came back keeps the place of that moment."""


class Snoozing:
    def __init__(self, database: Database) -> None:
        self._database = database

    def snooze(self, item_ids: Sequence[ItemId], until: datetime) -> None:
        """Out of the lists until then."""
        from .overlay import new_act

        with self._database.write(durable=True) as connection:
            act = new_act(connection)
            for number in _shown(connection, item_ids):
                before = connection.exec_driver_sql("SELECT until FROM snoozed WHERE message = ?", (number,)).scalar()
                connection.exec_driver_sql("INSERT INTO act_steps VALUES (?, ?, 'snooze', ?)", (act, number, before))
                connection.exec_driver_sql(
                    "INSERT OR REPLACE INTO snoozed VALUES (?, ?, 0)", (number, microseconds(until))
                )

    def wake(self, item_ids: Sequence[ItemId]) -> None:
        """Back in the list now, at the place it always had."""
        from .overlay import new_act

        with self._database.write(durable=True) as connection:
            act = new_act(connection)
            for number in _shown(connection, item_ids):
                before = connection.exec_driver_sql(
                    "DELETE FROM snoozed WHERE message = ? AND is_back = 0 RETURNING until", (number,)
                ).scalar()
                if before is not None:
                    connection.exec_driver_sql(
                        "INSERT INTO act_steps VALUES (?, ?, 'snooze', ?)", (act, number, before)
                    )

    def wake_due(self, now: datetime | None = None) -> list[ItemId]:
        """Those whose moment has come: back, unread, on top. Called at start and when the next one is due."""
        moment = microseconds(now or datetime.now(UTC))
        with self._database.read() as connection:
            if not connection.exec_driver_sql(
                "SELECT EXISTS (SELECT 1 FROM snoozed WHERE is_back = 0 AND until <= ?)", (moment,)
            ).scalar_one():
                return []
        from .overlay import new_act

        with self._database.write(durable=True) as connection:
            connection.exec_driver_sql(
                "DELETE FROM snoozed WHERE is_back = 1 AND until < ?",
                (moment - _ON_TOP_FOR // timedelta(microseconds=1),),
            )
            woken = (
                connection.exec_driver_sql(
                    "UPDATE snoozed SET is_back = 1 WHERE is_back = 0 AND until <= ? RETURNING message", (moment,)
                )
                .scalars()
                .all()
            )
            connection.exec_driver_sql(
                "INSERT INTO pending_actions (act, message, kind, value) SELECT ?, number, 'read', 0"
                " FROM shown_messages WHERE number IN (SELECT value FROM json_each(?)) AND shown_read = 1"
                " AND shown_folder <> -1",
                (new_act(connection), json.dumps(list(woken))),
            )
        return [local_id(number) for number in woken]

    def asleep(self) -> list[tuple[ItemId, datetime]]:
        """What is put off and until when, the next first."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT z.message, z.until FROM snoozed z JOIN shown_messages s ON s.number = z.message"
                " WHERE z.is_back = 0 AND s.shown_folder <> -1 ORDER BY z.until, z.message"
            ).all()
        return [(local_id(number), moment_of(until)) for number, until in rows]


def restore_snooze(connection: Connection, message: int, before: int | None) -> bool:
    """As it was before the act. Used by the overlay's undo."""
    now = connection.exec_driver_sql("SELECT until FROM snoozed WHERE message = ? AND is_back = 0", (message,)).scalar()
    if now == before:
        return False
    connection.exec_driver_sql("DELETE FROM snoozed WHERE message = ?", (message,))
    if before is not None:
        connection.exec_driver_sql("INSERT INTO snoozed VALUES (?, ?, 0)", (message, before))
    return True


def _shown(connection: Connection, item_ids: Sequence[ItemId]) -> list[int]:
    rows = connection.exec_driver_sql(
        "SELECT number FROM shown_messages WHERE number IN (SELECT value FROM json_each(?)) AND shown_folder <> -1",
        (json.dumps(numbers_of(connection, item_ids)),),
    )
    return [int(number) for number in rows.scalars()]

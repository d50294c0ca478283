"""Pending actions from the sync's side: which is next, and what became of it."""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from . import moved_items
from .database import Database
from .model import Action, ActionRefused, FolderId, ItemId, MailboxChanges
from .rows import local_id


@dataclass(frozen=True, slots=True)
class NextAction:
    """``action`` is what to ask the server. ``was_begun``: it was under way before, and may have happened already."""

    id: int
    message: int
    kind: str
    action: Action
    was_begun: bool


class PendingStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin_next(self) -> NextAction | None:
        """The oldest action that can be performed now, noted as under way before anybody is asked.

        Actions on one message go in order; those on a message whose new id is not yet known wait for it.
        """
        with self._database.write() as connection:
            while True:
                row = connection.exec_driver_sql(
                    "SELECT a.id, a.message, a.kind, a.value, a.state, f.id, a.target, m.item_id, m.folder"
                    " FROM pending_actions a JOIN messages m ON m.number = a.message"
                    " LEFT JOIN folders f ON f.number = a.target"
                    " WHERE a.state <> 'performed' AND m.is_ghost <> 1 AND NOT EXISTS (SELECT 1 FROM pending_actions b"
                    "  WHERE b.message = a.message AND b.state = 'performed' AND b.kind IN ('move', 'delete'))"
                    " ORDER BY a.id LIMIT 1"
                ).first()
                if row is None:
                    return None
                action, message, kind, value, state, target_id, target, item_id, folder = row
                superseded = state == "waiting" and kind != "delete" and _has_later(connection, message, kind, action)
                if superseded or (kind == "move" and target == folder and state == "waiting"):
                    connection.exec_driver_sql("DELETE FROM pending_actions WHERE id = ?", (action,))
                    continue
                connection.exec_driver_sql("UPDATE pending_actions SET state = 'performing' WHERE id = ?", (action,))
                # What she saw go to Deleted Items is moved there: asked for twice, that still never deletes for good.
                asked_kind = "move" if kind == "delete" and target_id is not None else kind
                asked = moved_items.action_of(message, asked_kind, value, target_id, ItemId(item_id))
                return NextAction(action, message, kind, asked, state == "performing")

    def is_waiting(self) -> bool:
        with self._database.read() as connection:
            return bool(
                connection.exec_driver_sql(
                    "SELECT EXISTS (SELECT 1 FROM pending_actions WHERE state <> 'performed')"
                ).scalar_one()
            )

    def performed(self, done: NextAction, new_id: ItemId | None) -> MailboxChanges:
        """It happened. A move that gave a new id is in the mirror with that; the rest stays in the overlay until the
        server's own account of the folder has come in."""
        with self._database.write() as connection:
            row = connection.exec_driver_sql(
                "SELECT a.kind, a.target, m.folder FROM pending_actions a JOIN messages m ON m.number = a.message"
                " WHERE a.id = ?",
                (done.id,),
            ).first()
            if row is None:
                return MailboxChanges()
            kind, target, folder = row
            if kind in ("move", "delete") and target is not None and target != folder and new_id is not None:
                moved_items.rename(connection, done.message, new_id, target)
                connection.exec_driver_sql("DELETE FROM pending_actions WHERE id = ?", (done.id,))
                folder_ids = _folder_ids(connection, folder, target)
                return MailboxChanges(folders=True, folder_ids=folder_ids, item_ids=(local_id(done.message),))
            order = performed_so_far(connection) + 1
            connection.exec_driver_sql("INSERT OR REPLACE INTO facts VALUES ('performed', ?)", (str(order),))
            connection.exec_driver_sql(
                "UPDATE pending_actions SET state = 'performed', performed = ? WHERE id = ?", (order, done.id)
            )
        return MailboxChanges(item_ids=(local_id(done.message),))

    def refused(self, refused: NextAction, code: str) -> tuple[MailboxChanges, ActionRefused | None]:
        with self._database.write() as connection:
            row = connection.exec_driver_sql(
                "SELECT a.act, a.kind, a.value, f.id, a.target, m.folder FROM pending_actions a"
                " JOIN messages m ON m.number = a.message LEFT JOIN folders f ON f.number = a.target WHERE a.id = ?",
                (refused.id,),
            ).first()
            if row is None:
                return MailboxChanges(), None
            act, kind, value, target_id, target, folder = row
            moved_items.take_back(connection, refused.id, act, refused.message, kind)
            folder_ids = _folder_ids(connection, folder, target)
        changes = MailboxChanges(folders=True, folder_ids=folder_ids, item_ids=(local_id(refused.message),))
        return changes, ActionRefused(moved_items.action_of(refused.message, kind, value, target_id), code)

    def performed_so_far(self) -> int:
        with self._database.read() as connection:
            return performed_so_far(connection)


def performed_so_far(connection: Connection) -> int:
    value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = 'performed'").scalar()
    return int(value or 0)


def _has_later(connection: Connection, message: int, kind: str, action: int) -> bool:
    return bool(
        connection.exec_driver_sql(
            "SELECT EXISTS (SELECT 1 FROM pending_actions"
            " WHERE message = ? AND kind = ? AND id > ? AND state = 'waiting')",
            (message, kind, action),
        ).scalar_one()
    )


def _folder_ids(connection: Connection, *numbers: int | None) -> tuple[FolderId, ...]:
    known = [number for number in numbers if number is not None]
    marks = ", ".join("?" * len(known))
    rows = connection.exec_driver_sql(f"SELECT id FROM folders WHERE number IN ({marks})", tuple(known))
    return tuple(FolderId(one) for one in rows.scalars())

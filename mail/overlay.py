"""What a person did, written down: pending actions and how to take the newest act back. Used by the mailbox's face.

No mirror row is touched here. Each function takes one short transaction, long lists several.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection

from .database import Database
from .item_ids import ItemIds
from .model import Folder, FolderId, FolderRole, ItemId
from .rows import SHOWN_CATEGORIES, numbers_of
from .shown_folders import shown_folders
from .snoozing import restore_snooze

_CHUNK = 1000
"""Messages of one act in one transaction: about 20 ms."""
_ACTS_KEPT = 100


class Overlay:
    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[Folder]:
        with self._database.read() as connection:
            return shown_folders(connection)

    def message_ids(self, folder_id: FolderId, *, unread_only: bool) -> ItemIds:
        """Untouched messages straight from the index; those somebody acted on, few, as they are shown."""
        unread = " AND is_read = 0" if unread_only else ""
        untouched = f"SELECT number, received_at FROM messages WHERE folder = :folder{unread}"
        awake = " AND number NOT IN (SELECT message FROM snoozed)"
        with self._database.read() as connection:
            folder = _folder_number(connection, folder_id)
            if folder is None:
                return ItemIds()
            rows = untouched
            if connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM pending_actions)").scalar_one():
                rows = (
                    f"{untouched} AND number NOT IN (SELECT message FROM pending_actions) UNION ALL"
                    " SELECT number, received_at FROM shown_messages"
                    " WHERE number IN (SELECT message FROM pending_actions) AND shown_folder = :folder"
                ) + (" AND shown_read = 0" if unread_only else "")
            if connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM snoozed)").scalar_one():
                # Asleep: in no list. Back again: as if it had come at that moment.
                rows = (
                    f"SELECT number, received_at FROM ({rows}) WHERE 1{awake} UNION ALL"
                    " SELECT s.number, z.until FROM snoozed z JOIN shown_messages s ON s.number = z.message"
                    " WHERE z.is_back = 1 AND s.shown_folder = :folder"
                ) + (" AND s.shown_read = 0" if unread_only else "")
            # One long text of eight digits each instead of a row each: no million of Python's objects, ever.
            text = connection.exec_driver_sql(
                "SELECT group_concat(printf('%08x', number), '') FROM"
                f" (SELECT number FROM ({rows}) ORDER BY received_at DESC, number DESC)",
                {"folder": folder},
            ).scalar()
        return ItemIds.from_hex(text or "")

    def mark(self, kind: str, item_ids: Sequence[ItemId], value: bool, *, undoable: bool) -> None:
        """``kind``: read or flag."""
        shown = {"read": "shown_read", "flag": "shown_flag"}[kind]
        act = None
        for chunk in _chunks(item_ids):
            with self._database.write(durable=True) as connection:
                act = act or new_act(connection)
                numbers = json.dumps(numbers_of(connection, chunk))
                chosen = f"FROM shown_messages WHERE number IN (SELECT value FROM json_each(?)) AND {shown} <> ?"
                if undoable:
                    connection.exec_driver_sql(
                        f"INSERT INTO act_steps SELECT ?, number, ?, {shown} {chosen}",
                        (act, kind, numbers, int(value)),
                    )
                connection.exec_driver_sql(
                    f"INSERT INTO pending_actions (act, message, kind, value) SELECT ?, number, ?, ? {chosen}",
                    (act, kind, int(value), numbers, int(value)),
                )

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        self._place("move", item_ids, lambda connection: _folder_number(connection, to_folder_id))

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        self._place("delete", item_ids, _deleted_items)

    def _place(self, kind: str, item_ids: Sequence[ItemId], find_target: _FindTarget) -> None:
        act = None
        for chunk in _chunks(item_ids):
            with self._database.write(durable=True) as connection:
                target = find_target(connection)
                if target is None and kind == "move":
                    return  # that folder went away while she dragged
                act = act or new_act(connection)
                numbers = json.dumps(numbers_of(connection, chunk))
                chosen = "FROM shown_messages WHERE number IN (SELECT value FROM json_each(?)) AND shown_folder <> -1"
                # A move to where it is already is nothing; a delete of what is in Deleted Items is for good.
                elsewhere = f"{chosen} AND shown_folder <> {target}" if kind == "move" else chosen
                connection.exec_driver_sql(
                    f"INSERT INTO act_steps SELECT ?, number, 'move', shown_folder {elsewhere}",
                    (act, numbers),
                )
                connection.exec_driver_sql(
                    "INSERT INTO pending_actions (act, message, kind, target)"
                    f" SELECT ?, number, ?, CASE WHEN ? AND shown_folder = ? THEN NULL ELSE ? END {elsewhere}",
                    (act, kind, int(kind == "delete"), target, target, numbers),
                )

    def undo(self) -> bool:
        """The newest act that can still be taken back. What is not yet on its way is deleted; what is or was gets its
        opposite, which is to be as it was shown before."""
        while True:
            with self._database.write(durable=True) as connection:
                act = connection.exec_driver_sql("SELECT max(act) FROM act_steps").scalar()
                if act is None:
                    return False
                steps = connection.exec_driver_sql(
                    "SELECT message, kind, before FROM act_steps WHERE act = ?", (act,)
                ).all()
                dropped = (
                    connection.exec_driver_sql(
                        "DELETE FROM pending_actions WHERE act = ? AND state = 'waiting' RETURNING message", (act,)
                    )
                    .scalars()
                    .all()
                )
                connection.exec_driver_sql("DELETE FROM acts WHERE number = ?", (act,))
                opposite = new_act(connection)
                restored = [_restore(connection, opposite, *step) for step in steps]
                if any(restored) or _is_any_shown(connection, dropped):
                    return True


_FindTarget = Callable[[Connection], int | None]


_SHOWN = {"read": "shown_read", "flag": "shown_flag", "move": "shown_folder", "categories": SHOWN_CATEGORIES}


def _restore(connection: Connection, act: int, message: int, kind: str, before: int | str | None) -> bool:
    """Ask for the opposite if the message is not shown as it was. What was deleted for good stays deleted."""
    if kind == "snooze":
        return restore_snooze(connection, message, None if before is None else int(before))
    column = _SHOWN[kind]
    shown = connection.exec_driver_sql(
        f"SELECT {column} FROM shown_messages WHERE number = ? AND shown_folder <> -1", (message,)
    ).scalar()
    if shown is None or shown == before:
        return False
    value, target = (None, before) if kind == "move" else (before, None)
    connection.exec_driver_sql(
        "INSERT INTO pending_actions (act, message, kind, value, target) VALUES (?, ?, ?, ?, ?)",
        (act, message, kind, value, target),
    )
    return True


def _is_any_shown(connection: Connection, messages: Sequence[int]) -> bool:
    return bool(
        connection.exec_driver_sql(
            "SELECT EXISTS (SELECT 1 FROM shown_messages"
            " WHERE number IN (SELECT value FROM json_each(?)) AND shown_folder <> -1)",
            (json.dumps(list(messages)),),
        ).scalar_one()
    )


def new_act(connection: Connection) -> int:
    """The number of another gesture of hers; the oldest are forgotten."""
    act = connection.exec_driver_sql("INSERT INTO acts DEFAULT VALUES RETURNING number").scalar_one()
    connection.exec_driver_sql("DELETE FROM acts WHERE number <= ?", (act - _ACTS_KEPT,))
    return int(act)


def _folder_number(connection: Connection, folder_id: FolderId) -> int | None:
    number = connection.exec_driver_sql(
        "SELECT number FROM folders WHERE id = ? AND is_gone = 0", (folder_id,)
    ).scalar()
    return None if number is None else int(number)


def _deleted_items(connection: Connection) -> int | None:
    number = connection.exec_driver_sql(
        "SELECT number FROM folders WHERE role = ? AND is_gone = 0", (FolderRole.DELETED.value,)
    ).scalar()
    return None if number is None else int(number)


def _chunks(item_ids: Sequence[ItemId]) -> Iterator[Sequence[ItemId]]:
    for start in range(0, len(item_ids), _CHUNK):
        yield item_ids[start : start + _CHUNK]

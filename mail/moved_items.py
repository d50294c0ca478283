"""What becomes of a message that we moved, until the server has told all about it. Used by the mirror store.

A move is usually answered with the item's new id: the row is then at once in its new folder, under that id. When the
answer gives none (or was lost, and the item is no longer under its old id), the row waits where it was, shown in its
new folder by the overlay; when the old folder names it as deleted it becomes a ghost in the new one; and when the new
folder lists an item that is unmistakably the same, it takes that id and keeps its body. What the new folder does not
list in the end has left it again, and goes.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from .model import (
    Action,
    ActionRefused,
    DeleteItem,
    FlagItem,
    FolderId,
    ItemId,
    MarkRead,
    MessageSummary,
    MoveItem,
    SetCategories,
)
from .rows import categories_of, local_id, microseconds

GONE = "ErrorItemNotFound"
FOLDER_GONE = "ErrorFolderNotFound"

_MOVED_WITHOUT_ID = "state = 'performed' AND kind IN ('move', 'delete')"


def action_of(
    message: int, kind: str, value: int | str | None, target_id: str | None, item_id: ItemId | None = None
) -> Action:
    """As the window knows it (our id), or with ``item_id`` as the server does."""
    item = local_id(message) if item_id is None else item_id
    if kind == "read":
        return MarkRead(item, bool(value))
    if kind == "flag":
        return FlagItem(item, bool(value))
    if kind == "categories":
        return SetCategories(item, categories_of(str(value)))
    if kind == "move":
        return MoveItem(item, FolderId(target_id or ""))
    return DeleteItem(item)


def rename(connection: Connection, number: int, new_id: ItemId, folder: int) -> None:
    """The server's word: this message is now in ``folder`` under ``new_id``. Until that folder lists it, it may have
    gone on from there without a word."""
    old_id = connection.exec_driver_sql("SELECT item_id FROM messages WHERE number = ?", (number,)).scalar_one()
    if old_id != new_id:
        connection.exec_driver_sql("DELETE FROM messages WHERE item_id = ?", (new_id,))
        connection.exec_driver_sql("DELETE FROM former_ids WHERE item_id = ?", (new_id,))
        connection.exec_driver_sql("INSERT OR REPLACE INTO former_ids VALUES (?, ?)", (old_id, number))
    connection.exec_driver_sql(
        "UPDATE messages SET item_id = ?, folder = ?, is_ghost = 2,"
        " walk = (SELECT walk FROM folders WHERE number = ?) WHERE number = ?",
        (new_id, folder, folder, number),
    )


def adopt(connection: Connection, folder: int, items: Sequence[MessageSummary]) -> set[int]:
    """Give the ids of listed items to messages we moved here without hearing their new id. Only what is unmistakable:
    same moment, subject, sender and size, once on either side. Returns the folders they left."""
    rows = connection.exec_driver_sql(
        "SELECT number, folder, received_at, subject, sender_address, size, item_id FROM messages"
        # "<> 0" as well, for the planner knows the index of ghosts by these words.
        " WHERE number IN (SELECT number FROM messages WHERE folder = ? AND is_ghost <> 0 AND is_ghost = 1"
        f" UNION SELECT message FROM pending_actions WHERE target = ? AND {_MOVED_WITHOUT_ID})",
        (folder, folder),
    ).all()
    if not rows:
        return set()
    listed = {item.id for item in items}
    known = set(
        connection.exec_driver_sql(
            "SELECT item_id FROM messages WHERE item_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(listed)),),
        ).scalars()
    )
    fresh = [item for item in items if item.id not in known]
    waiting: dict[tuple[Any, ...], Any] = {tuple(row[2:6]): row for row in rows if row[6] not in listed}
    ambiguous = {key for key, many in Counter(tuple(row[2:6]) for row in rows).items() if many > 1}
    ambiguous |= {key for key, many in Counter(map(_likeness, fresh)).items() if many > 1}
    left: set[int] = set()
    for item in fresh:
        key = _likeness(item)
        if key in waiting and key not in ambiguous:
            number, old_folder = waiting[key][:2]
            rename(connection, number, item.id, folder)
            connection.exec_driver_sql(
                f"DELETE FROM pending_actions WHERE message = ? AND {_MOVED_WITHOUT_ID}",
                (number,),
            )
            if old_folder != folder:
                left.add(old_folder)
    return left


def make_ghosts(connection: Connection, gone: Sequence[int]) -> set[int]:
    """Of messages named as deleted: those we moved elsewhere without hearing their new id stay, over there."""
    rows = connection.exec_driver_sql(
        "SELECT a.id, a.message, a.target FROM pending_actions a"
        " JOIN folders f ON f.number = a.target AND f.is_gone = 0"
        f" WHERE a.{_MOVED_WITHOUT_ID} AND a.message IN (SELECT value FROM json_each(?))",
        (json.dumps(list(gone)),),
    ).all()
    for action, message, target in rows:
        connection.exec_driver_sql(
            "UPDATE messages SET folder = ?, is_ghost = 1, walk = (SELECT walk FROM folders WHERE number = ?)"
            " WHERE number = ?",
            (target, target, message),
        )
        connection.exec_driver_sql("DELETE FROM pending_actions WHERE id = ?", (action,))
    return {row[1] for row in rows}


def walk_ended(connection: Connection, folder: int, walk_began: int) -> tuple[list[int], list[ActionRefused]]:
    """All of a folder has been told: what was performed before that is now in the mirror itself and leaves the overlay.
    Returns what we moved here and is not here, and moves that turn out not to have happened."""
    # Not here, though not named as deleted: what a listing from nothing does not name (the sweep removes the rest), and
    # what we had moved here and came and went before this folder could tell. Both may have gone where we moved them.
    unlisted = connection.exec_driver_sql(
        "SELECT m.number FROM pending_actions a JOIN messages m ON m.number = a.message"
        " WHERE a.state = 'performed' AND +m.folder = ? AND m.walk < (SELECT walk FROM folders WHERE number = ?)",
        (folder, folder),
    )
    ghosts = connection.exec_driver_sql("SELECT number FROM messages WHERE folder = ? AND is_ghost <> 0", (folder,))
    not_told = [int(number) for number in ghosts.scalars()]
    staying = make_ghosts(connection, [*unlisted.scalars(), *not_told])
    gone = [number for number in not_told if number not in staying]
    rows = connection.exec_driver_sql(
        "SELECT a.id, a.message, a.kind, a.value, f.id, a.target FROM pending_actions a"
        " JOIN messages m ON m.number = a.message LEFT JOIN folders f ON f.number = a.target"
        # "+": from the few actions to their messages, not through all of a folder.
        " WHERE a.state = 'performed' AND a.performed <= ? AND +m.folder = ? AND m.is_ghost = 0"
        " AND m.walk = (SELECT walk FROM folders WHERE number = m.folder)",
        (walk_began, folder),
    ).all()
    refused = []
    for action, message, kind, value, target_id, target in rows:
        connection.exec_driver_sql("DELETE FROM pending_actions WHERE id = ?", (action,))
        if (
            kind in ("move", "delete") and target != folder
        ):  # where ids are kept, it may be listed there under its old one
            refused.append(ActionRefused(action_of(message, kind, value, target_id), GONE))
    return gone, refused


def refuse_moves_into(connection: Connection, folder: int) -> list[ActionRefused]:
    """The folder is gone: nothing can be moved there any more."""
    return _refuse(connection, FOLDER_GONE, "a.target = ? AND a.state <> 'performed'", folder)


def refuse_all_on(connection: Connection, numbers: Sequence[int]) -> list[ActionRefused]:
    """These messages are gone. A delete is thereby fulfilled, and nobody needs to hear of a read mark."""
    condition = (
        "a.message IN (SELECT value FROM json_each(?)) AND a.state <> 'performed'"
        " AND a.kind IN ('move', 'flag', 'categories')"
    )
    return _refuse(connection, GONE, condition, json.dumps(list(numbers)))


def _refuse(connection: Connection, code: str, condition: str, value: int | str) -> list[ActionRefused]:
    rows = connection.exec_driver_sql(
        "SELECT a.id, a.act, a.message, a.kind, a.value, f.id FROM pending_actions a"
        f" LEFT JOIN folders f ON f.number = a.target WHERE {condition}",
        (value,),
    ).all()
    for row in rows:
        take_back(connection, *row[:4])
    return [ActionRefused(action_of(row[2], row[3], row[4], row[5]), code) for row in rows]


def take_back(connection: Connection, action: int, act: int, message: int, kind: str) -> None:
    """One deleted row, and the screen is true again; there is nothing to undo either."""
    connection.exec_driver_sql("DELETE FROM pending_actions WHERE id = ?", (action,))
    step = "move" if kind == "delete" else kind
    connection.exec_driver_sql("DELETE FROM act_steps WHERE act = ? AND message = ? AND kind = ?", (act, message, step))


def _likeness(item: MessageSummary) -> tuple[Any, ...]:
    return (
        microseconds(item.received_at),
        item.subject,
        item.sender.address if item.sender else None,
        item.size,
    )

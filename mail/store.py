"""The mirror: folders, messages and bodies as the server last told them. Written by the sync alone.

Everything the server says in one answer, and the sync state that belongs to it, goes into one transaction.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from . import bodies, moved_items
from .database import Database
from .model import (
    ActionRefused,
    ChangeBatch,
    FolderBatch,
    FolderId,
    FolderRole,
    ItemId,
    MailboxChanges,
    MessageSummary,
    SyncState,
)
from .rows import local_id, message_values, microseconds
from .threads import grouping

_COLUMNS = (
    "subject, sender_name, sender_address, recipients, received_at, is_read, is_flagged, has_attachments, is_meeting,"
    " size, importance, categories, preview"
)
_INSERT = f"INSERT INTO messages (item_id, folder, walk, {_COLUMNS}) VALUES (?, ?, ?, ?,?,?,?,?,?,?,?,?,?,?,?,?)"
_UPDATE = (
    "UPDATE messages SET folder = ?, walk = ?, subject = ?, sender_name = ?, sender_address = ?, recipients = ?,"
    " received_at = ?, is_read = ?, is_flagged = ?, has_attachments = ?, is_meeting = ?, size = ?, importance = ?,"
    " categories = ?, preview = CASE WHEN ? = '' THEN preview ELSE ? END, is_ghost = 0, is_indexed = is_indexed * ?,"
    " body_state = CASE WHEN body_state = 1 AND ? THEN 2 ELSE body_state END, body_tries = 0 WHERE number = ?"
)
# Begun from nothing if it should ever come back; its messages go in small steps: `clear_away`.
_FOLDER_GONE = (
    "UPDATE folders SET is_gone = 1, sync_state = NULL, is_complete = 0, walk = walk + 1, restart = 'listing'"
    " WHERE number = ?"
)


@dataclass(frozen=True, slots=True)
class FolderState:
    """What the sync must know of a folder to go on with it."""

    number: int
    id: FolderId
    role: FolderRole
    sync_state: SyncState | None
    is_complete: bool
    restart: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What a page changed here."""

    changes: MailboxChanges
    refused: tuple[ActionRefused, ...] = ()


class MirrorStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    # --- facts -------------------------------------------------------------------------------------------------------

    def fact(self, name: str) -> str | None:
        with self._database.read() as connection:
            value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (name,)).scalar()
        return None if value is None else str(value)

    def set_fact(self, name: str, value: str) -> None:
        with self._database.write() as connection:
            _set_fact(connection, name, value)

    # --- folders -----------------------------------------------------------------------------------------------------

    def folders_sync_state(self) -> SyncState | None:
        state = self.fact("folders_sync_state")
        return SyncState(state) if state else None

    def apply_folders(self, batch: FolderBatch, *, seen: set[FolderId] | None = None) -> Applied:
        """One answer about the hierarchy. ``seen``: those of a listing from nothing; at its end all others are gone."""
        with self._database.write() as connection:
            for folder in batch.folders:
                connection.exec_driver_sql(
                    "INSERT INTO folders (id, parent_id, name, role, server_total, server_unread) VALUES (?,?,?,?,?,?)"
                    " ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,"
                    " role = excluded.role, server_total = excluded.server_total,"
                    " server_unread = excluded.server_unread, is_gone = 0",
                    (
                        folder.id,
                        folder.parent_id,
                        folder.name,
                        folder.role.value,
                        folder.total_count,
                        folder.unread_count,
                    ),
                )
            gone = list(batch.deleted)
            if batch.is_last and seen is not None:
                known = connection.exec_driver_sql("SELECT id FROM folders WHERE is_gone = 0").scalars().all()
                gone += [folder_id for folder_id in known if folder_id not in seen]
            refused: list[ActionRefused] = []
            for folder_id in gone:
                number = connection.exec_driver_sql("SELECT number FROM folders WHERE id = ?", (folder_id,)).scalar()
                if number is not None:
                    refused += moved_items.refuse_moves_into(connection, int(number))
                    connection.exec_driver_sql(_FOLDER_GONE, (number,))
            _set_fact(connection, "folders_sync_state", batch.sync_state)
        changed = bool(batch.folders or gone)
        return Applied(MailboxChanges(folders=changed, folder_ids=tuple(FolderId(one) for one in gone)), tuple(refused))

    def forget_folders_state(self) -> None:
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM facts WHERE name = 'folders_sync_state'")

    def folder_states(self) -> list[FolderState]:
        """Folders to walk, Inbox first, then the other well-known ones."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT number, id, role, sync_state, is_complete, restart FROM folders WHERE is_gone = 0"
            ).all()
        states = [
            FolderState(row[0], FolderId(row[1]), FolderRole(row[2]), row[3], bool(row[4]), row[5]) for row in rows
        ]
        order = {role: place for place, role in enumerate(FolderRole)}
        return sorted(states, key=lambda state: (order[state.role], state.number))

    def begin_again(self, folder: FolderState) -> None:
        """The server lost our state: list from nothing. Rows and bodies stay; what is not listed goes last."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "UPDATE folders SET sync_state = NULL, walk = walk + 1, restart = 'listing' WHERE number = ?",
                (folder.number,),
            )

    def folder_gone(self, folder: FolderState) -> Applied:
        with self._database.write() as connection:
            refused = moved_items.refuse_moves_into(connection, folder.number)
            connection.exec_driver_sql(_FOLDER_GONE, (folder.number,))
        return Applied(MailboxChanges(folders=True, folder_ids=(folder.id,)), tuple(refused))

    def sweep(self, folder: FolderState) -> Iterator[Applied]:
        """After a restart: remove, in short steps, what the new listing did not name."""
        while True:
            with self._database.write() as connection:
                numbers = (
                    connection.exec_driver_sql(
                        "SELECT m.number FROM messages m JOIN folders f ON f.number = m.folder"
                        " WHERE m.folder = ? AND m.walk < f.walk LIMIT ?",
                        (folder.number, bodies.TRANSACTION_MESSAGES),
                    )
                    .scalars()
                    .all()
                )
                refused = _remove(connection, numbers)
                if not numbers:
                    connection.exec_driver_sql("UPDATE folders SET restart = '' WHERE number = ?", (folder.number,))
                    return
            yield Applied(MailboxChanges(folders=True, folder_ids=(folder.id,)), refused)

    def clear_away(self) -> Iterator[Applied]:
        """Remove, in short steps, the messages of folders that are gone and bodies nobody needs."""
        while True:
            with self._database.write() as connection:
                numbers = (
                    connection.exec_driver_sql(
                        "SELECT number FROM messages"
                        " WHERE folder IN (SELECT number FROM folders WHERE is_gone = 1) LIMIT ?",
                        (bodies.TRANSACTION_MESSAGES,),
                    )
                    .scalars()
                    .all()
                )
                refused = _remove(connection, numbers)
                bodiless = connection.exec_driver_sql("SELECT message FROM unneeded_bodies LIMIT 16").scalars().all()
                for number in bodiless:
                    bodies.remove(connection, number)
                    connection.exec_driver_sql("DELETE FROM unneeded_bodies WHERE message = ?", (number,))
                if not numbers and not bodiless:
                    connection.exec_driver_sql("DELETE FROM folders WHERE is_gone = 1")
                    return
            yield Applied(MailboxChanges(folders=bool(numbers)), refused)

    # --- pages -------------------------------------------------------------------------------------------------------

    def apply_page(
        self, folder: FolderState, batch: ChangeBatch, *, walk_began: int, announce_after: int | None
    ) -> Applied:
        """One page and its sync state. ``walk_began`` is how many actions had been performed when the walk began; new
        unread messages received after ``announce_after`` are announced (None: none are)."""
        thread_keys = grouping.keys_of(batch.threads)
        with self._database.write() as connection:
            walk = connection.exec_driver_sql(
                "SELECT walk FROM folders WHERE number = ?", (folder.number,)
            ).scalar_one()
            items = list({item.id: item for item in batch.items}.values())
            left = moved_items.adopt(connection, folder.number, items)
            known = _known(connection, [item.id for item in items])
            fresh = [item for item in items if item.id not in known]
            updates = []
            touched: set[int] = set()
            for item in items:
                if item.id in known:
                    updates.append(_update_row(folder, walk, item, known[item.id]))
                    touched.add(known[item.id][0])
                    if known[item.id][1] != folder.number:
                        left.add(known[item.id][1])
            if updates:
                connection.exec_driver_sql(_UPDATE, updates)
            if fresh:
                connection.exec_driver_sql(
                    _INSERT, [(one.id, folder.number, walk, *message_values(one)) for one in fresh]
                )
            arrived: list[ItemId] = []
            if items:
                added = _known(connection, [item.id for item in items])
                grouping.group(connection, thread_keys, {item.id: added[item.id][0] for item in items})
                for item in fresh:
                    number = added[item.id][0]
                    touched.add(number)
                    is_new = announce_after is not None and microseconds(item.received_at) > announce_after
                    if is_new and not item.is_read:
                        arrived.append(local_id(number))
            refused: list[ActionRefused] = []
            if batch.deleted:
                gone = _in_folder(connection, folder.number, batch.deleted)
                staying = moved_items.make_ghosts(connection, gone)
                refused += _remove(connection, [number for number in gone if number not in staying])
                touched.update(gone)
            for item_id, is_read in batch.read_flags:
                number = connection.exec_driver_sql(
                    "UPDATE messages SET is_read = ? WHERE item_id = ? AND folder = ? RETURNING number",
                    (int(is_read), item_id, folder.number),
                ).scalar()
                if number is not None:
                    touched.add(number)
            connection.exec_driver_sql(
                "UPDATE folders SET sync_state = ? WHERE number = ?", (batch.sync_state, folder.number)
            )
            if batch.is_last:
                connection.exec_driver_sql(
                    "UPDATE folders SET is_complete = 1,"
                    " restart = CASE restart WHEN 'listing' THEN 'sweeping' ELSE restart END WHERE number = ?",
                    (folder.number,),
                )
                ghosts, more_refused = moved_items.walk_ended(connection, folder.number, walk_began)
                refused += _remove(connection, ghosts)
                refused += more_refused
                touched.update(ghosts)
            others = _folder_ids(connection, left)
        changed = bool(touched or refused or (batch.is_last and not folder.is_complete))
        changes = MailboxChanges(
            folders=changed,
            folder_ids=(folder.id, *others) if changed else (),
            item_ids=tuple(local_id(number) for number in sorted(touched)),
            arrived=tuple(arrived),
        )
        return Applied(changes, tuple(refused))

    def newest_in(self, folder: FolderState) -> int:
        with self._database.read() as connection:
            newest = connection.exec_driver_sql(
                "SELECT max(received_at) FROM messages WHERE folder = ?", (folder.number,)
            ).scalar()
        return -(2**62) if newest is None else int(newest)


def _set_fact(connection: Connection, name: str, value: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))


def _known(connection: Connection, item_ids: Sequence[ItemId]) -> dict[ItemId, tuple[Any, ...]]:
    rows = connection.exec_driver_sql(
        "SELECT item_id, number, folder, subject, received_at, size, has_attachments, recipients, sender_address"
        " FROM messages WHERE item_id IN (SELECT value FROM json_each(?))",
        (json.dumps(item_ids),),
    )
    return {ItemId(row[0]): tuple(row[1:]) for row in rows}


def _update_row(folder: FolderState, walk: int, item: MessageSummary, known: tuple[Any, ...]) -> tuple[Any, ...]:
    number, _, subject, received_at, size, has_attachments, recipients, sender = known
    values = message_values(item)
    head_same = (subject, recipients, sender, received_at) == (values[0], values[3], values[2], values[4])
    # A draft may be rewritten without any of this changing; any other message changes here when its content does.
    body_same = head_same and (size, has_attachments) == (values[9], values[7]) and folder.role is not FolderRole.DRAFTS
    return (folder.number, walk, *values, values[12], int(head_same), not body_same, number)


def _in_folder(connection: Connection, folder: int, item_ids: Sequence[ItemId]) -> list[int]:
    """Only rows that are in this folder: what was moved elsewhere under the same id is not meant."""
    return [
        int(number)
        for number in connection.exec_driver_sql(
            "SELECT number FROM messages WHERE +folder = ? AND item_id IN (SELECT value FROM json_each(?))",
            (folder, json.dumps(item_ids)),
        ).scalars()
    ]


def _remove(connection: Connection, numbers: Sequence[int]) -> tuple[ActionRefused, ...]:
    if not numbers:
        return ()
    refused = moved_items.refuse_all_on(connection, numbers)
    connection.exec_driver_sql(
        "DELETE FROM messages WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
    )
    return tuple(refused)


def _folder_ids(connection: Connection, numbers: set[int]) -> list[FolderId]:
    return [
        FolderId(one)
        for one in connection.exec_driver_sql(
            "SELECT id FROM folders WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)
        ).scalars()
    ]

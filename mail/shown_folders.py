"""The folders as she sees them: the mirror's counts with her pending actions laid over. Used by the overlay and by the
first look, which hands in a plain driver's connection."""

from __future__ import annotations

from typing import Any, Protocol

from .rows import in_tree_order, role_of
from .summary import Folder, FolderId


class Reads(Protocol):
    """What a SQLAlchemy `Connection` and the first look's own share."""

    def exec_driver_sql(self, statement: str, parameters: Any = ..., /) -> Any: ...


def shown_folders(connection: Reads) -> list[Folder]:
    """With counts as shown. Of a folder whose first sync is not done, the server's own counts are the base."""
    rows = connection.exec_driver_sql(
        "SELECT number, id, parent_id, name, role, is_complete, local_total, local_unread, server_total,"
        " server_unread FROM folders WHERE is_gone = 0"
    ).all()
    moves = connection.exec_driver_sql(
        "SELECT folder, is_read, shown_folder, shown_read, count(*) FROM shown_messages"
        " WHERE number IN (SELECT message FROM pending_actions)"
        " GROUP BY folder, is_read, shown_folder, shown_read"
    ).all()
    total: dict[int, int] = {}
    unread: dict[int, int] = {}
    for folder, is_read, shown_folder, shown_read, count in moves:
        total[folder] = total.get(folder, 0) - count
        unread[folder] = unread.get(folder, 0) - count * (1 - is_read)
        total[shown_folder] = total.get(shown_folder, 0) + count
        unread[shown_folder] = unread.get(shown_folder, 0) + count * (1 - shown_read)
    for shown_folder, shown_read, count in _asleep(connection):
        total[shown_folder] = total.get(shown_folder, 0) - count
        unread[shown_folder] = unread.get(shown_folder, 0) - count * (1 - shown_read)
    folders = []
    for number, folder_id, parent_id, name, role, is_complete, *counts in rows:
        base_total, base_unread = counts[:2] if is_complete else counts[2:]
        folders.append(
            Folder(
                id=FolderId(folder_id),
                parent_id=None if parent_id is None else FolderId(parent_id),
                name=name,
                role=role_of(role),
                total_count=max(0, base_total + total.get(number, 0)),
                unread_count=max(0, base_unread + unread.get(number, 0)),
            )
        )
    return in_tree_order(folders)


def _asleep(connection: Reads) -> list[tuple[int, int, int]]:
    """(folder, is read, how many) of what she has snoozed: in no list until its time comes."""
    rows: list[tuple[int, int, int]] = connection.exec_driver_sql(
        "SELECT shown_folder, shown_read, count(*) FROM shown_messages"
        " WHERE number IN (SELECT message FROM snoozed WHERE is_back = 0) GROUP BY shown_folder, shown_read"
    ).all()
    return rows

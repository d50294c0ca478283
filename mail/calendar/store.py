"""The calendar's mirror: what the server last said, each page with the state that belongs to it. Written by the sync.

A walk begun from nothing leaves what is here on screen; what it did not name is removed at its end.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from vietnamese.folding import fold

from ..database import Database
from ..model import FolderId, MailboxChanges, SyncState
from ..rows import microseconds
from .gateway import CalendarBatch, ServerItem
from .occurrences import whole_span
from .stored_form import item_text

LONGEST_TEXT = 100_000
"""Characters of an item's text that are kept."""
MOST_EXCEPTIONS = 1_000
_GONE = "ErrorItemNotFound"


class CalendarStore:
    def __init__(self, database: Database) -> None:
        self._database = database

    def sync_state(self) -> SyncState | None:
        state = self.fact("sync_state")
        return SyncState(state) if state else None

    def fact(self, name: str) -> str | None:
        with self._database.read() as connection:
            return fact(connection, name)

    def remember_folder(self, folder: FolderId) -> None:
        if self.fact("folder") != folder:
            with self._database.write() as connection:
                set_fact(connection, "folder", folder)

    def begin_again(self) -> None:
        """The server lost our state: list from nothing."""
        with self._database.write() as connection:
            walk = int(fact(connection, "walk") or 0) + 1
            set_fact(connection, "walk", str(walk))
            set_fact(connection, "sync_state", "")
            set_fact(connection, "restarted", "1")

    def apply_page(self, batch: CalendarBatch, *, walk_began: int) -> MailboxChanges:
        """One page and its state. ``walk_began``: how many acts had been performed when the walk began; at its end
        those are the server's own word and leave the overlay."""
        with self._database.write() as connection:
            walk = int(fact(connection, "walk") or 0)
            for item in batch.items:
                _keep(connection, item, walk)
            gone = [
                int(number)
                for number in connection.exec_driver_sql(
                    "SELECT number FROM calendar_items WHERE +series IS NULL"
                    " AND item_id IN (SELECT value FROM json_each(?))",
                    (json.dumps(batch.deleted),),
                ).scalars()
            ]
            _remove(connection, gone)
            set_fact(connection, "sync_state", batch.sync_state)
            if batch.is_last:
                gone += _end_walk(connection, walk, walk_began)
            is_first = batch.is_last and not fact(connection, "is_here")
            if is_first:
                set_fact(connection, "is_here", "1")
        return MailboxChanges(calendar=bool(batch.items or gone or is_first))


def fact(connection: Connection, name: str) -> str | None:
    value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (f"calendar_{name}",)).scalar()
    return None if value is None else str(value)


def set_fact(connection: Connection, name: str, value: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (f"calendar_{name}", value))


def insert(connection: Connection, item: ServerItem, *, series: int | None = None, is_local: bool, walk: int) -> int:
    number = connection.exec_driver_sql(
        "INSERT INTO calendar_items (item_id, own_key, uid, series, start_at, end_at, is_series, content, words,"
        " is_local, walk) VALUES (?,?,?,?,?,?,?,?,?,?,?) RETURNING number",
        (item.item_id or None, item.own_key or None, item.uid, series, *_columns(item), int(is_local), walk),
    ).scalar_one()
    return int(number)


def write(connection: Connection, number: int, item: ServerItem) -> None:
    """Make row ``number`` this item, exceptions apart."""
    connection.exec_driver_sql(
        "UPDATE calendar_items SET start_at = ?, end_at = ?, is_series = ?, content = ?, words = ? WHERE number = ?",
        (*_columns(item), number),
    )


def _columns(item: ServerItem) -> tuple[object, ...]:
    begins, ends = whole_span(item)
    people = " ".join(
        f"{person.name} {person.address}"
        for person in (item.organizer, *(one.person for one in item.attendees[:200]))
        if person is not None
    )
    words = fold(" ".join((item.subject, item.location, people, item.text[:10_000])))
    is_series = int(item.recurrence is not None)
    return microseconds(begins), None if ends is None else microseconds(ends), is_series, item_text(item), words


def _keep(connection: Connection, item: ServerItem, walk: int) -> None:
    item = replace(
        item,
        text=item.text[:LONGEST_TEXT],
        exceptions=tuple(
            replace(one, text=one.text[:LONGEST_TEXT], own_key="") for one in item.exceptions[:MOST_EXCEPTIONS]
        ),
        deleted=item.deleted[: 10 * MOST_EXCEPTIONS],
    )
    number = _row_of(connection, item)
    if number is None:
        number = insert(connection, item, is_local=False, walk=walk)
    else:
        write(connection, number, item)
        connection.exec_driver_sql(
            "DELETE FROM calendar_items WHERE item_id = ? AND number <> ?", (item.item_id, number)
        )
        connection.exec_driver_sql(
            "UPDATE calendar_items SET item_id = ?, own_key = coalesce(?, own_key), uid = ?, is_local = 0, walk = ?"
            " WHERE number = ?",
            (item.item_id, item.own_key or None, item.uid, walk, number),
        )
        connection.exec_driver_sql("DELETE FROM calendar_items WHERE series = ?", (number,))
    for exception in item.exceptions:
        # The id of an exception belongs to its content here: two series of a copying server may bear the same.
        connection.exec_driver_sql("UPDATE calendar_items SET item_id = NULL WHERE item_id = ?", (exception.item_id,))
        insert(connection, exception, series=number, is_local=False, walk=walk)


def _row_of(connection: Connection, item: ServerItem) -> int | None:
    """The row this item is: by its id, by the key we gave it, or the one that waits here for an invitation's item.
    The pluses keep SQLite to the index of the first column (5,000 items: 3 s where another index took 88)."""
    for question, value in (
        ("item_id = ? AND +series IS NULL", item.item_id),
        ("own_key = ? AND +series IS NULL", item.own_key),
        ("uid = ? AND +item_id IS NULL AND +is_local = 1 AND +own_key IS NULL AND +series IS NULL", item.uid),
    ):
        if value:
            number = connection.exec_driver_sql(
                f"SELECT number FROM calendar_items WHERE {question}",  # noqa: S608 -- constants only
                (value,),
            ).scalar()
            if number is not None:
                return int(number)
    return None


def _end_walk(connection: Connection, walk: int, walk_began: int) -> list[int]:
    connection.exec_driver_sql("DELETE FROM calendar_acts WHERE state = 'performed' AND performed <= ?", (walk_began,))
    unnamed = "is_local = 0 AND walk < :walk" if fact(connection, "restarted") else "0"
    # What she made here, or an invitation she answered, and the server did not keep.
    left = "is_local = 1 AND number NOT IN (SELECT item FROM calendar_acts WHERE item IS NOT NULL)"
    gone = [
        int(number)
        for number in connection.exec_driver_sql(
            f"SELECT number FROM calendar_items WHERE series IS NULL AND (({unnamed}) OR ({left}))",  # noqa: S608
            {"walk": walk},
        ).scalars()
    ]
    _remove(connection, gone)
    connection.exec_driver_sql("DELETE FROM facts WHERE name = 'calendar_restarted'")
    return gone


def _remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Gone from the server. What was to be done with it is refused, unless its being gone is what she wanted."""
    if not numbers:
        return
    chosen = json.dumps(list(numbers))
    connection.exec_driver_sql(
        "DELETE FROM calendar_acts WHERE item IN (SELECT value FROM json_each(?)) AND state <> 'refused'"
        " AND (kind = 'cancel' OR state = 'performed' OR json_extract(value, '$.answer') = 'Decline')",
        (chosen,),
    )
    # One that is begun may have been done; its item's end under this id need not be the end: `performing` looks.
    connection.exec_driver_sql(
        "UPDATE calendar_acts SET state = 'refused', code = ?"
        " WHERE item IN (SELECT value FROM json_each(?)) AND state = 'waiting'",
        (_GONE, chosen),
    )
    connection.exec_driver_sql(
        "UPDATE calendar_items SET item_id = NULL, is_local = 1 WHERE number IN (SELECT value FROM json_each(?))"
        " AND number IN (SELECT item FROM calendar_acts WHERE state = 'begun')",
        (chosen,),
    )
    connection.exec_driver_sql(
        "DELETE FROM calendar_items WHERE number IN (SELECT value FROM json_each(?))"
        " AND number NOT IN (SELECT item FROM calendar_acts WHERE state = 'begun' AND item IS NOT NULL)",
        (chosen,),
    )

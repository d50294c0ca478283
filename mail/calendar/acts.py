"""What she did in the calendar, written down: the rows of calendar_acts. The local calendar writes them, `performing`
takes them to the server."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from ..rows import microseconds
from .model import CalendarItem, CalendarRefusal
from .occurrences import id_of
from .overlay import Act
from .store import fact, set_fact

_COLUMNS = "id, item, day, kind, value, mark, state, message, note, subject"


def new_mark() -> str:
    return uuid.uuid4().hex


def span(start: datetime, end: datetime) -> list[int]:
    return [microseconds(start), microseconds(max(start, end))]


def marked(item: CalendarItem, pending: frozenset[date | None], day: date | None) -> CalendarItem:
    return replace(item, is_pending=True) if pending and (None in pending or day in pending) else item


def write_down(
    connection: Connection,
    item: int,
    day: date | None,
    kind: str,
    value: dict[str, Any],
    *,
    subject: str,
    message: int | None = None,
) -> None:
    connection.exec_driver_sql(
        "INSERT INTO calendar_acts (item, day, kind, value, mark, message, subject) VALUES (?,?,?,?,?,?,?)",
        (
            item,
            None if day is None else day.toordinal(),
            kind,
            json.dumps(value, ensure_ascii=False),
            new_mark(),
            message,
            subject,
        ),
    )


def acts_on(connection: Connection, items: Sequence[int] | None = None) -> dict[int, list[Act]]:
    """What is not settled, by item, in the order it was done; of all items without ``items``."""
    chosen = "" if items is None else " AND item IN (SELECT value FROM json_each(:items))"
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM calendar_acts WHERE state <> 'refused' AND item IS NOT NULL{chosen} ORDER BY id",  # noqa: S608
        {} if items is None else {"items": json.dumps(list(items))},
    )
    found: dict[int, list[Act]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(act_of(row))
    return found


def act_of(row: Sequence[Any]) -> Act:
    number, item, day, kind, value, mark, state, message, note, subject = row
    day = None if day is None else date.fromordinal(day)
    return Act(number, item, day, kind, json.loads(value), mark, state, message, json.loads(note), subject)


def undo(connection: Connection) -> bool:
    """Take back the newest that has not been begun."""
    row = connection.exec_driver_sql(
        "SELECT id, item, kind FROM calendar_acts WHERE state = 'waiting' ORDER BY id DESC LIMIT 1"
    ).first()
    if row is None:
        return False
    connection.exec_driver_sql("DELETE FROM calendar_acts WHERE id = ?", (row[0],))
    _forget_if_unknown(connection, row[1])
    return True


def unsettled(connection: Connection) -> list[Act]:
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM calendar_acts WHERE state IN ('waiting', 'begun') ORDER BY id"  # noqa: S608
    )
    return [act_of(row) for row in rows if row[1] is not None]


def drop(connection: Connection, act: Act) -> None:
    """It need not be done: a later one does it, or it was taken back."""
    connection.exec_driver_sql("DELETE FROM calendar_acts WHERE id = ?", (act.id,))
    _forget_if_unknown(connection, act.item)


def drop_all(connection: Connection, item: int) -> None:
    connection.exec_driver_sql("DELETE FROM calendar_acts WHERE item = ? AND state = 'waiting'", (item,))
    _forget_if_unknown(connection, item)


def fold_into(connection: Connection, act: Act, value: dict[str, Any]) -> None:
    connection.exec_driver_sql(
        "UPDATE calendar_acts SET value = ? WHERE id = ? AND state = 'waiting'",
        (json.dumps(value, ensure_ascii=False), act.id),
    )


def note(connection: Connection, act: Act, noted: dict[str, Any], state: str) -> bool:
    """False: she took it back meanwhile."""
    found = connection.exec_driver_sql(
        "UPDATE calendar_acts SET state = ?, note = ? WHERE id = ? AND state IN ('waiting', 'begun') RETURNING id",
        (state, json.dumps(noted), act.id),
    ).scalar()
    return found is not None


def performed(connection: Connection, act: Act) -> None:
    """Done. It stays in the overlay until the server's own word is in."""
    if act.day is None and act.kind in ("respond", "propose"):
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO calendar_answers (uid, start_at, answer)"
            " SELECT uid, start_at, ? FROM calendar_items WHERE number = ? AND uid <> ''",
            (act.answer.value, act.item),
        )
    order = performed_so_far(connection) + 1
    set_fact(connection, "performed", str(order))
    connection.exec_driver_sql(
        "UPDATE calendar_acts SET state = 'performed', performed = ? WHERE id = ?", (order, act.id)
    )


def performed_so_far(connection: Connection) -> int:
    return int(fact(connection, "performed") or 0)


def refuse(connection: Connection, act: Act, code: str) -> None:
    """Taken back; what she did after it with something that now is not there goes with it."""
    connection.exec_driver_sql("UPDATE calendar_acts SET state = 'refused', code = ? WHERE id = ?", (code, act.id))
    if act.kind == "create":
        connection.exec_driver_sql("DELETE FROM calendar_acts WHERE item = ? AND state = 'waiting'", (act.item,))
    _forget_if_unknown(connection, act.item)


def refusals(connection: Connection) -> list[CalendarRefusal]:
    rows = connection.exec_driver_sql(
        "SELECT id, kind, subject, code, item, day FROM calendar_acts WHERE state = 'refused' ORDER BY id LIMIT 1000"
    )
    return [
        CalendarRefusal(
            id=number,
            act=kind,
            subject=subject,
            code=code or "",
            item_id=None if item is None else id_of(item, None if day is None else date.fromordinal(day)),
        )
        for number, kind, subject, code, item, day in rows
    ]


def dismiss(connection: Connection, refusal_id: int) -> None:
    connection.exec_driver_sql("DELETE FROM calendar_acts WHERE id = ? AND state = 'refused'", (refusal_id,))


def _forget_if_unknown(connection: Connection, item: int | None) -> None:
    """Remove what only her act had put here."""
    connection.exec_driver_sql(
        "DELETE FROM calendar_items WHERE number = ? AND is_local = 1 AND item_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM calendar_acts WHERE item = ? AND state <> 'refused')",
        (item, item),
    )

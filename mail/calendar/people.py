"""Who and where: the owner, those she meets with, rooms, and words looked up in the calendar's rows."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from sqlalchemy import Connection

from vietnamese.folding import fold

from ..model import ItemId, Person
from ..rows import numbers_of, people_of
from .questions import Room

_MOST_ROWS = 2_000
_MOST_WORDS = 24


def owner(connection: Connection) -> Person | None:
    value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = 'owner'").scalar()
    return people_of(str(value))[0] if value else None


def message_number(connection: Connection, message_id: ItemId) -> int | None:
    return next(iter(numbers_of(connection, [message_id])), None)


def numbers_with(connection: Connection, words: str, limit: int) -> list[int]:
    """Rows that hold all the words, marks or not, latest first. A hit in an exception is its series."""
    wanted = re.findall(r"\w+", fold(words))[:_MOST_WORDS]
    if not wanted or limit <= 0:
        return []
    holds = " AND ".join("instr(words, ?) > 0" for _ in wanted)
    found = connection.exec_driver_sql(
        f"SELECT coalesce(series, number), max(start_at) AS latest FROM calendar_items WHERE {holds}"  # noqa: S608
        " GROUP BY 1 ORDER BY latest DESC LIMIT ?",
        (*wanted, limit),
    )
    return [int(number) for number, _ in found]


def met(connection: Connection, limit: int) -> list[Person]:
    own = owner(connection)
    seen: Counter[str] = Counter()
    names: dict[str, Person] = {}
    for given, by in _meetings(connection):
        for person in ([Person(*by)] if by else []) + [Person(*one[0]) for one in given if one[1] != "Resources"]:
            key = person.address.lower()
            if "@" in key and not (own and key == own.address.lower()):
                seen[key] += 1
                names.setdefault(key, person)
    return [names[key] for key, _ in seen.most_common(limit)]


def rooms(connection: Connection) -> list[Room]:
    found = {
        str(address): Room(str(name), str(address))
        for address, name in connection.exec_driver_sql("SELECT address, name FROM calendar_rooms")
    }
    for given, _ in _meetings(connection):
        for one in given:
            if one[1] == "Resources":
                name, address = one[0]
                found.setdefault(address.lower(), Room(name, address))
    return sorted(found.values(), key=lambda room: (fold(room.name), room.address))


def remember_rooms(connection: Connection, named: tuple[Room, ...]) -> None:
    for room in named[:1000]:
        connection.exec_driver_sql(
            "INSERT INTO calendar_rooms (address, name) VALUES (?, ?)"
            " ON CONFLICT (address) DO UPDATE SET name = excluded.name",
            (room.address.lower(), room.name),
        )


def _meetings(connection: Connection) -> list[tuple[list[Any], list[str] | None]]:
    """Attendees and organizer of the latest meetings, as stored."""
    rows = connection.exec_driver_sql(
        "SELECT json_extract(content, '$.attendees'), json_extract(content, '$.organizer') FROM calendar_items"
        " WHERE series IS NULL ORDER BY start_at DESC LIMIT ?",
        (_MOST_ROWS,),
    )
    return [(json.loads(given or "[]"), json.loads(by) if by else None) for given, by in rows]

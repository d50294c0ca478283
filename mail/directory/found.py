"""People the directory told of, kept in the encrypted store: they are offered again when the server is away."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import Person
from .model import DirectoryEntry

if TYPE_CHECKING:
    from ..database import Database

DIRECTORY = (
    """CREATE TABLE directory_people (
        address TEXT PRIMARY KEY,                -- folded to lower case
        spelling TEXT NOT NULL,
        name TEXT NOT NULL,
        post TEXT NOT NULL,
        department TEXT NOT NULL,
        organisation TEXT NOT NULL,
        found_at INTEGER NOT NULL                -- seconds since 1970
    ) WITHOUT ROWID""",
    "CREATE INDEX directory_people_by_age ON directory_people(found_at)",
)
MOST_KEPT = 5000


def remember(database: Database, entries: Sequence[DirectoryEntry]) -> None:
    """Newest found last forgotten."""
    now = int(time.time())
    rows = [
        (
            one.person.address.casefold(),
            one.person.address,
            one.person.name,
            one.post,
            one.department,
            one.organisation,
            now,
        )
        for one in entries
        if "@" in one.person.address
    ]
    if not rows:
        return
    with database.write() as connection:
        connection.exec_driver_sql("INSERT OR REPLACE INTO directory_people VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.exec_driver_sql(
            "DELETE FROM directory_people WHERE address IN (SELECT address FROM directory_people"
            " ORDER BY found_at DESC, address LIMIT -1 OFFSET ?)",
            (MOST_KEPT,),
        )


def found_before(database: Database) -> list[DirectoryEntry]:
    """By name."""
    with database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, spelling, post, department, organisation FROM directory_people ORDER BY name, address"
        ).all()
    return [DirectoryEntry(Person(name, address), *facts) for name, address, *facts in rows]

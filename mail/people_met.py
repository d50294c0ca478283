"""People met in this mailbox, for completing an address while she types it. Asked by the window through `Mailbox`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from .model import FolderRole, Person

if TYPE_CHECKING:
    from .database import Database

_NEWEST = 400
"""Messages of each folder that are looked at: who wrote last year is not who is written to."""
_MOST_RECIPIENTS = 20
"""A mail to a whole ministry says nothing of whom she knows."""
_WRITTEN_TO = 5
"""Whom she writes to herself counts for so many who write to her."""


def people_met(database: Database, limit: int) -> list[Person]:
    """Most often met first; spam and what she deleted tell nothing."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    spelling: dict[str, str] = {}

    def meet(name: str | None, address: str | None, weight: int) -> None:
        if not address or "@" not in address:
            return
        key = address.casefold()
        counts[key] += weight
        spelling.setdefault(key, address)
        if name and name != address:
            names.setdefault(key, name)

    with database.read() as connection:
        folders = connection.exec_driver_sql(
            "SELECT number, role FROM folders WHERE is_gone = 0 AND role NOT IN (?, ?, ?)",
            (FolderRole.DELETED.value, FolderRole.JUNK.value, FolderRole.DRAFTS.value),
        ).all()
        for folder, role in folders:
            rows = connection.exec_driver_sql(
                "SELECT sender_name, sender_address, recipients FROM messages WHERE folder = ?"
                " ORDER BY received_at DESC LIMIT ?",
                (folder, _NEWEST),
            )
            is_sent = role == FolderRole.SENT.value
            for sender_name, sender_address, recipients in rows:
                if not is_sent:
                    meet(sender_name, sender_address, 1)
                to = json.loads(recipients)
                if len(to) <= _MOST_RECIPIENTS:
                    for name, address in to:
                        meet(name, address, _WRITTEN_TO if is_sent else 0)
    return [Person(names.get(key, ""), spelling[key]) for key, _ in counts.most_common(limit)]

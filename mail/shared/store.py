"""Which shared mailboxes are open, and where each has its store. Written by the window, read by the service too."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Person
from .model import SharedMailbox

if TYPE_CHECKING:
    from ..database import Database

_FACT = "shared_mailboxes"
MOST = 12


def shared_mailboxes(database: Database) -> list[SharedMailbox]:
    """In the order in which they were opened."""
    with database.read() as connection:
        text = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (_FACT,)).scalar()
    return [SharedMailbox(Person(name, address)) for name, address in json.loads(text)] if text else []


def keep_shared(database: Database, mailbox: SharedMailbox, is_open: bool) -> None:
    """Opened or closed. Its store stays where it is: opened again, it goes on from there."""
    with database.write(durable=True) as connection:
        text = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (_FACT,)).scalar()
        known = [(name, address) for name, address in (json.loads(text) if text else [])]
        known = [one for one in known if one[1].lower() != mailbox.address]
        if is_open:
            known = [*known, (mailbox.owner.name, mailbox.owner.address)][:MOST]
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (_FACT, json.dumps(known, ensure_ascii=False))
        )


def shared_store(own_store: Path, address: str) -> Path:
    """Beside hers, encrypted with the same key; the name tells nobody whose."""
    name = hashlib.sha256(address.strip().lower().encode()).hexdigest()[:16]
    return own_store.with_name(f"shared-{name}.db")

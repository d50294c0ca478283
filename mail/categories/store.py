"""Categories in the local mailbox: what she sets or clears becomes pending acts; the master list is remembered.

A message's categories are one JSON list, in the mirror (`messages.categories`) and as the value of a pending act: the
act says the whole list, so that a later one replaces an earlier. SQLite keeps text in those columns as it is.
"""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import ItemId
from ..rows import SHOWN_CATEGORIES, categories_of, categories_text, numbers_of
from .model import LONGEST_NAME, Categories, Category, lacking

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ..database import Database

UPGRADE = (
    "ALTER TABLE messages ADD COLUMN categories TEXT NOT NULL DEFAULT '[]'",  # JSON: [name, …]
    # What is here already was listed without them: list again. Rows and bodies stay.
    "UPDATE folders SET sync_state = NULL, walk = walk + 1, restart = 'listing' WHERE sync_state IS NOT NULL",
)
KIND = "categories"
_CHUNK = 500
_FACT, _FACT_TO_ADD = "master_categories", "categories_to_add"
_MOST = 40
"""On one message; Exchange bounds the whole list by its size."""


def categorise(database: Database, item_ids: Sequence[ItemId], add: Sequence[str], remove: Sequence[str]) -> None:
    """One act, taken back by one undo. Names are compared without case, as Exchange does."""
    added = [name.strip()[:LONGEST_NAME] for name in add if name.strip()]
    removed = {name.strip().casefold() for name in remove}
    act: int | None = None
    for start in range(0, len(item_ids), _CHUNK):
        with database.write(durable=True) as connection:
            numbers = json.dumps(numbers_of(connection, item_ids[start : start + _CHUNK]))
            rows = connection.exec_driver_sql(
                f"SELECT number, {SHOWN_CATEGORIES} FROM shown_messages"
                " WHERE number IN (SELECT value FROM json_each(?)) AND shown_folder <> -1",
                (numbers,),
            ).all()
            changes = []
            for number, before in rows:
                after = categories_text(_changed(categories_of(before), added, removed))
                if after != before:
                    changes.append((number, before, after))
            if not changes:
                continue
            if act is None:
                from ..overlay import new_act

                act = new_act(connection)
            connection.exec_driver_sql(
                "INSERT INTO act_steps (act, message, kind, before) VALUES (?, ?, ?, ?)",
                [(act, number, KIND, before) for number, before, _ in changes],
            )
            connection.exec_driver_sql(
                "INSERT INTO pending_actions (act, message, kind, value) VALUES (?, ?, ?, ?)",
                [(act, number, KIND, after) for number, _, after in changes],
            )


def _changed(names: tuple[str, ...], added: Sequence[str], removed: set[str]) -> tuple[str, ...]:
    kept = [name for name in names if name.casefold() not in removed]
    known = {name.casefold() for name in kept}
    for name in added:
        if name.casefold() not in known:
            kept.append(name)
            known.add(name.casefold())
    return tuple(kept[:_MOST])


def known_categories(database: Database) -> Categories:
    """The master list as last told, or nothing if it never was; then what of hers is still to be put into it."""
    with database.read() as connection:
        told = _listed(connection, _FACT)
        return (*told, *lacking(told, _listed(connection, _FACT_TO_ADD)))


def categories_to_add(database: Database) -> Categories:
    """Her new ones that the master list had not when it was last told."""
    with database.read() as connection:
        return _listed(connection, _FACT_TO_ADD)


def new_category(database: Database, category: Category) -> None:
    """One she has named: known from now on, and put into the master list when the server can be asked."""
    with database.write(durable=True) as connection:
        waiting = _listed(connection, _FACT_TO_ADD)
        if len(waiting) < _MOST and lacking((*_listed(connection, _FACT), *waiting), (category,)):
            _keep(connection, _FACT_TO_ADD, (*waiting, category))


def remember_categories(database: Database, categories: Categories) -> None:
    """The master list as the server has it."""
    with database.write() as connection:
        _keep(connection, _FACT, categories)
        _keep(connection, _FACT_TO_ADD, lacking(categories, _listed(connection, _FACT_TO_ADD)))


def _listed(connection: Connection, fact: str) -> Categories:
    text = connection.exec_driver_sql("SELECT value FROM facts WHERE name = ?", (fact,)).scalar()
    return tuple(Category(name, colour) for name, colour in json.loads(text)) if text else ()


def _keep(connection: Connection, fact: str, categories: Categories) -> None:
    text = json.dumps([[one.name, one.colour] for one in categories], ensure_ascii=False)
    connection.exec_driver_sql("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (fact, text))

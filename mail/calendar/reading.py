"""Rows of the calendar with what she did laid over them. Used by the local calendar and by `performing`."""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from ..rows import microseconds
from .acts import acts_on
from .gateway import ServerItem
from .model import ItemKind
from .overlay import overlaid
from .stored_form import item_of

_COLUMNS = "number, item_id, own_key, series, content"
_DAY = timedelta(days=1)
"""All-day items are shown on their day wherever they were made: their moments may lie up to 14 hours apart."""
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Kept:
    """``truth`` is the server's word, ``item`` what is shown (None: nothing any more)."""

    number: int
    truth: ServerItem
    item: ServerItem | None
    pending: frozenset[date | None]


def in_window(connection: Connection, begin: datetime, end: datetime) -> list[Kept]:
    """Everything that may touch that time, and everything she acted on."""
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM calendar_items WHERE series IS NULL AND (start_at < :end"
        " AND (end_at IS NULL OR end_at > :begin OR start_at >= :begin)"
        " OR number IN (SELECT item FROM calendar_acts WHERE state <> 'refused'))"
        " ORDER BY is_local DESC, number LIMIT :most",
        {"begin": microseconds(begin - _DAY), "end": microseconds(end + _DAY), "most": MOST_ROWS},
    ).all()
    return _without_doubles(_kept(connection, rows))


def by_numbers(connection: Connection, numbers: Sequence[int]) -> list[Kept]:
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM calendar_items WHERE +series IS NULL AND number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    ).all()
    return _kept(connection, rows)


def by_number(connection: Connection, number: int) -> Kept | None:
    return next(iter(by_numbers(connection, [number])), None)


def _kept(connection: Connection, rows: Iterable[Sequence[Any]]) -> list[Kept]:
    truths = {row[0]: item_of(row[4], row[1], row[2]) for row in rows}
    series = json.dumps([number for number, item in truths.items() if item.kind is ItemKind.SERIES])
    exceptions: dict[int, list[ServerItem]] = {}
    for row in connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM calendar_items WHERE series IN (SELECT value FROM json_each(?)) ORDER BY number",
        (series,),
    ):
        exceptions.setdefault(row[3], []).append(item_of(row[4], row[1], row[2]))
    acts = acts_on(connection, list(truths))
    found: list[Kept] = []
    for number, truth in truths.items():
        truth = replace(truth, exceptions=tuple(exceptions.get(number, ())))
        laid = overlaid(truth, acts.get(number, ()))
        found.append(Kept(number, truth, laid.item, laid.pending))
    return found


def _without_doubles(found: list[Kept]) -> list[Kept]:
    """A meeting that stands in the calendar twice, as servers leave it behind now and then, is shown once: the one that
    came last, for the server has it so."""
    last = {_name(kept): kept.number for kept in found}
    return [kept for kept in found if last[_name(kept)] == kept.number]


def _name(kept: Kept) -> tuple[object, ...]:
    item = kept.item
    if item is None or not item.uid or not item.is_meeting:
        return (kept.number,)
    return item.uid, item.start, item.end, item.recurrence is None

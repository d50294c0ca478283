"""Puts messages into conversations as they come: by Message-ID, References and In-Reply-To; where those lead nowhere by
the server's conversation, and last by the subject. Run by the sync, inside the transaction that brings the rows.

There is no tree, only sets that are joined: whatever loop a sender writes into the headers, nothing here can go round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from .. import bodies
from ..database import Database
from ..model import ItemId
from ..rows import local_id
from .batch import MOST_MOVED, Batch, Newcomer
from .hints import ThreadHint, conversation_keys, hint_of_mime, own_key, reference_keys

MOST_JOINED = 8
"""Conversations one message may join together."""
_BATCH = 64

Keys = dict[ItemId, tuple[int | None, list[int], list[int]]]
"""Of each message's own id, of those it names, of the server's conversation."""


def keys_of(hints: Iterable[ThreadHint]) -> Keys:
    """The hints as the numbers they are kept by; made before the transaction."""
    return {hint.item_id: (own_key(hint), reference_keys(hint), conversation_keys(hint)) for hint in hints}


def group(connection: Connection, keys: Keys, numbers: dict[ItemId, int]) -> None:
    """Give every message of ``numbers`` a conversation that has none yet, as far as there are ``keys``; those without
    wait for their body."""
    hinted = {numbers[item_id]: one for item_id, one in keys.items() if item_id in numbers}
    members = set(
        connection.exec_driver_sql(
            "SELECT message FROM thread_members WHERE message IN (SELECT value FROM json_each(?))",
            (json.dumps(list(numbers.values())),),
        ).scalars()
    )
    fresh = [number for number in dict.fromkeys(numbers.values()) if number not in members]
    without = [(number,) for number in fresh if number not in hinted]
    if without:
        connection.exec_driver_sql("INSERT OR IGNORE INTO thread_waiting (message) VALUES (?)", without)
    _put([Newcomer(number, *hinted[number]) for number in fresh if number in hinted], connection)


def catch_up(database: Database) -> Iterator[list[ItemId]]:
    """Messages that wait and whose body is here now, in short steps; yields whose conversation is known by it."""
    after = 0
    while True:
        with database.read() as connection:
            waiting = (
                connection.exec_driver_sql(
                    "SELECT w.message FROM thread_waiting w JOIN messages m ON m.number = w.message"
                    " WHERE w.message > ? AND m.body_state <> 0 ORDER BY w.message LIMIT ?",
                    (after, _BATCH),
                )
                .scalars()
                .all()
            )
            found = [(number, bodies.load(connection, number)) for number in waiting]
        if not waiting:
            return
        after = waiting[-1]
        keys = keys_of(hint_of_mime(local_id(number), mime) for number, mime in found if mime is not None)
        newcomers = [Newcomer(number, *keys[local_id(number)]) for number, _ in found if local_id(number) in keys]
        with database.write() as connection:
            _put_anew(newcomers, connection)
            connection.exec_driver_sql(
                "DELETE FROM thread_waiting WHERE message IN (SELECT value FROM json_each(?))",
                (json.dumps([one.number for one in newcomers]),),
            )
        yield [local_id(one.number) for one in newcomers]


def _put_anew(newcomers: Sequence[Newcomer], connection: Connection) -> None:
    """They may lie somewhere already: the server told of them after all while they waited."""
    placed = connection.exec_driver_sql(
        "SELECT count(*) FROM thread_members WHERE message IN (SELECT value FROM json_each(?))",
        (json.dumps([one.number for one in newcomers]),),
    ).scalar_one()
    for some in [[one] for one in newcomers] if placed else [newcomers]:
        _put(some, connection)


def _put(newcomers: Sequence[Newcomer], connection: Connection) -> None:
    if not newcomers:
        return
    batch = Batch(connection, newcomers)
    for one in newcomers:
        if one.number not in batch.facts:
            continue  # removed since
        fact = batch.facts[one.number]
        linked = batch.threads_of((*(() if one.own is None else (one.own,)), *one.references))
        if not linked:
            linked = batch.threads_of(one.conversation)
        is_lonely = fact.is_answer and not linked and not one.references
        if not linked and not one.references:
            linked = batch.same_subject(one)
        batch.put(one, _joined(batch, linked) if linked else one.number, is_lonely=is_lonely)
    batch.write()


def _joined(batch: Batch, threads: list[int]) -> int:
    """All of these as one; the smaller ones go into the largest."""
    if len(threads) == 1:
        return threads[0]
    sizes = batch.sizes(threads[:MOST_JOINED])
    largest = max(sizes, key=lambda thread: (sizes[thread], -thread))
    whole = sizes[largest]
    for thread, size in sizes.items():
        if thread == largest or whole + size > MOST_MOVED:
            continue
        whole += size
        batch.join(thread, largest)
    return largest

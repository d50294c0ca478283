"""Puts messages into conversations as they come: by Message-ID, References and In-Reply-To; where those lead nowhere by
the server's conversation, and last by the subject. Run by the sync, inside the transaction that brings the rows.

There is no tree, only sets that are joined: whatever loop a sender writes into the headers, nothing here can go round.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from .. import bodies
from ..database import Database
from ..model import ItemId
from ..rows import local_id
from .hints import ThreadHint, conversation_keys, hint_of_mime, own_key, reference_keys, subject_key

MOST_JOINED = 8
"""Conversations one message may join together."""
MOST_MOVED = 2_000
"""Members and keys of two conversations that are joined; where there are more they stay two: no person reads them as
one, and an enemy's headers could make the sync copy everything over and over."""
SUBJECT_DAYS = 45
_SUBJECT_SPAN = SUBJECT_DAYS * 86_400_000_000
_CANDIDATES = 30
_BATCH = 64


@dataclass(slots=True)
class _Newcomer:
    number: int
    own: int | None
    references: list[int]
    conversation: list[int]


def group(connection: Connection, hints: Iterable[ThreadHint], numbers: dict[ItemId, int]) -> None:
    """Give every message of ``numbers`` a conversation that has none yet, as far as there are ``hints``; those without
    wait for their body."""
    hinted = {numbers[hint.item_id]: hint for hint in hints if hint.item_id in numbers}
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
    _put([_newcomer(number, hinted[number]) for number in fresh if number in hinted], connection)


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
        newcomers = [
            _newcomer(number, hint_of_mime(local_id(number), mime)) for number, mime in found if mime is not None
        ]
        with database.write() as connection:
            _put(newcomers, connection)
            connection.exec_driver_sql(
                "DELETE FROM thread_waiting WHERE message IN (SELECT value FROM json_each(?))",
                (json.dumps([one.number for one in newcomers]),),
            )
        yield [local_id(one.number) for one in newcomers]


def _newcomer(number: int, hint: ThreadHint) -> _Newcomer:
    return _Newcomer(number, own_key(hint), reference_keys(hint), conversation_keys(hint))


def _put(newcomers: Sequence[_Newcomer], connection: Connection) -> None:
    if not newcomers:
        return
    known = _known_threads(connection, newcomers)
    facts = _facts(connection, newcomers)
    for one in newcomers:
        if one.number not in facts:
            continue  # removed since
        subject, received_at, people = facts[one.number]
        by_subject, is_answer = subject_key(subject)
        linked = [known[key] for key in (*_of(one.own), *one.references) if key in known]
        if not linked:
            linked = [known[key] for key in one.conversation if key in known]
        is_lonely = is_answer and not linked and not one.references
        if not linked and by_subject is not None and not one.references:
            linked = _same_subject(connection, by_subject, received_at, people, is_answer)
        thread = _joined(connection, list(dict.fromkeys(linked)), known) if linked else one.number
        keys = [key for key in (*_of(one.own), *one.references, *one.conversation) if key not in known]
        known.update(dict.fromkeys(keys, thread))
        if keys:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO thread_keys (key, thread) VALUES (?, ?)", [(key, thread) for key in keys]
            )
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO thread_members (message, thread, own_key, subject_key, is_lonely)"
            " VALUES (?, ?, ?, ?, ?)",
            (one.number, thread, one.own, by_subject, int(is_lonely)),
        )


def _of(key: int | None) -> tuple[int, ...]:
    return () if key is None else (key,)


def _known_threads(connection: Connection, newcomers: Sequence[_Newcomer]) -> dict[int, int]:
    keys = {key for one in newcomers for key in (*_of(one.own), *one.references, *one.conversation)}
    rows = connection.exec_driver_sql(
        "SELECT key, thread FROM thread_keys WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
    )
    return {int(key): int(thread) for key, thread in rows}


def _facts(connection: Connection, newcomers: Sequence[_Newcomer]) -> dict[int, tuple[str, int, set[str]]]:
    rows = connection.exec_driver_sql(
        "SELECT number, subject, received_at, sender_address, recipients FROM messages"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps([one.number for one in newcomers]),),
    )
    return {int(row[0]): (row[1], int(row[2]), _people(row[3], row[4])) for row in rows}


def _people(sender: str | None, recipients: str) -> set[str]:
    people = {str(pair[1]).casefold() for pair in json.loads(recipients)[:50]}
    return (people | {sender.casefold()} if sender else people) - {""}


def _same_subject(connection: Connection, key: int, moment: int, people: set[str], is_answer: bool) -> list[int]:
    """The nearest message with this subject that shares two people (or the only ones) with it, one of the two being an
    answer that names nothing: without that, each week's "Báo cáo tuần" would be one conversation."""
    rows = connection.exec_driver_sql(
        "SELECT t.thread, m.sender_address, m.recipients FROM thread_members t JOIN messages m ON m.number = t.message"
        " WHERE t.subject_key = ? AND (? OR t.is_lonely = 1) AND m.received_at BETWEEN ? AND ?"
        " ORDER BY abs(m.received_at - ?) LIMIT ?",
        (key, int(is_answer), moment - _SUBJECT_SPAN, moment + _SUBJECT_SPAN, moment, _CANDIDATES),
    ).all()
    for thread, sender, recipients in rows:
        others = _people(sender, recipients)
        if len(people & others) >= min(2, len(people), len(others)):
            return [int(thread)]
    return []


def _joined(connection: Connection, threads: list[int], known: dict[int, int]) -> int:
    """All of these as one; the smaller ones go into the largest."""
    if len(threads) == 1:
        return threads[0]
    sizes = {
        thread: int(
            connection.exec_driver_sql(
                "SELECT (SELECT count(*) FROM (SELECT 1 FROM thread_members WHERE thread = ? LIMIT ?))"
                " + (SELECT count(*) FROM (SELECT 1 FROM thread_keys WHERE thread = ? LIMIT ?))",
                (thread, MOST_MOVED, thread, MOST_MOVED),
            ).scalar_one()
        )
        for thread in threads[:MOST_JOINED]
    }
    largest = max(sizes, key=lambda thread: (sizes[thread], -thread))
    whole = sizes[largest]
    for thread, size in sizes.items():
        if thread == largest or whole + size > MOST_MOVED:
            continue
        whole += size
        connection.exec_driver_sql("UPDATE thread_members SET thread = ? WHERE thread = ?", (largest, thread))
        connection.exec_driver_sql("UPDATE thread_keys SET thread = ? WHERE thread = ?", (largest, thread))
        for key, value in known.items():
            if value == thread:
                known[key] = largest
    return largest

"""Messages whole, as they came, in the encrypted store: kept in parts so that no transaction is long."""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from .database import Database
from .keeping import WANTED, oldest_kept
from .model import ItemId, RawMessage
from .rows import local_id
from .schema import PARTS_PER_BODY

PART_BYTES = 1_000_000
TRANSACTION_BYTES = 2_000_000
"""Keeps the write lock for about 15 ms, nearly all of it encrypting pages; the checkpoint comes after its release."""
TRANSACTION_MESSAGES = 64

# Measured on Python 3.11, per MB of MIME: deflating all takes 0.019 s and saves a third; storing it as it is, 0.007 s.
# Base64 (attachments, nearly all bytes of a mailbox) deflates by 25 %, not worth three times the work; plain text and
# quoted-printable by 60 to 90 % in 0.005 to 0.01 s. So 4 KB out of the middle are tried, and only what shrinks to under
# 60 % there is kept deflated.
_SAMPLE = 4096
_WORTH_IT = 0.6
_PLAIN, _DEFLATED = 0, 1
_REMOVE = "DELETE FROM bodies WHERE part BETWEEN ? AND ?"
_PUT = "INSERT OR REPLACE INTO bodies (part, encoding, data) VALUES (?, ?, ?)"
MOST_BYTES = PARTS_PER_BODY * PART_BYTES
MOST_TRIES = 5
"""Rounds in which a body is asked for that the server does not give."""


def packed(mime: bytes) -> tuple[int, bytes]:
    middle = max(0, len(mime) // 2 - _SAMPLE // 2)
    sample = mime[middle : middle + _SAMPLE]
    if len(mime) < 512 or len(zlib.compress(sample, 1)) > _WORTH_IT * len(sample):
        return _PLAIN, mime
    return _DEFLATED, zlib.compress(mime, 1)


def parts(content: bytes) -> Iterator[bytes]:
    for start in range(0, max(1, len(content)), PART_BYTES):
        yield content[start : start + PART_BYTES]


def remove(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(_REMOVE, _span(number))


def _span(number: int) -> tuple[int, int]:
    return number * PARTS_PER_BODY, (number + 1) * PARTS_PER_BODY - 1


def load(connection: Connection, number: int) -> bytes | None:
    """The MIME, or None if not all of it is here."""
    state = connection.exec_driver_sql("SELECT body_state FROM messages WHERE number = ?", (number,)).scalar()
    if not state:
        return None
    rows = connection.exec_driver_sql(
        "SELECT encoding, data FROM bodies WHERE part BETWEEN ? AND ? ORDER BY part", _span(number)
    ).all()
    if not rows:
        return None
    content: bytes = rows[0][1] if len(rows) == 1 else b"".join(row[1] for row in rows)
    return zlib.decompress(content) if rows[0][0] == _DEFLATED else content


@dataclass(frozen=True, slots=True)
class WantedBody:
    number: int
    item_id: ItemId
    received_at: int


class BodyStore:
    """What the sync asks of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def wanted(self, after: WantedBody | None, limit: int) -> list[WantedBody]:
        """Messages whose body is to be fetched, newest first, going on ``after`` one."""
        moment, number = (after.received_at, after.number) if after else (2**62, 0)
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT number, item_id, received_at FROM messages INDEXED BY messages_wanting_body"
                " WHERE body_state <> 1 AND is_ghost <> 1 AND body_tries < ? AND (received_at, number) < (?, ?)"
                f" AND folder NOT IN (SELECT number FROM folders WHERE is_gone = 1) AND {WANTED}"
                " ORDER BY received_at DESC, number DESC LIMIT ?",
                (MOST_TRIES, moment, number, oldest_kept(connection), limit),
            ).all()
        return [WantedBody(row[0], ItemId(row[1]), row[2]) for row in rows]

    def counts(self) -> tuple[int, int]:
        """Messages with their body here, and all whose body can be had."""
        with self._database.read() as connection:
            total = connection.exec_driver_sql("SELECT coalesce(sum(local_total), 0) FROM folders").scalar_one()
            missing, wanted = connection.exec_driver_sql(
                f"SELECT count(*), coalesce(sum(body_tries < ? AND {WANTED}), 0) FROM messages WHERE body_state <> 1",
                (MOST_TRIES, oldest_kept(connection)),
            ).one()
        return total - missing, total - missing + wanted

    def store(self, messages: Sequence[RawMessage]) -> list[ItemId]:
        """Keep these, in one transaction; of a large one, the last part. Returns whose body is here now."""
        ready = {raw.item_id: packed(raw.mime) for raw in messages if len(raw.mime) <= MOST_BYTES}
        for item_id, (encoding, data) in ready.items():
            if len(data) > TRANSACTION_BYTES:
                self._store_first_parts(item_id, encoding, data)
        with self._database.write() as connection:
            numbers = _numbers(connection, list(ready))
            rows = []
            replaced = []
            for item_id, number in numbers.items():
                encoding, data = ready[item_id]
                whole = list(parts(data))
                first = len(whole) - 1 if len(data) > TRANSACTION_BYTES else 0
                if first == 0:
                    replaced.append(_span(number))
                rows += [(number * PARTS_PER_BODY + at, encoding, whole[at]) for at in range(first, len(whole))]
            if replaced:
                connection.exec_driver_sql(_REMOVE, replaced)
            if rows:
                connection.exec_driver_sql(_PUT, rows)
                connection.exec_driver_sql(
                    "UPDATE messages SET body_state = 1, body_tries = 0, is_indexed = 0 WHERE number = ?",
                    [(number,) for number in numbers.values()],
                )
        return [local_id(number) for number in numbers.values()]

    def _store_first_parts(self, item_id: ItemId, encoding: int, data: bytes) -> None:
        with self._database.read() as connection:
            numbers = _numbers(connection, [item_id])
        for number in numbers.values():
            for part, content in enumerate(list(parts(data))[:-1]):
                with self._database.write() as connection:
                    # Until the last part is in there is no body, whatever was there before.
                    connection.exec_driver_sql("UPDATE messages SET body_state = 0 WHERE number = ?", (number,))
                    if part == 0:
                        remove(connection, number)
                    connection.exec_driver_sql(_PUT, (number * PARTS_PER_BODY + part, encoding, content))

    def not_given(self, wanted: Sequence[WantedBody]) -> None:
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "UPDATE messages SET body_tries = body_tries + 1 WHERE number IN (SELECT value FROM json_each(?))",
                (json.dumps([one.number for one in wanted]),),
            )


def _numbers(connection: Connection, item_ids: Sequence[ItemId]) -> dict[ItemId, int]:
    """By the server's ids; an answer may still name one that we have given up by moving the item since."""
    found = connection.exec_driver_sql(
        "SELECT j.value, coalesce((SELECT number FROM messages WHERE item_id = j.value),"
        " (SELECT message FROM former_ids WHERE item_id = j.value)) FROM json_each(?) j",
        (json.dumps(item_ids),),
    )
    return {ItemId(item_id): number for item_id, number in found if number is not None}

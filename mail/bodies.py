"""Messages whole, as they came, in the encrypted store: kept in parts so that no transaction is long."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection

from .schema import PARTS_PER_BODY

PART_BYTES = 1_000_000
TRANSACTION_BYTES = 2_000_000
TRANSACTION_MESSAGES = 64

# Measured on Python 3.11, per MB of MIME: deflating all of it takes 0.019 s and saves a third; storing as it is 0.007 s.
# Base64 (attachments, nearly all bytes of a mailbox) deflates by 25 %, which is not worth three times the work; plain
# text and quoted-printable by 60 to 90 % in 0.005 to 0.01 s. So 4 KB out of the middle are tried, and only what shrinks
# to under 60 % there is kept deflated.
_SAMPLE = 4096
_WORTH_IT = 0.6
_PLAIN, _DEFLATED = 0, 1
MOST_BYTES = PARTS_PER_BODY * PART_BYTES


def packed(mime: bytes) -> tuple[int, bytes]:
    middle = max(0, len(mime) // 2 - _SAMPLE // 2)
    sample = mime[middle : middle + _SAMPLE]
    if len(mime) < 512 or len(zlib.compress(sample, 1)) > _WORTH_IT * len(sample):
        return _PLAIN, mime
    return _DEFLATED, zlib.compress(mime, 1)


def parts(content: bytes) -> Iterator[bytes]:
    for start in range(0, max(1, len(content)), PART_BYTES):
        yield content[start : start + PART_BYTES]


def put_part(connection: Connection, number: int, part: int, encoding: int, data: bytes) -> None:
    if part == 0:
        remove(connection, number)
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO bodies (part, encoding, data) VALUES (?, ?, ?)",
        (number * PARTS_PER_BODY + part, encoding, data),
    )


def remove(connection: Connection, number: int) -> None:
    first = number * PARTS_PER_BODY
    connection.exec_driver_sql("DELETE FROM bodies WHERE part BETWEEN ? AND ?", (first, first + PARTS_PER_BODY - 1))


def load(connection: Connection, number: int) -> bytes | None:
    """The MIME, or None if not all of it is here."""
    state = connection.exec_driver_sql("SELECT body_state FROM messages WHERE number = ?", (number,)).scalar()
    if not state:
        return None
    first = number * PARTS_PER_BODY
    rows = connection.exec_driver_sql(
        "SELECT encoding, data FROM bodies WHERE part BETWEEN ? AND ? ORDER BY part",
        (first, first + PARTS_PER_BODY - 1),
    ).all()
    if not rows:
        return None
    content: bytes = rows[0][1] if len(rows) == 1 else b"".join(row[1] for row in rows)
    return zlib.decompress(content) if rows[0][0] == _DEFLATED else content

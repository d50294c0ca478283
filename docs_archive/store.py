"""The local copy of the feed, write side: pages of changes go in with their cursor, texts come out for the index. There
is one writer, the service; readers in WAL are never blocked by it."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from vietnamese.document_numbers import parse_number
from vietnamese.folding import fold

from . import schema
from .model import ChangeKind, DocumentId, FeedChange, FeedDocument, FeedPage
from .schema import CHUNK_CHARACTERS, documents, reading, relations, state, text_chunks, texts, writing


@dataclass(frozen=True, slots=True)
class Applied:
    """What a page did: documents that are new, and those that were here with another text or status."""

    new: tuple[DocumentId, ...]
    amended: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document as the index takes it. ``row`` is its key there."""

    row: int
    sequence: int
    number: str
    type: str
    title: str
    issuer: str
    year: int
    status: str
    effective: date | None
    expires: date | None
    text: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    change: FeedChange
    values: dict[str, Any]
    digest: bytes
    chunks: list[dict[str, Any]]
    relations: list[dict[str, Any]]


class ArchiveStore:
    """``archive.db``, opened for writing. Not for two threads at once."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / schema.FILE_NAME
        self._engine = schema.open_engine(folder)

    def close(self) -> None:
        self._engine.dispose()

    def cursor(self) -> int:
        return int(self._state("cursor") or 0)

    def identity(self) -> str:
        return self._state("identity")

    def first_sync_is_done(self) -> bool:
        return self._state("first_sync") == "done"

    def finish_first_sync(self) -> None:
        with writing(self._engine) as connection:
            _set_state(connection, "first_sync", "done")

    def count(self) -> int:
        with reading(self._engine) as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def newest_sequence(self) -> int:
        with reading(self._engine) as connection:
            return connection.scalar(select(func.max(documents.c.sequence))) or 0

    def apply(self, page: FeedPage) -> Applied:
        """The page and its cursor, in one transaction. Folding and deflating are done
        before the lock is taken; what is left inside are the inserts."""
        now = datetime.now(UTC).replace(tzinfo=None)
        prepared = [_prepare(change, now) for change in page.changes]
        new: dict[DocumentId, None] = {}
        amended: dict[DocumentId, None] = {}
        with writing(self._engine) as connection:
            for one in prepared:
                was_here, is_changed = _apply(connection, one, now)
                if not was_here:
                    new[one.change.document_id] = None
                elif is_changed and one.change.document_id not in new:
                    amended[one.change.document_id] = None
            _set_state(connection, "cursor", str(page.cursor))
        return Applied(tuple(new), tuple(amended))

    def changed_after(self, sequence: int, limit: int) -> Sequence[IndexedDocument]:
        """The documents whose latest change comes after ``sequence``, in that order."""
        query = select(documents).where(documents.c.sequence > sequence).order_by(documents.c.sequence).limit(limit)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
            bodies = {row.row: stored_text(connection, row.row, row.version) for row in rows}
        return [
            IndexedDocument(
                row.row, row.sequence, row.number, row.type, row.title, row.issuer, row.year or 0, row.status,
                row.effective, row.expires, bodies[row.row],
            )
            for row in rows
        ]  # fmt: skip

    def count_after(self, sequence: int) -> int:
        with reading(self._engine) as connection:
            return (
                connection.scalar(select(func.count()).select_from(documents).where(documents.c.sequence > sequence))
                or 0
            )

    def revisions(self, document_id: DocumentId) -> list[tuple[int, datetime, str]]:
        """(version, synced at, text) of every text this document had here, oldest first."""
        query = (
            select(texts.c.document, texts.c.version, texts.c.synced_at)
            .join(documents, documents.c.row == texts.c.document)
            .where(documents.c.id == document_id)
            .order_by(texts.c.version)
        )
        with reading(self._engine) as connection:
            return [
                (row.version, row.synced_at, stored_text(connection, row.document, row.version))
                for row in connection.execute(query).all()
            ]

    def _state(self, name: str) -> str:
        with reading(self._engine) as connection:
            return connection.scalar(select(state.c.value).where(state.c.name == name)) or ""


# As text: it runs fifty times for a page of results, and building the statement would cost more than running it.
_CHUNKS = "SELECT body FROM text_chunks WHERE document = ? AND version = ? AND start >= ? AND start < ? ORDER BY start"


def stored_text(connection: Connection, row: int, version: int, start: int = 0, end: int | None = None) -> str:
    """The text of a document, or what of it stands in the pieces that hold ``start`` to ``end`` (see `chunk_start`)."""
    until = sys.maxsize if end is None else end
    bodies = connection.exec_driver_sql(_CHUNKS, (row, version, chunk_start(start), max(until, start + 1))).scalars()
    return "".join(zlib.decompress(body).decode("utf-8") for body in bodies)


def chunk_start(position: int) -> int:
    return position - position % CHUNK_CHARACTERS


def number_key(number: str) -> str:
    """The folded key under which a number is found; of what cannot be read as a number, its folded words."""
    parsed = parse_number(number)
    return parsed.key if parsed else " ".join(fold(number[:200]).split())


def _prepare(change: FeedChange, now: datetime) -> _Prepared:
    document = change.document
    if change.kind is not ChangeKind.PUT or document is None:
        return _Prepared(change, {}, b"", [], [])
    parsed = parse_number(document.number)
    year = parsed.year if parsed and parsed.year else (document.issued.year if document.issued else None)
    text = unicodedata.normalize("NFC", document.text)  # offsets of provisions and marks count these characters
    values = {
        "id": document.id,
        "number": document.number,
        "number_key": number_key(document.number),
        "type": document.type,
        "title": unicodedata.normalize("NFC", document.title),
        "title_key": fold(f"{document.type} {document.number} {document.title}"),
        "issuer": document.issuer,
        "signer": document.signer,
        "issued": document.issued,
        "effective": document.effective,
        "expires": document.expires,
        "status": document.status.value,
        "year": year,
        "fields": json.dumps(document.fields, ensure_ascii=False),
        "source_url": document.source_url,
        "text_kind": document.text_kind,
        "characters": len(text),
        "sequence": change.sequence,
        "synced_at": now,
        "withdrawn_on": None,
    }
    chunks = [
        {"start": start, "body": zlib.compress(text[start : start + CHUNK_CHARACTERS].encode("utf-8", "replace"), 6)}
        for start in range(0, len(text), CHUNK_CHARACTERS)
    ]
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return _Prepared(change, values, digest, chunks, list(_relation_rows(document)))


def _relation_rows(document: FeedDocument) -> Iterator[dict[str, Any]]:
    for relation in document.relations:
        yield {
            "kind": relation.kind.value,
            "other_number": relation.other_number,
            "other_key": number_key(relation.other_number),
            "other_title": relation.other_title,
            "other_id": relation.other_id or None,
            "is_inbound": int(relation.is_inbound),
            "is_partial": int(relation.is_partial),
            "provisions": relation.provisions,
        }


def _apply(connection: Connection, one: _Prepared, now: datetime) -> tuple[bool, bool]:
    """(the document was here, what a reader sees of it changed)."""
    change = one.change
    held = connection.execute(
        select(documents.c.row, documents.c.version, documents.c.sequence, documents.c.status, documents.c.expires)
        .where(documents.c.id == change.document_id)
    ).one_or_none()  # fmt: skip
    if change.kind is ChangeKind.PUT:
        if held is None:
            row = connection.execute(insert(documents).values(**one.values, version=1)).inserted_primary_key[0]  # type: ignore[index]
            _keep_text(connection, row, 1, one, now)
            _replace_relations(connection, row, one.relations)
            return False, True
        if held.sequence >= change.sequence:
            return True, False  # seen before: a page taken twice does nothing
        digest = connection.scalar(
            select(texts.c.digest).where(texts.c.document == held.row, texts.c.version == held.version)
        )
        has_new_text = digest != one.digest
        version = held.version + 1 if has_new_text else held.version
        connection.execute(update(documents).where(documents.c.row == held.row).values(**one.values, version=version))
        if has_new_text:
            _keep_text(connection, held.row, version, one, now)
        _replace_relations(connection, held.row, one.relations)
        return True, has_new_text or (held.status, held.expires) != (one.values["status"], one.values["expires"])
    if held is None or held.sequence >= change.sequence:
        return True, False
    values: dict[str, Any] = {"sequence": change.sequence, "synced_at": now}
    if change.kind is ChangeKind.WITHDRAW:
        values["withdrawn_on"] = change.on or now.date()  # the text stays: "đã gỡ khỏi Cổng ngày …"
    else:
        if change.status is not None:
            values["status"] = change.status.value
        if change.expires is not None:
            values["expires"] = change.expires
    connection.execute(update(documents).where(documents.c.row == held.row).values(**values))
    return True, True


def _keep_text(connection: Connection, row: int, version: int, one: _Prepared, now: datetime) -> None:
    about = {"document": row, "version": version}
    connection.execute(insert(texts).values(**about, synced_at=now, sequence=one.change.sequence, digest=one.digest))
    if one.chunks:
        connection.execute(insert(text_chunks), [about | chunk for chunk in one.chunks])


def _replace_relations(connection: Connection, row: int, rows: list[dict[str, Any]]) -> None:
    connection.execute(delete(relations).where(relations.c.document == row))
    if rows:
        connection.execute(insert(relations), [{"document": row, **values} for values in rows])


def _set_state(connection: Connection, name: str, value: str) -> None:
    statement = upsert(state).values(name=name, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

"""The local copy of the feed, read side: rows of ``archive.db`` become the nouns of the model. Used by `Archive`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from .model import DocumentId, DocumentSummary, LegalDocument, LegalStatus, Relation, RelationKind, SearchQuery
from .schema import documents, relations
from .status import cases_of, status_on
from .store import stored_text
from .structure import provisions_of

_SUMMARY = (
    documents.c.row, documents.c.id, documents.c.number, documents.c.number_key, documents.c.type, documents.c.title,
    documents.c.issuer, documents.c.issued, documents.c.effective, documents.c.expires, documents.c.status,
    documents.c.characters, documents.c.withdrawn_on, documents.c.version,
)  # fmt: skip
_MOST_VARIABLES = 500


def summary_of(row: Any, day: date) -> DocumentSummary:
    source = LegalStatus(row.status)
    return DocumentSummary(
        id=DocumentId(row.id),
        number=row.number,
        type=row.type,
        title=row.title,
        issuer=row.issuer,
        issued=row.issued,
        effective=row.effective,
        expires=row.expires,
        status=status_on(source, row.effective, row.expires, day),
        source_status=source,
        has_text=row.characters > 0,
        withdrawn_on=row.withdrawn_on,
    )


def summaries_by_id(connection: Connection, ids: Sequence[DocumentId], day: date) -> list[DocumentSummary]:
    found: dict[str, DocumentSummary] = {}
    for start in range(0, len(ids), _MOST_VARIABLES):
        part = ids[start : start + _MOST_VARIABLES]
        for row in connection.execute(select(*_SUMMARY).where(documents.c.id.in_(part))):
            found[row.id] = summary_of(row, day)
    return [found[one] for one in ids if one in found]


def summaries_by_row(connection: Connection, rows: Sequence[int], day: date) -> dict[int, tuple[DocumentSummary, int]]:
    """With each, the version of its newest text."""
    found: dict[int, tuple[DocumentSummary, int]] = {}
    for start in range(0, len(rows), _MOST_VARIABLES):
        part = rows[start : start + _MOST_VARIABLES]
        for row in connection.execute(select(*_SUMMARY).where(documents.c.row.in_(part))):
            found[row.row] = summary_of(row, day), row.version
    return found


def beginnings(connection: Connection, ids: Sequence[DocumentId], length: int) -> dict[str, str]:
    """The first words of each text."""
    query = select(documents.c.id, documents.c.row, documents.c.version).where(documents.c.id.in_(ids))
    rows = connection.execute(query).all()
    return {
        row.id: " ".join(stored_text(connection, row.row, row.version, 0, 1)[: length * 2].split())[:length]
        for row in rows
    }


def by_number_keys(
    connection: Connection, keys: Iterable[str], query: SearchQuery, day: date, limit: int = 200
) -> list[tuple[int, DocumentSummary]]:
    """Documents under the first of ``keys`` that holds any; the whole key before longer ones, what is in force before
    what is not, then the newest."""
    for key in keys:
        rows = connection.execute(_filtered(select(*_SUMMARY), query, day).where(_is_under(key)).limit(limit)).all()
        if rows:
            found = [(row, summary_of(row, day)) for row in rows]
            found.sort(key=lambda pair: pair[1].issued or date.min, reverse=True)
            found.sort(key=lambda pair: (pair[0].number_key != key, pair[1].status is LegalStatus.EXPIRED))
            return [(row.row, summary) for row, summary in found]
    return []


def _is_under(key: str) -> Any:
    """Rows whose number begins with ``key``, by the B-tree. After a digit only a whole word will do: "9 2015" is not
    the beginning of "9 20155"; after a letter the rest may still be to come ("9 2015 tt bld")."""
    if "*" in key:
        return documents.c.number_key.op("GLOB")(key.replace("*", "[12][0-9][0-9][0-9]") + "*")
    if key[-1:].isdigit() and not key.rsplit(" ", 1)[-1][:1].isalpha():
        return or_(
            documents.c.number_key == key,
            (documents.c.number_key >= key + " ") & (documents.c.number_key < key + "!"),
        )
    return (documents.c.number_key >= key) & (documents.c.number_key < key + "~")


_LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")


def laws(connection: Connection, issued: date | None, year: int | None, day: date) -> list[DocumentSummary]:
    """What is cited by its name alone, of one day or one year, or all (some hundreds)."""
    statement = select(*_SUMMARY).where(documents.c.type.in_(_LAWS)).order_by(documents.c.issued.desc()).limit(5000)
    if issued is not None:
        statement = statement.where(documents.c.issued == issued)
    elif year is not None:
        statement = statement.where(documents.c.year == year)
    return [summary_of(row, day) for row in connection.execute(statement)]


def newest(connection: Connection, query: SearchQuery, day: date) -> tuple[list[DocumentSummary], int]:
    total = connection.scalar(_filtered(select(func.count()).select_from(documents), query, day)) or 0
    statement = (
        _filtered(select(*_SUMMARY), query, day)
        .order_by(documents.c.issued.is_(None), documents.c.issued.desc(), documents.c.row.desc())
        .limit(query.limit)
        .offset(query.offset)
    )
    return [summary_of(row, day) for row in connection.execute(statement)], total


def by_title(
    connection: Connection, words: list[str], query: SearchQuery, day: date
) -> tuple[list[DocumentSummary], int]:
    """Without an index (it is being built): documents whose number and title hold all of the folded words."""
    condition = [documents.c.title_key.contains(word, autoescape=True) for word in words[:20]]
    total = connection.scalar(_filtered(select(func.count()).select_from(documents), query, day).where(*condition)) or 0
    statement = _filtered(select(*_SUMMARY), query, day).where(*condition).order_by(documents.c.issued.desc())
    rows = connection.execute(statement.limit(query.limit).offset(query.offset))
    return [summary_of(row, day) for row in rows], total


def _filtered(statement: Select[Any], query: SearchQuery, day: date) -> Select[Any]:
    if query.types:
        statement = statement.where(documents.c.type.in_(query.types))
    if query.issuers:
        statement = statement.where(documents.c.issuer.in_(query.issuers))
    if query.years:
        statement = statement.where(documents.c.year.in_(query.years))
    if query.statuses:
        cases = [
            (documents.c.status == status.value)
            & _date_is(documents.c.effective, effective, day)
            & _date_is(documents.c.expires, expires, day)
            for status, effective, expires in cases_of(frozenset(query.statuses), day)
        ]
        statement = statement.where(or_(False, *cases))
    return statement


def _date_is(column: Any, when: str, day: date) -> Any:
    if when == "none":
        return column.is_(None)
    return column <= day if when == "past" else column > day


def whole_document(connection: Connection, document_id: DocumentId, day: date) -> LegalDocument | None:
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one_or_none()
    if row is None:
        return None
    text = stored_text(connection, row.row, row.version)
    return LegalDocument(
        summary=summary_of(row, day),
        signer=row.signer,
        fields=tuple(json.loads(row.fields)),
        text=text,
        provisions=provisions_of(text),
        relations=_relations(connection, row),
        source_url=row.source_url,
        synced_at=row.synced_at.replace(tzinfo=UTC),
        text_kind=row.text_kind,
    )


def _relations(connection: Connection, document: Any) -> tuple[Relation, ...]:
    """Its own relations, and those in which others name it (a quarter of them only the other side records)."""
    found: dict[tuple[str, str, bool], Relation] = {}
    own = connection.execute(
        select(relations).where(relations.c.document == document.row).order_by(relations.c.row)
    ).all()
    for row in own:
        other = _held(connection, row.other_id, row.other_key)
        relation = Relation(
            RelationKind(row.kind),
            row.other_number,
            row.other_title or (other.title if other else ""),
            DocumentId(other.id) if other else None,
            bool(row.is_inbound),
            bool(row.is_partial),
            row.provisions,
        )
        found.setdefault((row.kind, row.other_key, bool(row.is_inbound)), relation)
    others = connection.execute(
        select(relations, documents.c.id, documents.c.number, documents.c.number_key, documents.c.title)
        .join(documents, documents.c.row == relations.c.document)
        .where(
            or_(
                relations.c.other_id == document.id,
                relations.c.other_id.is_(None) & (relations.c.other_key == document.number_key),
            ),
            relations.c.document != document.row,
        )
        .order_by(documents.c.issued.desc())
        .limit(2000)
    )
    for row in others:
        relation = Relation(
            RelationKind(row.kind),
            row.number,
            row.title,
            DocumentId(row.id),
            not row.is_inbound,
            bool(row.is_partial),
            row.provisions,
        )
        found.setdefault((row.kind, row.number_key, not row.is_inbound), relation)
    return tuple(found.values())


def _held(connection: Connection, other_id: str | None, other_key: str) -> Any:
    query = select(documents.c.id, documents.c.title)
    if other_id is not None:
        row = connection.execute(query.where(documents.c.id == other_id)).one_or_none()
        if row is not None:
            return row
    rows = connection.execute(query.where(documents.c.number_key == other_key).limit(2)).all()
    return rows[0] if len(rows) == 1 else None  # 04/2007/QH12 is a Luật and a Nghị quyết: no guessing


def facets(connection: Connection, day: date) -> dict[str, list[tuple[str, int]]]:
    result: dict[str, list[tuple[str, int]]] = {}
    for name, column in (("type", documents.c.type), ("issuer", documents.c.issuer), ("year", documents.c.year)):
        counted = connection.execute(
            select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
        )
        result[name] = [(str(value), count) for value, count in counted if value not in (None, "")]
    statuses: Counter[str] = Counter()
    groups = (documents.c.status, documents.c.effective, documents.c.expires)
    for status, effective, expires, count in connection.execute(select(*groups, func.count()).group_by(*groups)):
        statuses[status_on(LegalStatus(status), effective, expires, day).value] += count
    result["status"] = statuses.most_common()
    return result

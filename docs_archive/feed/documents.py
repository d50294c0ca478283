"""Lines of the feed -> our nouns (publisher/FORMAT.md): strict about form, lenient about what may be added later."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from docs_archive.errors import FeedDamaged
from docs_archive.model import ChangeKind, DocumentId, FeedChange, FeedDocument, LegalStatus, Relation, RelationKind

MAX_RELATIONS = 5_000
_STATUSES = {status.value: status for status in LegalStatus}
_KINDS = {kind.value: kind for kind in RelationKind}


def parsed_object(raw: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise FeedDamaged(name) from error
    if not isinstance(value, dict):
        raise FeedDamaged(name)
    return value


def parsed_line(raw: bytes, name: str) -> dict[str, Any]:
    """One line of a page or pack as an object with its sequence. ``name``: the file, for the error."""
    line = parsed_object(raw, name)
    if type(line.get("sequence")) is not int or not _string(line, "document", name):
        raise FeedDamaged(name)
    return line


def change_of(line: dict[str, Any], content: object, name: str) -> FeedChange:
    """A change out of its line and, for a put, the document that goes with it."""
    sequence, document_id = line["sequence"], DocumentId(line["document"])
    kind = line.get("change")
    if kind == "put":
        document = document_of(content, name)
        if document.id != document_id:
            raise FeedDamaged(name)
        return FeedChange(sequence, ChangeKind.PUT, document_id, document=document)
    if kind == "withdraw":
        return FeedChange(sequence, ChangeKind.WITHDRAW, document_id, on=_day(line, "on", name))
    if kind == "status":
        return FeedChange(
            sequence,
            ChangeKind.STATUS,
            document_id,
            status=_STATUSES.get(_string(line, "status", name), LegalStatus.UNKNOWN),
            expires=_day(line, "expires", name),
            on=_day(line, "on", name),
        )
    raise FeedDamaged(name)


def document_of(content: object, name: str) -> FeedDocument:
    if not isinstance(content, dict) or not _string(content, "id", name) or not _string(content, "number", name):
        raise FeedDamaged(name)
    fields = content.get("fields", [])
    relations = content.get("relations", [])
    if not isinstance(fields, list) or not isinstance(relations, list) or len(relations) > MAX_RELATIONS:
        raise FeedDamaged(name)
    if not all(isinstance(field, str) for field in fields):
        raise FeedDamaged(name)
    return FeedDocument(
        id=DocumentId(content["id"]),
        number=content["number"],
        type=_string(content, "type", name),
        title=_string(content, "title", name),
        issuer=_string(content, "issuer", name),
        signer=_string(content, "signer", name),
        issued=_day(content, "issued", name),
        effective=_day(content, "effective", name),
        expires=_day(content, "expires", name),
        status=_STATUSES.get(_string(content, "status", name), LegalStatus.UNKNOWN),
        fields=tuple(fields),
        text=_string(content, "text", name),
        relations=tuple(relation for item in relations if (relation := _relation(item, name))),
        source_url=_string(content, "source_url", name),
        text_kind=_string(content, "text_kind", name),
    )


def _relation(item: object, name: str) -> Relation | None:
    if not isinstance(item, dict):
        raise FeedDamaged(name)
    kind = _KINDS.get(_string(item, "kind", name))
    if kind is None:
        return None
    other_id = _string(item, "id", name)
    return Relation(
        kind=kind,
        other_number=_string(item, "number", name),
        other_title=_string(item, "title", name),
        other_id=DocumentId(other_id) if other_id else None,
        is_inbound=item.get("inbound") is True,
        is_partial=item.get("partial") is True,
        provisions=_string(item, "provisions", name),
    )


def _string(content: dict[str, Any], key: str, name: str) -> str:
    value = content.get(key, "")
    if not isinstance(value, str):
        raise FeedDamaged(name)
    return value


def _day(content: dict[str, Any], key: str, name: str) -> date | None:
    value = content.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise FeedDamaged(name) from error

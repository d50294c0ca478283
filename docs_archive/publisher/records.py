"""What a source says of a document -> the record that the feed carries (FORMAT.md). Knows the fields of our own records
and of the collected `documents.jsonl`; anything unknown is left out, nothing is inferred."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from docs_archive.model import LegalStatus, RelationKind

Record = dict[str, Any]

_STATUS_WORDS = {
    "còn hiệu lực": LegalStatus.IN_FORCE,
    "hết hiệu lực toàn bộ": LegalStatus.EXPIRED,
    "hết hiệu lực": LegalStatus.EXPIRED,
    "hết hiệu lực một phần": LegalStatus.EXPIRED_IN_PART,
    "ngưng hiệu lực": LegalStatus.SUSPENDED,
    "tạm ngưng hiệu lực": LegalStatus.SUSPENDED,
    "ngưng hiệu lực một phần": LegalStatus.SUSPENDED_IN_PART,
    "chưa có hiệu lực": LegalStatus.NOT_YET_IN_FORCE,
    "không còn phù hợp": LegalStatus.NO_LONGER_SUITABLE,
}
_VBPL_ID = re.compile(r"vbpl\.vn/\S*?(?:--(\d+)$|[?&]ItemID=(\d+))", re.IGNORECASE)
# (what the source calls it) -> (our kind, the other document is the one that acts)
_RELATIONS = {
    "amends": (RelationKind.AMENDS, False),
    "amended_by": (RelationKind.AMENDS, True),
    "replaces": (RelationKind.REPLACES, False),
    "replaced_by": (RelationKind.REPLACES, True),
    "related": (RelationKind.REFERS_TO, False),
}


def record_of(source: Mapping[str, Any]) -> Record:
    """The record of one document. Raises ValueError when it has no number or no text field at all."""
    number = _line(source.get("number"))
    if not number:
        raise ValueError("a document without a number")
    record: Record = {
        "id": "",
        "number": number,
        "type": _line(source.get("type")),
        "title": _line(source.get("title")),
        "issuer": _line(source.get("issuer")),
        "signer": _line(source.get("signer")),
        "issued": _day(source.get("issued")),
        "effective": _day(source.get("effective")),
        "expires": _day(source.get("expires")),
        "status": status_of(source.get("status")).value,
        "fields": [_line(field) for field in _sequence(source.get("fields")) if _line(field)],
        "text": _text(source.get("text")),
        "relations": [relation for item in _sequence(source.get("relations")) for relation in _relation(item)],
        "source_url": _line(source.get("source_url") or source.get("url")),
        "text_kind": _line(source.get("text_kind")),
    }
    record["id"] = _line(source.get("id")) or _document_id(source, record)
    return record


def status_of(value: object) -> LegalStatus:
    """A code of vbpl.vn or its words; UNKNOWN for anything else, a hint included."""
    words = _line(value)
    code = re.sub(r"^(HHL1P)\d$", r"\1", words.upper())
    for status in LegalStatus:
        if status.value == code:
            return status
    return _STATUS_WORDS.get(words.lower(), LegalStatus.UNKNOWN)


def _document_id(source: Mapping[str, Any], record: Record) -> str:
    """vbpl.vn's own id where there is one (its ids survived the portal's rebuilding), else a hash of the key."""
    item = _line(source.get("vbpl_item_id"))
    if not item.isdigit():
        found = _VBPL_ID.search(record["source_url"])
        item = (found[1] or found[2]) if found else ""
    if item:
        return f"vbpl:{item}"
    key = "\n".join(str(record[name] or "") for name in ("number", "type", "issuer", "issued")).lower()
    return f"key:{hashlib.sha256(key.encode()).hexdigest()[:20]}"


def _relation(item: object) -> list[dict[str, Any]]:
    if not isinstance(item, Mapping):
        return []
    number = _line(item.get("number"))
    inbound = bool(item.get("inbound", False))
    name = _line(item.get("kind"))
    if name in {kind.value for kind in RelationKind}:
        kind = RelationKind(name)
    elif _line(item.get("type")) in _RELATIONS:
        kind, inbound = _RELATIONS[_line(item.get("type"))]
        if kind is RelationKind.AMENDS and list(_sequence(item.get("kinds"))) == ["bãi bỏ"]:
            kind = RelationKind.ABOLISHES
    else:
        return []
    if not number:
        return []
    provisions = _line(item.get("provisions")) or _articles(item)
    return [
        {
            "kind": kind.value,
            "number": number,
            "title": _line(item.get("title")),
            "id": _line(item.get("id")),
            "inbound": inbound,
            "partial": bool(item.get("partial", "own_articles" in item)),
            "provisions": provisions,
        }
    ]


def _articles(item: Mapping[str, Any]) -> str:
    """The document's own articles that the relation concerns, as one would write them."""
    own = [_line(article) for article in _sequence(item.get("own_articles"))]
    pairs = [_line(pair[0]) for pair in _sequence(item.get("pairs")) if isinstance(pair, Sequence) and pair]
    articles = list(dict.fromkeys(article for article in own + pairs if article))
    return f"Điều {', '.join(articles)}" if articles else ""


def _text(value: object) -> str:
    """NFC with LF line ends; every other character, U+2028 and soft hyphens too, is the source's and stays."""
    if not isinstance(value, str):
        return ""
    return (
        unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
        .encode("utf-8", "replace")
        .decode("utf-8")
    )


def _line(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return " ".join(_text(value).split())


def _day(value: object) -> str | None:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(_line(value)).isoformat()
    except ValueError:
        return None


def _sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, Sequence) and not isinstance(value, str | bytes) else ()

"""What the pages say of a document, joined and judged: a record for `publish`, or findings in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from docs_archive.model import LegalStatus
from docs_archive.publisher.records import record_of, status_of
from vietnamese.dates import parse_date
from vietnamese.document_numbers import find_numbers, parse_number
from vietnamese.folding import fold

from .findings import TOLD_ONLY, Finding, FindingKind
from .page_reader import ReadPart
from .portal_profile import Profile

_DAYS = ("issued", "effective", "expires", "gazette_date")
_IN_ORDER = (("issued", "effective"), ("effective", "expires"), ("issued", "gazette_date"))
_ERROR_TITLE = re.compile(r"lỗi\b", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^Số\s*:\s*(\S.{0,80})", re.MULTILINE)
_HEAD = 3000  # characters in which a document says its own number
_ETH = "\u00d0\u00f0"


@dataclass(slots=True)
class Reading:
    """Records that may be published, everything that was told, and the ids met, refused ones too."""

    records: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    met: set[str] = field(default_factory=set)


def join_parts(
    profile: Profile, parts: Iterable[ReadPart], text_lengths: Mapping[str, int], today: date | None = None
) -> Reading:
    """``text_lengths`` says how long each document's text was the last time; one that had a text never loses it."""
    groups: dict[str, list[ReadPart]] = {}
    for count, part in enumerate(parts):
        groups.setdefault(part.values.get("id") or part.asked_id or f"\n{count}", []).append(part)
    reading = Reading()
    order = {page.name: place for place, page in enumerate(profile.pages)}
    for group in groups.values():
        group.sort(key=lambda part: (order[part.page], part.place))
        _join(profile, group, reading, text_lengths, today or date.today())
    reading.records.sort(key=lambda record: str(record["id"]))
    return reading


def _join(
    profile: Profile, parts: list[ReadPart], reading: Reading, text_lengths: Mapping[str, int], today: date
) -> None:
    values: dict[str, str] = {}
    for part in parts:
        for name, value in part.values.items():
            values.setdefault(name, value)
    item = values.get("id") or next((part.asked_id for part in parts if part.asked_id), "")
    source: dict[str, Any] = {name: value for name, value in values.items() if name not in _DAYS}
    source["id"] = f"{profile.id_prefix}:{item}" if item and profile.id_prefix else ""
    place, known_as = parts[0].address or parts[0].place, source["id"] or values.get("number", "")
    findings: list[Finding] = []

    def tell(kind: FindingKind, said: str = "") -> None:
        findings.append(Finding(kind, place, known_as, said))

    for name in _DAYS:
        source[name] = None
        if name in values:
            day = day_of(values[name])
            source[name] = day.isoformat() if day else None
            if day is None:
                tell(FindingKind.BAD_DATE, f"{name}: {values[name][:80]}")
    source["fields"] = next((part.fields for part in parts if part.fields), [])
    source["relations"] = _unlike(relation for part in parts for relation in part.relations)
    source["files"] = _unlike(file for part in parts for file in part.files)
    source["source_url"] = next((part.address for part in parts if part.address), "")
    if not values.get("number"):
        tell(FindingKind.NO_NUMBER)
    for part in parts:
        inside, asked = part.values.get("id", ""), part.asked_id
        if inside and asked and inside != asked:
            tell(FindingKind.OTHER_DOCUMENT, f"{asked} was asked for, the page is of {inside}")
    for other in _other_numbers(values, parts):
        tell(FindingKind.OTHER_DOCUMENT, f"{values['number']} by its number, {other} inside")
    _judge(values, source, today, tell)
    if source.get("number"):
        source["id"] = record_of(source)["id"]
    if source["id"]:
        reading.met.add(source["id"])
    if not values.get("text") and text_lengths.get(source["id"], 0):
        tell(FindingKind.TEXT_LOST, f"it had {text_lengths[source['id']]} characters")
    reading.findings += findings
    if all(each.kind in TOLD_ONLY or each.kind.value in profile.tolerate for each in findings):
        reading.records.append(source)


def _judge(values: Mapping[str, str], source: Mapping[str, Any], today: date, tell: Any) -> None:
    if _ERROR_TITLE.match(values.get("title", "")):
        tell(FindingKind.ERROR_TITLE, values["title"][:80])
    for earlier, later in _IN_ORDER:
        if source[earlier] and source[later] and source[later] < source[earlier]:
            tell(FindingKind.DATES_OUT_OF_ORDER, f"{earlier} {source[earlier]}, {later} {source[later]}")
    if source["issued"] and source["issued"] > (today + timedelta(days=1)).isoformat():
        tell(FindingKind.DATES_OUT_OF_ORDER, f"issued {source['issued']} is yet to come")
    for name in ("number", "type", "title", "issuer", "signer"):
        if any(letter in values.get(name, "") for letter in _ETH):
            tell(FindingKind.ETH_FOR_D, f"{name}: {values[name][:80]}")
    status = values.get("status", "")
    if status and status_of(status) is LegalStatus.UNKNOWN:
        tell(FindingKind.UNKNOWN_STATUS, status[:80])


def _other_numbers(values: Mapping[str, str], parts: Iterable[ReadPart]) -> list[str]:
    """Numbers by which the pages call the document otherwise than its own: another page, the text's head, the title."""
    number = values.get("number", "")
    if not number:
        return []
    said = [part.values["number"] for part in parts if "number" in part.values]
    if (head := _OWN_NUMBER.search(values.get("text", "")[:_HEAD])) is not None:
        said.append(head[1].split(" | ")[0].strip())
    title = values.get("title", "")
    for found in find_numbers(title[:200])[:1]:
        before = title[: found.start].lower().removesuffix("số ").strip()
        if before == values.get("type", "").lower():
            said.append(found.number.raw)
    return _unlike(other for other in said if number_key(other) != number_key(number))


def number_key(number: str) -> str:
    """By what two spellings of a number are one: Ð or Đ, spaces, dashes and case aside."""
    parsed = parse_number(number)
    return parsed.key if parsed else " ".join(re.findall(r"\w+", fold(number)))


def day_of(words: str) -> date | None:
    """The day of a cell or of a JSON moment, which has to be one: nothing is read into other words."""
    if re.match(r"\d{4}-\d{2}-\d{2}T", words):
        words = words[:10]
    return parse_date(words) if len(words) <= 40 else None


def _unlike(values: Iterable[Any]) -> list[Any]:
    out: list[Any] = []
    for value in values:
        if value not in out:
            out.append(value)
    return out

"""One page -> what it says of its documents, as found: nothing is joined, judged or inferred yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from docs_archive.model import RelationKind
from vietnamese.document_numbers import find_numbers

from .findings import Finding, FindingKind
from .page_content import PageContent, open_page, plain
from .portal_profile import PageProfile, Profile, RelationRule, Rule

_LONGEST_VALUE = 4000
_MOST_FOLLOWED = 2000
_NO_NUMBER = re.compile(r"không số", re.IGNORECASE)
# vbpl.vn's files hang on javascript:downloadfile('name','/address').
_SCRIPTED_FILE = re.compile(r"^javascript:\w+\('[^']*',\s*'([^']+)'\)|^window\.open\(\"([^\"]+)\"\)")
# vbpl.vn's codes of what a document does to its target (reference/vbpl_codes.json).
CODES = {
    "1": RelationKind.ABOLISHES,
    "2": RelationKind.ANNOUNCES,
    "3": RelationKind.BASED_ON,
    "4": RelationKind.REFERS_TO,
    "5": RelationKind.SUSPENDS,
    "6": RelationKind.CORRECTS,
    "7": RelationKind.CONSOLIDATES,
    "8": RelationKind.GUIDES,
    "9": RelationKind.DETAILS,
    "10": RelationKind.AMENDS,
    "11": RelationKind.HALTS,
    "12": RelationKind.REPLACES,
    "14": RelationKind.EXPLAINS,
}


@dataclass(slots=True)
class ReadPart:
    """What one page says of one document: ``values`` by field name as strings, unknown ones absent."""

    place: str
    page: str
    values: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    relations: list[dict[str, Any]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    address: str = ""
    asked_id: str = ""


@dataclass(slots=True)
class ReadPage:
    """``sort`` is the profile's name for the page, empty if it has none; ``follow`` the addresses to ask next."""

    sort: str = ""
    kind: str = ""
    parts: list[ReadPart] = field(default_factory=list)
    follow: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_page(profile: Profile, data: bytes, place: str, address: str = "", asked: str = "") -> ReadPage:
    """What the page says; ``address`` is where it was found, if known, ``asked`` the one asked for, if another. Never
    raises for what a portal may answer."""
    if any(each in address for each in profile.error_pages):
        return ReadPage(findings=[Finding(FindingKind.PAGE_NOT_FOUND, place)])
    text = data.decode("utf-8", "replace")
    try:
        form, content = open_page(data)
    except ValueError as error:
        sort = next(
            (page for page in profile.pages if page.format == "text" and re.search(page.when, text[:4000])), None
        )
        if sort is not None:
            return ReadPage(sort.name, sort.kind)
        return ReadPage(findings=[Finding(FindingKind.NOT_RECOGNISED, place, said=str(error))])
    if form == "html" and _is_error_page(profile, content):
        return ReadPage(findings=[Finding(FindingKind.PAGE_NOT_FOUND, place)])
    sort = next((page for page in profile.pages if page.format == form and content.items(page.when or ".")), None)
    if sort is None:
        return ReadPage(findings=[Finding(FindingKind.NOT_RECOGNISED, place)])
    return _read(profile, sort, content, place, (address, asked or address))


def _is_error_page(profile: Profile, content: PageContent) -> bool:
    """Where an error page names itself; a word somewhere in a text does not make one."""
    places = "//title/text() | //form/@action | //link[@rel='canonical']/@href | //meta[@http-equiv]/@content"
    said = " ".join(content.values(places))
    return any(each in said for each in profile.error_pages)


def _read(
    profile: Profile, sort: PageProfile, content: PageContent, place: str, addresses: tuple[str, str]
) -> ReadPage:
    address, asked_for = addresses
    page = ReadPage(sort.name, sort.kind)
    for selector in sort.follow:
        for link in content.values(selector)[:_MOST_FOLLOWED]:
            target = _address(address, link)
            if target and target not in page.follow:
                page.follow.append(target)
    items = content.items(sort.items) if sort.items else [content]
    if not items and sort.kind != "ignored":
        page.findings.append(Finding(FindingKind.EMPTY_LIST, place, said=f"a page {sort.name} without one item"))
    if sort.kind != "document":
        return page
    for item in items:
        part = ReadPart(place, sort.name, address=address)
        for name, rules in sort.fields.items():
            found = _values(profile, sort, item, rules, asked_for, is_text=name == "text")
            if name == "fields":
                part.fields = list(dict.fromkeys(found))
            elif found:
                part.values[name] = found[0]
        asked = tuple(rule for rule in sort.fields.get("id", ()) if rule.from_address)
        part.asked_id = "".join(_values(profile, sort, item, asked, asked_for)[:1])
        for relation in sort.relations:
            page.findings += _relations(profile, relation, item, part)
        for rule in sort.files:
            for found_file in _values(profile, sort, item, (rule,), address):
                scripted = _SCRIPTED_FILE.search(found_file)
                file = _address(address, (scripted[1] or scripted[2]) if scripted else found_file)
                if file and file not in part.files:
                    part.files.append(file)
        if sort.address and (sort.items or not address):
            own = _address(address, (item.values(sort.address) or [""])[0])
            part.address = own.replace(":443/", "/", 1) or address
        page.parts.append(part)
    return page


def _values(
    profile: Profile, sort: PageProfile, item: PageContent, rules: Iterable[Rule], address: str, is_text: bool = False
) -> list[str]:
    for rule in rules:
        if rule.from_address:
            found = [address]
        elif rule.label:
            found = item.labelled(sort.labels, rule.label, rule.cell)
        elif is_text:
            found = [item.text(rule.select)]
        else:
            found = [value for selector in rule.select for value in item.values(selector)]
        if rule.regex is not None:
            matches = (rule.regex.search(value[:_LONGEST_VALUE]) for value in found)
            found = [match[1].strip() for match in matches if match and match[1]]
        found = [value for value in found if value and plain(value) not in profile.unknown]
        if found:
            return found
    return []


def _relations(profile: Profile, rule: RelationRule, item: PageContent, part: ReadPart) -> list[Finding]:
    findings = []
    for group in item.items(rule.groups):
        label = " ".join(group.values(rule.label)[:1])
        kind = _kind(profile, label, rule.inbound)
        others = group.items(rule.items)
        if kind is None:
            if others:
                findings.append(Finding(FindingKind.UNKNOWN_RELATION, part.place, said=label[:100]))
            continue
        for other in others:
            name = " ".join(other.values(rule.name)[:1]) if rule.name else ""
            number, title = _number_and_title(name)
            if rule.number:
                number, title = " ".join(other.values(rule.number)[:1]), " ".join(other.values(rule.title)[:1])
            found_id = re.search(r"(?:ItemID=|--|^)(\w[\w-]*)", " ".join(other.values(rule.id)[:1]))
            relation = {
                "kind": kind[0].value,
                "number": number,
                "title": title,
                "id": f"{profile.id_prefix}:{found_id[1]}" if found_id and profile.id_prefix else "",
                "inbound": kind[1],
                "partial": kind[2],
            }
            if number and relation not in part.relations:
                part.relations.append(relation)
        claimed = re.search(r"\((\d+)\)", " ".join(group.values(rule.count))) if rule.count else None
        if claimed and int(claimed[1]) > len(others):
            said = f"{label}: {claimed[1]} said, {len(others)} listed"
            findings.append(Finding(FindingKind.FEWER_RELATIONS, part.place, said=said))
    return findings


def _kind(profile: Profile, label: str, inbound: bool) -> tuple[RelationKind, bool, bool] | None:
    if label in CODES:
        return CODES[label], inbound, False
    for known, kind in profile.relation_kinds.items():
        if plain(known) == plain(label):
            return kind
    return None


def _number_and_title(name: str) -> tuple[str, str]:
    """("45/2019/QH14", "Lao động") of "Bộ luật 45/2019/QH14 Lao động"; a name without a number stays the title."""
    found = find_numbers(name)
    if found:
        return found[0].number.raw, name[found[0].end :].strip() or name
    without = _NO_NUMBER.search(name)
    return (without[0], name[without.end() :].strip()) if without else ("", name)


def _address(base: str, found: str) -> str:
    """The absolute address of a link; the link itself where the page's own address is not known."""
    if not found or found.startswith(("javascript:", "#", "mailto:", "data:")):
        return ""
    try:
        joined = urljoin(base, found) if base else found
        urlsplit(joined)
    except ValueError:
        return ""
    return joined.split("#")[0]

"""A profile: what the pages of one portal are and where on them each field stands (PROFILES.md). Web-part ids change
whenever a portal is redeployed, so selectors are data that the ministry's IT can mend, not code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from docs_archive.model import RelationKind
from docs_archive.publisher.errors import PublisherError

BUILT_IN = Path(__file__).parent / "profiles"
_FIELD_NAMES = "id number type title issuer signer issued effective expires status fields gazette gazette_date text"
FIELDS = frozenset(_FIELD_NAMES.split())
_LONGEST_SELECTOR = 600
_LARGEST_PROFILE = 256 << 10


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a value stands: ``select`` (XPath of an HTML or XML page, dotted path of a JSON answer), or the cell number
    ``cell`` after the page's ``label``, or the address. ``regex``'s first group is taken out of it."""

    select: tuple[str, ...] = ()
    label: str = ""
    cell: int = 1
    regex: re.Pattern[str] | None = None
    from_address: bool = False


@dataclass(frozen=True, slots=True)
class RelationRule:
    """``groups`` are what bears a ``label`` (and the ``count`` it claims); under each ``items`` are the documents."""

    groups: str
    label: str
    items: str
    count: str = ""
    name: str = "."
    number: str = ""
    title: str = ""
    id: str = "@href"
    inbound: bool = False


@dataclass(frozen=True, slots=True)
class PageProfile:
    """One sort of page. ``when`` must find something for a page to be of this sort; ``kind`` is document, list (only
    followed) or ignored; ``items`` splits a page of many documents."""

    name: str
    kind: str
    format: str
    when: str
    items: str
    labels: str
    fields: Mapping[str, tuple[Rule, ...]]
    relations: tuple[RelationRule, ...]
    files: tuple[Rule, ...]
    follow: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Profile:
    """``hosts`` are the only ones ever asked. ``missing_percent`` guards against mass disappearance."""

    name: str
    hosts: tuple[str, ...]
    id_prefix: str
    missing_percent: float
    unknown: frozenset[str]
    error_pages: tuple[str, ...]
    tolerate: frozenset[str]
    relation_kinds: Mapping[str, tuple[RelationKind, bool, bool]]
    pages: tuple[PageProfile, ...]


def load_profile(name: str) -> Profile:
    """A built-in profile by its name, or the ministry's own by its path. Raises PublisherError, saying what to mend."""
    path = BUILT_IN / f"{name}.toml" if re.fullmatch(r"[a-z0-9_]+", name) else Path(name)
    try:
        data = path.read_bytes()
        if len(data) > _LARGEST_PROFILE:
            raise PublisherError(f"profile {path} is larger than {_LARGEST_PROFILE >> 10} kB")
        return _profile(tomllib.loads(data.decode("utf-8")))
    except OSError as error:
        raise PublisherError(f"profile {name} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, re.error, etree.XPathError) as error:
        raise PublisherError(f"profile {path}: {error}") from error


def _profile(data: dict[str, Any]) -> Profile:
    pages = tuple(_page(page) for page in data.pop("pages"))
    profile = Profile(
        name=str(data.pop("name")),
        hosts=tuple(str(host).lower() for host in data.pop("hosts")),
        id_prefix=str(data.pop("id_prefix", "")),
        missing_percent=float(data.pop("missing_percent", 10)),
        unknown=frozenset(" ".join(str(each).lower().split()) for each in data.pop("unknown", [])),
        error_pages=tuple(map(str, data.pop("error_pages", []))),
        tolerate=frozenset(map(str, data.pop("tolerate", []))),
        relation_kinds={label: _kind(words) for label, words in data.pop("relation_kinds", {}).items()},
        pages=pages,
    )
    _nothing_else(data, "the profile")
    return profile


def _page(data: dict[str, Any]) -> PageProfile:
    name, form = str(data.pop("name")), str(data.pop("format", "html"))
    kind = str(data.pop("kind", "document"))
    if form not in {"html", "xml", "json", "text"} or kind not in {"document", "list", "ignored"}:
        raise ValueError(f"page {name}: format {form} or kind {kind} is unknown")
    fields = {field: _rules(rules, form) for field, rules in data.pop("fields", {}).items()}
    if not fields.keys() <= FIELDS:
        raise ValueError(f"page {name}: unknown fields {sorted(fields.keys() - FIELDS)}")
    page = PageProfile(
        name=name,
        kind=kind,
        format=form,
        when=_selector(data.pop("when"), form),
        items=_selector(data.pop("items", ""), form),
        labels=_selector(data.pop("labels", ""), form),
        fields=fields,
        relations=tuple(_relation(each, form) for each in data.pop("relations", [])),
        files=_rules(data.pop("files", []), form),
        follow=tuple(_selector(each, form) for each in data.pop("follow", [])),
        address=str(data.pop("address", "")),
    )
    _nothing_else(data, f"page {name}")
    return page


def _relation(data: dict[str, Any], form: str) -> RelationRule:
    inbound = bool(data.pop("inbound", False))
    return RelationRule(**{key: _selector(value, form) for key, value in data.items()}, inbound=inbound)


def _rules(data: object, form: str) -> tuple[Rule, ...]:
    """One rule or several, of which the first that finds something counts; a bare string is a selector."""
    return tuple(_rule(each, form) for each in (data if isinstance(data, list) else [data]))


def _rule(data: object, form: str) -> Rule:
    if isinstance(data, str):
        return Rule((_selector(data, form),))
    if not isinstance(data, dict):
        raise TypeError(f"{data!r} is no rule")
    rest = dict(data)
    select = rest.pop("select", [])
    regex = str(rest.pop("regex", ""))
    rule = Rule(
        tuple(_selector(each, form) for each in ([select] if isinstance(select, str) else select)),
        str(rest.pop("label", "")),
        int(rest.pop("cell", 1)),
        re.compile(regex) if len(regex) <= _LONGEST_SELECTOR and regex else None,
        bool(rest.pop("from_address", False)),
    )
    _nothing_else(rest, "a rule")
    return rule


def _selector(value: object, form: str) -> str:
    text = str(value)
    if len(text) > _LONGEST_SELECTOR:
        raise ValueError(f"a selector is longer than {_LONGEST_SELECTOR} characters")
    if text and form in {"html", "xml"}:
        etree.XPath(text)
    return text


def _kind(words: str) -> tuple[RelationKind, bool, bool]:
    kind, *more = str(words).split()
    return RelationKind(kind), "inbound" in more, "partial" in more


def _nothing_else(data: Mapping[str, Any], where: str) -> None:
    if data:
        raise ValueError(f"{where} holds what is not understood: {', '.join(sorted(data))}")

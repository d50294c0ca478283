"""Holds a draft's citations against the archive for the draft's day. Read only, offline; called on a worker."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from vietnamese.document_numbers import parse_number
from vietnamese.folding import fold, words

from ..model import (
    DocumentId,
    DocumentSummary,
    LegalDocument,
    LegalStatus,
    ProvisionKind,
    RelationKind,
)
from .mentions import LONGEST_DRAFT, day_of, mentions_of
from .model import CheckedCitation, Concern, DraftCheck, Mention

_OF_STATUS = {
    LegalStatus.EXPIRED: Concern.EXPIRED,
    LegalStatus.SUSPENDED: Concern.SUSPENDED,
    LegalStatus.NO_LONGER_SUITABLE: Concern.NO_LONGER_SUITABLE,
    LegalStatus.NOT_YET_IN_FORCE: Concern.NOT_YET_IN_FORCE,
    LegalStatus.EXPIRED_IN_PART: Concern.EXPIRED_IN_PART,
    LegalStatus.SUSPENDED_IN_PART: Concern.SUSPENDED_IN_PART,
    LegalStatus.UNKNOWN: Concern.STATUS_UNKNOWN,
}
_REPLACING = frozenset({RelationKind.REPLACES, RelationKind.ABOLISHES})
_MOST_CITATIONS = 300
_LONGEST_CHAIN = 5
_WEIGHT = {concern: place for place, concern in enumerate(Concern)}


class Source(Protocol):
    """What is asked of the archive (`docs_archive.Archive`)."""

    def find_by_number(self, number: str, on: date | None = None) -> list[DocumentSummary]: ...
    def find_laws(self, *, issued: date | None, year: int | None, on: date | None = None) -> list[DocumentSummary]: ...
    def document(self, document_id: DocumentId, on: date | None = None) -> LegalDocument | None: ...
    def summaries(self, document_ids: list[DocumentId], on: date | None = None) -> list[DocumentSummary]: ...


def check_draft(archive: Source, draft: str, *, day: date | None = None, today: date | None = None) -> DraftCheck:
    """Every cited document once, in order of appearance. ``day``: the one whose law counts; else the draft's own, else
    ``today``. Raises `ArchiveStoreError`."""
    own_day = day_of(draft)
    counts = day or own_day or today or date.today()
    groups: dict[str, list[Mention]] = {}
    for mention in mentions_of(draft):
        key = _key(mention)
        if key in groups or len(groups) < _MOST_CITATIONS:
            groups.setdefault(key, []).append(mention)
    checked = tuple(_checked(archive, tuple(group), counts) for group in groups.values())
    return DraftCheck(counts, own_day == counts, checked, is_cut=len(draft) > LONGEST_DRAFT)


def _key(mention: Mention) -> str:
    number = parse_number(mention.number)
    if number is not None:
        return f"{number.key}|{fold(mention.type) if number.type_code is None else ''}"
    return f"{fold(mention.type)} {' '.join(words(fold(mention.name)))} {mention.year}"


def _checked(archive: Source, mentions: tuple[Mention, ...], day: date) -> CheckedCitation:
    fullest = max(mentions, key=lambda one: (one.issued is not None, bool(one.issuer), bool(one.type)))
    candidates = _candidates(archive, fullest, day)
    if not candidates:
        named = _of_the_same_day(archive, fullest, day) if fullest.number else []
        concern = Concern.WRONG_NUMBER if named else Concern.NOT_HELD
        return CheckedCitation(mentions, None, (concern,), candidates=tuple(named[:3]))
    held = candidates[0]
    if len(candidates) > 1 and not fullest.issued:
        return CheckedCitation(mentions, None, (Concern.SEVERAL,), candidates=tuple(candidates[:5]))
    concerns = {concern for mention in mentions for concern in _of_the_words(mention, held)}
    if (of_status := _OF_STATUS.get(held.status)) is not None:
        concerns.add(of_status)
    if held.withdrawn_on is not None:
        concerns.add(Concern.WITHDRAWN)
    document = archive.document(held.id, on=day)
    missing = _missing_articles(document, mentions)
    if missing:
        concerns.add(Concern.NO_SUCH_PROVISION)
    return CheckedCitation(
        mentions,
        held,
        tuple(sorted(concerns, key=_WEIGHT.__getitem__)),
        replaced_by=tuple(_successors(archive, document, day)) if document else (),
        amended_by=tuple(_amending(archive, document, day)) if document else (),
        missing_articles=missing,
    )


def _candidates(archive: Source, mention: Mention, day: date) -> list[DocumentSummary]:
    """Those that may be meant, the likeliest first; several only where nothing told them apart."""
    if not mention.number:
        return _named(archive, mention, day)
    number = parse_number(mention.number)
    found = [
        one
        for one in archive.find_by_number(mention.number, on=day)
        if number is None or ((its := parse_number(one.number)) is not None and its.key == number.key)
        # 04/2007/QH12 is a Luật and a Nghị quyết: where the number names no type, another type is another document.
        if number is None or number.type_code is not None or not mention.type or _types_agree(one.type, mention.type)
    ]
    for tells in (
        lambda one: not mention.type or _same_words(one.type, mention.type),
        lambda one: mention.issued is None or one.issued == mention.issued,
        lambda one: not mention.issuer or _issuers_agree(one.issuer, mention.issuer),
    ):
        found = [one for one in found if tells(one)] or found
    return found if len({(one.type, one.issued, one.issuer) for one in found}) > 1 else found[:1]


def _named(archive: Source, mention: Mention, day: date) -> list[DocumentSummary]:
    """Laws by name: that of the day cited; else that of the year; else (the day is wrong) that of the name."""
    name = _name_words(mention.name)
    asked: list[tuple[date | None, int | None]] = [(None, mention.year)]
    if mention.issued is not None:
        asked = [(mention.issued, None), *asked, (None, None)]
    for issued, year in asked:
        fitting = [
            one
            for one in archive.find_laws(issued=issued, year=year, on=day)
            if _same_words(one.type, mention.type) or {fold(one.type), fold(mention.type)} == {"luat", "bo luat"}
            if _name_words(one.title) == name
            or (issued is not None and len(name) > 5 and set(name) <= set(_name_words(one.title)))
        ]
        if fitting:
            return sorted(fitting, key=lambda one: one.issued or date.min, reverse=True)[:1]
    return []


def _of_the_same_day(archive: Source, mention: Mention, day: date) -> list[DocumentSummary]:
    """The number is nobody's: perhaps only its letters or its year were mistyped."""
    number = parse_number(mention.number)
    if number is None or mention.issued is None:
        return []
    near = archive.find_by_number(f"{number.serial}/{mention.issued.year}", on=day)
    return [
        one
        for one in near
        if one.issued == mention.issued and (not mention.type or _same_words(one.type, mention.type))
    ]


def _of_the_words(mention: Mention, held: DocumentSummary) -> Iterable[Concern]:
    if mention.issued is not None and held.issued is not None and mention.issued != held.issued:
        yield Concern.WRONG_DATE
    if mention.issuer and held.issuer and not _issuers_agree(held.issuer, mention.issuer):
        yield Concern.WRONG_ISSUER
    if mention.number and mention.type and held.type and not _types_agree(held.type, mention.type):
        yield Concern.WRONG_TYPE


def _types_agree(held: str, cited: str) -> bool:
    one, other = fold(held), fold(cited)
    return one == other or one.startswith(other) or other.startswith(one) or {one, other} == {"luat", "bo luat"}


def _issuers_agree(held: str, cited: str) -> bool:
    """“Bộ trưởng Bộ Nội vụ” signs for “Bộ Nội vụ”; of joint documents one issuer is enough."""
    one, other = _office(held), _office(cited)
    return not one or not other or set(other) <= set(one) or set(one) <= set(other)


_OFFICES = {"bo", "truong", "thong", "doc", "chu", "nhiem", "tong", "thanh", "tra", "tich", "uy", "ban", "nhan", "dan"}


def _office(issuer: str) -> list[str]:
    found = words(fold(issuer))
    if found[:2] == ["thu", "tuong"]:
        return ["thu", "tuong"]
    return [word for word in found if word not in _OFFICES] or found


def _same_words(one: str, other: str) -> bool:
    return words(fold(one)) == words(fold(other))


def _name_words(title: str) -> list[str]:
    found = words(fold(title))
    while found[:1] == ["luat"] or found[:2] in (["bo", "luat"], ["phap", "lenh"]):
        found = found[1:] if found[0] == "luat" else found[2:]
    return [word for word in found if not (word.isdigit() and len(word) == 4)]


def _missing_articles(document: LegalDocument | None, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Articles cited that the text does not have. A text from the Bộ pháp điển leaves repealed ones out: not judged."""
    if document is None or document.text_kind.startswith("codified"):
        return ()
    there = {one.label.removeprefix("Điều ") for one in document.provisions if one.kind is ProvisionKind.ARTICLE}
    if not there:
        return ()
    cited = dict.fromkeys(article for mention in mentions for article in mention.articles)
    return tuple(article for article in cited if article not in there)


def _successors(archive: Source, document: LegalDocument, day: date) -> list[DocumentSummary]:
    """What replaced it, followed to those that count on ``day``."""
    found: dict[DocumentId, DocumentSummary] = {}
    waiting, seen = [document], {document.summary.id}
    for _ in range(_LONGEST_CHAIN):
        following: list[LegalDocument] = []
        for one in waiting:
            ids = [
                relation.other_id
                for relation in one.relations
                if relation.is_inbound and not relation.is_partial and relation.kind in _REPLACING and relation.other_id
            ]
            for summary in archive.summaries([id_ for id_ in ids if id_ not in seen], on=day):
                seen.add(summary.id)
                if (
                    summary.status is LegalStatus.EXPIRED
                    and (next_ := archive.document(summary.id, on=day)) is not None
                ):
                    following.append(next_)
                else:
                    found[summary.id] = summary
        waiting = following
    return list(found.values())[:5]


def _amending(archive: Source, document: LegalDocument, day: date) -> list[DocumentSummary]:
    ids = [
        relation.other_id
        for relation in document.relations
        if relation.is_inbound and relation.kind is RelationKind.AMENDS and relation.other_id
    ]
    found = archive.summaries(list(dict.fromkeys(ids))[:50], on=day)
    return sorted(found, key=lambda one: one.issued or date.min, reverse=True)[:8]

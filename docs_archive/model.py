"""The nouns of the legal archive, in the words of vbpl.vn and Nghị định 30/2020. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""Stable key of a document in its feed, e.g. ``vbpl:27615``. Numbers are not unique: 04/2007/QH12 is two documents."""


class LegalStatus(Enum):
    """Hiệu lực as vbpl.vn codes it. UNKNOWN where the source gives none: never inferred."""

    IN_FORCE = "CHL"
    EXPIRED = "HHL"
    EXPIRED_IN_PART = "HHL1P"
    SUSPENDED = "TNHL"
    SUSPENDED_IN_PART = "TNHL1P"
    NOT_YET_IN_FORCE = "CCHL"
    NO_LONGER_SUITABLE = "KCPH"
    UNKNOWN = "unknown"


class RelationKind(Enum):
    """What a source document does to its target (vbpl.vn's kinds)."""

    ABOLISHES = "abolishes"
    ANNOUNCES = "announces"
    BASED_ON = "based_on"
    REFERS_TO = "refers_to"
    SUSPENDS = "suspends"
    CORRECTS = "corrects"
    CONSOLIDATES = "consolidates"
    GUIDES = "guides"
    DETAILS = "details"
    AMENDS = "amends"
    HALTS = "halts"
    REPLACES = "replaces"
    EXPLAINS = "explains"


@dataclass(frozen=True, slots=True)
class Relation:
    """The other document, with its id where the archive holds it. ``is_inbound`` is True when the
    document asked about is the target."""

    kind: RelationKind
    other_number: str
    other_title: str = ""
    other_id: DocumentId | None = None
    is_inbound: bool = False
    is_partial: bool = False
    provisions: str = ""


class ProvisionKind(Enum):
    PART = "Phần"
    CHAPTER = "Chương"
    SECTION = "Mục"
    SUBSECTION = "Tiểu mục"
    ARTICLE = "Điều"
    CLAUSE = "Khoản"
    POINT = "Điểm"
    APPENDIX = "Phụ lục"


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of a document's text. ``anchor`` is its stable link (``d12``, ``d12.k3``, ``d12.k3.dd``, ``c2``);
    ``start``/``end`` are character offsets into `LegalDocument.text`; ``level`` is 0 for the outermost."""

    kind: ProvisionKind
    label: str
    heading: str
    anchor: str
    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One row of a result list. ``status`` is for the day asked about, ``source_status`` what the source says."""

    id: DocumentId
    number: str
    type: str
    title: str
    issuer: str
    issued: date | None
    effective: date | None
    expires: date | None
    status: LegalStatus
    source_status: LegalStatus
    has_text: bool = True
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """A document whole. ``provisions`` are in reading order; empty if the text has no structure."""

    summary: DocumentSummary
    signer: str
    fields: tuple[str, ...]
    text: str = field(repr=False)
    provisions: tuple[Provision, ...] = field(repr=False)
    relations: tuple[Relation, ...] = ()
    source_url: str = ""
    synced_at: datetime | None = None
    text_kind: str = ""
    """``codified-articles``: regrouped from the Bộ pháp điển; "" otherwise."""


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What was typed, and the filters beside it. ``on`` is the day whose status counts (default: today)."""

    words: str
    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    statuses: tuple[LegalStatus, ...] = ()
    years: tuple[int, ...] = ()
    limit: int = 50
    offset: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A document found, with its best provision. ``marks`` are (start, end) in ``snippet`` to be shown in bold."""

    summary: DocumentSummary
    article: str
    anchor: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """``is_number`` is True when the words were read as a document number and found so. ``total`` counts documents."""

    hits: tuple[SearchHit, ...]
    total: int
    is_number: bool = False


# --- what the feed says -----------------------------------------------------------------------------------------------


class ChangeKind(Enum):
    PUT = "put"
    WITHDRAW = "withdraw"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A document as the feed carries it: metadata and text, already extracted by the publisher."""

    id: DocumentId
    number: str
    type: str
    title: str
    issuer: str
    signer: str
    issued: date | None
    effective: date | None
    expires: date | None
    status: LegalStatus
    fields: tuple[str, ...]
    text: str = field(repr=False)
    relations: tuple[Relation, ...] = ()
    source_url: str = ""
    text_kind: str = ""


@dataclass(frozen=True, slots=True)
class FeedChange:
    """One line of the feed's log. ``document`` comes with PUT, ``status`` with STATUS; ``on`` is the day it says."""

    sequence: int
    kind: ChangeKind
    document_id: DocumentId
    document: FeedDocument | None = None
    status: LegalStatus | None = None
    expires: date | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Verified changes after a cursor, in sequence. The page and its ``cursor`` go into one transaction."""

    changes: tuple[FeedChange, ...]
    cursor: int
    newest: int
    """The sequence number of the newest change in the feed: how far there is to go."""


# --- what the sync tells the window -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ArchiveChanges:
    """Documents new or changed since the last notice; ``amended`` were here before with another text or status.
    After a first sync the ids are left out (``first_sync``)."""

    document_ids: tuple[DocumentId, ...] = ()
    amended: tuple[DocumentId, ...] = ()
    first_sync: bool = False


@dataclass(frozen=True, slots=True)
class ArchiveProgress:
    done: int
    total: int


ArchiveEvent = ArchiveChanges | ArchiveProgress

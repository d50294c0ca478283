"""What a draft cites and what is the matter with it. Frozen values without words; the window says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..model import DocumentSummary


class Concern(Enum):
    """What a clerk should look at. The order is that of weight: the first of a citation decides how it is shown."""

    EXPIRED = "expired"
    SUSPENDED = "suspended"
    NO_LONGER_SUITABLE = "no longer suitable"
    NOT_YET_IN_FORCE = "not yet in force"
    WRONG_NUMBER = "wrong number"
    """No document has this number; one of the same name or day has another."""
    WRONG_DATE = "wrong date"
    WRONG_ISSUER = "wrong issuer"
    WRONG_TYPE = "wrong type"
    NO_SUCH_PROVISION = "no such provision"
    EXPIRED_IN_PART = "expired in part"
    SUSPENDED_IN_PART = "suspended in part"
    WITHDRAWN = "withdrawn"
    SEVERAL = "several"
    """More than one document may be meant."""
    NOT_HELD = "not held"
    STATUS_UNKNOWN = "status unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation as it stands at ``text[start:end]``. ``number`` is "" where a law is cited by name and day; what the
    draft does not say is "" or None. ``articles`` are the Điều cited of it, e.g. ("12", "35a")."""

    start: int
    end: int
    number: str = ""
    type: str = ""
    name: str = ""
    issued: date | None = None
    year: int | None = None
    issuer: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """All mentions of one document. ``held`` is None where the archive has it not, or cannot tell which is meant;
    ``replaced_by`` are the documents one would cite instead, ``amended_by`` those that changed parts of it."""

    mentions: tuple[Mention, ...]
    held: DocumentSummary | None
    concerns: tuple[Concern, ...] = ()
    candidates: tuple[DocumentSummary, ...] = ()
    replaced_by: tuple[DocumentSummary, ...] = ()
    amended_by: tuple[DocumentSummary, ...] = ()
    missing_articles: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.concerns


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """``day`` is the one whose law counts; ``day_in_draft`` whether the draft itself bears it."""

    day: date
    day_in_draft: bool
    citations: tuple[CheckedCitation, ...]
    is_cut: bool = False
    """The draft was longer than is read."""

"""What the reader tells instead of publishing: each finding with its place, and whether the document waits for it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any


class FindingKind(Enum):
    """Why something was not published, or what a person should look at. See `TOLD_ONLY` for those that stop nothing."""

    NOT_RECOGNISED = "not_recognised"  # no page of the profile: perhaps the portal was redeployed
    PAGE_NOT_FOUND = "page_not_found"  # answered 200, but it is the portal's error page
    EMPTY_LIST = "empty_list"  # a list without an item is a failure, never a deletion
    NO_NUMBER = "no_number"
    ERROR_TITLE = "error_title"  # "Lỗi …" in place of a title
    BAD_DATE = "bad_date"  # words where a date belongs, or a day that the calendar has not
    DATES_OUT_OF_ORDER = "dates_out_of_order"
    ETH_FOR_D = "eth_for_d"  # Ð (U+00D0) for Đ (U+0110)
    OTHER_DOCUMENT = "other_document"  # number or id inside the page are another document's
    TEXT_LOST = "text_lost"  # it had a text the last time
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_RELATION = "unknown_relation"
    FEWER_RELATIONS = "fewer_relations"  # the page counts more than it lists
    MISSING = "missing"  # was there before, was not met now
    NOT_FETCHED = "not_fetched"
    DISALLOWED = "disallowed"  # by robots.txt


TOLD_ONLY = frozenset({FindingKind.UNKNOWN_STATUS, FindingKind.UNKNOWN_RELATION, FindingKind.FEWER_RELATIONS})


@dataclass(frozen=True, slots=True)
class Finding:
    """``place`` is the page's address or file name; ``document`` its id or number, where known."""

    kind: FindingKind
    place: str
    document: str = ""
    said: str = ""

    def __str__(self) -> str:
        words = f"{self.place}: {self.kind.value}"
        words += f" [{self.document}]" if self.document else ""
        return words + (f": {self.said}" if self.said else "")

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "kind": self.kind.value}

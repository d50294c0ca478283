"""What a person types into the search, taken apart: words, "phrases", -exclusions, and operators like từ: and trước:.

Nothing typed is an error: what is not understood is searched for as words, and a problem says so gently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from vietnamese.folding import fold

from .dates import day_meant, today_at_the_office

MOST_LETTERS = 1000
MOST_TERMS = 24


class Field(Enum):
    """Where a word must stand. ``ANYWHERE`` counts attachments' text too."""

    ANYWHERE = ""
    SENDER = "sender"
    RECIPIENTS = "recipients"
    SUBJECT = "subject"
    FILES = "files"


class SearchProblemKind(Enum):
    UNKNOWN_DATE = "unknown date"
    UNKNOWN_VALUE = "unknown value"
    """There is no such thing to have (có:) or be (là:)."""
    UNKNOWN_FOLDER = "unknown folder"
    NOTHING_AFTER = "nothing after"
    """An operator without what it is about."""


@dataclass(frozen=True, slots=True)
class SearchProblem:
    kind: SearchProblemKind
    words: str
    """What she typed."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or a phrase, as typed. ``may_go_on``: she may still be typing its end."""

    text: str
    field: Field = Field.ANYWHERE
    is_phrase: bool = False
    is_excluded: bool = False
    may_go_on: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """All of it must hold. ``before`` is exclusive, ``since`` inclusive, both days at the office."""

    terms: tuple[Term, ...] = ()
    before: date | None = None
    since: date | None = None
    folders: tuple[str, ...] = ()
    """Names as typed; one of them must fit."""
    has_attachments: bool | None = None
    is_flagged: bool | None = None
    is_unread: bool | None = None
    problems: tuple[SearchProblem, ...] = ()

    @property
    def is_empty(self) -> bool:
        filters = (self.before, self.since, self.has_attachments, self.is_flagged, self.is_unread)
        return not self.terms and not self.folders and all(value is None for value in filters)


OPERATORS: dict[str, str] = {
    "tu": "from", "from": "from", "nguoi gui": "from",
    "den": "to", "to": "to", "toi": "to", "nguoi nhan": "to",
    "tieu de": "subject", "chu de": "subject", "subject": "subject",
    "tep": "file", "file": "file", "filename": "file",
    "co": "has", "has": "has", "la": "is", "is": "is",
    "truoc": "before", "before": "before",
    "sau": "after", "tu ngay": "after", "after": "after", "since": "after",
    "trong": "in", "thu muc": "in", "in": "in", "folder": "in",
}  # fmt: skip
"""Folded name, hyphens as blanks -> what it does. Vietnamese and English alike."""

_FIELDS = {"from": Field.SENDER, "to": Field.RECIPIENTS, "subject": Field.SUBJECT, "file": Field.FILES}
_VALUES: dict[str, tuple[str, bool]] = {
    "tep": ("has_attachments", True), "tep dinh kem": ("has_attachments", True), "dinh kem": ("has_attachments", True),
    "attachment": ("has_attachments", True), "attachments": ("has_attachments", True),
    "file": ("has_attachments", True), "files": ("has_attachments", True),
    "co": ("is_flagged", True), "flag": ("is_flagged", True), "flagged": ("is_flagged", True),
    "danh dau": ("is_flagged", True), "chua doc": ("is_unread", True), "unread": ("is_unread", True),
    "da doc": ("is_unread", False), "read": ("is_unread", False),
}  # fmt: skip

_OPEN, _CLOSE = '"“”„«', '"“”»'
_PIECE = re.compile(
    rf"(?P<minus>-)?(?:(?P<name>[^\W\d_][^\s:：{_OPEN}]{{0,20}})[:：])?"
    rf"(?:[{_OPEN}](?P<phrase>[^{_CLOSE}]*)(?P<end>[{_CLOSE}])?|(?P<word>[^\s{_OPEN}]+))|\S"
)
_HAS_WORD = re.compile(r"[^\W_]")


def parse_search(typed: str, today: date | None = None) -> SearchQuery:
    """Never fails; takes linear time; looks at the first 1,000 letters."""
    typed = typed[:MOST_LETTERS]
    reader = _Reader(today or today_at_the_office())
    for found in _PIECE.finditer(typed):
        if len(reader.terms) >= MOST_TERMS:
            break
        reader.take(found, is_last=found.end() == len(typed))
    return reader.query()


def _operator(name: str) -> str | None:
    return OPERATORS.get(fold(name).replace("-", " ").replace("_", " "))


class _Reader:
    def __init__(self, today: date) -> None:
        self._today = today
        self.terms: list[Term] = []
        self._folders: list[str] = []
        self._days: dict[str, date] = {}
        self._flags: dict[str, bool] = {}
        self._problems: list[SearchProblem] = []

    def take(self, found: re.Match[str], *, is_last: bool) -> None:
        value = found["phrase"] if found["phrase"] is not None else found["word"]
        if value is None:
            return
        if not found["name"] and value[-1:] in (":", "：") and _operator(value[:-1]) is not None:
            self._problems.append(SearchProblem(SearchProblemKind.NOTHING_AFTER, value[:-1]))
            return
        name = _operator(found["name"] or "")
        excluded = bool(found["minus"])
        if found["name"] and (name is None or not value.strip()):
            if name is not None:
                self._problems.append(SearchProblem(SearchProblemKind.NOTHING_AFTER, found["name"]))
                return
            value = f"{found['name']}:{value}"
        is_phrase = found["phrase"] is not None
        if name is None or name in _FIELDS:
            field = _FIELDS[name] if name is not None else Field.ANYWHERE
            may_go_on = is_last and not found["end"]
            if _HAS_WORD.search(value):
                self.terms.append(Term(value, field, is_phrase, excluded, may_go_on))
        else:
            self._filter(name, value.strip(), found[0])

    def _filter(self, name: str, value: str, typed: str) -> None:
        if name == "in":
            self._folders.append(value)
        elif name in ("has", "is"):
            known = _VALUES.get(fold(value).replace("-", " ").replace("_", " "))
            if known is None:
                self._problems.append(SearchProblem(SearchProblemKind.UNKNOWN_VALUE, typed))
            else:
                self._flags[known[0]] = known[1] != typed.startswith("-")
        else:
            day = day_meant(value, self._today)
            if day is None:
                self._problems.append(SearchProblem(SearchProblemKind.UNKNOWN_DATE, value))
            elif name == "before":
                self._days["before"] = min(day, self._days.get("before", day))
            else:
                self._days["since"] = max(day, self._days.get("since", day))

    def query(self) -> SearchQuery:
        return SearchQuery(
            terms=tuple(self.terms),
            before=self._days.get("before"),
            since=self._days.get("since"),
            folders=tuple(self._folders),
            has_attachments=self._flags.get("has_attachments"),
            is_flagged=self._flags.get("is_flagged"),
            is_unread=self._flags.get("is_unread"),
            problems=tuple(self._problems),
        )

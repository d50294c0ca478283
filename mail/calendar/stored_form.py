"""Calendar values as JSON text and back, for the store. What another version wrote and this one cannot read is left
out, not raised."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ..model import Person
from ..rows import microseconds, moment_of
from .gateway import ServerItem
from .model import (
    AbsoluteMonthly,
    AbsoluteYearly,
    Answer,
    Attendee,
    AttendeeKind,
    Daily,
    Day,
    FreeBusy,
    ItemKind,
    MeetingDraft,
    Pattern,
    Recurrence,
    RelativeMonthly,
    RelativeYearly,
    Week,
    Weekly,
)

_PATTERNS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Daily, Weekly, AbsoluteMonthly, RelativeMonthly, AbsoluteYearly, RelativeYearly)
}
_DAYS = ("day", "first_day")
_MOMENTS = ("start", "end", "original_start")


def item_text(item: ServerItem) -> str:
    """Without its exceptions, which have rows of their own, and its id."""
    skipped = ("exceptions", "item_id", "own_key")
    given = {one.name: getattr(item, one.name) for one in fields(item) if one.name not in skipped}
    return json.dumps(_plain(given), ensure_ascii=False)


def item_of(text: str, item_id: str | None, own_key: str | None) -> ServerItem:
    given = json.loads(text)
    recurrence = given.pop("recurrence", None)
    return ServerItem(
        item_id=item_id or "",
        own_key=own_key or "",
        kind=ItemKind(given.pop("kind")),
        organizer=_person(given.pop("organizer", None)),
        attendees=tuple(_attendee(one) for one in given.pop("attendees", ())),
        my_response=Answer(given.pop("my_response")),
        busy=FreeBusy(given.pop("busy")),
        categories=tuple(given.pop("categories", ())),
        recurrence=None if recurrence is None else recurrence_of(recurrence),
        deleted=tuple(moment_of(one) for one in given.pop("deleted", ())),
        conference_data=tuple(given.pop("conference_data", ())),
        **{name: _moment(name, value) for name, value in given.items()},
    )


def draft_value(draft: MeetingDraft) -> dict[str, Any]:
    plain: dict[str, Any] = _plain({one.name: getattr(draft, one.name) for one in fields(draft)})
    return plain


def draft_of(given: dict[str, Any]) -> MeetingDraft:
    given = dict(given)
    recurrence = given.pop("recurrence", None)
    return MeetingDraft(
        busy=FreeBusy(given.pop("busy")),
        categories=tuple(given.pop("categories", ())),
        recurrence=None if recurrence is None else recurrence_of(recurrence),
        required=_people(given.pop("required", ())),
        optional=_people(given.pop("optional", ())),
        rooms=_people(given.pop("rooms", ())),
        **{name: _moment(name, value) for name, value in given.items()},
    )


def recurrence_of(given: dict[str, Any]) -> Recurrence:
    last = given["last"]
    return Recurrence(
        pattern=_pattern(given["pattern"]),
        first=date.fromisoformat(given["first"]),
        last=None if last is None else date.fromisoformat(last),
        count=given["count"],
    )


def _pattern(given: dict[str, Any]) -> Pattern:
    given = dict(given)
    kind = _PATTERNS[given.pop("is")]
    if "days" in given:
        given["days"] = tuple(Day(one) for one in given["days"])
    for name in _DAYS:
        if isinstance(given.get(name), str):
            given[name] = Day(given[name])
    if "week" in given:
        given["week"] = Week(given["week"])
    pattern: Pattern = kind(**given)
    return pattern


def _plain(value: Any) -> Any:
    """Enumerations by their values, moments as microseconds, days as ISO text, people as pairs."""
    match value:
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case tuple() | list():
            return [_plain(one) for one in value]
        case datetime():
            return microseconds(value)
        case date():
            return value.isoformat()
        case Person(name, address):
            return [name, address]
        case Attendee(person, kind, answer, answered_at, start, end):
            return [_plain(one) for one in (person, kind, answer, answered_at, start, end)]
        case Recurrence():
            return {name: _plain(getattr(value, name)) for name in ("pattern", "first", "last", "count")}
    if type(value).__name__ in _PATTERNS:
        given = {name: _plain(getattr(value, name)) for name in value.__match_args__}
        return {"is": type(value).__name__, **given}
    return getattr(value, "value", value)


def _moment(name: str, value: Any) -> Any:
    return moment_of(value) if name in _MOMENTS and value is not None else value


def _people(given: Any) -> tuple[Person, ...]:
    return tuple(Person(*one) for one in given)


def _person(given: Any) -> Person | None:
    return None if given is None else Person(*given)


def _attendee(given: Any) -> Attendee:
    person, kind, answer, *moments = given
    answered_at, start, end = (None if one is None else moment_of(one) for one in moments)
    return Attendee(Person(*person), AttendeeKind(kind), Answer(answer), answered_at, start, end)

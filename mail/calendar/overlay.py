"""Server truth with her pending acts laid over it. Pure: values in, values out; used by the local calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from ..rows import moment_of
from .gateway import ServerItem
from .model import Answer, Attendee, AttendeeKind, FreeBusy, ItemKind, MeetingDraft
from .occurrences import occurrence_on, original_day, special_days
from .stored_form import draft_of
from .zones import wall_clock, zone_of

FIELDS = frozenset(
    {
        "subject", "start", "end", "is_all_day", "location", "required", "optional", "rooms", "text", "categories",
        "reminder_minutes", "busy", "is_private", "recurrence",
    }
)  # fmt: skip
_TIMES = frozenset({"start", "end", "is_all_day", "recurrence"})
_PEOPLE = frozenset({"required", "optional", "rooms"})


@dataclass(frozen=True, slots=True)
class Act:
    """A row of calendar_acts. ``day`` names the occurrence; None: the whole item."""

    id: int
    item: int
    day: date | None
    kind: str
    value: dict[str, Any] = field(repr=False)
    mark: str
    state: str
    message: int | None = None
    note: dict[str, Any] = field(default_factory=dict)
    subject: str = ""

    @property
    def answer(self) -> Answer:
        return Answer(self.value["answer"])

    @property
    def draft(self) -> MeetingDraft:
        return draft_of(self.value["draft"])

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(self.value["fields"])

    @property
    def proposed(self) -> tuple[datetime, datetime] | None:
        given = self.value.get("proposed")
        return None if given is None else (moment_of(given[0]), moment_of(given[1]))


@dataclass(frozen=True, slots=True)
class Overlaid:
    """``item`` None: it is shown no more. ``pending`` are days (None: the whole) with something not on the server."""

    item: ServerItem | None
    pending: frozenset[date | None]


def overlaid(item: ServerItem, acts: Iterable[Act]) -> Overlaid:
    shown: ServerItem | None = item
    pending: set[date | None] = set()
    for act in acts:
        if shown is None:
            break
        if act.state != "performed":
            pending.add(act.day)
        if act.day is None or shown.recurrence is None:
            shown = _acted_on(shown, act)
        else:
            shown = _with_occurrence(shown, act.day, act)
    return Overlaid(shown, frozenset(pending))


def _acted_on(item: ServerItem, act: Act) -> ServerItem | None:
    match act.kind:
        case "change":
            return with_draft(item, act.draft, act.fields)
        case "cancel":
            return None
        case "respond" | "propose":
            if act.answer is Answer.DECLINE:
                return None
            busy = FreeBusy.TENTATIVE if act.answer is Answer.TENTATIVE else FreeBusy.BUSY
            busy = item.busy if item.busy is FreeBusy.FREE else busy
            exceptions = tuple(replace(one, my_response=act.answer) for one in item.exceptions)
            return replace(item, my_response=act.answer, busy=busy, exceptions=exceptions)
    return item


def _with_occurrence(series: ServerItem, day: date, act: Act) -> ServerItem:
    others = tuple(one for one in series.exceptions if _day_of(series, one) != day)
    before = exception_on(series, day)
    if before is None and day in set(special_days(series)):
        return series  # it is no more
    changed = _acted_on(before or replace(occurrence_on(series, day), recurrence=None), act)
    if changed is None:
        gone = occurrence_on(series, day).start
        return replace(series, exceptions=others, deleted=(*series.deleted, gone))
    return replace(series, exceptions=(*others, replace(changed, kind=ItemKind.EXCEPTION)))


def exception_on(series: ServerItem, day: date) -> ServerItem | None:
    return next((one for one in series.exceptions if _day_of(series, one) == day), None)


def _day_of(series: ServerItem, exception: ServerItem) -> date | None:
    return None if exception.original_start is None else original_day(series, exception.original_start)


def with_draft(item: ServerItem, draft: MeetingDraft, fields: frozenset[str]) -> ServerItem:
    """The item as the server will have it once these fields are set."""
    simple = FIELDS - _PEOPLE - _TIMES
    changed = replace(item, **{name: getattr(draft, name) for name in fields & simple})
    if fields & _PEOPLE:
        attendees = attendees_of(draft, item.attendees)
        changed = replace(changed, attendees=attendees, is_meeting=bool(attendees))
    if fields & _TIMES:
        changed = replace(changed, start=draft.start, end=draft.end, is_all_day=draft.is_all_day)
        if item.kind in (ItemKind.SINGLE, ItemKind.SERIES):
            kind = ItemKind.SINGLE if draft.recurrence is None else ItemKind.SERIES
            changed = replace(changed, recurrence=draft.recurrence, kind=kind, exceptions=(), deleted=())
    elif changed.exceptions:
        simple_changes = {name: getattr(draft, name) for name in fields & simple}
        changed = replace(changed, exceptions=tuple(replace(one, **simple_changes) for one in changed.exceptions))
    return changed


def item_of_draft(draft: MeetingDraft, own_key: str, zone: str) -> ServerItem:
    """What `create` will make of it."""
    return ServerItem(
        item_id="",
        own_key=own_key,
        kind=ItemKind.SINGLE if draft.recurrence is None else ItemKind.SERIES,
        uid="",
        subject=draft.subject,
        start=draft.start,
        end=draft.end,
        is_all_day=draft.is_all_day,
        zone=zone,
        location=draft.location,
        attendees=attendees_of(draft, ()),
        is_meeting=draft.is_meeting,
        my_response=Answer.ORGANIZER if draft.is_meeting else Answer.UNKNOWN,
        text=draft.text,
        categories=draft.categories,
        reminder_minutes=draft.reminder_minutes,
        busy=draft.busy,
        is_private=draft.is_private,
        recurrence=draft.recurrence,
    )


def draft_of_item(item: ServerItem) -> MeetingDraft:
    people = {kind: tuple(one.person for one in item.attendees if one.kind is kind) for kind in AttendeeKind}
    return MeetingDraft(
        subject=item.subject,
        start=item.start,
        end=item.end,
        is_all_day=item.is_all_day,
        location=item.location,
        required=people[AttendeeKind.REQUIRED],
        optional=people[AttendeeKind.OPTIONAL],
        rooms=people[AttendeeKind.RESOURCE],
        text=item.text,
        categories=item.categories,
        reminder_minutes=item.reminder_minutes,
        busy=item.busy,
        is_private=item.is_private,
        recurrence=item.recurrence,
    )


def sound(draft: MeetingDraft, zone: str) -> MeetingDraft:
    """With an end that is not before its start, and a recurrence that begins on the day it does."""
    draft = replace(draft, end=max(draft.start, draft.end))
    if draft.recurrence is None:
        return draft
    first = wall_clock(draft.start, zone_of(zone)).date()
    return replace(draft, recurrence=replace(draft.recurrence, first=first))


def attendees_of(draft: MeetingDraft, before: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Those of the draft; who was among them before keeps the answer given."""
    known = {one.person.address.lower(): one for one in before}
    groups = (
        (AttendeeKind.REQUIRED, draft.required),
        (AttendeeKind.OPTIONAL, draft.optional),
        (AttendeeKind.RESOURCE, draft.rooms),
    )
    return tuple(
        replace(known[person.address.lower()], kind=kind) if person.address.lower() in known else Attendee(person, kind)
        for kind, people in groups
        for person in people
    )

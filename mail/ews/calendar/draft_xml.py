"""A `MeetingDraft` as a CalendarItem of EWS: whole for CreateItem, by fields for UpdateItem, in the schema's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from exchangelib.util import create_element

from ...calendar.model import MeetingDraft
from ...model import Person
from .item_xml import KEY_PROPERTY, MARK_PROPERTY
from .recurrence_xml import recurrence_xml
from .zone_names import server_id

QUIET = frozenset({"categories", "reminder_minutes", "busy", "is_private"})
"""Her own affair: no attendee is told."""
PEOPLE = frozenset({"required", "optional", "rooms"})
_TIMES = frozenset({"start", "end", "is_all_day", "recurrence"})


@dataclass(frozen=True, slots=True)
class _Property:
    uri: str
    of: frozenset[str]
    make: Callable[[MeetingDraft, str], Any | None]
    """None: the property is taken away."""


def whole_item(draft: MeetingDraft, zone: str, own_key: str) -> Any:
    item = create_element("t:CalendarItem")
    before, after = _PROPERTIES[:_EXTENDED_AT], _PROPERTIES[_EXTENDED_AT:]
    _append(item, before, draft, zone)
    item.append(extended_xml(KEY_PROPERTY, own_key))
    _append(item, after, draft, zone)
    return item


def updates(draft: MeetingDraft, fields: frozenset[str], zone: str, mark: str) -> Any:
    element = create_element("t:Updates")
    for one in _PROPERTIES:
        if not one.of & fields:
            continue
        value = one.make(draft, zone)
        if value is None:
            if one.uri in _ALWAYS:
                continue
            deleted = create_element("t:DeleteItemField")
            deleted.append(create_element("t:FieldURI", attrs={"FieldURI": one.uri}))
            element.append(deleted)
        else:
            element.append(_set(create_element("t:FieldURI", attrs={"FieldURI": one.uri}), value))
    element.append(mark_update(mark))
    return element


def mark_update(mark: str) -> Any:
    return _set(create_element("t:ExtendedFieldURI", attrs=MARK_PROPERTY), extended_xml(MARK_PROPERTY, mark))


def extended_xml(path: dict[str, str], value: str) -> Any:
    marked = create_element("t:ExtendedProperty")
    marked.append(create_element("t:ExtendedFieldURI", attrs=path))
    marked.append(leaf("t:Value", value))
    return marked


def leaf(tag: str, text: str, **attributes: str) -> Any:
    element = create_element(tag, attrs=attributes)
    element.text = text
    return element


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _append(item: Any, properties: tuple[_Property, ...], draft: MeetingDraft, zone: str) -> None:
    for one in properties:
        value = one.make(draft, zone)
        if value is not None:
            item.append(value)


def _set(path: Any, value: Any) -> Any:
    item = create_element("t:CalendarItem")
    item.append(value)
    element = create_element("t:SetItemField")
    element.append(path)
    element.append(item)
    return element


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _categories(draft: MeetingDraft, zone: str) -> Any | None:
    if not draft.categories:
        return None
    element = create_element("t:Categories")
    for name in draft.categories:
        element.append(leaf("t:String", name))
    return element


def _people(tag: str, people: tuple[Person, ...]) -> Any | None:
    if not people:
        return None
    element = create_element(tag)
    for person in people:
        mailbox = create_element("t:Mailbox")
        if person.name:
            mailbox.append(leaf("t:Name", person.name))
        mailbox.append(leaf("t:EmailAddress", person.address))
        attendee = create_element("t:Attendee")
        attendee.append(mailbox)
        element.append(attendee)
    return element


def _reminder(draft: MeetingDraft, zone: str) -> Any | None:
    minutes = draft.reminder_minutes
    return None if minutes is None else leaf("t:ReminderMinutesBeforeStart", str(max(0, minutes)))


def _zone(tag: str) -> Callable[[MeetingDraft, str], Any | None]:
    def make(draft: MeetingDraft, zone: str) -> Any | None:
        id_ = server_id(zone)
        return None if id_ is None else create_element(tag, attrs={"Id": id_})

    return make


def _properties() -> Iterator[_Property]:
    def of(*names: str) -> frozenset[str]:
        return frozenset(names)

    yield _Property("item:Subject", of("subject"), lambda d, z: leaf("t:Subject", d.subject))
    yield _Property(
        "item:Sensitivity",
        of("is_private"),
        lambda d, z: leaf("t:Sensitivity", "Private" if d.is_private else "Normal"),
    )
    yield _Property("item:Body", of("text"), lambda d, z: leaf("t:Body", d.text, BodyType="Text"))
    yield _Property("item:Categories", of("categories"), _categories)
    yield _Property(
        "item:ReminderIsSet",
        of("reminder_minutes"),
        lambda d, z: leaf("t:ReminderIsSet", _flag(d.reminder_minutes is not None)),
    )
    yield _Property("item:ReminderMinutesBeforeStart", of("reminder_minutes"), _reminder)
    yield _Property("calendar:Start", _TIMES, lambda d, z: leaf("t:Start", utc(d.start)))
    yield _Property("calendar:End", _TIMES, lambda d, z: leaf("t:End", utc(d.end)))
    yield _Property(
        "calendar:IsAllDayEvent", of("is_all_day"), lambda d, z: leaf("t:IsAllDayEvent", _flag(d.is_all_day))
    )
    yield _Property(
        "calendar:LegacyFreeBusyStatus", of("busy"), lambda d, z: leaf("t:LegacyFreeBusyStatus", d.busy.value)
    )
    yield _Property("calendar:Location", of("location"), lambda d, z: leaf("t:Location", d.location))
    yield _Property(
        "calendar:RequiredAttendees", of("required"), lambda d, z: _people("t:RequiredAttendees", d.required)
    )
    yield _Property(
        "calendar:OptionalAttendees", of("optional"), lambda d, z: _people("t:OptionalAttendees", d.optional)
    )
    yield _Property("calendar:Resources", of("rooms"), lambda d, z: _people("t:Resources", d.rooms))
    yield _Property(
        "calendar:Recurrence",
        of("recurrence"),
        lambda d, z: None if d.recurrence is None else recurrence_xml(d.recurrence),
    )
    # Without its zone a recurrence would be counted in UTC, and an all-day item begin at seven in the morning.
    yield _Property("calendar:StartTimeZone", _TIMES, _zone("t:StartTimeZone"))
    yield _Property("calendar:EndTimeZone", _TIMES, _zone("t:EndTimeZone"))


_PROPERTIES = tuple(_properties())
_EXTENDED_AT = 6
_ALWAYS = ("item:ReminderMinutesBeforeStart", "calendar:StartTimeZone", "calendar:EndTimeZone")

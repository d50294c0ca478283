"""A CalendarItem of EWS as `ServerItem`: which properties to ask for, and how each is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from ...calendar.gateway import Found, ServerItem
from ...calendar.model import Answer, Attendee, AttendeeKind, FreeBusy, ItemKind
from ..soap_shapes import T, flag_of, moment_of, number_of, person_of, text_of
from .recurrence_xml import read_recurrence
from .zone_names import zone_name

_OURS = {"PropertySetId": "6f2c1d0e-8a57-4c59-9e21-3b7d54a0c8f1", "PropertyType": "String"}
KEY_PROPERTY = {**_OURS, "PropertyName": "BanCongVuEventId"}
MARK_PROPERTY = {**_OURS, "PropertyName": "BanCongVuEventMark"}

# Where Outlook's add-ins for Teams and Skype write the meeting's address (MAPI's PS_PUBLIC_STRINGS).
_PUBLIC = {"DistinguishedPropertySetId": "PublicStrings", "PropertyType": "String"}
CONFERENCE_PROPERTIES = tuple(
    {**_PUBLIC, "PropertyName": name}
    for name in ("SkypeTeamsMeetingUrl", "OnlineMeetingExternalLink", "OnlineMeetingConfLink")
)
_LONGEST_LINK = 8_000

FIELDS = (
    "item:Subject",
    "item:Sensitivity",
    "item:Body",
    "item:Categories",
    "item:ReminderIsSet",
    "item:ReminderMinutesBeforeStart",
    "calendar:UID",
    "calendar:Start",
    "calendar:End",
    "calendar:OriginalStart",
    "calendar:IsAllDayEvent",
    "calendar:LegacyFreeBusyStatus",
    "calendar:Location",
    "calendar:IsMeeting",
    "calendar:IsCancelled",
    "calendar:CalendarItemType",
    "calendar:MyResponseType",
    "calendar:Organizer",
    "calendar:RequiredAttendees",
    "calendar:OptionalAttendees",
    "calendar:Resources",
    "calendar:Recurrence",
    "calendar:ModifiedOccurrences",
    "calendar:DeletedOccurrences",
    "calendar:StartTimeZone",
)
STATE_FIELDS = (
    "calendar:UID",
    "calendar:OriginalStart",
    "calendar:IsMeeting",
    "calendar:IsCancelled",
    "calendar:CalendarItemType",
    "calendar:MyResponseType",
    "calendar:AppointmentReplyTime",
)
Kind = TypeVar("Kind", bound=Enum)
MOST_ATTENDEES = 2_000
MOST_REMINDER = 60 * 24 * 366


def read_item(element: Any, own_address: str, *, exceptions: tuple[ServerItem, ...] = ()) -> ServerItem:
    recurrence = read_recurrence(element.find(f"{T}Recurrence"))
    kind = _of(ItemKind, text_of(element, f"{T}CalendarItemType"), ItemKind.SINGLE)
    if (kind is ItemKind.SERIES) != (recurrence is not None):
        kind = ItemKind.SERIES if recurrence is not None else ItemKind.SINGLE
    start = moment_of(element, f"{T}Start")
    organizer = person_of(element.find(f"{T}Organizer/{T}Mailbox"))
    response = _of(Answer, text_of(element, f"{T}MyResponseType"), Answer.UNKNOWN)
    is_meeting = flag_of(element, f"{T}IsMeeting")
    reminder = min(number_of(element, f"{T}ReminderMinutesBeforeStart"), MOST_REMINDER)
    return ServerItem(
        item_id=element.find(f"{T}ItemId").get("Id"),
        kind=kind,
        uid=text_of(element, f"{T}UID")[:1000],
        subject=text_of(element, f"{T}Subject"),
        start=start,
        end=max(start, moment_of(element, f"{T}End")),
        is_all_day=flag_of(element, f"{T}IsAllDayEvent"),
        zone=zone_name(element.find(f"{T}StartTimeZone")),
        location=text_of(element, f"{T}Location"),
        organizer=organizer,
        attendees=tuple(_attendees(element)),
        is_meeting=is_meeting,
        is_organizer=is_own(is_meeting, response, organizer.address if organizer else "", own_address),
        is_cancelled=flag_of(element, f"{T}IsCancelled"),
        my_response=response,
        text=text_of(element, f"{T}Body").replace("\r\n", "\n").strip(),
        categories=tuple(one.text or "" for one in element.iterfind(f"{T}Categories/{T}String"))[:100],
        reminder_minutes=reminder if flag_of(element, f"{T}ReminderIsSet") else None,
        busy=_of(FreeBusy, text_of(element, f"{T}LegacyFreeBusyStatus"), FreeBusy.BUSY),
        is_private=text_of(element, f"{T}Sensitivity") in ("Private", "Confidential"),
        recurrence=recurrence,
        exceptions=exceptions,
        deleted=tuple(
            moment_of(one, f"{T}Start") for one in element.iterfind(f"{T}DeletedOccurrences/{T}DeletedOccurrence")
        ),
        original_start=moment_of(element, f"{T}OriginalStart") if text_of(element, f"{T}OriginalStart") else None,
        conference_data=tuple(
            link[:_LONGEST_LINK] for one in CONFERENCE_PROPERTIES if (link := extended(element, one).strip())
        ),
        own_key=extended(element, KEY_PROPERTY),
    )


def is_own(is_meeting: bool, response: Answer, organizer: str, own_address: str) -> bool:
    """Her own word for it first: in a mailbox with several addresses the organizer's need not be the one signed in."""
    if not is_meeting or response is Answer.ORGANIZER:
        return True
    return bool(organizer) and organizer.lower() == own_address.lower()


def read_found(element: Any) -> Found:
    named = element.find(f"{T}ItemId")
    replied = text_of(element, f"{T}AppointmentReplyTime")
    response = _of(Answer, text_of(element, f"{T}MyResponseType"), Answer.UNKNOWN)
    return Found(
        item_id=named.get("Id"),
        change_key=named.get("ChangeKey") or "",
        mark=extended(element, MARK_PROPERTY),
        my_response=response,
        replied_at=moment_of(element, f"{T}AppointmentReplyTime") if replied else None,
        is_cancelled=flag_of(element, f"{T}IsCancelled"),
        is_her_meeting=flag_of(element, f"{T}IsMeeting") and response is Answer.ORGANIZER,
    )


def modified(element: Any) -> list[tuple[str, datetime]]:
    """Of a series: ids of its exceptions and what their series had in their place."""
    return [
        (one.find(f"{T}ItemId").get("Id"), moment_of(one, f"{T}OriginalStart"))
        for one in element.iterfind(f"{T}ModifiedOccurrences/{T}Occurrence")
        if one.find(f"{T}ItemId") is not None
    ]


def extended(element: Any, wanted: dict[str, str]) -> str:
    for one in element.iterfind(f"{T}ExtendedProperty"):
        uri = one.find(f"{T}ExtendedFieldURI")
        if uri is not None and uri.get("PropertyName") == wanted["PropertyName"]:
            return text_of(one, f"{T}Value")
    return ""


def _attendees(element: Any) -> Iterable[Attendee]:
    for kind in AttendeeKind:
        for number, one in enumerate(element.iterfind(f"{T}{kind.value}/{T}Attendee")):
            person = person_of(one.find(f"{T}Mailbox"))
            if person is None or number >= MOST_ATTENDEES:
                continue
            moments = (
                moment_of(one, f"{T}{name}") if text_of(one, f"{T}{name}") else None
                for name in ("LastResponseTime", "ProposedStart", "ProposedEnd")
            )
            answered_at, start, end = moments
            answer = _of(Answer, text_of(one, f"{T}ResponseType"), Answer.UNKNOWN)
            yield Attendee(person, kind, answer, answered_at, start, end)


def _of(kind: type[Kind], text: str, otherwise: Kind) -> Kind:
    try:
        return kind(text.strip())
    except ValueError:
        return otherwise

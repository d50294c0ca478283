"""A calendar item as EWS XML, in the schema's order; only what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..item_xml import extended_xml, mailbox_xml
from ..shapes import Shape
from ..soap import attribute, element, moment, text
from ..store import Item
from .event import ZONES, Appointment, Rule
from .ids import occurrence_id


def event_xml(item: Item, shape: Shape) -> bytes:
    assert item.event is not None
    every = shape.base != "IdOnly"
    pieces = [b"<t:CalendarItem>", f'<t:ItemId Id="{item.id}" ChangeKey="{item.change_key}"/>'.encode()]
    for uri, render in _FIELDS:
        if uri == "item:ExtendedProperty":
            pieces += [extended_xml(item, path) for path in shape.extended]
        elif every or uri in shape.fields:
            pieces.append(render(item, item.event))
    pieces.append(b"</t:CalendarItem>")
    return b"".join(pieces)


def _categories(item: Item, event: Appointment) -> bytes:
    if not item.categories:
        return b""
    return b"<t:Categories>" + b"".join(element("t:String", name) for name in item.categories) + b"</t:Categories>"


def _guests(kind: str) -> Callable[[Item, Appointment], bytes]:
    def render(item: Item, event: Appointment) -> bytes:
        pieces = []
        for guest in event.guests:
            if guest.kind != kind:
                continue
            answered = (
                f"<t:LastResponseTime>{moment(guest.answered_at)}</t:LastResponseTime>" if guest.answered_at else ""
            )
            proposed = ""
            if guest.proposed:
                start, end = (moment(one) for one in guest.proposed)
                proposed = f"<t:ProposedStart>{start}</t:ProposedStart><t:ProposedEnd>{end}</t:ProposedEnd>"
            pieces.append(
                f"<t:Attendee>{mailbox_xml(guest.person)}<t:ResponseType>{guest.response}</t:ResponseType>"
                f"{answered}{proposed}</t:Attendee>"
            )
        return f"<t:{kind}>{''.join(pieces)}</t:{kind}>".encode() if pieces else b""

    return render


def _reminder(item: Item, event: Appointment) -> bytes:
    return b"" if event.reminder is None else element("t:ReminderMinutesBeforeStart", event.reminder)


def _rule(item: Item, event: Appointment) -> bytes:
    return b"" if event.rule is None else rule_xml(event.rule)


def rule_xml(rule: Rule) -> bytes:
    pieces = [f"<t:Recurrence><t:{rule.kind}Recurrence>"]
    if rule.kind in ("Daily", "Weekly", "AbsoluteMonthly", "RelativeMonthly"):
        pieces.append(f"<t:Interval>{rule.interval}</t:Interval>")
    if rule.kind.startswith("Absolute"):
        pieces.append(f"<t:DayOfMonth>{rule.day_of_month}</t:DayOfMonth>")
    if rule.days:
        pieces.append(f"<t:DaysOfWeek>{' '.join(rule.days)}</t:DaysOfWeek>")
    if rule.week:
        pieces.append(f"<t:DayOfWeekIndex>{rule.week}</t:DayOfWeekIndex>")
    if rule.month:
        pieces.append(f"<t:Month>{rule.month}</t:Month>")
    if rule.kind == "Weekly":
        pieces.append(f"<t:FirstDayOfWeek>{rule.first_day_of_week}</t:FirstDayOfWeek>")
    pieces.append(f"</t:{rule.kind}Recurrence>")
    # Exchange gives these days with the offset of the series' zone behind them.
    first = f"<t:StartDate>{rule.first}+07:00</t:StartDate>"
    if rule.count is not None:
        count = f"<t:NumberOfOccurrences>{rule.count}</t:NumberOfOccurrences>"
        pieces.append(f"<t:NumberedRecurrence>{first}{count}</t:NumberedRecurrence>")
    elif rule.last is not None:
        pieces.append(f"<t:EndDateRecurrence>{first}<t:EndDate>{rule.last}+07:00</t:EndDate></t:EndDateRecurrence>")
    else:
        pieces.append(f"<t:NoEndRecurrence>{first}</t:NoEndRecurrence>")
    pieces.append("</t:Recurrence>")
    return "".join(pieces).encode()


def _modified(item: Item, event: Appointment) -> bytes:
    pieces = [
        f'<t:Occurrence><t:ItemId Id="{occurrence_id(item.id, day)}" ChangeKey="{item.change_key}"/>'
        f"<t:Start>{moment(one.start)}</t:Start><t:End>{moment(one.end)}</t:End>"
        f"<t:OriginalStart>{moment(one.original_start or one.start)}</t:OriginalStart></t:Occurrence>"
        for day, one in sorted(event.exceptions.items())
    ]
    return f"<t:ModifiedOccurrences>{''.join(pieces)}</t:ModifiedOccurrences>".encode() if pieces else b""


def _deleted(item: Item, event: Appointment) -> bytes:
    def start_on(day: date) -> str:
        bare = event.copied()
        bare.exceptions = {}
        return moment(bare.occurrence(day).start)

    pieces = [
        f"<t:DeletedOccurrence><t:Start>{start_on(day)}</t:Start></t:DeletedOccurrence>"
        for day in sorted(event.deleted)
    ]
    return f"<t:DeletedOccurrences>{''.join(pieces)}</t:DeletedOccurrences>".encode() if pieces else b""


def _zone(name: str) -> Callable[[Item, Appointment], bytes]:
    def render(item: Item, event: Appointment) -> bytes:
        return f"<t:{name} Id={attribute(event.zone)} Name={attribute(ZONES.get(event.zone, event.zone))}/>".encode()

    return render


def _optional_moment(name: str, value: Callable[[Appointment], object]) -> Callable[[Item, Appointment], bytes]:
    def render(item: Item, event: Appointment) -> bytes:
        found = value(event)
        return b"" if found is None else element(name, moment(found))  # type: ignore[arg-type]

    return render


_FIELDS: tuple[tuple[str, Callable[[Item, Appointment], bytes]], ...] = (
    ("item:ParentFolderId", lambda i, e: f'<t:ParentFolderId Id="{i.folder.id}"/>'.encode()),
    ("item:ItemClass", lambda i, e: element("t:ItemClass", "IPM.Appointment")),
    ("item:Subject", lambda i, e: element("t:Subject", e.subject)),
    ("item:Sensitivity", lambda i, e: element("t:Sensitivity", e.sensitivity)),
    ("item:Body", lambda i, e: f'<t:Body BodyType="Text">{text(e.body)}</t:Body>'.encode()),
    ("item:Categories", _categories),
    ("item:ReminderIsSet", lambda i, e: element("t:ReminderIsSet", e.reminder is not None)),
    ("item:ReminderMinutesBeforeStart", _reminder),
    ("item:ExtendedProperty", lambda i, e: b""),
    ("item:LastModifiedTime", lambda i, e: element("t:LastModifiedTime", moment(i.modified_at))),
    ("calendar:UID", lambda i, e: element("t:UID", e.uid)),
    ("calendar:Start", lambda i, e: element("t:Start", moment(e.start))),
    ("calendar:End", lambda i, e: element("t:End", moment(e.end))),
    ("calendar:OriginalStart", _optional_moment("t:OriginalStart", lambda e: e.original_start)),
    ("calendar:IsAllDayEvent", lambda i, e: element("t:IsAllDayEvent", e.is_all_day)),
    ("calendar:LegacyFreeBusyStatus", lambda i, e: element("t:LegacyFreeBusyStatus", e.busy)),
    ("calendar:Location", lambda i, e: element("t:Location", e.location)),
    ("calendar:IsMeeting", lambda i, e: element("t:IsMeeting", e.is_meeting)),
    ("calendar:IsCancelled", lambda i, e: element("t:IsCancelled", e.is_cancelled)),
    ("calendar:IsRecurring", lambda i, e: element("t:IsRecurring", e.original_start is not None)),
    ("calendar:MeetingRequestWasSent", lambda i, e: element("t:MeetingRequestWasSent", e.is_sent)),
    ("calendar:CalendarItemType", lambda i, e: element("t:CalendarItemType", e.kind)),
    ("calendar:MyResponseType", lambda i, e: element("t:MyResponseType", e.my_response)),
    ("calendar:Organizer", lambda i, e: f"<t:Organizer>{mailbox_xml(e.organizer)}</t:Organizer>".encode()),
    ("calendar:RequiredAttendees", _guests("RequiredAttendees")),
    ("calendar:OptionalAttendees", _guests("OptionalAttendees")),
    ("calendar:Resources", _guests("Resources")),
    ("calendar:AppointmentReplyTime", _optional_moment("t:AppointmentReplyTime", lambda e: e.replied_at)),
    ("calendar:Recurrence", _rule),
    ("calendar:ModifiedOccurrences", _modified),
    ("calendar:DeletedOccurrences", _deleted),
    ("calendar:StartTimeZone", _zone("StartTimeZone")),
    ("calendar:EndTimeZone", _zone("EndTimeZone")),
)

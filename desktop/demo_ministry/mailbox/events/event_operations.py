"""What clients do in the calendar: CreateItem of events and answers, UpdateItem, DeleteItem, FindItem by view."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

from lxml import etree

from ..exchange import Exchange
from ..facts import Facts
from ..item_changes import read_extended
from ..item_xml import id_xml
from ..shapes import read_shape
from ..soap import EwsError, T, success
from ..store import Item
from .event import Appointment, Guest
from .event_mail import guests_of, tell
from .event_reading import read_event, set_property
from .event_xml import event_xml
from .ids import place, seen
from .rules import days_of

ANSWERS = {
    f"{T}AcceptItem": ("Accept", "Busy"),
    f"{T}TentativelyAcceptItem": ("Tentative", "Tentative"),
    f"{T}DeclineItem": ("Decline", "Free"),
}
CANCEL = f"{T}CancelCalendarItem"
EVENT = f"{T}CalendarItem"


CONFERENCE = ("00020329-0000-0000-c000-000000000046", "name", "SkypeTeamsMeetingUrl", "String")


def put_event(exchange: Exchange, event: Appointment) -> Item:
    """A new item in the calendar."""
    facts = Facts(event.subject, event.organizer, (), (), (), event.start)
    item = exchange.store.add_item(
        exchange.store.roles["calendar"],
        lambda: f"Subject: {uuid.uuid5(uuid.NAMESPACE_OID, event.uid)}\r\n\r\n".encode(),
        facts,
        is_read=True,
    )
    item.event = event
    if event.conference_url:
        item.extended[CONFERENCE] = (event.conference_url,)
    return item


def create(exchange: Exchange, request: etree._Element, wanted: etree._Element) -> bytes:
    """CreateItem of a CalendarItem, of an answer to one, or of its cancellation."""
    if wanted.tag in ANSWERS:
        return _answer(exchange, request, wanted)
    if wanted.tag == CANCEL:
        return _cancel(exchange, wanted)
    told = request.get("SendMeetingInvitations")
    if told is None:
        raise EwsError("ErrorSendMeetingInvitationsRequired")
    event = read_event(wanted, exchange.owner, f"040000008200E00074C5B7101A82E008{uuid.uuid4().hex.upper()}")
    item = put_event(exchange, event)
    item.extended.update(read_extended(wanted))
    item.categories = tuple(one.text or "" for one in wanted.iterfind(f"{T}Categories/{T}String"))
    if told != "SendToNone" and event.guests:
        event.is_sent = True
        tell(exchange, event, "request", guests_of(event))
    return success("CreateItem", b"<m:Items>", id_xml(item), b"</m:Items>")


def update(exchange: Exchange, request: etree._Element, change: etree._Element) -> bytes:
    named = change[0]
    item, day = place(exchange, named)
    told = request.get("SendMeetingInvitationsOrCancellations")
    if told is None:
        raise EwsError("ErrorSendMeetingInvitationsOrCancellationsRequired")
    conflict = request.get("ConflictResolution", "AutoResolve")
    if conflict == "NeverOverwrite" and named.get("ChangeKey") != item.change_key:
        raise EwsError("ErrorIrresolvableConflict")
    assert item.event is not None
    event = item.event.occurrence(day).copied() if day is not None else item.event
    before = frozenset(guest.person.address.lower() for guest in event.guests)
    was_sent, changed = event.is_sent, set()
    for one in change.iterfind(f"{T}Updates/*"):
        changed.add(_set(item, event, one))
    if {"Start", "End", "Recurrence"} & changed and day is None and "Recurrence" not in changed:
        event.exceptions, event.deleted = {}, set()
    if day is not None:
        event.is_changed = True
        item.event.exceptions[day] = event
    if event.guests:
        event.my_response = "Organizer" if event.organizer.address == exchange.owner.address else event.my_response
    if told != "SendToNone" and event.my_response == "Organizer":
        only_new = before if told.startswith("SendToChanged") else frozenset()
        event.is_sent = True
        tell(exchange, event, "update" if was_sent else "request", guests_of(event, apart_from=only_new))
    exchange.store.changed(item)
    shown = id_xml(seen(item, day))
    return success(
        "UpdateItem",
        b"<m:Items>",
        shown,
        b"</m:Items><m:ConflictResults><t:Count>0</t:Count></m:ConflictResults>",
    )


def delete(exchange: Exchange, request: etree._Element, named: etree._Element) -> bytes:
    told = request.get("SendMeetingCancellations")
    if told is None:
        raise EwsError("ErrorSendMeetingCancellationsRequired")
    item, day = place(exchange, named)
    event = _event_of(item, day)
    if told != "SendToNone" and event.my_response == "Organizer":
        tell(exchange, event, "cancel", guests_of(event))
    _take_out(exchange, item, day, request.get("DeleteType", "HardDelete"))
    return success("DeleteItem")


def calendar_view(exchange: Exchange, request: etree._Element, view: etree._Element) -> bytes:
    shape = read_shape(request, "ItemShape")
    begin, end = (datetime.fromisoformat(view.get(name, "")) for name in ("StartDate", "EndDate"))
    found: list[Item] = []
    for item in list(exchange.store.roles["calendar"].items.values()):
        event = item.event
        if event is None:
            continue
        if event.rule is None:
            found += [item] if event.touches(begin, end) else []
            continue
        latest = event.local(end).date()
        for day in {*days_of(event.rule, latest), *event.exceptions} - event.deleted:
            if event.occurrence(day).touches(begin, end):
                found.append(seen(item, day))
    found.sort(key=lambda one: one.event.start if one.event else begin)
    content = b"".join(event_xml(item, shape) for item in found)
    head = f'<m:RootFolder TotalItemsInView="{len(found)}" IncludesLastItemInRange="true">'.encode()
    return success("FindItem", head, b"<t:Items>", content, b"</t:Items></m:RootFolder>")


def _answer(exchange: Exchange, request: etree._Element, wanted: etree._Element) -> bytes:
    named = _referred(wanted)
    item, day = place(exchange, named)
    _check_key(item, named)
    if item.facts.meeting is not None:
        item = _of_invitation(exchange, item)
    response, busy = ANSWERS[wanted.tag]
    event = _event_of(item, day)
    if not event.is_meeting or event.my_response == "Organizer":
        raise EwsError("ErrorCalendarIsOrganizerForAccept")
    proposed = tuple(wanted.findtext(f"{T}{name}") for name in ("ProposedStart", "ProposedEnd"))
    times = (_moment(proposed[0]), _moment(proposed[1])) if proposed[0] and proposed[1] else None
    if request.get("MessageDisposition") != "SaveOnly":
        tell(exchange, event, response, (event.organizer,), wanted.findtext(f"{T}Body") or "", times)
    if response == "Decline":
        _take_out(exchange, item, day, "MoveToDeletedItems")
        return success("CreateItem", b"<m:Items/>")
    parts = [event] if day is not None else [event, *event.exceptions.values()]
    for part in parts:
        part.my_response, part.busy, part.replied_at = response, busy, datetime.now(UTC)
    if day is not None and item.event is not None:
        event.is_changed = True
        item.event.exceptions[day] = event
    exchange.store.changed(item)
    return success("CreateItem", b"<m:Items/>")


def _of_invitation(exchange: Exchange, message: Item) -> Item:
    """The invitation's item in the calendar, put there now if it is not."""
    item = exchange.store.items.get(message.associated_id)
    if item is None:
        item = put_invitation(exchange, message)
    if item is None:
        raise EwsError("ErrorInvalidRequest", "That is no invitation.")
    return item


def put_invitation(exchange: Exchange, message: Item, *, is_answered: bool = False) -> Item | None:
    """What Exchange's attendant does when an invitation comes. ``is_answered``: long ago, if the meeting is over."""
    meeting = message.facts.meeting
    if meeting is None:
        return None
    for known in exchange.store.roles["calendar"].items.values():
        if known.event is not None and known.event.uid == meeting.uid:
            message.associated_id = known.id
            return known
    is_own = meeting.organizer.address.lower() == exchange.owner.address.lower()
    organizer = meeting.organizer if meeting.organizer.name else (message.facts.sender or meeting.organizer)
    event = Appointment(
        uid=meeting.uid,
        subject=meeting.summary or message.facts.subject,
        start=meeting.start.astimezone(UTC),
        end=meeting.end.astimezone(UTC),
        organizer=organizer,
        guests=[Guest(person) for person in meeting.attendees],
        my_response="Organizer" if is_own else "NoResponseReceived",
        location=meeting.location,
        body=meeting.description,
        busy="Tentative",
    )
    if is_answered and not is_own and event.end < datetime.now(UTC):
        event.my_response, event.busy, event.replied_at = "Accept", "Busy", event.start
    item = put_event(exchange, event)
    message.associated_id = item.id
    return item


def _cancel(exchange: Exchange, wanted: etree._Element) -> bytes:
    named = _referred(wanted)
    item, day = place(exchange, named)
    _check_key(item, named)
    event = _event_of(item, day)
    if event.my_response != "Organizer":
        raise EwsError("ErrorAccessDenied")
    tell(exchange, event, "cancel", guests_of(event), wanted.findtext(f"{T}NewBodyContent") or "")
    _take_out(exchange, item, day, "MoveToDeletedItems")
    return success("CreateItem", b"<m:Items/>")


def _take_out(exchange: Exchange, item: Item, day: date | None, how: str) -> None:
    if day is not None and item.event is not None:
        item.event.exceptions.pop(day, None)
        item.event.deleted.add(day)
        exchange.store.changed(item)
    elif how == "MoveToDeletedItems":
        exchange.store.move_item(item, exchange.store.roles["deleteditems"])
    else:
        exchange.store.remove_item(item)


def _set(item: Item, event: Appointment, change: etree._Element) -> str:
    path = change[0]
    value = None if change.tag == f"{T}DeleteItemField" else change[1][0]
    if path.tag == f"{T}ExtendedFieldURI":
        item.extended.update(read_extended(change[1]))
        return "extended"
    name = path.get("FieldURI", "").partition(":")[2]
    if name == "Categories":
        item.categories = () if value is None else tuple(one.text or "" for one in value)
    set_property(event, name, value)
    return str(name)


def _referred(wanted: etree._Element) -> etree._Element:
    named = wanted.find(f"{T}ReferenceItemId")
    if named is None:
        raise EwsError("ErrorInvalidReferenceItem")
    return named


def _check_key(item: Item, named: etree._Element) -> None:
    if not named.get("ChangeKey"):
        raise EwsError("ErrorChangeKeyRequired")
    if named.get("ChangeKey") != item.change_key:
        raise EwsError("ErrorStaleObject")


def _event_of(item: Item, day: date | None) -> Appointment:
    if item.event is None:
        raise EwsError("ErrorCalendarInvalidPropertyValue", "That is no calendar item.")
    return item.event if day is None else item.event.occurrence(day)


def _moment(words: str | None) -> datetime:
    return datetime.fromisoformat(words or "").astimezone(UTC)

"""Calendar items as a client writes them: a whole one, and the properties of UpdateItem."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from lxml import etree

from ..letter import Correspondent
from ..soap import EwsError, T, is_true
from .event import VIETNAM_ID, Appointment, Guest, Rule

_GUESTS = ("RequiredAttendees", "OptionalAttendees", "Resources")


def read_event(wanted: etree._Element, owner: Correspondent, uid: str) -> Appointment:
    start, end = _moment(wanted, "Start"), _moment(wanted, "End")
    now = datetime.now(UTC)
    start = start or now
    event = Appointment(uid, "", start, end or start + timedelta(minutes=30), owner, is_sent=False)
    for child in wanted:
        if isinstance(child.tag, str):
            set_property(event, child.tag.removeprefix(T), child)
    if event.end < event.start:
        raise EwsError("ErrorCalendarEndDateIsEarlierThanStartDate")
    event.my_response = "Organizer" if event.guests else "Unknown"
    return event


def set_property(event: Appointment, name: str, value: etree._Element | None) -> None:
    """``value`` is the property's own element; None deletes it."""
    words = "" if value is None or value.text is None else value.text
    match name:
        case "Subject":
            event.subject = words
        case "Body":
            event.body = words
        case "Sensitivity":
            event.sensitivity = words or "Normal"
        case "ReminderIsSet":
            event.reminder = (event.reminder if event.reminder is not None else 15) if is_true(words) else None
        case "ReminderMinutesBeforeStart":
            event.reminder = int(words) if words else event.reminder
        case "Start":
            event.start = _read(words)
        case "End":
            event.end = _read(words)
        case "IsAllDayEvent":
            event.is_all_day = is_true(words)
        case "LegacyFreeBusyStatus":
            event.busy = words or "Busy"
        case "Location":
            event.location = words
        case "Recurrence":
            event.rule = None if value is None else read_rule(value)
            event.exceptions, event.deleted = {}, set()
        case "StartTimeZone":
            event.zone = VIETNAM_ID if value is None else value.get("Id", VIETNAM_ID)
        case name if name in _GUESTS:
            before = {guest.person.address.lower(): guest for guest in event.guests}
            others = [guest for guest in event.guests if guest.kind != name]
            event.guests = others + [_guest(one, name, before) for one in _boxes(value)]


def _guest(mailbox: etree._Element, kind: str, before: dict[str, Guest]) -> Guest:
    address = mailbox.findtext(f"{T}EmailAddress") or ""
    known = before.get(address.lower())
    person = Correspondent(mailbox.findtext(f"{T}Name") or "", address)
    return Guest(person, kind) if known is None else Guest(person, kind, known.response, known.answered_at)


def _boxes(value: etree._Element | None) -> list[etree._Element]:
    return [] if value is None else value.findall(f"{T}Attendee/{T}Mailbox")


def read_rule(element: etree._Element) -> Rule:
    children = [child for child in element if isinstance(child.tag, str)]
    if len(children) != 2:
        raise EwsError("ErrorInvalidRequest", "The recurrence has no pattern or no range.")
    pattern, limits = children

    def words(name: str) -> str:
        return (pattern.findtext(f"{T}{name}") or "").strip()

    last, count = limits.findtext(f"{T}EndDate"), limits.findtext(f"{T}NumberOfOccurrences")
    return Rule(
        kind=pattern.tag.removeprefix(T).removesuffix("Recurrence"),
        first=date.fromisoformat((limits.findtext(f"{T}StartDate") or "")[:10]),
        interval=int(words("Interval") or 1),
        days=tuple(words("DaysOfWeek").split()),
        week=words("DayOfWeekIndex"),
        day_of_month=int(words("DayOfMonth") or 0),
        month=words("Month"),
        first_day_of_week=words("FirstDayOfWeek") or "Sunday",
        last=None if last is None else date.fromisoformat(last[:10]),
        count=None if count is None else int(count),
    )


def _moment(parent: etree._Element, name: str) -> datetime | None:
    words = parent.findtext(f"{T}{name}")
    return None if words is None else _read(words)


def _read(words: str) -> datetime:
    try:
        found = datetime.fromisoformat(words.strip())
    except ValueError as error:
        raise EwsError("ErrorInvalidRequest", "That is no moment.") from error
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)

"""Invitations (text/calendar): the subset of RFC 5545 that says what, when, where, who and by which link.

Used by `mail.reading`. Any text may be given; what cannot be understood is no invitation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from .mime_headers import without_controls
from .model import Meeting, MeetingNews, MeetingNewsKind, Person

DEFAULT_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MAX_TEXT = 500_000

# Names Exchange and Outlook give to zones, where they are none of the IANA names (CLDR windowsZones).
_WINDOWS_ZONES = {
    "se asia standard time": "Asia/Ho_Chi_Minh",
    "utc": "UTC",
    "gmt standard time": "Europe/London",
    "romance standard time": "Europe/Paris",
    "w. europe standard time": "Europe/Berlin",
    "tokyo standard time": "Asia/Tokyo",
    "korea standard time": "Asia/Seoul",
    "china standard time": "Asia/Shanghai",
    "singapore standard time": "Asia/Singapore",
    "aus eastern standard time": "Australia/Sydney",
    "eastern standard time": "America/New_York",
    "pacific standard time": "America/Los_Angeles",
}
_LINE = re.compile(
    r"([A-Za-z0-9-]{1,80})((?:;[A-Za-z0-9-]{1,60}=(?:\"[^\"]*\"|[^\";:]*)(?:,\"[^\"]*\")*)*):(.*)", re.DOTALL
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=(?:\"([^\"]*)\"|([^\";:]*))")
_LINK = re.compile(r"\b(?:https?|rtsps?|srt|meet|sip)://[^\s<>\"'\\^`{|}]{3,2000}", re.IGNORECASE)
_CONFERENCE_DATA = (
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-GOOGLE-CONFERENCE",
    "CONFERENCE",
)
_LINK_PROPERTIES = (*_CONFERENCE_DATA, "URL", "LOCATION", "DESCRIPTION", "X-ALT-DESC")


@dataclass
class _Property:
    value: str
    parameters: dict[str, str]


@dataclass
class _Component:
    name: str
    properties: dict[str, _Property] = field(default_factory=dict)
    offset: timedelta | None = None
    """Of a VTIMEZONE: its standard offset."""


def parse_invitation(text: str) -> Meeting | None:
    """The first event of an invitation; None if there is none, or it answers or cancels. Never raises."""
    try:
        return _parse(text[:MAX_TEXT])
    except (ValueError, OverflowError, KeyError, ArithmeticError):
        return None


def parse_meeting_news(text: str) -> MeetingNews | None:
    """A meeting called off, or another time proposed for it; None for all else. Never raises."""
    try:
        method, event, zones = _read(text[:MAX_TEXT])
        meeting = _meeting_of(event, zones) if event is not None else None
    except (ValueError, OverflowError, KeyError, ArithmeticError):
        return None
    if event is None or meeting is None:
        return None
    meeting = replace(meeting, url=None)  # nobody is there
    if method == "CANCEL" or (method in ("", "REQUEST", "PUBLISH") and _is_called_off(event)):
        return MeetingNews(MeetingNewsKind.CANCELLED, meeting)
    return MeetingNews(MeetingNewsKind.PROPOSED, meeting) if method == "COUNTER" else None


def _parse(text: str) -> Meeting | None:
    method, event, zones = _read(text)
    if event is None or method in ("CANCEL", "REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER") or _is_called_off(event):
        return None
    return _meeting_of(event, zones)


def _is_called_off(event: _Component) -> bool:
    return _plain(event, "STATUS").upper() == "CANCELLED"


def _meeting_of(event: _Component, zones: dict[str, tzinfo]) -> Meeting | None:
    if "DTSTART" not in event.properties:
        return None
    start = _moment(event.properties["DTSTART"], zones)
    if start is None:
        return None
    end = _moment(event.properties["DTEND"], zones) if "DTEND" in event.properties else None
    if end is None:
        end = start + _duration(_plain(event, "DURATION"), default=_default_duration(event))
    return Meeting(
        uid=_text(event, "UID"),
        summary=_text(event, "SUMMARY"),
        start=start,
        end=max(start, end),
        location=_text(event, "LOCATION"),
        organizer=_organizer(event.properties.get("ORGANIZER")),
        url=_link(event),
        description=_text(event, "DESCRIPTION"),
        conference_data=tuple(data for name in _CONFERENCE_DATA if (data := _text(event, name))),
        page=_text(event, "URL"),
        html=_text(event, "X-ALT-DESC"),
    )


def _read(text: str) -> tuple[str, _Component | None, dict[str, tzinfo]]:
    """METHOD, the first VEVENT, and the zones the calendar brings with it."""
    method = ""
    event: _Component | None = None
    zones: dict[str, tzinfo] = {}
    stack: list[_Component] = []
    for line in _unfolded(text):
        match = _LINE.match(line)
        if match is None:
            continue
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            stack.append(_Component(value.strip().upper()))
            if len(stack) > 20:
                break
        elif name == "END":
            if not stack:
                continue
            done = stack.pop()
            if done.name == "VEVENT" and event is None:
                event = done
            elif done.name == "STANDARD" and stack and stack[-1].name == "VTIMEZONE":
                stack[-1].offset = _offset(_plain(done, "TZOFFSETTO"))
            elif done.name == "VTIMEZONE" and done.offset is not None:
                zones[_plain(done, "TZID")] = timezone(done.offset)
        elif stack:
            parameters = {m[1].upper(): m[2] if m[2] is not None else m[3] for m in _PARAMETER.finditer(match[2])}
            stack[-1].properties.setdefault(name, _Property(value, parameters))
            if name == "METHOD" and len(stack) == 1:
                method = value.strip().upper()
    return method, event, zones


def _unfolded(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n[ \t]", "", text).split("\n")


def _plain(component: _Component, name: str) -> str:
    found = component.properties.get(name)
    return found.value.strip() if found else ""


def _text(component: _Component, name: str) -> str:
    return _unescaped(_plain(component, name))


def _unescaped(value: str) -> str:
    """RFC 5545 3.3.11."""
    text = re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], value)
    return "\n".join(without_controls(line) for line in text.split("\n")).strip()


def _moment(found: _Property, zones: dict[str, tzinfo]) -> datetime | None:
    value = found.value.strip()
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)", value):
        numbers = [int(part) for part in match.groups()[:6]]
        numbers[5] = min(numbers[5], 59)  # a leap second
        zone = UTC if match[7] else _zone(found.parameters.get("TZID", ""), zones)
        return datetime(*numbers, tzinfo=zone).astimezone(UTC)  # type: ignore[misc,arg-type]
    if re.fullmatch(r"\d{8}", value):
        day = date(int(value[:4]), int(value[4:6]), int(value[6:]))
        return datetime(day.year, day.month, day.day, tzinfo=DEFAULT_ZONE).astimezone(UTC)
    return None


def _zone(tzid: str, zones: dict[str, tzinfo]) -> tzinfo:
    tzid = tzid.strip()
    if not tzid:
        return DEFAULT_ZONE
    name = _WINDOWS_ZONES.get(tzid.lower(), tzid)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # not a zone, or no name for one ("../..")
        return zones.get(tzid, DEFAULT_ZONE)


def _offset(value: str) -> timedelta | None:
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", value)
    if match is None or int(match[2]) > 23 or int(match[3]) > 59:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -offset if match[1] == "-" else offset


def _duration(value: str, *, default: timedelta) -> timedelta:
    match = re.fullmatch(
        r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?", value
    )
    if match is None or not any(match.groups()):
        return default
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _default_duration(event: _Component) -> timedelta:
    """RFC 5545 3.6.1: a day for a date, nothing for a moment."""
    return timedelta(days=1) if re.fullmatch(r"\d{8}", _plain(event, "DTSTART")) else timedelta()


def _organizer(found: _Property | None) -> Person | None:
    if found is None:
        return None
    address = re.sub(r"(?i)^\s*mailto:", "", found.value).strip()
    name = without_controls(found.parameters.get("CN", "")).strip()
    return Person(name=name or address, address=address) if name or address else None


def first_link(text: str) -> str | None:
    """The first address of a conference or page in a text, verbatim."""
    match = _LINK.search(text)
    return match[0].rstrip(".,;:!?)]>") if match else None


def _link(event: _Component) -> str | None:
    found = (first_link(_text(event, name)) for name in _LINK_PROPERTIES)
    return next((link for link in found if link), None)

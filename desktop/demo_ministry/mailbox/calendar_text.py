"""A `MeetingRequest` as iCalendar text (RFC 5545) with the time zone of Việt Nam spelled out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from .letter import Correspondent, MeetingRequest

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_text(meeting: MeetingRequest, sent_at: datetime) -> str:
    """The invitation, lines folded at 75 octets and ended by CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "METHOD:REQUEST",
        "PRODID:-//Bo LDPTXH//Lich cong tac//VI",
        "VERSION:2.0",
        *_ZONE,
        "BEGIN:VEVENT",
        f"UID:{meeting.uid}",
        f"DTSTAMP:{sent_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Asia/Ho_Chi_Minh:{meeting.start.astimezone(VIETNAM):%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Asia/Ho_Chi_Minh:{meeting.end.astimezone(VIETNAM):%Y%m%dT%H%M%S}",
        f"SUMMARY;LANGUAGE=vi:{_escaped(meeting.summary)}",
        f"LOCATION;LANGUAGE=vi:{_escaped(meeting.location)}",
        f"DESCRIPTION;LANGUAGE=vi:{_escaped(meeting.description)}",
        f"ORGANIZER;CN={_quoted(meeting.organizer)}:mailto:{meeting.organizer.address}",
        *(
            f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={_quoted(person)}:mailto:{person.address}"
            for person in meeting.attendees
        ),
        *([f"URL:{meeting.url}"] if meeting.url else []),
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "CLASS:PUBLIC",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:REMINDER",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) + "\r\n" for line in lines)


def _quoted(person: Correspondent) -> str:
    return '"' + person.name.replace('"', "'") + '"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """RFC 5545, 3.1: no line over 75 octets; a fold never falls inside a character."""
    pieces: list[str] = []
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > 74:
            pieces.append(piece)
            piece, octets = "", 0
        piece += character
        octets += size
    pieces.append(piece)
    return "\r\n ".join(pieces)

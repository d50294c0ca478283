"""Reads the few lines of an invitation that EWS shows of a MeetingRequest; anything odd in it means: no meeting."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from .calendar_text import VIETNAM
from .letter import Correspondent, MeetingRequest


def read_meeting(text: str) -> MeetingRequest | None:
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    values: dict[str, str] = {}
    inside = False
    for line in lines:
        if line.upper() == "BEGIN:VEVENT":
            inside = True
        elif line.upper() in ("END:VEVENT", "BEGIN:VALARM"):
            inside = False
        elif inside and ":" in line:
            head, _, value = line.partition(":")
            values.setdefault(head.split(";")[0].upper(), value)
    try:
        start, end = _moment(values["DTSTART"]), _moment(values.get("DTEND", values["DTSTART"]))
    except (KeyError, ValueError):
        return None
    organizer = re.sub(r"(?i)^.*mailto:", "", values.get("ORGANIZER", ""))
    return MeetingRequest(
        uid=values.get("UID", ""),
        summary=_plain(values.get("SUMMARY", "")),
        start=start,
        end=end,
        organizer=Correspondent("", organizer),
        location=_plain(values.get("LOCATION", "")),
        description=_plain(values.get("DESCRIPTION", "")),
    )


def _moment(value: str) -> datetime:
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=VIETNAM)


def _plain(value: str) -> str:
    return re.sub(r"\\([nN,;\\])", lambda match: "\n" if match[1] in "nN" else match[1], value)

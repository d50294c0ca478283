"""The server's time zones as `mail.calendar.zones` reads them, and back. Ids may be Windows', localised, or custom with
the rules spelled out (exchangelib issues 310 and 1197)."""

from __future__ import annotations

import re
from typing import Any

from exchangelib.winzone import IANA_TO_MS_TIMEZONE_MAP, MS_TIMEZONE_TO_IANA_MAP

from ...calendar.zones import OWN_ZONE_NAME
from ..soap_shapes import T

_OWN_ID = "SE Asia Standard Time"
_UTC_IDS = ("utc", "tzone://microsoft/utc", "greenwich")
_KNOWN = {id_.lower(): name for id_, name in MS_TIMEZONE_TO_IANA_MAP.items()}
# CLDR's first city of that zone is Bangkok; the clock is the same, the name she reads is not.
_KNOWN[_OWN_ID.lower()] = OWN_ZONE_NAME
_BIAS = re.compile(r"(-?)P(?:T)?(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?")
_WEEK_DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


def zone_name(definition: Any) -> str:
    """Of a StartTimeZone element: an IANA name, a rule, or what the server calls it, which then nobody knows."""
    if definition is None:
        return ""
    id_ = (definition.get("Id") or "").strip()
    if id_.lower() in _UTC_IDS:
        return "UTC"
    known = _KNOWN.get(id_.lower())
    if known:
        return str(known)
    return _rule(definition) or str(id_)[:100]


def server_id(name: str) -> str | None:
    """What to call the zone ``name`` at the server; None if it has no name there."""
    if name == OWN_ZONE_NAME:
        return _OWN_ID
    found = IANA_TO_MS_TIMEZONE_MAP.get(name)
    return None if found is None else str(found[0])


def _rule(definition: Any) -> str | None:
    """Of the periods and transitions that come with it. The last group of transitions is the one in force."""
    offsets: dict[str, int] = {}
    for period in definition.iterfind(f"{T}Periods/{T}Period"):
        match = _BIAS.fullmatch(period.get("Bias") or "")
        if match is not None:
            minutes = int(match[2] or 0) * 60 + int(match[3] or 0)
            offsets[period.get("Id") or ""] = minutes if match[1] else -minutes
    if not offsets:
        return None
    groups = definition.findall(f"{T}TransitionsGroups/{T}TransitionsGroup")
    changes = [] if not groups else [_change(one) for one in groups[-1].iterfind(f"{T}RecurringDayTransition")]
    found = [(offsets[to], when) for to, when in changes if to in offsets and when]
    if len(found) == 2 and found[0][0] != found[1][0]:
        (winter, ends), (summer, begins) = sorted(found)
        return f"rule:{winter:+d},{summer:+d},{begins},{ends}"
    fixed = [to.text or "" for group in groups[-1:] for to in group.iterfind(f"{T}Transition/{T}To")]
    return f"rule:{offsets.get(fixed[0] if fixed else '', next(iter(offsets.values()))):+d}"


def _change(transition: Any) -> tuple[str, str]:
    """(id of the period it leads to, when in a rule's words)."""
    to = transition.findtext(f"{T}To") or ""
    match = _BIAS.fullmatch(transition.findtext(f"{T}TimeOffset") or "")
    day = (transition.findtext(f"{T}DayOfWeek") or "").strip().lower()
    month, week = (transition.findtext(f"{T}{name}") or "" for name in ("Month", "Occurrence"))
    if match is None or match[1] or day not in _WEEK_DAYS or not month.isdigit() or week not in "12345-1":
        return to, ""
    minutes = int(match[2] or 0) * 60 + int(match[3] or 0)
    return to, f"M{int(month)}.{5 if week == '-1' else week}.{_WEEK_DAYS.index(day)}/{minutes}"

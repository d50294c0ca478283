"""Time zones by name. The adapter maps the server's ids to IANA names or, for custom ones, to a rule in the manner of
POSIX TZ; here they become ``tzinfo``. A name nobody knows is the desk's own zone, never an error."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil import tz
from dateutil.relativedelta import relativedelta, weekday

OWN_ZONE_NAME = "Asia/Ho_Chi_Minh"
OWN_ZONE = ZoneInfo(OWN_ZONE_NAME)
"""The mailbox's zone, unless its owner's profile says otherwise."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_MINUTES = r"([+-]\d{1,4})"
_CHANGE = r"M(\d{1,2})\.([1-5])\.([0-6])/(\d{1,4})"
_RULE = re.compile(rf"rule:{_MINUTES}(?:,{_MINUTES},{_CHANGE},{_CHANGE})?")


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo:
    """``name`` is an IANA name, or a rule: ``rule:+420``; with summer time ``rule:-300,-240,M3.2.0/120,M11.1.0/120``:
    minutes east of Greenwich in winter and summer, then month, week (5: the last), weekday (0: Sunday) and minute of
    the wall clock at which summer begins and ends."""
    if match := _RULE.fullmatch(name):
        return _by_rule(match) or OWN_ZONE
    if _NAME.fullmatch(name):
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            pass
    return OWN_ZONE


def _by_rule(match: re.Match[str]) -> tzinfo | None:
    numbers = [int(number) for number in match.groups() if number is not None]
    if any(abs(minutes) > 16 * 60 for minutes in numbers[: 1 if len(numbers) == 1 else 2]):
        return None
    if len(numbers) == 1:
        return tz.tzoffset(None, timedelta(minutes=numbers[0]))
    winter, summer, *changes = numbers
    if not (1 <= changes[0] <= 12 and 1 <= changes[4] <= 12) or winter == summer:
        return None
    # dateutil wants the end of summer in winter's clock.
    begins = _day_of(changes[0], changes[1], changes[2], changes[3])
    ends = _day_of(changes[4], changes[5], changes[6], changes[7] - (summer - winter))
    return tz.tzrange("S", timedelta(minutes=winter), "D", timedelta(minutes=summer), begins, ends)


def _day_of(month: int, week: int, day: int, minute: int) -> relativedelta:
    which = weekday((day - 1) % 7, -1 if week == 5 else week)
    return relativedelta(month=month, day=31 if week == 5 else 1, weekday=which, hours=0, minutes=minute)


def moment_in(zone: tzinfo, wall_clock: datetime) -> datetime:
    """A naive wall clock reading as a moment in UTC. One that summer time skips counts on past the gap, one that comes
    twice is the first."""
    try:
        return wall_clock.replace(tzinfo=zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return wall_clock.replace(tzinfo=UTC)


def wall_clock(moment: datetime, zone: tzinfo) -> datetime:
    """What a clock on the wall there shows, naive."""
    try:
        return moment.astimezone(zone).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return moment.astimezone(UTC).replace(tzinfo=None)


def same_day_here(moment: datetime, zone: tzinfo, here: tzinfo = OWN_ZONE) -> datetime:
    """Midnight ``here`` of the day it is at ``moment`` in ``zone``: an all-day item stays on its day wherever it was
    made. Twelve hours later decide, for servers that give another zone's midnight."""
    day = wall_clock(moment + timedelta(hours=12), zone).date()
    return moment_in(here, datetime.combine(day, time()))

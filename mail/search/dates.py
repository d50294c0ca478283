"""Days as a person types them in a search: 5/3/2026, 05-03, 3/2026, 2026, hôm-qua, 7-ngày. At the office."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from vietnamese.folding import fold

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_MONTH = re.compile(r"(?:thang[- ]?)?(\d{1,2})[/.\-](\d{4})")
_YEAR = re.compile(r"(?:nam[- ]?)?(\d{4})")
_AGO = re.compile(r"(\d{1,3})[- ]?(ngay|d|days?|tuan|w|weeks?|thang|m|months?)(?:[- ]?truoc)?")
_NAMED = {"hom nay": 0, "today": 0, "hom qua": 1, "yesterday": 1, "hom kia": 2, "tuan nay": -1, "thang nay": -2}


def day_meant(text: str, today: date) -> date | None:
    """The first day of what is named; None if it is no day."""
    words = fold(text).strip()
    named = _NAMED.get(words.replace("-", " ").replace("_", " "))
    if named is not None:
        if named >= 0:
            return today - timedelta(days=named)
        return today - timedelta(days=today.weekday()) if named == -1 else today.replace(day=1)
    if found := _AGO.fullmatch(words):
        length = {"n": 1, "d": 1, "w": 7}.get(found[2][0], 0) or (7 if found[2] == "tuan" else 30)
        return today - timedelta(days=int(found[1]) * length)
    for pattern, order in ((_ISO, "ymd"), (_MONTH, "my"), (_DAY, "dmy"), (_YEAR, "y")):
        if found := pattern.fullmatch(words):
            return _date(dict(zip(order, found.groups(), strict=True)), today)
    return None


def _date(parts: dict[str, str | None], today: date) -> date | None:
    year = int(parts.get("y") or today.year)
    try:
        day = date(year + 2000 if year < 100 else year, int(parts.get("m") or 1), int(parts.get("d") or 1))
    except ValueError:
        return None
    if not parts.get("y") and day > today:  # "15/12" in March is last December
        day = day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else day
    return day if 1970 <= day.year <= 2200 else None


def beginning_of(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE).astimezone(UTC)


def today_at_the_office() -> date:
    return datetime.now(OFFICE_ZONE).date()

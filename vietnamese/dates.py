"""Dates as official documents write them (Nghị định 30/2020, Phụ lục I): "ngày 05 tháng 7 năm 2026"."""

from __future__ import annotations

import re
from datetime import date

from .folding import fold

_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) ?thang (\d{1,2}) ?nam (\d{4})(?!\d)")
_IN_FIGURES = re.compile(r"(?<![\d/.\-])(\d{1,2})\s?([/.\-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/\-])")
_ISO = re.compile(r"(?<![\d/.\-])(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONGEST = 2000


def format_date(day: date) -> str:
    """With the noughts the decree asks for: days under 10, and the months 1 and 2."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def format_date_in_figures(day: date) -> str:
    """05/07/2026, for lists."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def parse_date(text: str) -> date | None:
    """The first date in ``text``: in words (marks or none), as 05/7/2026, 05-7-2026 or 5.7.2026, or ISO 8601. None if
    there is none, or none that the calendar has."""
    folded = " ".join(fold(text[:_LONGEST]).split())
    found: list[tuple[int, int, int, int]] = []
    for match in _IN_WORDS.finditer(folded):
        found.append((match.start(), int(match[3]), int(match[2]), int(match[1])))
    for match in _IN_FIGURES.finditer(folded):
        found.append((match.start(), int(match[4]), int(match[3]), int(match[1])))
    for match in _ISO.finditer(folded):
        found.append((match.start(), int(match[1]), int(match[2]), int(match[3])))
    for _, year, month, day in sorted(found):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return None

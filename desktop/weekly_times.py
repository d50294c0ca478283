"""When a standing conference is held, as an IT office writes it: "thứ Hai 08:00–09:30", "T5 14:00", "CN 20:00"."""

from __future__ import annotations

import re

from conference import WeeklyTime
from vietnamese.folding import fold

_DAYS = {name: number for number, name in enumerate(("hai", "ba", "tu", "nam", "sau", "bay"))}
_TIME = re.compile(
    r"(?:(?:thu )?(hai|ba|tu|nam|sau|bay)|t([2-7])|(chu nhat|cn)),? (\d{1,2})[:h](\d{2})"
    r"(?: ?(?:-|den) ?(\d{1,2})[:h](\d{2}))?"
)
_USUAL = 60


def read_weekly_time(written: str) -> WeeklyTime:
    """Without an end it lasts an hour. Raises `ValueError` for what is no time of a week."""
    match = _TIME.fullmatch(" ".join(fold(written).lower().split()))
    if match is None:
        raise ValueError(written)
    weekday = _DAYS[match[1]] if match[1] else int(match[2]) - 2 if match[2] else 6
    hour, minute = int(match[4]), int(match[5])
    until = int(match[6]) * 60 + int(match[7]) if match[6] else hour * 60 + minute + _USUAL
    minutes = until - hour * 60 - minute
    if hour > 23 or minute > 59 or (match[6] and (int(match[6]) > 24 or int(match[7]) > 59)) or minutes <= 0:
        raise ValueError(written)
    return WeeklyTime(weekday, hour, minute, minutes)

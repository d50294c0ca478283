"""Dates of the story, always counted from the moment the demo starts, in the time of Việt Nam."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ..mailbox.calendar_text import VIETNAM

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKLY = {"mon": 0, "fri": 4}
_HOLE = re.compile(r"\{([^{}\n]*)\}")


def moment(written: str, now: datetime) -> datetime:
    """``-12 08:45``: twelve working days before today at 08:45; ``now-35m``: 35 minutes before now; ``fri-2 16:10``:
    two weeks before the last Friday (or ``mon``: Monday) that is over."""
    if written.startswith("now-"):
        return (now - timedelta(minutes=int(written[4:-1]))).astimezone(VIETNAM)
    days, _, clock = written.partition(" ")
    hour, _, minute = clock.partition(":")
    local = now.astimezone(VIETNAM).replace(hour=int(hour), minute=int(minute), second=17, microsecond=0)
    if days[:3] in _WEEKLY:
        last = local - timedelta(days=(local.weekday() - _WEEKLY[days[:3]] - 1) % 7 + 1)
        return last - timedelta(weeks=-int(days[3:]))
    return working_day(local, int(days))


def working_day(day: datetime, count: int) -> datetime:
    """``count`` working days after (before, if negative) ``day``, at the same time of day."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= 5:
            day += step
    return day


def filled(text: str, at: datetime) -> str:
    """Text with its dates put in, counted from the day of its mail: ``{+3}`` is 26/11/2026, ``{thứ +3}`` thứ Năm,
    26/11/2026, ``{tháng -1}`` 10/2026, ``{tuần 0}`` the week's number. Raises ValueError for any other hole."""
    return _HOLE.sub(lambda hole: _written(hole[1], at), text)


def _written(wanted: str, at: datetime) -> str:
    kind, _, number = wanted.rpartition(" ")
    count = int(number)
    if kind == "tháng":
        months = at.year * 12 + at.month - 1 + count
        return f"{months % 12 + 1}/{months // 12}"
    if kind == "tuần":
        return str((at + timedelta(weeks=count)).isocalendar().week)
    day = working_day(at, count)
    if kind == "thứ":
        return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"
    if kind:
        raise ValueError(f"unknown hole: {wanted}")
    return f"{day:%d/%m/%Y}"

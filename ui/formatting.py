"""How moments, sizes, people and durations are written on screen, in the language in force. Used by every page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def address(self) -> str: ...


translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name lupdate looks for
    return text


_SHORT_DAYS = (
    QT_TRANSLATE_NOOP("formatting", "T2"),
    QT_TRANSLATE_NOOP("formatting", "T3"),
    QT_TRANSLATE_NOOP("formatting", "T4"),
    QT_TRANSLATE_NOOP("formatting", "T5"),
    QT_TRANSLATE_NOOP("formatting", "T6"),
    QT_TRANSLATE_NOOP("formatting", "T7"),
    QT_TRANSLATE_NOOP("formatting", "CN"),
)
_DAYS = (
    QT_TRANSLATE_NOOP("formatting", "Thứ Hai"),
    QT_TRANSLATE_NOOP("formatting", "Thứ Ba"),
    QT_TRANSLATE_NOOP("formatting", "Thứ Tư"),
    QT_TRANSLATE_NOOP("formatting", "Thứ Năm"),
    QT_TRANSLATE_NOOP("formatting", "Thứ Sáu"),
    QT_TRANSLATE_NOOP("formatting", "Thứ Bảy"),
    QT_TRANSLATE_NOOP("formatting", "Chủ nhật"),
)


OFFICE_TIME = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""One clock for mail, meetings and documents, whatever this PC's is set to. Viet Nam has had no other since 1975."""


def local(moment: datetime) -> datetime:
    """In the office's time."""
    return moment.astimezone(OFFICE_TIME)


def time_of_day(moment: datetime) -> str:
    return f"{local(moment):%H:%M}"


def day(value: date) -> str:
    """16/11/2026"""
    return f"{value:%d/%m/%Y}"


def short_moment(moment: datetime, now: datetime | None = None) -> str:
    """For a row: 10:42 today, Hôm qua, T2 16/11 this year, 16/11/2025 before."""
    there, here = local(moment), local(now or datetime.now(OFFICE_TIME))
    days = (here.date() - there.date()).days
    if days == 0:
        return f"{there:%H:%M}"
    if days == 1:
        return translate("formatting", "Hôm qua")
    if there.year == here.year and days > 0:
        return f"{translate('formatting', _SHORT_DAYS[there.weekday()])} {there:%d/%m}"
    return day(there.date())


def full_moment(moment: datetime) -> str:
    """For a head: Thứ Hai, 16/11/2026, 10:42"""
    there = local(moment)
    return f"{translate('formatting', _DAYS[there.weekday()])}, {day(there.date())}, {there:%H:%M}"


def span(start: datetime, end: datetime) -> str:
    """Thứ Hai, 16/11/2026, 08:30–10:00; both days where they differ."""
    if local(start).date() == local(end).date():
        return f"{full_moment(start)}–{time_of_day(end)}"
    return f"{full_moment(start)} – {full_moment(end)}"


def group_of(moment: datetime, now: datetime | None = None) -> str:
    """Heading of a group of rows: Hôm nay, Hôm qua, Tuần này, Tuần trước, Tháng 10/2026."""
    there, here = local(moment).date(), local(now or datetime.now(OFFICE_TIME)).date()
    days = (here - there).days
    if days <= 0:
        return translate("formatting", "Hôm nay")
    if days == 1:
        return translate("formatting", "Hôm qua")
    if days <= here.weekday():
        return translate("formatting", "Tuần này")
    if days <= here.weekday() + 7:
        return translate("formatting", "Tuần trước")
    return translate("formatting", "Tháng {month}").format(month=f"{there.month}/{there.year}")


def size(count: int) -> str:
    """Bytes as 640 KB or 1,2 MB, with the language's decimal sign."""
    if count < 1000:
        return f"{count} B"
    value = float(count)
    for unit in ("KB", "MB", "GB"):
        value /= 1000
        if value < 999.5 or unit == "GB":
            digits = 0 if value >= 100 or unit == "KB" else 1
            return f"{QLocale().toString(value, 'f', digits)} {unit}"
    raise AssertionError


def number(value: int) -> str:
    """12.345 (Vietnamese) or 12,345 (English)."""
    return QLocale().toString(value)


def person(who: _Named | None) -> str:
    """A name, or the address of who has none."""
    if who is None:
        return translate("formatting", "(không rõ người gửi)")
    return who.name.strip() or who.address


def people(persons: Sequence[_Named], limit: int = 3) -> str:
    """Trần Quốc Khánh, Lê Thị Thu Hương và 3 người khác"""
    names = ", ".join(person(one) for one in persons[:limit])
    if len(persons) > limit:
        return translate("formatting", "{names} và {count} người khác").format(names=names, count=len(persons) - limit)
    return names


def initials(name: str) -> str:
    """Two letters for a round mark: of the given name's last two words, as Vietnamese names are told apart."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in words[-2:]).upper()


def duration(seconds: float) -> str:
    """04:09 or 1:04:09"""
    whole = max(0, int(seconds))
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes:02}:{whole % 60:02}"

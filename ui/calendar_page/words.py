"""Dates, times and states of the calendar in words. Moments are given in the calendar's own zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from mail import Answer, FreeBusy, ItemKind
from ui import formatting

from .geometry import last_day
from .holidays import holiday_on
from .shown_event import ShownEvent

translate = QCoreApplication.translate


def weekday(day: date) -> str:
    return (
        translate("calendar_words", "Thứ Hai"),
        translate("calendar_words", "Thứ Ba"),
        translate("calendar_words", "Thứ Tư"),
        translate("calendar_words", "Thứ Năm"),
        translate("calendar_words", "Thứ Sáu"),
        translate("calendar_words", "Thứ Bảy"),
        translate("calendar_words", "Chủ nhật"),
    )[day.weekday()]


def short_weekday(day: date) -> str:
    return (
        translate("calendar_words", "T2"),
        translate("calendar_words", "T3"),
        translate("calendar_words", "T4"),
        translate("calendar_words", "T5"),
        translate("calendar_words", "T6"),
        translate("calendar_words", "T7"),
        translate("calendar_words", "CN"),
    )[day.weekday()]


def month(day: date) -> str:
    """Tháng 11/2026"""
    return translate("calendar_words", "Tháng {month}/{year}").format(month=day.month, year=day.year)


def full_day(day: date) -> str:
    """Thứ Hai, 23/11/2026"""
    return f"{weekday(day)}, {formatting.day(day)}"


def spoken_day(day: date, today: date) -> str:
    """For a heading or a screen reader: the day, whether it is today, and the holiday it is."""
    near = {0: translate("calendar_words", "hôm nay"), 1: translate("calendar_words", "ngày mai")}.get(
        (day - today).days, ""
    )
    return ", ".join(part for part in (full_day(day), near, holiday_on(day)) if part)


def days(first: date, last: date) -> str:
    """23–29/11/2026, 30/11 – 06/12/2026, 28/12/2026 – 03/01/2027"""
    if first == last:
        return full_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d}–{last:%d/%m/%Y}"
    if first.year == last.year:
        return f"{first:%d/%m} – {last:%d/%m/%Y}"
    return f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"


def clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def minute_of_day(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def length(minutes: int) -> str:
    """1 giờ 30 phút"""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(translate("calendar_words", "{count} giờ").format(count=hours))
    if rest or not hours:
        parts.append(translate("calendar_words", "{count} phút").format(count=rest))
    return " ".join(parts)


def times(event: ShownEvent) -> str:
    """08:00–09:30; Cả ngày; with the days where it lasts several."""
    return span(event.start, event.end, is_all_day=event.item.is_all_day)


def span(start: datetime, end: datetime, *, is_all_day: bool = False) -> str:
    last = last_day(start, end)
    if is_all_day:
        if last == start.date():
            return translate("calendar_words", "Cả ngày")
        return translate("calendar_words", "Cả ngày {days}").format(days=days(start.date(), last))
    if last == start.date():
        return f"{clock(start)}–{clock(end)}"
    return f"{clock(start)} {start:%d/%m} – {clock(end)} {end:%d/%m}"


def full_span(start: datetime, end: datetime, *, is_all_day: bool = False) -> str:
    """Thứ Hai, 23/11/2026, 08:00–09:30 (1 giờ 30 phút)"""
    last = last_day(start, end)
    if is_all_day:
        words = translate("calendar_words", "cả ngày")
        if last == start.date():
            return f"{full_day(start.date())}, {words}"
        return f"{full_day(start.date())} – {full_day(last)}, {words}"
    if last == start.date():
        minutes = round((end - start) / timedelta(minutes=1))
        return f"{full_day(start.date())}, {clock(start)}–{clock(end)} ({length(minutes)})"
    return f"{full_day(start.date())}, {clock(start)} – {full_day(end.date())}, {clock(end)}"


def title(event: ShownEvent) -> str:
    return " ".join(event.item.subject.split()) or translate("calendar_words", "(không có tên)")


def my_answer(event: ShownEvent) -> str:
    """What stands between her and the meeting, in a word; "" for her own appointments."""
    item = event.item
    if item.is_cancelled:
        return translate("calendar_words", "đã bị huỷ")
    if not item.is_meeting:
        return ""
    if item.is_organizer:
        return translate("calendar_words", "tôi mời")
    return {
        Answer.ACCEPT: translate("calendar_words", "đã nhận lời"),
        Answer.TENTATIVE: translate("calendar_words", "có thể dự"),
        Answer.DECLINE: translate("calendar_words", "đã từ chối"),
    }.get(item.my_response, translate("calendar_words", "chưa trả lời"))


def answer(value: Answer) -> str:
    """What an attendee has answered."""
    return {
        Answer.ACCEPT: translate("calendar_words", "nhận lời"),
        Answer.TENTATIVE: translate("calendar_words", "có thể dự"),
        Answer.DECLINE: translate("calendar_words", "từ chối"),
        Answer.ORGANIZER: translate("calendar_words", "người mời"),
    }.get(value, translate("calendar_words", "chưa trả lời"))


def free_busy(value: FreeBusy) -> str:
    return {
        FreeBusy.FREE: translate("calendar_words", "Rảnh"),
        FreeBusy.TENTATIVE: translate("calendar_words", "Dự kiến bận"),
        FreeBusy.BUSY: translate("calendar_words", "Bận"),
        FreeBusy.OUT_OF_OFFICE: translate("calendar_words", "Vắng mặt, đi công tác"),
        FreeBusy.WORKING_ELSEWHERE: translate("calendar_words", "Làm việc nơi khác"),
    }.get(value, translate("calendar_words", "Không rõ"))


def states(event: ShownEvent) -> list[str]:
    """Everything an icon or a colour says of an event, in words."""
    item = event.item
    found = [my_answer(event)]
    if item.kind in (ItemKind.OCCURRENCE, ItemKind.SERIES):
        found.append(translate("calendar_words", "lặp lại"))
    elif item.kind is ItemKind.EXCEPTION:
        found.append(translate("calendar_words", "buổi đã đổi của lịch lặp lại"))
    if event.has_conflict:
        found.append(translate("calendar_words", "trùng giờ với lịch khác"))
    if item.busy not in (FreeBusy.BUSY, FreeBusy.NO_DATA):
        found.append(free_busy(item.busy).lower())
    if item.is_private:
        found.append(translate("calendar_words", "riêng tư"))
    if item.is_pending:
        found.append(translate("calendar_words", "sẽ gửi khi có mạng"))
    return [one for one in found if one]


def spoken(event: ShownEvent) -> str:
    """The whole event in one sentence, for a screen reader and the tool tip."""
    item = event.item
    parts = [title(event), full_span(event.start, event.end, is_all_day=item.is_all_day), item.location]
    return ", ".join(part for part in (*parts, *states(event), *item.categories) if part)

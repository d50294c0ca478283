"""A recurrence in words: "Thứ Hai hằng tuần, đến 31/12/2026"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mail import AbsoluteMonthly, AbsoluteYearly, Daily, Day, Recurrence, RelativeMonthly, RelativeYearly, Week, Weekly
from ui import formatting

WORKING_DAYS = (Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY, Day.FRIDAY)
ALL_DAYS = (*WORKING_DAYS, Day.SATURDAY, Day.SUNDAY)


def day_name(day: Day) -> str:
    translate = QCoreApplication.translate
    return {
        Day.MONDAY: translate("calendar_words", "Thứ Hai"),
        Day.TUESDAY: translate("calendar_words", "Thứ Ba"),
        Day.WEDNESDAY: translate("calendar_words", "Thứ Tư"),
        Day.THURSDAY: translate("calendar_words", "Thứ Năm"),
        Day.FRIDAY: translate("calendar_words", "Thứ Sáu"),
        Day.SATURDAY: translate("calendar_words", "Thứ Bảy"),
        Day.SUNDAY: translate("calendar_words", "Chủ nhật"),
        Day.ANY: translate("calendar_words", "ngày"),
        Day.WEEKDAY: translate("calendar_words", "ngày làm việc"),
        Day.WEEKEND: translate("calendar_words", "ngày cuối tuần"),
    }[day]


def week_name(week: Week) -> str:
    translate = QCoreApplication.translate
    return {
        Week.FIRST: translate("calendar_words", "đầu tiên"),
        Week.SECOND: translate("calendar_words", "thứ hai"),
        Week.THIRD: translate("calendar_words", "thứ ba"),
        Week.FOURTH: translate("calendar_words", "thứ tư"),
        Week.LAST: translate("calendar_words", "cuối cùng"),
    }[week]


def day_of_week_name(day: Day, week: Week) -> str:
    """Which day of a month: "Thứ Hai đầu tiên"; other languages put the two the other way round."""
    both = QCoreApplication.translate("calendar_words", "{day} {week}")
    return both.format(day=day_name(day), week=week_name(week))


def recurrence_in_words(recurrence: Recurrence) -> str:
    translate = QCoreApplication.translate
    words = _pattern(recurrence)
    if recurrence.last is not None:
        until = translate("calendar_words", "đến {day}").format(day=formatting.day(recurrence.last))
        return f"{words}, {until}"
    if recurrence.count is not None:
        return f"{words}, {translate('calendar_words', '{count} lần').format(count=recurrence.count)}"
    return words


def _pattern(recurrence: Recurrence) -> str:
    translate = QCoreApplication.translate
    match recurrence.pattern:
        case Daily(interval):
            if interval == 1:
                return translate("calendar_words", "Hằng ngày")
            return translate("calendar_words", "Cứ {count} ngày một lần").format(count=interval)
        case Weekly(days, interval):
            if set(days) == set(WORKING_DAYS) and interval == 1:
                return translate("calendar_words", "Các ngày làm việc hằng tuần")
            names = ", ".join(day_name(day) for day in ALL_DAYS if day in days)
            if interval == 1:
                return translate("calendar_words", "{days} hằng tuần").format(days=names)
            return translate("calendar_words", "{days}, cứ {count} tuần một lần").format(days=names, count=interval)
        case AbsoluteMonthly(day, interval):
            if interval == 1:
                return translate("calendar_words", "Ngày {day} hằng tháng").format(day=day)
            words = translate("calendar_words", "Ngày {day}, cứ {count} tháng một lần")
            return words.format(day=day, count=interval)
        case RelativeMonthly(day, week, interval):
            which = day_of_week_name(day, week)
            if interval == 1:
                return translate("calendar_words", "{which} của mỗi tháng").format(which=which)
            return translate("calendar_words", "{which}, cứ {count} tháng một lần").format(which=which, count=interval)
        case AbsoluteYearly(day, month):
            return translate("calendar_words", "Ngày {day}/{month} hằng năm").format(day=day, month=month)
        case RelativeYearly(day, week, month):
            which = day_of_week_name(day, week)
            return translate("calendar_words", "{which} của tháng {month} hằng năm").format(which=which, month=month)

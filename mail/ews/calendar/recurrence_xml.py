"""A Recurrence of EWS as ours, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from exchangelib.util import create_element

from ...calendar.model import (
    AbsoluteMonthly,
    AbsoluteYearly,
    Daily,
    Day,
    Pattern,
    Recurrence,
    RelativeMonthly,
    RelativeYearly,
    Week,
    Weekly,
)
from ..soap_shapes import T, number_of, text_of

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_recurrence(element: Any) -> Recurrence | None:
    """None for none, and for one that cannot be understood: then it is a single item."""
    if element is None:
        return None
    pattern: Pattern | None = None
    first: date | None = None
    last: date | None = None
    count: int | None = None
    for part in element:
        name = part.tag.removeprefix(T) if isinstance(part.tag, str) else ""
        try:
            if name.endswith("Recurrence") and name != "Recurrence" and "Range" not in name and name not in _RANGES:
                pattern = _pattern(name, part)
            elif name in _RANGES:
                first = _day(part, "StartDate")
                last = _day(part, "EndDate") if name == "EndDateRecurrence" else None
                count = number_of(part, f"{T}NumberOfOccurrences") if name == "NumberedRecurrence" else None
        except ValueError:
            return None
    return None if pattern is None or first is None else Recurrence(pattern, first, last, count)


_RANGES = ("NoEndRecurrence", "EndDateRecurrence", "NumberedRecurrence")


def _pattern(name: str, part: Any) -> Pattern | None:
    interval = number_of(part, f"{T}Interval") or 1
    match name:
        case "DailyRecurrence":
            return Daily(interval)
        case "WeeklyRecurrence":
            days = tuple(Day(one) for one in text_of(part, f"{T}DaysOfWeek").split())
            first_day = text_of(part, f"{T}FirstDayOfWeek").strip()
            # Without the element (Exchange 2007) the week begins as everywhere in Outlook's default.
            return Weekly(days, interval, Day(first_day) if first_day else Day.SUNDAY)
        case "AbsoluteMonthlyRecurrence":
            return AbsoluteMonthly(number_of(part, f"{T}DayOfMonth"), interval)
        case "RelativeMonthlyRecurrence":
            return RelativeMonthly(*_relative(part), interval)
        case "AbsoluteYearlyRecurrence":
            return AbsoluteYearly(number_of(part, f"{T}DayOfMonth"), _month(part))
        case "RelativeYearlyRecurrence":
            return RelativeYearly(*_relative(part), _month(part))
    return None


def _relative(part: Any) -> tuple[Day, Week]:
    return Day(text_of(part, f"{T}DaysOfWeek").strip()), Week(text_of(part, f"{T}DayOfWeekIndex").strip())


def _month(part: Any) -> int:
    return _MONTHS.index(text_of(part, f"{T}Month").strip()) + 1


def _day(part: Any, name: str) -> date:
    """xs:date, with or without the offset of a zone behind it."""
    return date.fromisoformat(text_of(part, f"{T}{name}").strip()[:10])


def recurrence_xml(recurrence: Recurrence) -> Any:
    element = create_element("t:Recurrence")
    element.append(_pattern_xml(recurrence.pattern))
    if recurrence.count is not None:
        limits: Any = _with("t:NumberedRecurrence", StartDate=recurrence.first, NumberOfOccurrences=recurrence.count)
    elif recurrence.last is not None:
        limits = _with("t:EndDateRecurrence", StartDate=recurrence.first, EndDate=recurrence.last)
    else:
        limits = _with("t:NoEndRecurrence", StartDate=recurrence.first)
    element.append(limits)
    return element


def _pattern_xml(pattern: Pattern) -> Any:
    match pattern:
        case Daily(interval):
            return _with("t:DailyRecurrence", Interval=interval)
        case Weekly(days, interval, first_day):
            names = " ".join(day.value for day in days)
            return _with("t:WeeklyRecurrence", Interval=interval, DaysOfWeek=names, FirstDayOfWeek=first_day.value)
        case AbsoluteMonthly(day, interval):
            return _with("t:AbsoluteMonthlyRecurrence", Interval=interval, DayOfMonth=day)
        case RelativeMonthly(week_day, week, interval):
            return _with(
                "t:RelativeMonthlyRecurrence", Interval=interval, DaysOfWeek=week_day.value, DayOfWeekIndex=week.value
            )
        case AbsoluteYearly(day, month):
            return _with("t:AbsoluteYearlyRecurrence", DayOfMonth=day, Month=_MONTHS[month - 1])
        case RelativeYearly(week_day, week, month):
            return _with(
                "t:RelativeYearlyRecurrence",
                DaysOfWeek=week_day.value,
                DayOfWeekIndex=week.value,
                Month=_MONTHS[month - 1],
            )


def _with(tag: str, **children: object) -> Any:
    element = create_element(tag)
    for name, value in children.items():
        child = create_element(f"t:{name}")
        child.text = str(value)
        element.append(child)
    return element

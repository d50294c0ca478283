"""Recurrences against an independent reading: day by day through the calendar, asking of each whether it is one."""

from __future__ import annotations

import calendar
import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mail import (
    AbsoluteMonthly,
    AbsoluteYearly,
    Daily,
    Day,
    Recurrence,
    RelativeMonthly,
    RelativeYearly,
    Week,
    Weekly,
)
from mail.calendar.expansion import MOST_AT_ONCE, days, last_day, number_of

WEEK = list(Day)[:7]
FIRST = date(2024, 1, 1)


def is_kind(day: date, wanted: Day) -> bool:
    weekday = day.weekday()
    if wanted is Day.ANY:
        return True
    if wanted is Day.WEEKDAY:
        return weekday < 5
    if wanted is Day.WEEKEND:
        return weekday >= 5
    return WEEK[weekday] is wanted


def is_day_of_month(day: date, wanted: int) -> bool:
    return day.day == min(wanted, calendar.monthrange(day.year, day.month)[1])


def is_day_of_week(day: date, wanted: Day, week: Week) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    fitting = [n for n in range(1, length + 1) if is_kind(day.replace(day=n), wanted)]
    place = {"First": 0, "Second": 1, "Third": 2, "Fourth": 3, "Last": -1}[week.value]
    return fitting[place] == day.day


def is_one(recurrence: Recurrence, day: date) -> bool:
    """Whether ``day`` (at or after the first) is one of the pattern's, said without any rule engine."""
    first = recurrence.first
    months = (day.year - first.year) * 12 + day.month - first.month
    match recurrence.pattern:
        case Daily(interval):
            return (day - first).days % interval == 0
        case Weekly(chosen, interval, first_day):
            start = WEEK.index(first_day)
            week_of = lambda one: (one - timedelta(days=(one.weekday() - start) % 7)).toordinal() // 7  # noqa: E731
            return WEEK[day.weekday()] in chosen and (week_of(day) - week_of(first)) % interval == 0
        case AbsoluteMonthly(wanted, interval):
            return months % interval == 0 and is_day_of_month(day, wanted)
        case RelativeMonthly(wanted_day, week, interval):
            return months % interval == 0 and is_day_of_week(day, wanted_day, week)
        case AbsoluteYearly(wanted, month):
            return day.month == month and is_day_of_month(day, wanted)
        case RelativeYearly(wanted_day, week, month):
            return day.month == month and is_day_of_week(day, wanted_day, week)


def naively(recurrence: Recurrence, until: date) -> Iterator[date]:
    count, day = 0, recurrence.first
    while day <= until and (recurrence.last is None or day <= recurrence.last):
        if is_one(recurrence, day):
            count += 1
            if recurrence.count is not None and count > recurrence.count:
                return
            yield day
        day += timedelta(days=1)


any_day = st.sampled_from(list(Day))
week_day = st.sampled_from(WEEK)
pattern = st.one_of(
    st.builds(Daily, st.integers(1, 40)),
    st.builds(Weekly, st.lists(week_day, min_size=1, unique=True).map(tuple), st.integers(1, 9), week_day),
    st.builds(AbsoluteMonthly, st.integers(1, 31), st.integers(1, 14)),
    st.builds(RelativeMonthly, any_day, st.sampled_from(list(Week)), st.integers(1, 14)),
    st.builds(AbsoluteYearly, st.integers(1, 31), st.integers(1, 12)),
    st.builds(RelativeYearly, any_day, st.sampled_from(list(Week)), st.integers(1, 12)),
)
a_date = st.dates(FIRST, date(2026, 12, 31))
recurrences = st.one_of(
    st.builds(Recurrence, pattern, a_date),
    st.builds(Recurrence, pattern, a_date, last=st.dates(FIRST, date(2029, 12, 31))),
    st.builds(Recurrence, pattern, a_date, count=st.integers(1, 40)),
)


@settings(max_examples=400, deadline=None)
@given(recurrences, st.dates(FIRST, date(2029, 12, 31)), st.integers(0, 800))
@example(Recurrence(AbsoluteMonthly(31), date(2024, 1, 31)), date(2024, 1, 1), 800)
@example(Recurrence(AbsoluteYearly(29, 2), date(2024, 2, 29)), date(2024, 1, 1), 1500)
@example(Recurrence(RelativeMonthly(Day.WEEKDAY, Week.LAST), date(2024, 1, 1)), date(2025, 6, 1), 800)
@example(Recurrence(Weekly((Day.SUNDAY, Day.MONDAY), 2, Day.SUNDAY), date(2024, 1, 1)), date(2025, 1, 1), 90)
def test_any_window_shows_what_walking_day_by_day_finds(recurrence: Recurrence, begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    assert list(days(recurrence, begin, end)) == [day for day in naively(recurrence, end) if day >= begin]


@settings(max_examples=100, deadline=None)
@given(recurrences)
def test_each_occurrence_has_its_number(recurrence: Recurrence) -> None:
    found = list(naively(recurrence, recurrence.first + timedelta(days=900)))[:30]
    assert [number_of(recurrence, day) for day in found] == list(range(1, len(found) + 1))
    stranger = recurrence.first + timedelta(days=1)
    if not is_one(recurrence, stranger):
        assert number_of(recurrence, stranger) is None


@settings(max_examples=100, deadline=None)
@given(pattern, a_date, st.integers(1, 30))
def test_a_count_ends_on_the_day_of_the_last(wanted: object, first: date, count: int) -> None:
    recurrence = Recurrence(wanted, first, count=count)  # type: ignore[arg-type]
    assert list(days(recurrence, first, date(2090, 1, 1)))[-1:] == [last_day(recurrence)]
    assert len(list(days(recurrence, first, date(4000, 1, 1)))) == count


HOSTILE = [
    Recurrence(Daily(-5), date(1601, 1, 1)),
    Recurrence(Daily(10**9), date(2000, 1, 1), count=10**9),
    Recurrence(Weekly(()), date(1601, 1, 1), count=-3),
    Recurrence(Weekly((Day.ANY,), 0), date(1601, 1, 1), date(9999, 12, 31)),
    Recurrence(AbsoluteYearly(31, 2), date(1601, 1, 1)),
    Recurrence(AbsoluteYearly(99, 99), date(9998, 1, 1)),
    Recurrence(AbsoluteMonthly(0, -1), date(1, 1, 1)),
    Recurrence(Daily(), date(2024, 1, 1), date(2020, 1, 1)),
    Recurrence(Daily(), date(9999, 12, 31), count=7),
]


@pytest.mark.parametrize("recurrence", HOSTILE, ids=str)
def test_a_hostile_rule_ends_and_costs_little(recurrence: Recurrence) -> None:
    began = time.process_time()
    assert len(list(days(recurrence, date(2026, 11, 1), date(2026, 12, 1)))) <= 31
    assert len(list(days(recurrence, date.min, date.max))) <= MOST_AT_ONCE
    number_of(recurrence, date(2026, 11, 1))
    assert time.process_time() - began < 5


def test_a_rule_begun_centuries_ago_is_not_walked_through() -> None:
    """Counted in what the rule engine is asked for, not in time."""
    rule = Recurrence(Daily(3), date(1601, 1, 1))
    from mail.calendar.expansion import _start_near

    assert (date(2026, 11, 22) - _start_near(rule, date(2026, 11, 22))).days < 3
    assert len(list(days(rule, date(2026, 11, 1), date(2026, 11, 30)))) == 10


def test_ten_thousand_occurrences_at_once_and_no_more() -> None:
    assert len(list(days(Recurrence(Daily(), date(2000, 1, 1)), date(2000, 1, 1), date(2100, 1, 1)))) == MOST_AT_ONCE

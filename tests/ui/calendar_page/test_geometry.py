"""Where events stand: none covers another, none is lost, days and months are what a calendar on the wall says."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ui.calendar_page import geometry

SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 400)).map(lambda pair: (pair[0], min(1440, pair[0] + pair[1]))),
    max_size=25,
)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(SPANS)
def test_overlapping_events_never_cover_each_other(spans: list[tuple[int, int]]) -> None:
    places = geometry.columns(spans)
    for one, (first, place) in enumerate(zip(spans, places, strict=True)):
        assert place.column >= 0 and place.column + place.wide <= place.of
        for second, other in list(zip(spans, places, strict=True))[:one]:
            if first[0] < second[1] and second[0] < first[1]:
                assert place.of == other.of
                assert place.column + place.wide <= other.column or other.column + other.wide <= place.column


@given(SPANS)
def test_no_more_columns_than_events_at_one_moment(spans: list[tuple[int, int]]) -> None:
    shown = [(start, max(end, start + 20)) for start, end in spans]
    most = max((sum(start <= at < end for start, end in shown) for at, _ in shown), default=0)
    assert max((place.of for place in geometry.columns(spans)), default=0) == most


def test_an_event_alone_has_the_whole_width_and_a_short_one_takes_what_is_free() -> None:
    assert geometry.columns([(480, 540), (540, 600)]) == [geometry.Place(0, 1), geometry.Place(0, 1)]
    three = geometry.columns([(480, 600), (480, 540), (490, 530), (545, 600)])
    assert three[0] == geometry.Place(0, 3) and three[3] == geometry.Place(1, 3, 2)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair))), max_size=25))
def test_bands_of_days_never_share_a_lane_on_a_day(spans: list[tuple[int, int]]) -> None:
    found = geometry.lanes(spans)
    for day in range(50):
        there = [lane for (first, last), lane in zip(spans, found, strict=True) if first <= day <= last]
        assert len(there) == len(set(there))


@given(DAYS)
def test_a_month_is_whole_weeks_from_monday_and_every_day_once(day: date) -> None:
    weeks = geometry.month_weeks(day)
    assert [list(week) for week in weeks] == calendar.Calendar(0).monthdatescalendar(day.year, day.month)


@given(DAYS, st.integers(-40, 40))
def test_months_forward_and_back(day: date, count: int) -> None:
    there = geometry.add_months(day, count)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    assert there.day == min(day.day, calendar.monthrange(there.year, there.month)[1])


@given(DAYS)
def test_the_week_begins_on_monday(day: date) -> None:
    assert geometry.week(day)[0].weekday() == 0 and day in geometry.week(day)
    assert [one.weekday() for one in geometry.week(day, working_only=True)] == [0, 1, 2, 3, 4]


@given(st.integers(0, 20_000), st.integers(0, 6000))
def test_the_pieces_of_an_event_add_up_to_it(start: int, length: int) -> None:
    begin = datetime(2026, 11, 1, tzinfo=UTC)
    first, last = begin + timedelta(minutes=start), begin + timedelta(minutes=start + length)
    days = [begin.date() + timedelta(days=place) for place in range(-1, 22)]
    pieces = [geometry.minutes_on(first, last, day) for day in days]
    assert sum(piece[1] - piece[0] for piece in pieces if piece is not None) == length
    touched = [day for day, piece in zip(days, pieces, strict=True) if piece is not None]
    assert touched[0] == first.date() and touched[-1] == geometry.last_day(first, last)


@given(
    st.lists(st.tuples(st.integers(0, 1400), st.integers(1, 300)).map(lambda pair: (pair[0], sum(pair))), max_size=12),
    st.integers(15, 240),
)
def test_the_next_free_time_is_free_and_the_first(busy: list[tuple[int, int]], length: int) -> None:
    def is_free(start: int) -> bool:
        return all(end <= start or begin >= start + length for begin, end in busy)

    found = geometry.first_free(busy, length, 420, 1080)
    free = [start for start in range(420, 1080 - length + 1, 15) if is_free(start)]
    assert found == (free[0] if free else None)

"""Official dates, written and read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.dates import format_date, format_date_in_figures, parse_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 7, 5), "ngày 05 tháng 7 năm 2026"),
        (date(2026, 1, 15), "ngày 15 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_noughts_stand_where_the_decree_wants_them(day: date, written: str) -> None:
    assert format_date(day) == written


@pytest.mark.parametrize(
    "text",
    [
        "Hà Nội, ngày 05 tháng 7 năm 2026",
        "ngay 5 thang 07 nam 2026",
        "NGÀY 05 THÁNG 7 NĂM 2026",
        "05/7/2026",
        "5-7-2026",
        "05.07.2026",
        "ngày 05/07/2026;",
        "2026-07-05",
        "số 12/2024/TT-BLĐPTXH ngày 05/7/2026",
    ],
)
def test_every_way_of_writing_it(text: str) -> None:
    assert parse_date(text) == date(2026, 7, 5)


@pytest.mark.parametrize(
    "text", ["", "31/02/2026", "tháng 7 năm 2026", "12/2024/TT-A", "1/2", "24/12/4373/5", "ngày mai"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_what_is_written_is_read(day: date) -> None:
    assert parse_date(format_date(day)) == parse_date(format_date_in_figures(day)) == parse_date(day.isoformat()) == day


@given(st.text(st.sampled_from("0123456789/.- ngàythángnăm")))
def test_no_text_breaks_it(text: str) -> None:
    parse_date(text)

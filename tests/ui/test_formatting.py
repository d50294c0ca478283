"""Moments, sizes and names as they are written on screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication

from mail import Person
from ui import formatting
from ui.translations import install

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=formatting.OFFICE_TIME)  # a Sunday
HANOI = timezone(timedelta(hours=7))


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    install(qapp, "vi")
    yield
    install(qapp, "vi")


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (NOW.replace(hour=10, minute=42), "10:42"),
        (NOW - timedelta(days=1), "Hôm qua"),
        (NOW.replace(day=16), "T2 16/11"),
        (NOW.replace(day=15), "CN 15/11"),
        (NOW.replace(year=2025), "22/11/2025"),
        (NOW + timedelta(days=3), "25/11/2026"),
    ],
)
def test_a_row_says_when(moment: datetime, written: str) -> None:
    assert formatting.short_moment(moment, NOW) == written


def test_moments_are_shown_in_the_offices_time() -> None:
    there = datetime(2026, 11, 22, 3, 42, tzinfo=UTC)
    assert formatting.time_of_day(there) == "10:42"
    assert formatting.short_moment(there.astimezone(HANOI), there) == formatting.short_moment(there, there)


def test_a_head_says_the_whole_moment() -> None:
    assert formatting.full_moment(NOW) == "Chủ nhật, 22/11/2026, 15:30"
    assert formatting.span(NOW, NOW + timedelta(minutes=90)) == "Chủ nhật, 22/11/2026, 15:30–17:00"
    assert formatting.span(NOW, NOW + timedelta(days=1)).count("2026") == 2


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (0, "Hôm nay"),
        (1, "Hôm qua"),
        (3, "Tuần này"),
        (6, "Tuần này"),
        (7, "Tuần trước"),
        (13, "Tuần trước"),
        (30, "Tháng 10/2026"),
    ],
)
def test_rows_are_grouped(days: int, group: str) -> None:
    assert formatting.group_of(NOW - timedelta(days=days), NOW) == group


@pytest.mark.parametrize(
    ("count", "written"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 KB"),
        (640_000, "640 KB"),
        (1_240_000, "1,2 MB"),
        (999_900, "1,0 MB"),
        (25_000_000_000, "25,0 GB"),
    ],
)
def test_sizes(count: int, written: str) -> None:
    assert formatting.size(count) == written


def test_english_has_its_own_words_and_signs(qapp: QApplication) -> None:
    install(qapp, "en")
    assert formatting.short_moment(NOW.replace(day=16), NOW) == "Mon 16/11"
    assert formatting.size(1_240_000) == "1.2 MB"
    assert formatting.number(12_345) == "12,345"


def test_numbers_and_days() -> None:
    assert formatting.number(12_345) == "12.345"
    assert formatting.day(date(2026, 3, 1)) == "01/03/2026"


def test_people() -> None:
    khanh, huong = Person("Trần Quốc Khánh", "khanh.tq@boldptxh.example"), Person("", "huong@boldptxh.example")
    assert formatting.person(huong) == "huong@boldptxh.example"
    assert formatting.person(None) == "(không rõ người gửi)"
    assert formatting.people([khanh, huong]) == "Trần Quốc Khánh, huong@boldptxh.example"
    assert formatting.people([khanh] * 5, limit=2) == "Trần Quốc Khánh, Trần Quốc Khánh và 3 người khác"


def test_initials_are_of_the_given_name() -> None:
    assert formatting.initials("Nguyễn Thị Minh Hạnh") == "MH"
    assert formatting.initials("đức") == "Đ"
    assert formatting.initials("  ") == ""


def test_durations() -> None:
    assert formatting.duration(249.9) == "04:09"
    assert formatting.duration(3849) == "1:04:09"
    assert formatting.duration(-3) == "00:00"

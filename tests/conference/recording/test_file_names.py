"""Names that every file system takes and a person can read."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from conference.recording.file_names import file_stem, folder_name, not_taken, safe_name

BEGAN = datetime(2026, 11, 16, 8, 30, tzinfo=timezone(timedelta(hours=7)))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Họp giao ban Bộ – tỉnh Hải Hà", "Họp giao ban Bộ – tỉnh Hải Hà"),
        ("Họp 16/11: triển khai NĐ 30?", "Họp 16 11 triển khai NĐ 30"),
        ("..\\..\\windows", "windows"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "_CON"),
        ("aux.họp", "_aux.họp"),
        ("Lpt1", "_Lpt1"),
        ("Contoso", "Contoso"),
        ("  hai\n dòng\t", "hai dòng"),
        ("kết thúc bằng chấm...", "kết thúc bằng chấm"),
        ("đảo\u202egnort", "đảo gnort"),
        ("", "_"),
        ("???", "_"),
    ],
)
def test_what_a_person_typed_becomes_a_name(typed: str, name: str) -> None:
    assert safe_name(typed) == name


def test_names_stay_short_in_letters_and_bytes() -> None:
    for letter in ("a", "ộ", "\U0001f4f9"):
        assert len(safe_name(letter * 500)) <= 60
        assert len((file_stem(letter * 500, letter * 500, BEGAN) + "-12.ts").encode()) <= 255
        assert len(file_stem(letter * 500, letter * 500, BEGAN) + "-12.ts") <= 120


def test_marks_typed_apart_are_the_same_name() -> None:
    assert safe_name(unicodedata.normalize("NFD", "Họp giao ban")) == safe_name("Họp giao ban")


def test_folders_stand_in_the_order_of_time(tmp_path: Path) -> None:
    assert folder_name("Họp giao ban", BEGAN) == "2026-11-16 08h30 Họp giao ban"
    (tmp_path / "Họp").mkdir()
    assert not_taken(tmp_path, "Họp").name == "Họp (2)"
    (tmp_path / "Họp (2)").mkdir()
    assert not_taken(tmp_path, "Họp").name == "Họp (3)"

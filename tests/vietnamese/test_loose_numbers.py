"""Numbers written without their letters are found with the document they may mean; other figures are left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.loose_numbers import find_loose_numbers, fits


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "written", "key"),
    [
        ("theo tt 9/2015 nhé", "tt 9/2015", "9 2015 tt bldtbxh"),
        ("Thông tư số 09/2015,", "Thông tư số 09/2015", "9 2015 tt bldtbxh"),
        ("căn cứ NĐ 30/2020.", "NĐ 30/2020", "30 2020 nd cp"),
        ("nghị định 30 năm 2020", "nghị định 30 năm 2020", "30 2020 nd cp"),
        ("thong tu 09 2015", "thong tu 09 2015", "9 2015 tt bldtbxh"),
        ("TT-09/2015", "TT-09/2015", "9 2015 tt bldtbxh"),
        ("TT09/2015/TT-BLĐTBXH", "TT09/2015/TT-BLĐTBXH", "9 2015 tt bldtbxh"),
        ("luật 117/2025/qh15", "luật 117/2025/qh15", "117 2025 qh15"),
        ("quyết định số: 12-2019", "quyết định số: 12-2019", "12 2019 qd ttg"),
    ],
)
def test_what_people_write_is_found(text: str, written: str, key: str, form: str) -> None:
    text, written = unicodedata.normalize(form, text), unicodedata.normalize(form, written)
    (found,) = find_loose_numbers(text)
    assert text[found.start : found.end] == written
    assert fits(found.keys, key)
    assert not fits(found.keys, "9 2016 tt bldtbxh")


@pytest.mark.parametrize(
    "text",
    ["họp 9/2015", "ngày 1/2/2026", "quyết định 5 vấn đề", "tháng 9 năm 2015", "luật sư 2020", "tt 9", "mtt 9/2015",
     "nd 1/2015/3", "NĐ 30", "2015", ""],
)  # fmt: skip
def test_other_figures_are_left_alone(text: str) -> None:
    assert find_loose_numbers(text) == []


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    for found in find_loose_numbers(text):
        assert 0 <= found.start < found.end <= len(text)

"""Folding: two spellings of one word meet, and what was found can be marked in the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.folding import fold, fold_in_place, fold_with_offsets, normalise, words

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđĐÐðbcghklmnpqrstvx 0129/-\u00ad\u200b‑"
)
texts = st.text(st.sampled_from(VIETNAMESE)) | st.text()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nghị định về thuế", "nghi dinh ve thue"),
        ("ĐƯỜNG BỘ", "duong bo"),
        ("BLÐTBXH", "bldtbxh"),  # U+00D0
        ("TTLT‑BLĐTBXH – BYT", "ttlt-bldtbxh - byt"),
        ("Thông\u200b tư\u00ad", "thong tu"),
        (unicodedata.normalize("NFD", "Thuế suất"), "thue suat"),
    ],
)
def test_marks_are_dropped(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Hoà bình", "hòa bình"),
        ("hòa", "hòa"),
        ("Thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("hoàn", "hoàn"),
        ("hoài", "hoài"),
        ("quý", "quý"),
        ("qúy", "quý"),
        ("khuỷu", "khuỷu"),
        ("huỳnh", "huỳnh"),
        ("THUỶ LỢI", "thủy lợi"),
        (unicodedata.normalize("NFD", "HOÀ"), "hòa"),
        ("Ðiều", "điều"),
    ],
)
def test_tones_stand_where_school_puts_them(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_words_are_syllables_and_numbers() -> None:
    assert words("Điều 12a. Hoà giải, (thuế_suất) 10%") == ["điều", "12a", "hòa", "giải", "thuế", "suất", "10"]
    assert words(fold("Điều 12a.")) == ["dieu", "12a"]


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from(VIETNAMESE)))
def test_normalising_keeps_the_folded_form(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert fold(normalise(text)) == fold(text)
    assert fold(text).isascii()


@given(texts)
def test_offsets_lead_back(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1 and offsets[-1] == len(text)
    assert offsets == sorted(offsets)


def test_a_hit_is_marked_with_its_accents() -> None:
    text = unicodedata.normalize("NFD", "Về thuế thu nhập")
    folded, offsets = fold_with_offsets(text)
    at = folded.index("thue")
    assert unicodedata.normalize("NFC", text[offsets[at] : offsets[at + 4]]) == "thuế"


@given(st.text(alphabet=st.sampled_from("aAđĐÐếẾỹỸươƯƠ thuế-1.ß\u200b"), max_size=60))
def test_folded_in_place_every_letter_stays_where_it_is(text: str) -> None:
    folded = fold_in_place(text)
    assert len(folded) == len(text)
    assert all(one == fold(letter) for one, letter in zip(folded, text, strict=True) if letter not in "ß\u200b")

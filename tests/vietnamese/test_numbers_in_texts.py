"""Numbers found in passages of real documents, against what a reader marked there before the parser ran on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vietnamese.document_numbers import find_numbers

PASSAGES = Path(__file__).parent / "numbers_in_texts" / "passages.txt"
# Names of files and web addresses are no running text: nothing is asked about what stands in them.
SET_ASIDE = re.compile(r"^[^\n]*\.(?:docx?|pdf|rar|xlsx?|zip)[ \t]*$|https?://[^\s)]*", re.MULTILINE | re.IGNORECASE)


def marked_passages() -> Iterator[tuple[str, str, set[tuple[int, int]]]]:
    """(id, text without the marks, where the marked numbers stand in it)."""
    with PASSAGES.open(encoding="utf-8", newline="") as file:
        parts = file.read().split("\n=== ")[1:]
    for part in parts:
        title, _, marked = part.partition("\n")
        text, spans = "", set()
        for index, piece in enumerate(re.split("[⟦⟧]", marked)):
            if index % 2:
                spans.add((len(text), len(text) + len(piece)))
            text += piece
        yield title, text, spans


def test_the_marks_are_as_many_as_the_bounds_ask_for() -> None:
    passages = list(marked_passages())
    assert sum(len(spans) for _, _, spans in passages) >= 1000
    assert sum(not spans for _, _, spans in passages) >= 150  # a wrong find must have where to happen
    assert all(text[start].isdigit() and "\n" not in text[start:end] for _, text, ss in passages for start, end in ss)


def test_the_numbers_found_are_those_a_reader_marked() -> None:
    """At least 99 of 100 finds are right, to the letter, and at least 98 of 100 marked numbers are found."""
    right = wrong = missed = 0
    differences = []
    for title, text, marked in marked_passages():
        aside = [match.span() for match in SET_ASIDE.finditer(text)]
        found = {(one.start, one.end) for one in find_numbers(text)}
        found = {span for span in found if not any(start <= span[0] < end for start, end in aside)}
        right += len(found & marked)
        wrong += len(found - marked)
        missed += len(marked - found)
        differences += [f"{title}: {text[start:end]!r}" for start, end in sorted(found ^ marked)]
    assert right / (right + wrong) >= 0.99, differences
    assert right / (right + missed) >= 0.98, differences


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("theo Quyết định số599/QĐ-TTgcho phép", ["599/QĐ-TTg"]),
        ("Nghị định số 117/2013/NĐ-CPngày 07 tháng 10", ["117/2013/NĐ-CP"]),
        ("Nghị định 83/2014/NĐ - CP, phù hợp", ["83/2014/NĐ - CP"]),
        ("Luật số 45/2019/QH14 - ĐIỀU KHOẢN CHUYỂN TIẾP", ["45/2019/QH14"]),
        ("Quyết định số 947/QĐ ngày 31/7/1979", ["947/QĐ"]),
        ("Thông tư số 22/LĐTBXH ngày 29/8/1995", ["22/LĐTBXH"]),
        ("Quyết định số 07-UB/LĐTL ngày 23 tháng 01 năm 1975", ["07-UB/LĐTL"]),
        ("Quyết định số 910/2006/QĐ-BCA(C11) ngày", ["910/2006/QĐ-BCA(C11)"]),
        ("Mẫu số 01/CKNS-BC, 02/CKNS-BC và 03/CKNS-BC ban hành kèm theo Thông tư 61/2017/TT-BTC", ["61/2017/TT-BTC"]),
        ("tỷ lệ 22/LĐTBXH trong bảng; hồ sơ 01/HS; khung số 947/QĐ", []),
        ("áp dụng năm2013/TT-BTC", []),
    ],
)
def test_numbers_as_scans_and_old_texts_carry_them(text: str, raws: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_numbers(text)] == raws

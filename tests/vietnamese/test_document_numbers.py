"""Document numbers: every family and its dirt, look-alikes, look-ups as typed, hostile input."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese.document_numbers import find_numbers, number_query_keys, parse_number
from vietnamese.folding import fold

FAMILIES = [
    ("45/2019/QH14", "45 2019 qh14", None, ("QH14",)),
    ("09/2015/TT-BLĐTBXH", "9 2015 tt bldtbxh", "TT", ("BLĐTBXH",)),
    ("66.3/2025/NQ-CP", "66.3 2025 nq cp", "NQ", ("CP",)),
    ("23/2026/VBHN-TT-BTC", "23 2026 vbhn tt btc", "VBHN", ("BTC",)),
    ("15/2016/TTLT-BLĐTBXH-BTC", "15 2016 ttlt bldtbxh btc", "TTLT", ("BLĐTBXH", "BTC")),
    ("71/2007/TTLT/BTC-BNV", "71 2007 ttlt btc bnv", "TTLT", ("BTC", "BNV")),
    ("1167/QĐ-LĐTBXH", "1167 qd ldtbxh", "QĐ", ("LĐTBXH",)),
    ("12/LĐTBXH-TT", "12 ldtbxh tt", "TT", ("LĐTBXH",)),
    ("1234/LĐTBXH-BHXH", "1234 ldtbxh bhxh", None, ("LĐTBXH", "BHXH")),
    ("27-NQ/TW", "27 nq tw", "NQ", ("TW",)),
    ("84 TC/QĐ/TCT", "84 tc qd tct", "QĐ", ("TC", "TCT")),
    ("89 TC/TCT", "89 tc tct", None, ("TC", "TCT")),
    ("1033-TC/TCT", "1033 tc tct", None, ("TC", "TCT")),
    ("201-TL/LB", "201 tl lb", "TL", ("LB",)),
    ("74/CP", "74 cp", None, ("CP",)),
    ("904/1997/QĐ-TTg", "904 1997 qd ttg", "QĐ", ("TTg",)),
    ("01/2014/NQLT/CP-UBTƯMTTQVN", "1 2014 nqlt cp ubtumttqvn", "NQLT", ("CP", "UBTƯMTTQVN")),
    ("15/98/TT-BTC", "15 1998 tt btc", "TT", ("BTC",)),
    ("33/2008/QĐ-BGD&ĐT", "33 2008 qd bgddt", "QĐ", ("BGD&ĐT",)),
    ("12a/2015/TT-BTC", "12a 2015 tt btc", "TT", ("BTC",)),
    ("68-LCT/HĐNN8", "68 lct hdnn8", "LCT", ("HĐNN8",)),
    ("345/QĐ-LĐPTXH", "345 qd ldptxh", "QĐ", ("LĐPTXH",)),
    ("1280/LĐPTXH-VP", "1280 ldptxh vp", None, ("LĐPTXH", "VP")),
    ("88/KH-BLĐPTXH", "88 kh bldptxh", "KH", ("BLĐPTXH",)),
    # dirt
    ("05/1999/TTLT/BLÐTBXH-BYT-BTC", "5 1999 ttlt bldtbxh byt btc", "TTLT", ("BLÐTBXH", "BYT", "BTC")),
    ("37/2012/TTLT‑BLĐTBXH‑BYT‑BTC‑BGDĐT", "37 2012 ttlt bldtbxh byt btc bgddt", "TTLT", None),
    ("38/2019/NĐ_CP", "38 2019 nd cp", "NĐ", ("CP",)),
    ("09/2015/tt-bldtbxh", "9 2015 tt bldtbxh", "TT", ("bldtbxh",)),
    ("105/2025/NĐ- CP", "105 2025 nd cp", "NĐ", ("CP",)),
    ("105 /2025/ NĐ-CP", "105 2025 nd cp", "NĐ", ("CP",)),
    ("834_2024_VBHN_BLDTBXH", "834 2024 vbhn bldtbxh", "VBHN", ("BLDTBXH",)),
]


@pytest.mark.parametrize(("raw", "key", "type_code", "issuers"), FAMILIES)
def test_every_family_is_read(raw: str, key: str, type_code: str | None, issuers: tuple[str, ...] | None) -> None:
    number = parse_number(raw)
    assert number is not None
    assert (number.key, number.type_code, number.raw) == (key, type_code, raw)
    assert issuers is None or number.issuers == issuers


@pytest.mark.parametrize("raw", [family[0] for family in FAMILIES])
@pytest.mark.parametrize(
    "sentence", ["Căn cứ {} ngày 20/11/2019;", "({})", "Số:{}", "{} - Bộ trưởng", "theo {}, sửa {}."]
)
def test_every_family_is_found_in_running_text(raw: str, sentence: str) -> None:
    text = sentence.format(raw, raw)
    found = find_numbers(text)
    assert [one.number.raw for one in found] == [raw] * text.count(raw)
    assert all(text[one.start : one.end] == raw for one in found)


def test_a_file_name_gives_its_number() -> None:
    number = parse_number("10_2020_TT-BLDTBXH_454406.docx")
    assert number is not None and number.key == "10 2020 tt bldtbxh"


@pytest.mark.parametrize("text", ["Không số", "24/12/4373", "12/03/2026", "09/2015", "1/2", "", "QCVN", "2026", "Số: "])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "QCVN 07A:2020/BCT, TCVN 2615:2008, QCVN 01-1:2018/BYT và QCVN 41: 2019/BGTVT",
        "ngày 24/12/2015, 05-7-2026, tháng 9/2015",
        "tỷ lệ 1/2, 3/4, 24/7; ĐT 024-3826-9557 hoặc 0243.826.9557",
        "60 km/h, 100 USD/VND, 365 ngày/năm, 5 đồng/kg",
        "Mẫu số 01/KK-TNCN và mẫu 02/BHXH-TS",
        "năm học 2019-2020/HK1",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tt 9/2015", "9 2015 tt"),
        ("9/2015/tt-bldtbxh", "9 2015 tt bldtbxh"),
        ("thong tu 09 2015", "9 2015 tt"),
        ("Thông tư số 09/2015", "9 2015 tt"),
        ("09-2015", "9 2015"),
        ("nd 30/2020", "30 2020 nd"),
        ("tt09/2015", "9 2015 tt"),
        ("09/2015 thông tư", "9 2015 tt"),
        ("luật 45/2019", "45 2019 qh"),
        ("66.3/2025/NQ-CP", "66.3 2025 nq cp"),
        ("công văn số 1280/LĐPTXH-VP", "1280 ldptxh vp"),
        ("công văn 1280", "1280"),
        ("1167/qđ-lđtbxh", "1167 qd ldtbxh"),
        ("Thông tư số 12/2024/TT-BLĐPTXH", "12 2024 tt bldptxh"),
    ],
)
def test_a_look_up_as_typed(typed: str, first: str) -> None:
    assert number_query_keys(typed)[0] == first


def test_without_a_year_any_year_will_do() -> None:
    assert "30 * nd" in number_query_keys("nghị định 30")


@pytest.mark.parametrize(
    "typed",
    ["", "thuế 2015", "2015", "12 tháng lương", "12/03/2026", "bộ luật lao động 2019", "mức lương tối thiểu vùng 4"],
)
def test_words_are_no_look_up(typed: str) -> None:
    assert number_query_keys(typed) == ()


codes = st.text(st.sampled_from("ABCDĐGHKLNPQTUVXY"), min_size=2, max_size=9)


@given(
    st.integers(1, 99999),
    st.none() | st.integers(1945, 2099),
    st.sampled_from(["TT", "QĐ", "NĐ"]),
    st.lists(codes, min_size=1, max_size=5),
)
def test_any_number_round_trips(serial: int, year: int | None, kind: str, issuers: list[str]) -> None:
    raw = "/".join([f"{serial:02d}", *([str(year)] if year else []), "-".join([kind, *issuers])])
    number = parse_number(raw)
    assert number is not None and number.raw == raw and number.year == year and number.type_code == kind
    assert [one.number for one in find_numbers(f"Theo {raw} thì")] == [number]
    assert number_query_keys(raw.lower())[0] == number.key


@given(st.text(st.sampled_from("0129/-_. ‑AĐQTtnđ&:\u00a0\n") | st.characters()))
def test_no_text_breaks_it(text: str) -> None:
    last = 0
    for one in find_numbers(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.number.raw
        assert re.fullmatch(r"[^/\s]+( [^/\s]+)*", one.number.key) and fold(one.number.key) == one.number.key
        last = one.end
    parse_number(text)
    assert all(isinstance(key, str) for key in number_query_keys(text))


@pytest.mark.parametrize(
    "unit", ["1", "1/", "1/2015/", "1/2015/TT-", "A-", "1 A/", "1/2015/TT-A ", "9 - ", "1.1", "mẫu số 1/"]
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    """Quadratic behaviour would take minutes here and run into the time-out of the test."""
    text = unit * (600_000 // len(unit))
    find_numbers(text)
    parse_number(text)
    number_query_keys(text)


@pytest.mark.skipif("BAN_CONG_VU_TEST_DATA" not in os.environ, reason="needs the shared data")
def test_the_collected_examples() -> None:
    path = Path(os.environ["BAN_CONG_VU_TEST_DATA"]) / "reference" / "document_number_examples.json"
    for example in json.loads(path.read_text("utf-8")):
        is_number = example["raw"] != "Không số" and "NOT" not in example["note"]
        assert (parse_number(example["raw"]) is not None) == is_number, example

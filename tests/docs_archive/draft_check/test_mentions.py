"""Citations as drafts write them: by number, by name and day, with the articles meant; a draft's own number and day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_archive.draft_check.mentions import LONGEST_DRAFT, day_of, mentions_of

HEAD = """BỘ NỘI VỤ
Số: 12/QĐ-BNV
Hà Nội, ngày 05 tháng 11 năm 2026
QUYẾT ĐỊNH
Về việc ban hành quy chế
"""


def test_a_number_brings_type_day_issuer_and_articles() -> None:
    text = (
        "Căn cứ khoản 2 Điều 5 và Điều 7a Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về văn thư;"
    )
    (one,) = mentions_of(text)
    assert text[one.start : one.end] == one.number == "30/2020/NĐ-CP"
    assert (one.type, one.issued, one.issuer) == ("Nghị định", date(2020, 3, 5), "Chính phủ")
    assert one.articles == ("5", "7a")


@pytest.mark.parametrize(
    ("text", "type_", "name", "issued", "year"),
    [
        (
            "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
            "Luật",
            "Tổ chức Chính phủ",
            date(2025, 2, 18),
            2025,
        ),
        ("theo Điều 34 Bộ luật Dân sự 2015 và", "Bộ luật", "Dân sự", None, 2015),
        ("Bộ luật Lao động năm 2019 quy định", "Bộ luật", "Lao động", None, 2019),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"
            " ngày 22/11/2019;",
            "Luật",
            "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
            date(2019, 11, 22),
            2019,
        ),
    ],
)
def test_laws_are_cited_by_name(text: str, type_: str, name: str, issued: date | None, year: int) -> None:
    (one,) = mentions_of(text)
    assert (one.type, one.name, one.issued, one.year, one.number) == (type_, name, issued, year, "")


@pytest.mark.parametrize(
    "text",
    [
        "Luật này quy định về việc làm. Năm 2013 có nhiều thay đổi.",
        "theo quy định của pháp luật năm 2013",
        "Luật sư Nguyễn Văn A, sinh năm 1980",
        HEAD,
    ],
)
def test_what_is_no_citation_is_none(text: str) -> None:
    assert mentions_of(text) == []


def test_an_issuer_behind_what_it_is_about_is_not_the_documents() -> None:
    (one, *_) = mentions_of(
        "Nghị định số 128/2008/NĐ-CP ngày 16 tháng 12 năm 2008 quy định chi tiết của Pháp lệnh Xử lý"
    )
    assert one.issuer == ""


def test_the_type_next_to_the_number_counts() -> None:
    found = mentions_of(
        "Bộ luật Dân sự 2015, và Quyết định số 123/QĐ-TTg ngày 01 tháng 02 năm 2020 của Thủ tướng Chính phủ."
    )
    assert [(one.type, one.issuer) for one in found] == [("Bộ luật", ""), ("Quyết định", "Thủ tướng Chính phủ")]
    (law,) = mentions_of("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025")
    assert law.type == "Luật"


def test_the_draft_has_a_day_of_its_own_or_none_yet() -> None:
    assert day_of(HEAD + "Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;") == date(2026, 11, 5)
    assert day_of("Hà Nội, ngày    tháng    năm 2026\nCăn cứ Luật Việc làm, ngày 16 tháng 11 năm 2013;") is None


@settings(max_examples=60)
@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            ["Điều 5 ", "Luật ", "số ", "30/2020/NĐ-CP", " ngày ", "5 tháng 3 năm 2020", " của ", "Bộ", ";", "\n"]
        ),
        max_size=60,
    ).map("".join)
)
def test_whatever_stands_there_mentions_are_in_order_and_apart(text: str) -> None:
    found = mentions_of(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_hostile_draft_takes_linear_time() -> None:
    for piece in ("Điều 1, Điều ", "Luật a ", "Nghị định số ", " của ", "ngày 1 tháng ", "Bộ luật "):
        mentions_of(piece * (LONGEST_DRAFT // len(piece)))

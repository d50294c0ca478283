"""What is typed, taken apart: operators in both languages, phrases, exclusions, days, and gentle problems."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.search.dates import day_meant
from mail.search.grammar import OPERATORS, Field, SearchProblemKind, SearchQuery, Term, parse_search

TODAY = date(2026, 3, 18)  # a Wednesday


def parsed(typed: str) -> SearchQuery:
    return parse_search(typed, TODAY)


def test_words_phrases_and_exclusions() -> None:
    query = parsed('báo cáo "quý III" -dự -"bản nháp" cuối')
    assert query.terms == (
        Term("báo"),
        Term("cáo"),
        Term("quý III", is_phrase=True),
        Term("dự", is_excluded=True),
        Term("bản nháp", is_phrase=True, is_excluded=True),
        Term("cuối", may_go_on=True),
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("từ:hạnh", Field.SENDER), ("tu:hạnh", Field.SENDER), ("FROM:hạnh", Field.SENDER),
        ("đến:hạnh", Field.RECIPIENTS), ("den:hạnh", Field.RECIPIENTS), ("to:hạnh", Field.RECIPIENTS),
        ("tiêu-đề:hạnh", Field.SUBJECT), ("tieu-de:hạnh", Field.SUBJECT), ("subject:hạnh", Field.SUBJECT),
        ("tệp:hạnh", Field.FILES), ("chủ-đề:hạnh", Field.SUBJECT),
    ],
)  # fmt: skip
def test_fields_in_both_languages(typed: str, field: Field, form: str) -> None:
    typed = unicodedata.normalize(form, typed)
    (term,) = parsed(typed).terms
    assert term.field is field
    assert unicodedata.normalize("NFC", term.text) == "hạnh"


def test_filters() -> None:
    query = parsed('có:tệp trước:5/3/2026 sau:2025 trong:hộp-thư-đến trong:"Dự án" là:chưa-đọc có:cờ')
    assert query.has_attachments is True
    assert (query.before, query.since) == (date(2026, 3, 5), date(2025, 1, 1))
    assert query.folders == ("hộp-thư-đến", "Dự án")
    assert query.is_unread is True
    assert query.is_flagged is True
    assert query == parsed('has:attachment before:5/3/2026 after:2025 in:hộp-thư-đến in:"Dự án" is:unread has:flag')
    assert parsed("-có:tệp").has_attachments is False


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("trước:mai", SearchProblemKind.UNKNOWN_DATE),
        ("sau:31/2/2026", SearchProblemKind.UNKNOWN_DATE),
        ("có:voi", SearchProblemKind.UNKNOWN_VALUE),
        ("từ: ", SearchProblemKind.NOTHING_AFTER),
        ("từ:", SearchProblemKind.NOTHING_AFTER),
        ('trong:""', SearchProblemKind.NOTHING_AFTER),
    ],
)
def test_what_is_not_understood_is_said_gently(typed: str, kind: SearchProblemKind) -> None:
    query = parsed(typed)
    assert [problem.kind for problem in query.problems] == [kind]
    assert query.terms == ()


def test_colons_that_are_no_operators_are_words() -> None:
    assert [term.text for term in parsed("Số:12 10:30 http://a.vn lưu-ý:họp").terms] == [
        "Số:12", "10:30", "http://a.vn", "lưu-ý:họp"
    ]  # fmt: skip
    assert parsed('- : -- "" “”').is_empty


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/3/2026", date(2026, 3, 5)), ("05-03-26", date(2026, 3, 5)), ("5.3", date(2026, 3, 5)),
        ("15/12", date(2025, 12, 15)), ("2026-03-05", date(2026, 3, 5)), ("3/2026", date(2026, 3, 1)),
        ("tháng-3/2026", date(2026, 3, 1)), ("2024", date(2024, 1, 1)), ("hôm-nay", TODAY), ("today", TODAY),
        ("hôm qua", date(2026, 3, 17)), ("7-ngày", date(2026, 3, 11)), ("2w", date(2026, 3, 4)),
        ("tuần-này", date(2026, 3, 16)), ("tháng-này", date(2026, 3, 1)), ("3 tuần trước", date(2026, 2, 25)),
        ("mai", None), ("31/2/2026", None), ("", None), ("12345", None), ("0/0", None), ("29/2", None),
    ],
)  # fmt: skip
def test_days_as_people_type_them(typed: str, day: date | None) -> None:
    assert day_meant(typed, TODAY) == day


@given(st.text(max_size=200))
def test_nothing_typed_fails(typed: str) -> None:
    query = parsed(typed)
    assert len(query.terms) <= 24
    assert all(any(letter.isalnum() for letter in term.text) for term in query.terms)


@given(st.text(alphabet=' "-:“”từđếnfromincó:/0123456789abàễ', max_size=120))
def test_nothing_made_of_its_signs_fails(typed: str) -> None:
    parsed(typed)
    day_meant(typed, TODAY)


_words = st.from_regex(r"[a-zđàểữ0-9]{1,8}(?:[/.-][a-z0-9]{1,4})?", fullmatch=True)
_pieces = st.tuples(
    st.booleans(), st.sampled_from(["", *(name.replace(" ", "-") for name in OPERATORS if OPERATORS[name] in
                                          ("from", "to", "subject", "file"))]),
    st.booleans(), st.lists(_words, min_size=1, max_size=3),
)  # fmt: skip


@given(st.lists(_pieces, min_size=1, max_size=8))
def test_what_is_put_together_is_taken_apart_the_same(pieces: list[tuple[bool, str, bool, list[str]]]) -> None:
    typed, wanted = [], []
    fields = {"from": Field.SENDER, "to": Field.RECIPIENTS, "subject": Field.SUBJECT, "file": Field.FILES}
    for excluded, name, is_phrase, words in pieces:
        value = " ".join(words) if is_phrase else words[0]
        field = fields[OPERATORS[name.replace("-", " ")]] if name else Field.ANYWHERE
        typed.append(f"{'-' if excluded else ''}{name + ':' if name else ''}" + (f'"{value}"' if is_phrase else value))
        wanted.append(Term(value, field, is_phrase, excluded))
    assert parsed(" ".join(typed) + " ").terms == tuple(wanted)


@given(st.text(alphabet="0123456789/.-ngàytuầnthngd ", max_size=20))
def test_every_day_meant_is_a_day(typed: str) -> None:
    day = day_meant(typed, TODAY)
    assert day is None or 1900 < day.year < 2300

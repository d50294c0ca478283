"""One page read by a built-in profile: fields, the unknown, error pages, and nothing that a page could make happen."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs_archive.publisher.errors import PublisherError
from docs_archive.publisher.portal_reading.findings import FindingKind
from docs_archive.publisher.portal_reading.page_reader import read_page
from docs_archive.publisher.portal_reading.portal_profile import BUILT_IN, load_profile
from tests.docs_archive.publisher.portal_reading import pages

OLD = load_profile("vbpl_old")


def test_the_fields_of_a_page_and_what_is_being_updated_is_unknown() -> None:
    page = read_page(OLD, pages.properties(), "a.html", "https://vbpl.vn/TW/Pages/vbpq-thuoctinh.aspx?ItemID=5")
    (part,) = page.parts
    assert part.values == {
        "id": "5",
        "number": "09/2015/TT-BLĐTBXH",
        "type": "Thông tư",
        "title": "Quy định về việc thử",
        "issuer": "Bộ Lao động",
        "signer": "Doãn Mậu Diệp",
        "issued": "14/12/2015",
        "effective": "01/02/2016",
        "status": "Còn hiệu lực",
    }
    assert page.follow == ["https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=5"]


@pytest.mark.parametrize(
    ("data", "address"),
    [
        (pages.properties(), "https://vbpl.vn/_layouts/15/PageNotFoundError.aspx?requestUrl=x"),
        (b"<html><head><title>PageNotFoundError</title></head><body><p>x</p></body></html>", ""),
        (b"<form action='/_layouts/15/PageNotFoundError.aspx?requestUrl=x'>" + pages.properties(), ""),
    ],
)
def test_an_error_page_that_answers_200(data: bytes, address: str) -> None:
    page = read_page(OLD, data, "a.html", address)
    assert ([each.kind for each in page.findings], page.parts) == ([FindingKind.PAGE_NOT_FOUND], [])


def test_a_text_may_speak_of_error_pages() -> None:
    page = read_page(OLD, pages.full_text(text="<p>Điều 1. PageNotFoundError</p>"), "a.html")
    assert (page.sort, page.findings) == ("toanvan", [])


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff", b"<html><body>khac</body></html>", b"{", b"[" * 100_000, b"<?xml version='1.0'?><a>"]
)
def test_what_no_profile_knows_is_told(data: bytes) -> None:
    page = read_page(OLD, data, "a.html")
    assert [each.kind for each in page.findings] == [FindingKind.NOT_RECOGNISED]


def test_an_empty_list_is_a_failure() -> None:
    assert [each.kind for each in read_page(OLD, pages.listing(), "a").findings] == [FindingKind.EMPTY_LIST]
    assert read_page(OLD, pages.listing("5", "6"), "a", "https://vbpl.vn/x").follow == [
        "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=5",
        "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=6",
    ]


def test_xml_entities_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://vbpl.vn/van-ban/chi-tiet/secret--1")
    data = (
        f'<?xml version="1.0"?><!DOCTYPE u [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
        "<urlset><url><loc>https://vbpl.vn/van-ban/chi-tiet/x--2 &s;</loc></url></urlset>"
    )
    page = read_page(load_profile("vbpl_new"), data.encode(), "a")
    assert page.sort == "sitemap"
    assert "secret" not in "".join(page.follow)


def test_relations_by_code_both_ways() -> None:
    reference = {"referenceType": 12, "targetDocument": {"id": "7", "docNum": "54/2015/TT-B", "title": "T"}}
    strange = {"referenceType": 99, "targetDocument": {"id": "8", "docNum": "55/2015/TT-B"}}
    page = read_page(load_profile("vbpl_new"), pages.answer(references=[reference, strange]), "a")
    assert [(r["kind"], r["number"], r["id"]) for r in page.parts[0].relations] == [
        ("replaces", "54/2015/TT-B", "vbpl:7")
    ]
    assert [(each.kind, each.said) for each in page.findings] == [(FindingKind.UNKNOWN_RELATION, "99")]


@pytest.mark.parametrize("name", sorted(path.stem for path in BUILT_IN.glob("*.toml")))
def test_every_built_in_profile_can_be_loaded(name: str) -> None:
    assert load_profile(name).name == name


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("surprise = 1", "surprise"),
        ("[[pages]]\nname = 'a'\nwhen = '//['", "Invalid expression"),
        ("[[pages]]\nname = 'a'\nwhen = '//p'\nfields = {colour = '//p'}", "colour"),
        ("[[pages]]\nname = 'a'\nwhen = '//p'\nfields = {number = {select = '//p', regex = '('}}", "regex|subpattern"),
        (f"[[pages]]\nname = 'a'\nwhen = '//{'p' * 700}'", "longer"),
        ("[[pages]]\nname = 'a'\nformat = 'pdf'\nwhen = 'x'", "pdf"),
    ],
)
def test_a_profile_that_cannot_be_right_is_refused_with_what_to_mend(tmp_path: Path, more: str, said: str) -> None:
    path = tmp_path / "mine.toml"
    pages_line = "" if "[[pages]]" in more else "pages = []\n"
    path.write_text(f"name = 'mine'\nhosts = ['a.gov.vn']\n{pages_line}{more}\n", encoding="utf-8")
    with pytest.raises(PublisherError, match=said):
        load_profile(str(path))

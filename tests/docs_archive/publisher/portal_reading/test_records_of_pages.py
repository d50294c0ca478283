"""What is told and not published; each finding by a page that has it, beside one that has not."""

from __future__ import annotations

from datetime import date

import pytest

from docs_archive.publisher.portal_reading.findings import FindingKind
from docs_archive.publisher.portal_reading.page_reader import read_page
from docs_archive.publisher.portal_reading.portal_profile import load_profile
from docs_archive.publisher.portal_reading.records_of_pages import Reading, join_parts
from tests.docs_archive.publisher.portal_reading import pages

OLD = load_profile("vbpl_old")
TODAY = date(2026, 11, 1)


def read(*data: bytes, address: str = "", text_lengths: dict[str, int] | None = None) -> Reading:
    parts = [part for page in data for part in read_page(OLD, page, "a.html", address).parts]
    return join_parts(OLD, parts, text_lengths or {}, TODAY)


def test_the_pages_of_one_document_become_one_record() -> None:
    reading = read(pages.full_text(), pages.properties())
    (record,) = reading.records
    assert (record["id"], record["number"], record["issued"], record["effective"]) == (
        "vbpl:5",
        "09/2015/TT-BLĐTBXH",
        "2015-12-14",
        "2016-02-01",
    )
    assert (record["status"], record["issuer"]) == ("Còn hiệu lực", "Bộ Lao động")
    assert record["text"].splitlines()[-1] == "Điều 1. Phạm vi"
    assert (reading.findings, reading.met) == ([], {"vbpl:5"})


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (FindingKind.ERROR_TITLE, [pages.properties(title="Lỗi khi đọc dữ liệu")]),
        (FindingKind.DATES_OUT_OF_ORDER, [pages.properties(effective="13/12/2015")]),
        (FindingKind.DATES_OUT_OF_ORDER, [pages.properties(issued="05/11/2026", effective="01/01/2027")]),
        (FindingKind.BAD_DATE, [pages.properties(issued="31/02/2015")]),
        (FindingKind.BAD_DATE, [pages.properties(effective="sau 45 ngày")]),
        (FindingKind.ETH_FOR_D, [pages.properties(number="09/2015/TT-BLÐTBXH")]),
        (FindingKind.NO_NUMBER, [pages.properties(number="Nội dung đang cập nhật")]),
        (FindingKind.OTHER_DOCUMENT, [pages.properties(), pages.full_text(number="10/2015/TT-BLĐTBXH")]),
        (FindingKind.OTHER_DOCUMENT, [pages.properties(title="Thông tư số 8/2015/TT-BLĐTBXH về việc khác")]),
    ],
)
def test_what_is_wrong_is_told_and_not_published(kind: FindingKind, data: list[bytes]) -> None:
    reading = read(*data)
    assert kind in {finding.kind for finding in reading.findings}
    assert reading.records == []
    assert kind is FindingKind.NO_NUMBER or reading.met == {"vbpl:5"}


@pytest.mark.parametrize(
    "data",
    [
        [pages.properties(effective="14/12/2015")],
        [pages.properties(effective="Nội dung đang cập nhật")],
        [pages.properties(title="Lời nói đầu")],
        [pages.properties(), pages.full_text(number="9/2015/tt-blđtbxh")],
        [pages.properties(title="Thông tư số 09/2015/TT-BLĐTBXH về việc này")],
        [pages.properties(title="Sửa đổi Thông tư số 08/2015/TT-BLĐTBXH")],
        [pages.full_text(text="<p>Căn cứ</p><p>Sửa Số: của</p>")],
    ],
)
def test_what_only_looks_wrong_is_published(data: list[bytes]) -> None:
    reading = read(*data)
    assert (len(reading.records), reading.findings) == (1, [])


def test_a_page_of_another_document_than_was_asked_for() -> None:
    reading = read(pages.properties(item="6"), address="https://vbpl.vn/TW/Pages/vbpq-thuoctinh.aspx?ItemID=5")
    assert [finding.kind for finding in reading.findings] == [FindingKind.OTHER_DOCUMENT]
    assert reading.records == []


def test_a_document_never_loses_its_text() -> None:
    assert [each.kind for each in read(pages.properties(), text_lengths={"vbpl:5": 900}).findings] == [
        FindingKind.TEXT_LOST
    ]
    assert len(read(pages.properties(), text_lengths={"vbpl:5": 0}).records) == 1


def test_an_unknown_status_is_told_and_stays_unknown() -> None:
    reading = read(pages.properties(status="Hiệu lực một nửa"))
    assert [finding.kind for finding in reading.findings] == [FindingKind.UNKNOWN_STATUS]
    assert len(reading.records) == 1

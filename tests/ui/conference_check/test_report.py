"""The technician's report: one A4 page whatever was found, all of it readable again, nothing private in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from conference import CheckKind, CheckResult, CheckState, Conference, Finding, Site, SiteId, Verdict
from ui.conference_check.report_html import Report, about_this_pc, official_moment
from ui.conference_check.report_pdf import report_pdf
from ui.conference_check.report_saving import write_whole

BO, HAIHA = SiteId("bo"), SiteId("haiha")
CONFERENCE = Conference(
    "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà",
    (
        Site(BO, "Điểm cầu Bộ (Hà Nội)", "rtsp://bo.example:8554/phong-hop-kin"),
        Site(HAIHA, "Điểm cầu tỉnh Hải Hà", "srt://haiha.example:9000?streamid=khoa-rieng"),
    ),
)
ROWS = (
    CheckResult(
        CheckKind.PICTURE,
        CheckState.GREEN,
        Finding.MOVES,
        BO,
        {
            "first_picture": 0.8,
            "width": 1280,
            "height": 720,
            "pictures_per_second": 25.0,
            "kbits_per_second": 2100,
            "longest_still_ms": 80,
            "codec": "h264",
        },
    ),
    CheckResult(
        CheckKind.ROUND_TRIP,
        CheckState.AMBER,
        Finding.NOTICEABLE,
        BO,
        {
            "milliseconds": 212.0,
            "how": "rtsp",
            "calls": 20,
        },
    ),
    CheckResult(CheckKind.REACH, CheckState.RED, Finding.NO_ANSWER, HAIHA),
    CheckResult(CheckKind.SPEAKER, CheckState.GREEN, Finding.HEARD, None, {"device": "Loa <phòng họp> & hành lang"}),
)
REPORT = Report(
    "Bộ Lao động và Phát triển Xã hội",
    CONFERENCE,
    datetime(2026, 7, 5, 3, 4, tzinfo=UTC),
    Verdict.NOT_READY,
    ROWS,
    ("Máy: PC-PHONG-HOP", "Hệ điều hành: Debian 12"),
)


def text_of(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1
        page = document[0]
        assert [round(length / 72 * 25.4) for length in page.get_size()] == [210, 297]
        return " ".join(page.get_textpage().get_text_bounded().split())


def test_the_page_says_everything(qapp: QApplication) -> None:
    text = text_of(report_pdf(REPORT))
    for wanted in (
        "BỘ LAO ĐỘNG VÀ PHÁT TRIỂN XÃ HỘI",
        "PHIẾU KIỂM TRA ĐIỂM CẦU",
        "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà",
        "10:04, ngày 05 tháng 7 năm 2026",
        "Kết luận: Chưa họp được",
        "Máy: PC-PHONG-HOP",
        "Điểm cầu Bộ (Hà Nội) – rtsp://bo.example:8554",
        "1280×720, H.264, 25 hình/giây",
        "Độ trễ lớn, dễ nói chồng lời nhau: 212 ms (gọi thử RTSP 20 lần)",
        "Điểm cầu không trả lời",
        "Loa <phòng họp> & hành lang",
    ):
        assert wanted in text, wanted


def test_what_may_be_a_key_is_not_on_the_page(qapp: QApplication) -> None:
    text = text_of(report_pdf(REPORT))
    assert "phong-hop-kin" not in text
    assert "khoa-rieng" not in text


@pytest.mark.parametrize("words", [1, 12])
def test_it_stays_one_page_however_much_there_is(qapp: QApplication, words: int) -> None:
    sites = tuple(replace(site, name=" ".join([site.name] * words)) for site in CONFERENCE.sites)
    rows = tuple(
        CheckResult(kind, CheckState.RED, Finding.NO_ANSWER, site, {"device": "Thiết bị rất dài " * words})
        for site in (BO, HAIHA, None)
        for kind in CheckKind
    )
    report = replace(REPORT, conference=replace(CONFERENCE, sites=(sites[0], sites[1])), results=rows)
    text = text_of(report_pdf(report))
    assert text.count("Nguồn điện") == 3, "the last row is there too"
    assert "ITU-T G.114" in text


@pytest.mark.parametrize(
    ("month", "day", "written"), [(2, 9, "ngày 09 tháng 02"), (3, 9, "ngày 09 tháng 3"), (12, 24, "ngày 24 tháng 12")]
)
def test_dates_are_written_as_the_decree_wants_them(month: int, day: int, written: str) -> None:
    assert written in official_moment(datetime(2026, month, day, 5, 0, tzinfo=UTC))


def test_the_pc_is_named_but_not_who_sits_there() -> None:
    said = " ".join(about_this_pc())
    assert "Hệ điều hành" in said
    assert Path.home().name not in said.split()


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.pdf"
    assert write_whole(file, b"%PDF") == ""
    assert file.read_bytes() == b"%PDF"
    assert write_whole(tmp_path / "khong-co" / "bao-cao.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == [file]

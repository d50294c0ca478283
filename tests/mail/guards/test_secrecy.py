"""Marks of secrecy: what stands as a mark blocks, in a sentence it is asked about, other words pass."""

from __future__ import annotations

import io
import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.guards.findings import Severity
from mail.guards.secrecy import marks_in_name, marks_in_subject, marks_in_text

BLOCK, ASK = Severity.BLOCK, Severity.ASK

STAMPS = [
    ("MẬT", "MẬT"),
    ("TỐI MẬT", "TỐI MẬT"),
    ("TUYỆT MẬT", "TUYỆT MẬT"),
    ("Tuyệt mật", "TUYỆT MẬT"),
    ("  - MẬT -  ", "MẬT"),
    ("[TỐI MẬT]", "TỐI MẬT"),
    ("*** TUYỆT MẬT ***", "TUYỆT MẬT"),
    ("———MẬT———", "MẬT"),
    ("“MẬT”", "MẬT"),
    ("M Ậ T", "MẬT"),
    ("T Ố I   M Ậ T", "TỐI MẬT"),
    ("T.U.Y.Ệ.T  M.Ậ.T", "TUYỆT MẬT"),
    ("MẬT - HỎA TỐC", "MẬT"),
    ("TỐI MẬT / KHẨN", "TỐI MẬT"),
    ("TÀI LIỆU MẬT", "MẬT"),
    ("Độ mật: Tối mật", "TỐI MẬT"),
    ("Độ mật : mật", "MẬT"),
    ("Mức độ mật: [TUYỆT MẬT]", "TUYỆT MẬT"),
    ("Số: 12/BC-BNV      Độ mật: MẬT", "MẬT"),
    ("DO MAT: TOI MAT", "TỐI MẬT"),
    ("TOI MAT", "TỐI MẬT"),
    ("TUYET MAT", "TUYỆT MẬT"),
    ("[MAT]", "MẬT"),
    ("M A T", "MẬT"),
    ("TÔI MÂT", "TỐI MẬT"),
    ("ТỐI МẬТ", "TỐI MẬT"),  # Cyrillic Т and М
    ("ＭẬＴ", "MẬT"),
    ("M\u200bẬ\u200bT", "MẬT"),
    ("MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
    ("BỘ NỘI VỤ | MẬT | Hà Nội, ngày 05 tháng 3 năm 2026", "MẬT"),
    ("Kính gửi\u2028TỐI MẬT\u2028Về việc", "TỐI MẬT"),
]


@pytest.mark.parametrize(("line", "mark"), STAMPS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_stands_as_a_mark_blocks(line: str, mark: str, form: str) -> None:
    text = unicodedata.normalize(form, f"Kính gửi đồng chí,\n{line}\nXin xem văn bản.")
    assert (mark, BLOCK) in [(found.mark, found.severity) for found in marks_in_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị các đơn vị rà soát tài liệu mật theo quy định.",
        "Văn bản này có độ mật là tối mật, xin lưu ý.",
        "Hồ sơ thuộc diện tuyệt mật.",
        "Các văn bản đóng dấu MẬT phải nộp lại.",
        "a) Tuyệt mật;",
        "tối mật.",
        "MAT",
    ],
)
def test_inside_a_sentence_or_a_list_it_is_asked(text: str) -> None:
    found = marks_in_text(text)
    assert found
    assert {mark.severity for mark in found} == {ASK}


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu",
        "MẬT KHẨU",
        "Bảo mật",
        "BẢO MẬT THÔNG TIN",
        "Xin đổi mật khẩu hộp thư trước thứ Sáu.",
        "Tập huấn về bí mật nhà nước và bảo mật.",
        "BÍ MẬT",
        "Mật độ dân số, mật ong rừng, mật mã dân sự, giải mật, rò mật.",
        "MẬT ĐỘ\nMẬT ONG\nMẬT MÃ",
        "mặt\nMẶT\nMẤT\nMẮT\nmắt",
        "Độ mật: không",
        "Độ mật: Thường",
        "Quan hệ mật thiết với nhân dân.",
        "MẶT TRẬN",
        "format\nMATH\nTOMATO",
        "",
    ],
)
def test_other_words_pass(text: str) -> None:
    assert marks_in_text(text) == []


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("TỐI MẬT - kế hoạch.docx", BLOCK),
        ("To trinh (MAT).pdf", BLOCK),
        ("baocao_mật.xlsx", BLOCK),
        ("tuyet_mat-2026.pdf", BLOCK),
        ("ToiMat.docx", BLOCK),
        (unicodedata.normalize("NFD", "Công văn MẬT.docx"), BLOCK),
        ("Ke hoach MAT nam 2026.docx", ASK),
    ],
)
def test_a_files_name_is_looked_at(name: str, severity: Severity) -> None:
    assert [mark.severity for mark in marks_in_name(name)] == [severity]


@pytest.mark.parametrize(
    "name",
    ["mat khau.txt", "bao_mat.pdf", "Bảo mật thông tin.docx", "mat cat.dwg", "MAT BANG TANG 1.DWG", "mặt bằng.pdf",
     "mật khẩu wifi.txt", "format.docx", "mat-do-dan-so.xlsx", "bimat.txt", ""],
)  # fmt: skip
def test_names_with_other_words_pass(name: str) -> None:
    assert marks_in_name(name) == []


@pytest.mark.parametrize("subject", ["[MẬT] Báo cáo", "TỐI MẬT: kế hoạch", "Fwd: [Tuyệt mật] – x", "MẬT", "(MẬT) v/v"])
def test_a_subject_that_begins_with_a_mark_blocks(subject: str) -> None:
    assert [mark.severity for mark in marks_in_subject(subject)] == [BLOCK]


@pytest.mark.parametrize("subject", ["Mật khẩu: cách đổi", "[Bảo mật] Thông báo", "V/v mật độ xây dựng", "Re: họp"])
def test_other_subjects_pass(subject: str) -> None:
    assert marks_in_subject(subject) == []


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]))
def test_no_text_around_hides_a_mark_on_its_own_line(before: str, after: str, mark: str) -> None:
    found = marks_in_text(f"{before}\n{mark}\n{after}")
    assert (mark, BLOCK) in [(one.mark, one.severity) for one in found]


@given(
    st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]),
    st.text(alphabet=" -–—*_[](){}<>.:=~#|•\u00a0\u200b", max_size=12),
    st.text(alphabet=" -–—*_[](){}<>=~#•\u00a0\u200b", max_size=12),
    st.sampled_from(["", " ", ".", "-", "  "]),
    st.sampled_from(["NFC", "NFD", "NFKD"]),
)
def test_no_decoration_hides_a_mark(mark: str, left: str, right: str, between: str, form: str) -> None:
    line = unicodedata.normalize(form, left + between.join(mark) + right)
    assert BLOCK in [one.severity for one in marks_in_text(line)]


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    marks_in_text(text)
    marks_in_name(text)
    marks_in_subject(text)


@pytest.mark.skipif("BAN_CONG_VU_TEST_DATA" not in os.environ, reason="needs the public documents")
def test_no_public_document_is_blocked() -> None:
    import zstandard

    path = Path(os.environ["BAN_CONG_VU_TEST_DATA"]) / "legal" / "documents.jsonl.zst"
    blocked, count = [], 0
    with path.open("rb") as file:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding="utf-8", newline="\n")
        for line in lines:
            document = json.loads(line)
            count += 1
            found = [*marks_in_text(document["text"]), *marks_in_subject(document.get("title") or "")]
            blocked += [(document.get("number"), mark) for mark in found if mark.severity is BLOCK]
    assert count > 3_900
    assert blocked == []

"""Every kind of file gives its words, whatever it is called and however it is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from text_extraction import Extracted, FileKind, Limits, Problem
from text_extraction.reading import kind_of, read

from .files import a_doc, a_docx, a_pdf, a_pptx, a_xlsx, a_zip, an_odt

LIMITS = Limits()
SMALL = Limits(text=10_000, unpacked=2_000_000, entries=50, pages=5)


def of(content: bytes, name: str = "x") -> Extracted:
    return read(content, name, LIMITS)


def test_word_with_its_header_and_one_line_for_each_paragraph() -> None:
    found = of(a_docx("Kính gửi", "TỐI MẬT", header="BỘ NỘI VỤ"))
    assert found == Extracted("Kính gửi\nTỐI MẬT\nBỘ NỘI VỤ", FileKind.DOCX)


def test_word_in_an_old_font() -> None:
    assert of(a_docx("NghÞ ®Þnh cña ChÝnh phñ", font=".VnTime")).text == "Nghị định của Chính phủ"
    assert of(a_docx("quyÕt ®Þnh", font=".VnTimeH")).text == "QUYẾT ĐỊNH"


def test_what_was_struck_out_and_doubled_is_left_out() -> None:
    source = a_docx("một").replace(b"x", b"x")
    body = (
        '<w:document xmlns:w="w" xmlns:mc="mc"><w:p><w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>'
        "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
        "<mc:AlternateContent><mc:Choice><w:t>khung</w:t></mc:Choice><mc:Fallback><w:t>khung</w:t></mc:Fallback>"
        "</mc:AlternateContent><w:instrText>PAGE</w:instrText></w:p></w:document>"
    )
    assert of(source).text == "một"
    assert of(a_zip({"word/document.xml": body})).text == "một\thaikhung"


def test_sheets_slides_and_open_documents() -> None:
    sheet = of(a_xlsx(["Tên đơn vị", "Sở Nội vụ"], ["30", "2020"]))
    assert sheet.kind is FileKind.XLSX
    assert sheet.text.split("\n") == ["Tên đơn vị", "Sở Nội vụ", "Quý III", "30", "2020", "tại chỗ"]
    assert of(a_pptx("một", "hai")).text == "một\nhai"
    assert of(an_odt("Thông tư", header="Dấu MẬT")).text == "Thông tư  !\nDấu MẬT"


def test_word_of_before_2007() -> None:
    found = of(a_doc("Kính gửi\rTỐI MẬT\x07Số:\x13 PAGE \x1412\x15/BC\r", "Ho so cu"))
    assert found == Extracted("Kính gửi\nTỐI MẬT\nSố:12/BC\nHo so cu", FileKind.OLE)
    assert of(a_doc("", "NghÞ ®Þnh cña ChÝnh phñ vÒ viÖc cña c¸c Bé trong n¨m")).text.startswith(
        "Nghị định của Chính phủ"
    )
    assert of(a_doc("x", is_encrypted=True)).problems == (Problem.ENCRYPTED,)
    assert of(a_doc("x" * 500)[:1700]).problems == (Problem.DAMAGED,)


@pytest.mark.skipif("BAN_CONG_VU_TEST_DATA" not in os.environ, reason="needs the real files")
def test_real_files_are_read_whole() -> None:
    folder = Path(os.environ["BAN_CONG_VU_TEST_DATA"]) / "originals"
    files = [path for path in sorted(folder.iterdir()) if path.suffix in (".doc", ".docx", ".pdf")]
    assert len(files) >= 7
    for path in files:
        found = of(path.read_bytes(), path.name)
        assert found.problems == ()
        assert len(found.text) > 50_000
        assert "Điều 1" in found.text


def test_a_pdf_and_a_scan() -> None:
    assert of(a_pdf("Thong tu 30/2020")) == Extracted("Thong tu 30/2020", FileKind.PDF)
    assert of(a_pdf("")).problems == (Problem.NO_TEXT,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_plain_text(encoding: str) -> None:
    text = "Nghị định của Chính phủ về công tác văn thư"
    assert of(text.encode(encoding), "a.txt").text == text


def test_plain_text_of_before_unicode() -> None:
    tcvn3 = "NghÞ ®Þnh cña ChÝnh phñ vÒ c«ng t¸c v¨n th­"
    assert of(tcvn3.encode("cp1252"), "a.txt").text == "Nghị định của Chính phủ về công tác văn thư"
    vni = "Nghò ñònh cuûa Chính phuû veà coâng taùc vaên thö"
    assert of(vni.encode("cp1252"), "a.txt").text == "Nghị định của Chính phủ về công tác văn thư"
    windows = "Nghi\u0323 đi\u0323nh cu\u0309a Chi\u0301nh phu\u0309"
    assert of(windows.encode("cp1258"), "a.txt").text == "Nghị định của Chính phủ"


def test_html_without_what_is_not_shown() -> None:
    source = "<html><head><title>t</title></head><body><script>x</script><p>Kính&nbsp;gửi</p><!-- y --><td>MẬT</td>"
    assert of(source.encode()).text.split("\n") == ["Kính gửi", " MẬT".strip()]


def test_rtf_with_unicode_code_pages_and_old_fonts() -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fnil .VnTime;}{\f2 VNI-Times;}}{\info{\title no}}"
        rb"{\*\generator x;}Ngh\u7883?\par {\f1 Ngh\'de \'ae\'denh}\line {\f2 Ngh\'f2}\tab xong}"
    )
    assert of(source).text.split("\n") == ["Nghị", "Nghị định", "Nghị\txong"]


def test_an_archive_is_read_one_level_deep() -> None:
    inner = a_zip({"sau.txt": "quá sâu"})
    found = of(a_zip({"thu muc/a.docx": a_docx("TUYỆT MẬT"), "trong.zip": inner, "b.exe": b"MZ\0\0"}))
    assert found.kind is FileKind.ZIP
    assert "TUYỆT MẬT" in found.text.split("\n")
    assert "thu muc/a.docx" in found.text
    assert "quá sâu" not in found.text


def test_what_nothing_reads_is_said() -> None:
    assert of(b"\x89PNG\x00\x00", "a.png").problems == (Problem.UNKNOWN_KIND,)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert of(ole, "a.docx").problems == (Problem.ENCRYPTED,)


# --- hostile files ----------------------------------------------------------------------------------------------------


def test_entities_are_never_expanded() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    found = of(a_docx("&b;", before=laughs))
    assert "ha" not in found.text
    assert Problem.DAMAGED in found.problems


def test_outside_entities_are_never_fetched(tmp_path: object) -> None:
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    found = of(a_docx("&a;", before=outside))
    assert "root" not in found.text


def test_a_bomb_is_unpacked_to_the_limit_only() -> None:
    bomb = a_zip({"word/document.xml": b"<w:document xmlns:w='w'>" + b" " * 50_000_000})
    assert len(bomb) < 100_000
    found = read(bomb, "x.docx", SMALL)
    assert Problem.TOO_LARGE in found.problems


def test_more_text_than_is_kept_is_cut() -> None:
    found = read(a_docx("chữ " * 10_000), "x.docx", SMALL)
    assert len(found.text) <= SMALL.text
    assert found.problems == (Problem.CUT,)


def test_deep_nesting_ends_the_reading() -> None:
    deep = "<w:document xmlns:w='w'><w:t>trước</w:t>" + "<w:p>" * 100_000
    found = of(a_zip({"word/document.xml": deep}))
    assert found.text == "trước"
    assert found.problems == (Problem.DAMAGED,)


def test_a_torn_file_keeps_what_came_before() -> None:
    whole = a_zip({"word/document.xml": "<w:document xmlns:w='w'><w:t>đầu</w:t></w:p"})
    assert of(whole).text == "đầu"
    assert of(a_docx("x")[:-30], "x.docx").problems
    assert of(b"%PDF-1.7 broken").problems == (Problem.DAMAGED,)


@settings(deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(["", "a.txt", "a.html", "a.rtf", "a.docx", "a.pdf", "a.csv"]))
def test_no_bytes_make_it_fail(content: bytes, name: str) -> None:
    found = read(content, name, SMALL)
    assert len(found.text) <= SMALL.text


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_damage_to_a_good_file_makes_it_fail(data: st.DataObject) -> None:
    good = data.draw(
        st.sampled_from([a_docx("Kính gửi"), a_xlsx(["a"], ["1"]), an_odt("b"), a_pdf("c"), a_doc("e"), b"{\\rtf1 d}"])
    )
    torn = bytearray(good)
    for _ in range(data.draw(st.integers(1, 8))):
        torn[data.draw(st.integers(0, len(torn) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(torn), "x", SMALL)
    kind_of(bytes(torn), "x")

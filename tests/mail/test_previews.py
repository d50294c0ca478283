"""What an attachment is and what it says: by its bytes, whatever its name pretends; old Vietnamese files too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.previews import PreviewKind, attachment_text, preview_kind
from vietnamese.legacy_encodings import _TCVN3

WORDS = "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư, việc báo cáo của các đơn vị được thực hiện theo quý."


@pytest.mark.parametrize(
    ("name", "media_type", "head", "kind"),
    [
        ("a.pdf", "application/pdf", b"%PDF-1.7", PreviewKind.PDF),
        ("a.docx", "application/octet-stream", b"%PDF-1.7", PreviewKind.PDF),
        ("a.pdf", "application/pdf", b"MZ\x90\x00", PreviewKind.NONE),
        ("a.png", "image/png", b"\x89PNG\r\n\x1a\n", PreviewKind.PICTURE),
        ("a.png", "image/png", b"<svg onload=1>", PreviewKind.NONE),
        ("a.svg", "image/svg+xml", b"<svg onload=1>", PreviewKind.TEXT),
        ("a.docx", "", b"PK\x03\x04", PreviewKind.DOCUMENT),
        ("a.zip", "", b"PK\x03\x04", PreviewKind.NONE),
        ("thu.eml", "", b"Received: x\r\n", PreviewKind.MAIL),
        ("a.txt", "text/plain", b"xin ch\xe0o", PreviewKind.TEXT),
        ("a.txt", "text/plain", b"MZ\x00\x00\x00\x00", PreviewKind.NONE),
        ("a.exe", "text/plain", b"hello", PreviewKind.NONE),
    ],
)
def test_the_bytes_decide(name: str, media_type: str, head: bytes, kind: PreviewKind) -> None:
    assert preview_kind(name, media_type, head) is kind


def test_old_vietnamese_files_can_be_read() -> None:
    small = {value: chr(key) for key, value in _TCVN3.items()}
    tcvn3 = "".join(small.get(letter, letter) for letter in WORDS).encode("windows-1252", "replace")
    assert "công tác văn thư" in attachment_text(tcvn3)
    vni = "Caên cöù Nghò ñònh soá 30 veà coâng taùc vaên thö, vieäc baùo caùo cuûa caùc ñôn vò".encode("windows-1252")
    assert "Nghị định số 30 về công tác văn thư" in attachment_text(vni)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_in_its_usual_dresses(charset: str) -> None:
    content = WORDS.encode(charset)
    if charset == "utf-16-le":
        content = b"\xff\xfe" + content
    assert attachment_text(content) == WORDS


@given(st.binary(max_size=2000), st.text(max_size=20))
def test_no_bytes_make_it_fail(content: bytes, name: str) -> None:
    assert isinstance(attachment_text(content), str)
    assert isinstance(preview_kind(name, name, content), PreviewKind)

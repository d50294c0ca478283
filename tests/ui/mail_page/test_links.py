"""Where a link in a mail leads, and what it pretends."""

from __future__ import annotations

import pytest

from ui.mail_page.links import destination


@pytest.mark.parametrize(
    ("words", "url", "host", "pretended"),
    [
        ("Xem tại đây", "https://vbpl.vn/x", "vbpl.vn", None),
        ("https://vbpl.vn/x", "https://vbpl.vn/x", "vbpl.vn", None),
        ("www.vbpl.vn", "https://vbpl.vn/", "vbpl.vn", None),
        ("vbpl.vn", "https://tim.vbpl.vn/", "tim.vbpl.vn", None),
        ("https://vbpl.vn/x", "https://vbpl.vn.xau.example/x", "vbpl.vn.xau.example", "vbpl.vn"),
        ("boldptxh.example", "http://boldptxh.example@xau.example/", "xau.example", "boldptxh.example"),
        ("Mở báo cáo.docx", "https://chia.se.example/1", "chia.se.example", None),
        ("vbpl.vn", "https://vbpⅼ.vn/", "vbpl.vn", None),
        ("vbpl.vn", "https://vbрl.vn/", "xn--vbl-1ed.vn", "vbpl.vn"),
    ],
)
def test_where_it_leads(words: str, url: str, host: str, pretended: str | None) -> None:
    found = destination(url, words)
    assert found is not None
    assert (found.host, found.pretended) == (host, pretended)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "smb://x/y",
        "http://",
        "https://a\\b.example/",
        "\\\\server\\x",
        "https://a.example/\u202egnp.exe",
        "vanban:1",
        "http://[::1",
        "",
    ],
)
def test_what_may_not_be_followed(url: str) -> None:
    assert destination(url) is None


def test_a_mail_address_is_no_web_page() -> None:
    found = destination("mailto:nam.vh@boldptxh.example")
    assert found is not None and found.is_mail and found.host == "boldptxh.example"

"""Words stay, files lose their content, and nothing that is not clearly a file is touched."""

from __future__ import annotations

import base64
import random

import pytest

from mail.mime_thinning import thinned
from mail.reading import read_message
from tests.mail.builders import a_mime, a_summary

FILE = random.Random(1).randbytes(300_000)


def test_a_file_loses_its_content_and_the_words_and_names_stay() -> None:
    mime = a_mime("Kế hoạch", "Kính gửi các đồng chí.", attachment=FILE)
    thin = thinned(mime)
    assert len(mime) > 400_000 and len(thin) < 2_000
    whole, read = read_message(mime, a_summary()), read_message(thin, a_summary())
    assert (read.text, read.html, read.to, read.unreadable) == (whole.text, whole.html, whole.to, ())
    assert [one.name for one in read.attachments] == [one.name for one in whole.attachments] == ["ke_hoach.pdf"]


def test_a_long_text_in_base64_is_whole() -> None:
    mime = a_mime("Nghị định", "Điều khoản thi hành. " * 20_000, attachment=FILE)
    assert read_message(thinned(mime), a_summary()).text == read_message(mime, a_summary()).text


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Transfer-Encoding: base64",
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64",
        b"Content-Type: application/pdf",
        b"X-Note: content-type: application/pdf\r\nContent-Transfer-Encoding: base64",
    ],
)
def test_what_is_not_clearly_a_file_is_left_alone(head: bytes) -> None:
    body = base64.encodebytes(b"chu " * 50_000).replace(b"\n", b"\r\n")
    mime = b"Subject: a\r\nMIME-Version: 1.0\r\n" + head + b"\r\n\r\n" + body
    assert thinned(mime) == mime


def test_a_head_in_a_text_does_not_make_what_follows_a_file() -> None:
    """Somebody quotes the source of a mail: it is text, with empty lines of its own."""
    quoted = b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nloi noi dau\n\n"
    mime = b"Subject: a\n\n" + quoted + base64.encodebytes(bytes(9000))
    assert thinned(mime) == mime

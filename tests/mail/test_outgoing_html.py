"""HTML that goes out: clean, its styles inline, and taken apart again as it was put together."""

from __future__ import annotations

import time

import pytest

from mail.outgoing_html import clean_outgoing, letter, pictures_in, split_letter, text_as_html


@pytest.mark.parametrize("quoted", ["", "<p>trích</p><div>hai</div>", "<div><div>sâu</div></div>"])
@pytest.mark.parametrize("own", ["", "<p>Kính gửi</p>", "<div>trong</div><table><tr><td>1</td></tr></table>"])
def test_a_letter_is_taken_apart_as_it_was_put_together(own: str, quoted: str) -> None:
    assert split_letter(letter(own, quoted, font="Times New Roman", size=13)) == (own, quoted)


def test_foreign_html_is_all_her_own() -> None:
    assert split_letter("<html><body><p>x</p></body></html>") == ("<html><body><p>x</p></body></html>", "")


def test_what_acts_or_fetches_does_not_go_out() -> None:
    hostile = (
        "<style>@import url(http://x)</style><script>1</script><iframe src=http://x></iframe><form action=http://x>"
        '<input></form><img src=x onerror=a() alt="Dấu"><img srcset="http://x 1x"><base href=http://x>'
        '<p style="background:url(http://x);color:red" onclick=1>a</p><a href="javascript:x()">b</a>'
        '<a href="https://bo.example">c</a><img src="file:///etc/passwd"><svg><image href=http://x></svg>'
        '<div id="thu-goc">giả</div>'
    )
    cleaned = clean_outgoing(hostile)
    for word in ("http://x", "script", "onerror", "onclick", "javascript", "file:", "<form", "<img", "thu-goc"):
        assert word not in cleaned, word
    assert "color:red" in cleaned and 'href="https://bo.example"' in cleaned and "[Dấu]" in cleaned


def test_a_paste_takes_on_the_letters_font_but_keeps_what_it_means() -> None:
    word = (
        '<p class=MsoNormal style="margin:0cm;font-size:11.0pt;font-family:&quot;Calibri&quot;;color:black">'
        "<b>Kính gửi</b> <i>chị</i><o:p></o:p></p><ul><li>một</li></ul>"
    )
    cleaned = clean_outgoing(word, own_fonts=False)
    assert "Calibri" not in cleaned and "11.0pt" not in cleaned and "MsoNormal" not in cleaned
    assert "<b>Kính gửi</b> <i>chị</i>" in cleaned and "<li>một</li>" in cleaned


def test_pictures_are_those_of_the_letter() -> None:
    source = '<img src="cid:a%40b"><img src="cid:c" alt="Ảnh">'
    assert pictures_in(clean_outgoing(source)) == ["a@b", "c"]
    assert pictures_in(clean_outgoing(source, ["a@b"])) == ["a@b"]


def test_hostile_sizes_take_no_time() -> None:
    began = time.process_time()
    for source in ("<div>" * 200_000, "<span>" * 100_000 + "x", "<img " * 100_000, "<a <" * 200_000, "<p>x" * 200_000):
        clean_outgoing(source)
    assert time.process_time() - began < 20


def test_plain_text_as_html() -> None:
    assert text_as_html("1 < 2\n\nx") == (
        '<p style="margin:0">1 &lt; 2</p><p style="margin:0"><br></p><p style="margin:0">x</p>'
    )

"""Which mails get the web view: newsletters and designed notices do, what colleagues write does not."""

from __future__ import annotations

import time

import pytest

from desktop.demo_ministry.story.html_look import html_letter, newsletter
from mail import needs_web_view

OUTLOOK = html_letter("Kính gửi chị Hạnh,\n\n- Một\n- Hai\n| a | b |\n| 1 | 2 |", "Từ: Nam\nGửi: nay", "Thư cũ")
GMAIL = (
    '<div dir="ltr">Chào chị,<div><br></div><img src="cid:a" style="display:block;max-width:100%"></div><br>'
    '<div class="gmail_quote"><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid'
    ' rgb(204,204,204);padding-left:1ex">Cũ</blockquote></div>'
)
THUNDERBIRD = (
    '<html><head><style>body {font-size: 12pt}</style></head><body text="#000000" bgcolor="#FFFFFF"><p>Thư</p>'
)


@pytest.mark.parametrize("source", [OUTLOOK, GMAIL, THUNDERBIRD, "<p>Thư</p>", "", "<table border=1><tr><td>1</table>"])
def test_what_colleagues_write_needs_no_web_view(source: str) -> None:
    assert not needs_web_view(source)


@pytest.mark.parametrize(
    "source",
    [
        newsletter("Bản tin", "Một\n\nHai"),
        '<body background="cid:nen">Thư',
        '<div style="display:flex"><p>1</p><p>2</p></div>',
        '<div style="background:linear-gradient(red, blue); color:white">Thư</div>',
        "<div style='position: absolute; top: 3px'>Thư</div>",
        '<div style="max-width:600px; margin:0 auto">Thư</div>',
        "<style>@media (max-width: 600px) { td { width: 100% } }</style><p>Thư",
        "<style>.the { background: url(cid:a) }</style><p class=the>Thư",
        "<style>.nut { color: white } .khung { padding: 8px }</style><p class=nut>Thư",
        "<table><tr><td><table><tr><td>1</table></table>",
        "<p>" + "chữ " * 20_000,
    ],
)
def test_what_would_lose_its_look_needs_one(source: str) -> None:
    assert needs_web_view(source)


@pytest.mark.parametrize(
    "piece", ["<", "<style>", "<table ", 'style="', "<style>a{", "<!--[if", "url(", "background:", "<body ", "{}", "/*"]
)
def test_hostile_sources_take_no_time(piece: str) -> None:
    started = time.process_time()
    needs_web_view(piece * (600_000 // len(piece)))
    assert time.process_time() - started < 5

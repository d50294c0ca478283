"""HTML for the web view: the look stays, whatever acts or reaches out goes, pictures become parts of the mail."""

from __future__ import annotations

import base64
import re
import time

import pytest

from desktop.demo_ministry.story.html_look import newsletter
from mail.html_for_web import BLOCKED_CLASS, web_html
from mail.remote_addresses import looks_like_tracking, remote_address
from mail.web_css import safe_css
from tests.mail.remote_pictures.picture_server import PIXEL, png
from tests.ui.mail_page.egress.hostile import hostile

DATA = "data:image/png;base64," + base64.b64encode(PIXEL).decode()


def test_the_look_stays() -> None:
    source = (
        "<html><head><style>.the { display: flex; background: linear-gradient(red, blue) }</style></head>"
        '<body bgcolor="#eeeeee" style="margin:0" onload="x()">'
        '<div class="the" id="a" style="border-radius:8px">Chào</div>'
    )
    web = web_html(source)
    assert "linear-gradient(red, blue)" in web.html and 'class="the"' in web.html and "border-radius:8px" in web.html
    assert 'bgcolor="#eeeeee"' in web.body_attributes and "margin:0" in web.body_attributes
    assert "onload" not in web.body_attributes and web.blocked == 0


def test_the_mails_own_pictures_become_parts() -> None:
    source = f'<img src="cid:anh%401"><img src="{DATA}"><div style="background:url(cid:anh@1)">x</div><img src="cid:x">'
    web = web_html(source, {"anh@1": ("image/png", png(4, 4))})
    assert list(web.parts.values()) == [("image/png", png(4, 4)), ("image/png", PIXEL), ("image/png", png(4, 4))]
    assert "url(part/2)" in web.html and web.blocked == 0 and "cid:" not in web.html


def test_remote_pictures_leave_frames_and_are_offered_once() -> None:
    source = (
        '<img src="http://anh.example/1.png" width="300" height="80" alt="Hội &quot;nghị&quot;">'
        '<img src="https://anh.example/1.png"><table background="//anh.example/nen.png"></table>'
        '<p style="background-image:url(&quot;https://anh.example/p.png&quot;)">x</p>'
        '<img src="https://dem.example/x.gif?ai=hanh" width="1" height="1">'
    )
    web = web_html(source)
    assert web.remote == tuple(f"https://anh.example/{name}.png" for name in ("1", "nen", "p"))
    assert f'class="{BLOCKED_CLASS}"' in web.html and "width:300px;height:80px" in web.html and "Hội" in web.html
    assert "anh.example" not in web.html and "dem.example" not in web.html
    fetched = {address: ("image/png", png(4, 4)) for address in web.remote}
    again = web_html(source, None, fetched)
    assert again.remote == () and len(again.parts) >= 3 and again.blocked == 1  # what only counts readers stays out


def test_links_are_numbers_with_all_their_words() -> None:
    web = web_html(
        '<a href="https://a.example/x?a=1&amp;b=2">https://bo.<b>example</b></a> <a href="https://a.example/x?a=1&b=2">đây</a>'
        '<a href="#muc">mục</a><a href="javascript:alert(1)">bấm</a><a href="mailto:a@b.example">thư</a>'
    )
    assert web.links[0] == ("https://a.example/x?a=1&b=2", "https://bo.example đây")
    assert web.links[2][0] == "mailto:a@b.example" and len(web.links) == 3
    assert 'href="link/0"' in web.html and 'href="#muc"' in web.html
    assert "a.example" not in web.html.replace("https://bo.<b>example", "") and "javascript" not in web.html


def test_nothing_of_a_hostile_mail_names_another_place() -> None:
    web = web_html(hostile("203.0.113.7:80"))
    shown = web.html + web.body_attributes
    markup = " ".join(re.findall(r"<[^<>]*>|<style[^<>]*>.*?</style>", shown, re.DOTALL))  # words may say anything
    assert "203.0.113.7" not in markup and "xau.example" not in markup
    for word in (
        "<script",
        "<iframe",
        "<object",
        "<svg",
        "<form",
        "<link",
        "<base",
        "<meta",
        "@import",
        "srcset",
        "ping=",
    ):
        assert word not in shown.lower(), word


@pytest.mark.parametrize(
    "css",
    [
        "a{background:url(http://x/1)}",
        "a{background:URL( 'http://x/1' )}",
        'a{background:u\\72l("http://x/1")}',
        "a{background:\\000075rl(http://x/1)}",
        "a{background:ur/**/l(http://x/1) url(http://x/1}",
        "@import 'http://x/1';a{}",
        "@\\69mport url(http://x/1);a{}",
        "@font-face{font-family:x;src:url(http://x/1)}",
        "a{background:image-set('http://x/1' 1x)}",
        "a{background:-webkit-image-set(url(http://x/1) 1x)}",
        "a{--v:url(http://x/1)}",
        "</style><img src=http://x/1>",
    ],
)
def test_no_style_names_another_place(css: str) -> None:
    assert web_html(f'<style>{css}</style><p style="{css.replace(chr(34), "")}">x</p>').html.count("<img") == 0
    kept = safe_css(css, lambda url: None)
    assert "url(" not in kept and "@import" not in kept and "<" not in kept and "image-set(" not in kept


def test_a_dark_wish_of_the_senders_is_not_followed() -> None:
    kept = safe_css("@media (prefers-color-scheme: dark) { p { color: white } }", lambda url: None)
    assert "prefers-color-scheme" not in kept and "max-width: 0" in kept


@pytest.mark.parametrize(
    ("url", "fetched"),
    [
        ("http://a.example/x.png", "https://a.example/x.png"),
        ("//A.example/x", "https://a.example/x"),
        ("https://a.example:8443/x?y=1&amp;z#f", "https://a.example:8443/x?y=1&z"),
        ("http://a.example:81/x", None),
        ("https://u:p@a.example/x", None),
        ("file:///etc/passwd", None),
        ("https://a.example\\@b.example/", None),
        ("https://[::1", None),
        ("x.png", None),
        ("https://a b.example/", None),
        ("https://văn-bản.example/x", "https://xn--vn-bn-rwa5024c.example/x"),
    ],
)
def test_what_may_be_fetched(url: str, fetched: str | None) -> None:
    assert remote_address(url) == fetched


def test_what_only_counts_readers() -> None:
    assert looks_like_tracking('<img src="https://a/x" width="1" height="1">')
    assert looks_like_tracking("<img style='display:none' src=//a/x>")
    assert looks_like_tracking('<img src="https://a/x" style="width:1px;height:1px">')
    assert not looks_like_tracking('<img src="https://a/x" width="100%" height="80">')
    assert not looks_like_tracking('<img src="https://a/x" style="max-width:600px">')
    assert not looks_like_tracking('<img src="cid:a" width="1">')


@pytest.mark.parametrize(
    "piece", ["<style>", "<a href=x>", "url(", "/*", "<img ", '<a href="http://a">', "\\75", "@import", "<body "]
)
def test_hostile_sources_take_no_time(piece: str) -> None:
    started = time.process_time()
    web_html(piece * (400_000 // len(piece)))
    safe_css(piece * (300_000 // len(piece)), lambda url: None)
    assert time.process_time() - started < 8


def test_a_newsletter_keeps_what_it_says() -> None:
    web = web_html(newsletter("Bản tin", "Một\n\nHai"))
    assert "Một" in web.html and "linear-gradient" in web.html and web.remote == ()

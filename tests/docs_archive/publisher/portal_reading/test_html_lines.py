"""HTML becomes lines as a person would read them."""

from __future__ import annotations

import pytest

from docs_archive.publisher.portal_reading.html_lines import lines_of, parse_html


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Điều 1.&nbsp; <b>Phạm</b>\n vi</p><p>1. Một<br>2. Hai</p>", ["Điều 1. Phạm vi", "1. Một", "2. Hai"]),
        ("<div>ngoài<p>trong</p>sau</div>", ["ngoài", "trong", "sau"]),
        ("<table><tr><td>Số</td><td><p>5</p></td></tr><tr><td></td><td>x</td></tr></table>", ["Số | 5", "x"]),
        ("<table><tr><td><p>BỘ</p><p>Số: 1</p></td><td>CỘNG HOÀ</td></tr></table>", ["BỘ", "Số: 1", "CỘNG HOÀ"]),
        (
            "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>d",
            ["a | b | c", "d"],
        ),
        ("<p>a<script>evil()</script>b<style>p{}</style>c<!-- d -->e</p>", ["abce"]),
        ("<p>một\u2028hai\u00adba</p>", ["một\u2028hai\u00adba"]),
        ("<p>hở<p>ra</td></b>", ["hở", "ra"]),
        ("\ufeff<?xml version='1.0' encoding='utf-16'?><html><body>chữ", ["chữ"]),
        ("<ul><li>một<ul><li>hai</ul><li>ba</ul>", ["một", "hai", "ba"]),
    ],
)
def test_lines(page: str, expected: list[str]) -> None:
    assert lines_of([parse_html(page)]).split("\n") == expected


def test_what_holds_nothing_is_refused_and_depth_stops_nothing() -> None:
    with pytest.raises(ValueError, match="no HTML"):
        parse_html("   ")
    assert "đáy" in lines_of([parse_html("<div>" * 200 + "đáy")])
    parse_html("<div>" * 100_000)

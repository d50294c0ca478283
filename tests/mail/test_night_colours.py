"""A mail by night: light and dark change places, hues stay, and every pair can be read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mail.html_cleaning import clean_html
from mail.html_colours import BLACK, LEAST_CONTRAST, LINK, WHITE, contrast, night_colour, night_html, parse_colour

COLOUR = st.tuples(*[st.integers(0, 255)] * 3)


def test_paper_turns_dark_and_letters_light() -> None:
    assert night_colour(WHITE) == (25, 25, 25) and night_colour(BLACK) == (229, 229, 229)
    assert contrast(night_colour(LINK), night_colour(WHITE)) >= LEAST_CONTRAST
    red = night_colour((192, 0, 0))
    assert red[0] > red[1] and red[0] > red[2]  # still red


@given(COLOUR, COLOUR)
def test_every_pair_can_be_read(text: tuple[int, int, int], ground: tuple[int, int, int]) -> None:
    colours = "color:#{:02x}{:02x}{:02x};background:#{:02x}{:02x}{:02x}".format(*text, *ground)
    shown = night_html(clean_html(f'<p style="{colours}">Chữ <a href="https://a.example">liên kết</a></p>').html)
    style = re.search(r'<p style="([^"]*)"', shown)
    assert style is not None
    found = dict(part.split(":") for part in style[1].split(";"))
    seen_ground = parse_colour(found["background-color"])
    seen_text = parse_colour(found.get("color", "#e6e6e6"))
    assert seen_ground is not None and seen_text is not None
    assert contrast(seen_text, seen_ground) >= LEAST_CONTRAST

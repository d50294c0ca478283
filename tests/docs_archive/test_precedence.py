"""Of two that say the same, the law comes before the decree, and this one before its forerunner; words still decide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docs_archive.search_index.precedence import ONE, precedence


def test_rank_then_year() -> None:
    assert precedence("Bộ luật", 2015) > precedence("Luật", 1999) > precedence("Nghị định", 1999)
    assert precedence("NGHỊ ĐỊNH", 2020) > precedence("Thông tư", 2020) == precedence("", 2020)
    assert precedence("Thông tư", 0) == ONE, "what is not known tips nothing"


@given(st.text(max_size=20), st.integers(-(10**6), 10**6))
def test_it_stays_gentle_whatever_a_feed_says(type_: str, year: int) -> None:
    assert 0.85 * ONE <= precedence(type_, year) <= 1.3 * ONE

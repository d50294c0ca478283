"""Which of two documents that say the same a person means: the one of higher rank, and the newer one. A gentle factor
on the score, written by `index_building`, used by `searching`. It says nothing about validity: that is `status`.

Chosen on the half of 396 questions whose SHA-256 is even, read on the other half: recall@1 0.81 → 0.86 on both.
"""

from __future__ import annotations

ONE = 1000
"""The factor 1.0 as the index keeps it."""
_RANK = {
    "hiến pháp": 0.15,
    "bộ luật": 0.15,
    "luật": 0.15,
    "pháp lệnh": 0.05,
    "nghị định": 0.05,
}
"""Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 4: the order of the documents."""
_A_YEAR = 0.005
_MIDDLE = 2005
_MOST_YEARS = 25


def precedence(type_: str, year: int) -> int:
    """Thousandths, 875 to 1,294. ``year`` is that of issue, 0 where it is not known."""
    years = max(-_MOST_YEARS, min(year - _MIDDLE, _MOST_YEARS)) if year else 0
    return round(ONE * (1 + _RANK.get(type_.casefold(), 0.0)) * (1 + _A_YEAR * years))

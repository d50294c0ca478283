"""Finds what a legal text quotes: a “Điều 1.” inside an amending article opens nothing. Used by `structure`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST_QUOTATION = 60_000
_LONGEST_NAME = 120
_QUOTES = re.compile('[“”"]')
_OPENS_LINE = re.compile(r"(?:^|\n)[ \t]{0,8}$")
_CLOSES_LINE = re.compile(r"[.;,]{0,2}[ \t]{0,8}(?:\n|$)")


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Outermost quotations in order. One that never closes, or only very far on, is a slip of the pen and none."""
    opened: list[int] = []
    straight: int | None = None
    closed: list[tuple[int, int]] = []
    for match in _QUOTES.finditer(text):
        at, mark = match.start(), match[0]
        if mark == "“":
            opened.append(at)
        elif mark == "”":
            if opened:
                closed.append((opened.pop(), at + 1))
        elif straight is not None and _CLOSES_LINE.match(text, at + 1):
            closed.append((straight, at + 1))
            straight = None
        elif _opens(text, at):
            straight = at  # one still open was never closed: a slip of the pen
    last = -1
    for start, end in sorted(closed):
        if start >= last and end - start <= _LONGEST_QUOTATION:
            last = end
            yield start, end


def _opens(text: str, at: int) -> bool:
    """Straight quotes open and close alike: they count at the beginning and at the end of a line only, and one that
    opens a line is a name's (“"Hồ sơ mời thầu" phải được …”) where it closes in the middle of the same line."""
    if not _OPENS_LINE.search(text[max(0, at - 9) : at]) or (at >= 9 and "\n" not in text[at - 9 : at]):
        return False
    line_end = text.find("\n", at)
    next_mark = text.find('"', at + 1, at + _LONGEST_NAME)
    if next_mark < 0 or (0 <= line_end < next_mark):
        return True
    return _CLOSES_LINE.match(text, next_mark + 1) is not None or text[next_mark - 1].isspace()

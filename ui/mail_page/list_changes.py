"""What turned one list of ids into another, as ranges a view can follow without losing its place. No Qt.

Used by `message_model`: mails arrive and go while she reads; selection and scroll position must stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mail import ItemId

_MOST_RANGES = 400
"""Above this many separate ranges a view is faster begun anew."""
_STRIDE = 4096
_MANY = 20_000
"""Rows that differ from the first to the last difference, above which they are walked instead of put into sets."""
_MOST_PLACES, _WIDEST, _ALIKE = 60, 600, 8
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Removed:
    """Rows ``first`` to ``last`` (inclusive) of the list as it stands at this step."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Inserted:
    """``ids`` stand at ``first`` onwards after this step."""

    first: int
    ids: Sequence[ItemId]


ListChange = Removed | Inserted


def list_changes(old: Sequence[ItemId], new: Sequence[ItemId]) -> list[ListChange] | None:
    """Steps from ``old`` to ``new``, to be applied in order; None when beginning anew is the better way."""
    start = _common_prefix(old, new)
    end = _common_suffix(old, new, start)
    old_middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if not old_middle and not new_middle:
        return []
    if len(old_middle) > _MANY and (walked := _walk(old_middle, new_middle)) is not None:
        return _steps(start, *walked, new_middle)
    before, after = set(old_middle), set(new_middle)
    kept_before = [item for item in old_middle if item in after]
    kept_after = [item for item in new_middle if item in before]
    if kept_before != kept_after or len(before) != len(old_middle) or len(after) != len(new_middle):
        return None
    removals = _ranges([row for row, item in enumerate(old_middle) if item not in after])
    insertions = _ranges([row for row, item in enumerate(new_middle) if item not in before])
    return _steps(start, removals, insertions, new_middle)


def _steps(
    start: int, removals: Sequence[_Range], insertions: Sequence[_Range], new_middle: Sequence[ItemId]
) -> list[ListChange] | None:
    if len(removals) + len(insertions) > _MOST_RANGES:
        return None
    steps: list[ListChange] = [Removed(start + first, start + last) for first, last in reversed(removals)]
    steps += [Inserted(start + first, tuple(new_middle[first : last + 1])) for first, last in insertions]
    return steps


def _walk(old: Sequence[ItemId], new: Sequence[ItemId]) -> tuple[list[_Range], list[_Range]] | None:
    """Of two long lists, without taking them apart into sets: where they differ, the nearest place from which they go
    on alike. None: there are too many such places, or one is too wide."""
    removals: list[_Range] = []
    insertions: list[_Range] = []
    at, to = 0, 0
    while at < len(old) and to < len(new):
        same = _common_prefix(old[at:], new[to:]) if at or to else _common_prefix(old, new)
        at, to = at + same, to + same
        if at >= len(old) or to >= len(new):
            break
        if len(removals) + len(insertions) >= _MOST_PLACES:
            return None
        for wide in range(1, _WIDEST):
            if old[at + wide : at + wide + _ALIKE] == new[to : to + _ALIKE]:
                removals.append((at, at + wide - 1))
                at += wide
                break
            if new[to + wide : to + wide + _ALIKE] == old[at : at + _ALIKE]:
                insertions.append((to, to + wide - 1))
                to += wide
                break
        else:
            return None
    if at < len(old):
        removals.append((at, len(old) - 1))
    if to < len(new):
        insertions.append((to, len(new) - 1))
    return removals, insertions


def _common_prefix(old: Sequence[ItemId], new: Sequence[ItemId]) -> int:
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start : start + _STRIDE] == new[start : start + _STRIDE]:
        start += _STRIDE
    start = min(start, shorter)
    while start < shorter and old[start] == new[start]:
        start += 1
    return start


def _common_suffix(old: Sequence[ItemId], new: Sequence[ItemId], start: int) -> int:
    longest = min(len(old), len(new)) - start
    end = 0
    while end + _STRIDE <= longest:
        old_part = old[len(old) - end - _STRIDE : len(old) - end]
        if old_part != new[len(new) - end - _STRIDE : len(new) - end]:
            break
        end += _STRIDE
    while end < longest and old[len(old) - end - 1] == new[len(new) - end - 1]:
        end += 1
    return end


def _ranges(rows: list[int]) -> list[tuple[int, int]]:
    result = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in group]
        result.append((members[0], members[-1]))
    return result


def with_kept(ids: Sequence[ItemId], reading: ItemId, before: Sequence[ItemId]) -> list[ItemId]:
    """With only unread mails shown, the one she is reading stays until she leaves it."""
    place = before.index(reading)
    following = set(before[place + 1 :])
    at = next((row for row, item_id in enumerate(ids) if item_id in following), len(ids))
    return [*ids[:at], reading, *ids[at:]]

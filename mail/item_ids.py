"""A list of our own message ids that takes four bytes each: a folder of a million mails is four megabytes.

Given out by `Mailbox.message_ids`, kept and changed by the window's list. To whoever asks it is a sequence of `ItemId`.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from .summary import ItemId

_FEW = 24


class ItemIds(Sequence[ItemId]):
    """Only ids of the form "~" and a number (`rows.local_id`) fit in: ask `number_of` first."""

    __slots__ = ("_numbers",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, numbers: Iterable[int] = ()) -> None:
        self._numbers: array[int] = array("I", numbers)

    @classmethod
    def from_hex(cls, text: str) -> ItemIds:
        """Of eight hexadecimal digits for each."""
        made = cls()
        made._numbers.frombytes(bytes.fromhex(text))
        if sys.byteorder == "little":
            made._numbers.byteswap()
        return made

    @staticmethod
    def number_of(item_id: ItemId) -> int | None:
        digits = item_id[1:]
        fits = item_id[:1] == "~" and digits.isascii() and digits.isdigit() and len(digits) < 10
        return int(digits) if fits else None

    @property
    def numbers(self) -> Sequence[int]:
        return self._numbers

    # --- as a sequence ---

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> ItemId: ...
    @overload
    def __getitem__(self, place: slice) -> ItemIds: ...
    def __getitem__(self, place: int | slice) -> ItemId | ItemIds:
        if isinstance(place, slice):
            return self._of(self._numbers[place])
        return ItemId(f"~{self._numbers[place]}")

    def __iter__(self) -> Iterator[ItemId]:
        return (ItemId(f"~{number}") for number in self._numbers)

    def __contains__(self, item_id: object) -> bool:
        number = self.number_of(ItemId(item_id)) if isinstance(item_id, str) else None
        return number is not None and number in self._numbers

    def index(self, item_id: ItemId, start: int = 0, stop: int = sys.maxsize) -> int:
        number = self.number_of(item_id)
        if number is None:
            raise ValueError(item_id)
        return self._numbers.index(number, start, stop)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, ItemIds):
            return self._numbers == other._numbers
        if isinstance(other, Sequence) and not isinstance(other, str):
            return len(other) == len(self) and all(a == b for a, b in zip(self, other, strict=True))
        return NotImplemented

    def __add__(self, other: Sequence[ItemId]) -> ItemIds | list[ItemId]:
        if isinstance(other, ItemIds):
            return self._of(self._numbers + other._numbers)
        return [*self, *other]

    def __repr__(self) -> str:
        return f"ItemIds({list(self[:5])}{'…' if len(self) > 5 else ''}, {len(self)})"

    # --- changing it ---

    def copy(self) -> ItemIds:
        return self[:]

    def remove(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last``, inclusive."""
        del self._numbers[first : last + 1]

    def insert(self, place: int, item_ids: Iterable[ItemId]) -> bool:
        """False, and nothing is changed, if one of them does not fit in."""
        fresh = [self.number_of(item_id) for item_id in item_ids]
        if any(number is None for number in fresh):
            return False
        self._numbers[place:place] = array("I", [number for number in fresh if number is not None])
        return True

    def without(self, gone: set[ItemId]) -> ItemIds:
        numbers = {number for item_id in gone if (number := self.number_of(item_id)) is not None}
        if len(numbers) > _FEW:
            return ItemIds(number for number in self._numbers if number not in numbers)
        kept = self.copy()
        for number in numbers:
            if number in kept._numbers:
                kept._numbers.remove(number)
        return kept

    def rows_of(self, wanted: set[ItemId]) -> list[int]:
        """Where these stand, in order."""
        numbers = {number for item_id in wanted if (number := self.number_of(item_id)) is not None}
        return [row for row, number in enumerate(self._numbers) if number in numbers] if numbers else []

    @classmethod
    def _of(cls, numbers: array[int]) -> ItemIds:
        made = cls()
        made._numbers = numbers
        return made

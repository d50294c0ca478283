"""A long list of ids behaves as the list it stands for, at four bytes each."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from mail import ItemId, ItemIds

_numbers = st.lists(st.integers(0, 999_999_999), max_size=60, unique=True)


def named(numbers: list[int]) -> list[ItemId]:
    return [ItemId(f"~{number}") for number in numbers]


@given(_numbers, st.integers(-70, 70), st.integers(-70, 70))
def test_it_reads_as_a_list_does(numbers: list[int], first: int, last: int) -> None:
    ids, wanted = ItemIds(numbers), named(numbers)
    assert ids == wanted == list(ids)
    assert wanted == ids
    assert len(ids) == len(wanted)
    assert ids[first:last] == wanted[first:last]
    assert ids[:last] + ids[first:] == wanted[:last] + wanted[first:]
    assert all(ids[place] == one and ids.index(one) == place and one in ids for place, one in enumerate(wanted))
    assert ItemIds.from_hex("".join(f"{number:08x}" for number in numbers)) == ids


@given(_numbers, _numbers, st.integers(0, 60))
def test_it_changes_as_a_list_does(numbers: list[int], others: list[int], place: int) -> None:
    fresh = [number for number in others if number not in numbers]
    ids, wanted = ItemIds(numbers), named(numbers)
    assert ids.insert(place, named(fresh))
    wanted[place:place] = named(fresh)
    assert ids == wanted
    gone = set(named(others[::2]))
    assert ids.rows_of(gone) == [row for row, one in enumerate(wanted) if one in gone]
    assert ids.without(gone) == [one for one in wanted if one not in gone]
    assert ids == wanted
    ids.remove(place, place + 3)
    del wanted[place : place + 4]
    assert ids == wanted


def test_what_is_not_our_own_does_not_fit_in() -> None:
    ids = ItemIds([1, 2])
    assert not ids.insert(0, [ItemId("~3"), ItemId("AAMkAD")])
    assert ids == ["~1", "~2"]
    assert "AAMkAD" not in ids
    assert ItemIds.number_of(ItemId("~²")) is None


def test_a_million_take_four_megabytes() -> None:
    ids = ItemIds(range(1_000_000))
    assert sys.getsizeof(ids.numbers) < 4_200_000 + 500_000

"""What turned one list of ids into another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mail import ItemId
from ui.mail_page.list_changes import Inserted, Removed, list_changes


def applied(old: list[ItemId], steps: list[Removed | Inserted]) -> list[ItemId]:
    result = list(old)
    for step in steps:
        if isinstance(step, Removed):
            del result[step.first : step.last + 1]
        else:
            result[step.first : step.first] = step.ids
    return result


def ids(text: str) -> list[ItemId]:
    return [ItemId(letter) for letter in text]


def test_an_arrival_is_one_step() -> None:
    assert list_changes(ids("bcd"), ids("abcd")) == [Inserted(0, (ItemId("a"),))]


def test_a_deletion_in_the_middle_is_one_step() -> None:
    assert list_changes(ids("abcdef"), ids("abef")) == [Removed(2, 3)]


def test_another_order_begins_anew() -> None:
    assert list_changes(ids("abc"), ids("cba")) is None


@given(st.lists(st.integers(0, 30), unique=True), st.sets(st.integers(0, 30)), st.sets(st.integers(31, 40)), st.data())
def test_steps_lead_from_the_old_list_to_the_new(
    old: list[int], gone: set[int], come: set[int], data: st.DataObject
) -> None:
    new = [number for number in old if number not in gone]
    for number in come:
        new.insert(data.draw(st.integers(0, len(new))), number)
    before, after = [ItemId(str(n)) for n in old], [ItemId(str(n)) for n in new]
    steps = list_changes(before, after)
    assert steps is not None
    assert applied(before, steps) == after


def test_long_lists_differing_at_both_ends() -> None:
    old = [ItemId(str(n)) for n in range(50_000)]
    new = [ItemId("new"), *old[1:-1], ItemId("last")]
    steps = list_changes(old, new)
    assert steps is not None and applied(old, steps) == new

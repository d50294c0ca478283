"""Newcomers put into conversations by hundreds come to lie where they would one by one, whatever their headers say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from mail.database import Database
from mail.model import ItemId
from mail.threads import batch, grouping
from mail.threads.hints import ThreadHint
from tests.mail.builders import KEY

Tables = tuple[list[tuple[int, ...]], list[tuple[int, ...]]]
_SUBJECTS = (
    "Báo cáo tuần",
    "Re: Báo cáo tuần",
    "Trả lời: Re: bao cao tuan",
    "Họp giao ban",
    "RE: Họp giao ban",
    "ok",
    "",
)
_PEOPLE = ("nam@bo.example", "hanh@bo.example", "mai@bo.example")
_MINUTE = 60_000_000


class Store:
    """The tables alone, with message rows as a sync would have put them there."""

    def __init__(self, path: Path, seed: int, count: int) -> None:
        some = random.Random(seed)
        self.database = Database(path, KEY)
        rows = []
        for number in range(1, count + 1):
            to = ", ".join(f'["", "{one}"]' for one in some.sample(_PEOPLE, some.randint(0, 2)))
            moment = some.choice((number, some.randint(1, 90 * 1440), 7)) * _MINUTE
            rows.append((number, f"item-{number}", some.choice(_SUBJECTS), some.choice(_PEOPLE), f"[{to}]", moment))
        with self.database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO folders (id, name, role, server_total, server_unread, is_complete)"
                " VALUES ('inbox', 'Inbox', 'inbox', 0, 0, 1)"
            )
            connection.exec_driver_sql(
                "INSERT INTO messages (number, item_id, folder, walk, subject, sender_address, recipients, received_at,"
                " is_read, is_flagged, has_attachments, is_meeting, size, importance, categories, preview)"
                " VALUES (?, ?, 1, 0, ?, ?, ?, ?, 0, 0, 0, 0, 0, 1, '[]', '')",
                rows,
            )

    def group(self, hints: Sequence[ThreadHint], at_once: int) -> Tables:
        keys = grouping.keys_of(hints)
        for some in (hints[start : start + at_once] for start in range(0, len(hints), at_once)):
            with self.database.write() as connection:
                numbers = {hint.item_id: int(hint.item_id.removeprefix("item-")) for hint in some}
                grouping.group(connection, keys, numbers)
        with self.database.read() as connection:
            return (
                [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM thread_members ORDER BY message")],
                [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM thread_keys ORDER BY key")],
            )


def made_up(seed: int, count: int) -> list[ThreadHint]:
    """Names that meet often: answers before their questions, ids used twice, rings, the unrelated joined."""
    some = random.Random(seed)
    spread = some.choice((5, count, 4 * count))
    hints = []
    for number in range(1, count + 1):
        name = f"<{some.choice((number, number, some.randint(1, spread)))}@bo.example>" if some.random() < 0.9 else ""
        named = [f"<{some.randint(1, spread)}@bo.example>" for _ in range(some.choice((0, 0, 0, 1, 2, 12)))]
        conversation = f"c{some.randint(1, spread)}" if some.random() < 0.2 else ""
        hints.append(ThreadHint(ItemId(f"item-{number}"), name, tuple(named), conversation))
    some.shuffle(hints)
    return hints


@pytest.mark.parametrize("most", [6, 2_000])
@pytest.mark.parametrize("seed", range(12))
def test_at_once_is_as_one_by_one(tmp_path: Path, seed: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "MOST_MOVED", most)
    monkeypatch.setattr(grouping, "MOST_MOVED", most)
    hints = made_up(seed, 150)
    one_by_one = Store(tmp_path / "a.db", seed, 150).group(hints, 1)
    assert len({row[1] for row in one_by_one[0]}) < 150, "nothing was joined: the test says nothing"
    assert Store(tmp_path / "b.db", seed, 150).group(hints, 40) == one_by_one
    assert Store(tmp_path / "c.db", seed, 150).group(hints, 150) == one_by_one


def test_a_page_costs_a_few_statements_however_many_it_joins(tmp_path: Path) -> None:
    from sqlalchemy import event

    store = Store(tmp_path / "a.db", 1, 300)
    hints = [
        ThreadHint(ItemId(f"item-{number}"), f"<{number}@bo.example>", (f"<{number // 2}@bo.example>",))
        for number in range(1, 301)
    ]
    store.group(hints[100:200], 100)
    said: list[str] = []
    event.listen(store.database._engine, "before_cursor_execute", lambda *values: said.append(values[2]))
    store.group(hints[200:], 100)
    assert len(said) < 25, said

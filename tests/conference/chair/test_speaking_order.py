"""The speaking order: nobody is lost, nobody's time is, and the colours come in time."""

from __future__ import annotations

import random

import pytest

from conference.chair.speaking_order import Pace, SpeakingOrder


def names(order: SpeakingOrder) -> list[str]:
    return [one.name for one in order.waiting]


def of(*people: str, limit: int = 0) -> SpeakingOrder:
    order = SpeakingOrder()
    for one in people:
        order = order.with_speaker(one, limit=limit)
    return order


def test_one_after_another() -> None:
    order = of("A", "B").next(10.0)
    assert order.current is not None
    assert (order.current.name, names(order)) == ("A", ["B"])
    order = order.next(70.0)
    assert order.totals(100.0) == {"A": 60.0, "B": 30.0}
    order = order.next(100.0)
    assert order.current is None
    assert [(turn.speaker.name, turn.seconds) for turn in order.turns] == [("A", 60.0), ("B", 30.0)]
    assert order.next(200.0) == order


def test_a_pause_does_not_count_and_who_speaks_twice_is_added_up() -> None:
    order = of("A", "A").next(0.0).paused(5.0)
    assert order.elapsed(50.0) == 5.0
    order = order.paused(60.0).resumed(100.0).resumed(101.0).next(110.0)
    assert order.totals(113.0) == {"A": 18.0}


def test_moving_and_calling_out_of_turn() -> None:
    order = of("A", "B", "C").moved(3, 0)
    assert names(order) == ["C", "A", "B"]
    assert names(order.moved(3, 99)) == ["A", "B", "C"]
    assert names(order.moved(3, -5)) == ["C", "A", "B"]
    order = order.called(2, 0.0)
    assert order.current is not None
    assert (order.current.name, names(order)) == ("B", ["C", "A"])
    assert order.called(77, 1.0) is order


@pytest.mark.parametrize(
    ("limit", "at", "pace"),
    [
        (0, 9999.0, Pace.IN_TIME),
        (300, 239.0, Pace.IN_TIME),
        (300, 240.0, Pace.NEAR),
        (300, 299.9, Pace.NEAR),
        (300, 300.0, Pace.OVER),
        (1800, 1700.0, Pace.IN_TIME),  # amber is the last minute at most
        (1800, 1741.0, Pace.NEAR),
    ],
)
def test_amber_then_red(limit: int, at: float, pace: Pace) -> None:
    assert of("A", limit=limit).next(0.0).pace(at) is pace


def test_a_new_limit_holds_at_once_for_all() -> None:
    order = of("A", "B").next(0.0).limited(60)
    assert order.remaining(70.0) == -10.0
    assert order.waiting[0].limit == 60
    assert order.limited(0).remaining(70.0) is None


def test_whatever_is_done_nobody_and_no_second_is_lost() -> None:
    chance = random.Random(2)
    for _ in range(100):
        order, now, running, added, removed = SpeakingOrder(), 0.0, 0.0, 0, 0
        for _ in range(80):
            step = chance.uniform(0, 30)
            if order.is_running:
                running += step
            now += step
            ids = [one.id for one in order.waiting]
            act = chance.choice(["add", "add", "next", "pause", "resume", "move", "remove", "call", "finish"])
            if act == "add":
                order, added = order.with_speaker(f"Người {chance.randrange(6)}"), added + 1
            elif act == "remove" and ids:
                order, removed = order.without(chance.choice(ids)), removed + 1
            elif act == "move" and ids:
                order = order.moved(chance.choice(ids), chance.randrange(-2, 9))
            elif act == "call" and ids:
                order = order.called(chance.choice(ids), now)
            elif act in ("next", "finish", "pause", "resume"):
                method = {"next": order.next, "finish": order.finished, "pause": order.paused, "resume": order.resumed}
                order = method[act](now)
            everybody = [*ids_of(order), *(turn.speaker.id for turn in order.turns)]
            assert len(everybody) == len(set(everybody)) == added - removed
            assert sum(order.totals(now).values()) == pytest.approx(running)
            assert order.current is not None or not order.is_running


def ids_of(order: SpeakingOrder) -> list[int]:
    return [one.id for one in (*order.waiting, *((order.current,) if order.current else ()))]

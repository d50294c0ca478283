"""How a silent line is told from a quiet mailbox."""

from __future__ import annotations

from mail.ews.notifications import KNOWN_BEATS, LEAST_SILENCE, Pulse


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def beating(clock: Clock, every: float) -> Pulse:
    pulse = Pulse(clock)
    for _ in range(KNOWN_BEATS):
        clock.now += every
        assert not pulse.is_lost() and not pulse.was_late(is_heartbeat=True)
    return pulse


def test_a_heart_that_stops_is_noticed_within_two_beats() -> None:
    clock = Clock()
    pulse = beating(clock, 10)
    clock.now += 15
    assert not pulse.is_lost()
    clock.now += 5
    assert pulse.is_lost()


def test_a_beat_that_comes_much_too_late_says_that_something_may_have_been_lost() -> None:
    clock = Clock()
    pulse = beating(clock, 10)
    clock.now += 15
    assert pulse.was_late(is_heartbeat=True)
    clock.now += 10
    assert not pulse.was_late(is_heartbeat=True)


def test_many_events_at_once_do_not_make_a_heart_seem_quick() -> None:
    clock = Clock()
    pulse = beating(clock, 10)
    for _ in range(50):
        clock.now += 0.01
        assert not pulse.was_late(is_heartbeat=False)
    clock.now += 10
    assert not pulse.is_lost() and not pulse.was_late(is_heartbeat=True)


def test_nothing_is_held_against_a_server_whose_heart_is_not_known() -> None:
    clock = Clock()
    pulse = Pulse(clock)
    clock.now += 1000 * LEAST_SILENCE
    assert not pulse.is_lost() and not pulse.was_late(is_heartbeat=False)

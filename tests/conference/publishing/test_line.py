"""What waits to be sent never grows old, and the picture's bits follow what the line takes."""

from __future__ import annotations

from conference.publishing.child.line import Packet, PacketQueue, Rate, RatePolicy, adjusted, back_off


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def video(moment: float, key: bool = False) -> Packet:
    return Packet(b"picture", moment, True, key)


def test_nothing_goes_before_a_key_frame_and_one_is_asked_for() -> None:
    queue = PacketQueue(Clock())
    queue.put(video(0.0))
    assert queue.take() is None
    assert queue.wants_key.is_set()
    queue.put(video(0.1, key=True))
    queue.put(video(0.2))
    assert [queue.take(), queue.take(), queue.take()] == [video(0.1, key=True), video(0.2), None]


def test_what_grew_old_is_dropped_up_to_the_next_key_frame() -> None:
    clock = Clock()
    queue = PacketQueue(clock, too_old=0.8)
    queue.put(video(0.0, key=True))
    queue.put(Packet(b"sound", 0.0, False))
    clock.now += 1.0
    assert queue.age() == 1.0
    queue.put(video(1.0))
    assert queue.take() is None
    assert queue.dropped == 2
    queue.put(video(1.1, key=True))
    assert queue.take() == video(1.1, key=True)
    assert queue.age() == 0.0


def test_a_late_line_gets_fewer_bits_and_more_again_slowly() -> None:
    policy = RatePolicy(highest=1_000_000, lowest=300_000)
    rate = Rate(policy.highest, 0.0)
    now = 2.0
    lower = []
    while rate.bits > policy.lowest:
        rate = adjusted(rate, policy, now, age=0.5)
        lower.append(rate.bits)
        now += 0.5
        assert rate.is_poor
        assert now < 60
    assert lower == sorted(lower, reverse=True)
    assert adjusted(rate, policy, now, age=0.5).bits == policy.lowest
    assert adjusted(rate, policy, now + 1, age=0.0).bits == policy.lowest  # not at once
    while rate.bits < policy.highest:
        now += 1.0
        rate = adjusted(rate, policy, now, age=0.0)
        assert now < 300
    assert not rate.is_poor


def test_loss_counts_as_lateness() -> None:
    assert adjusted(Rate(1_500_000, 0.0), RatePolicy(), 10.0, age=0.0, loss=0.1).bits < 1_500_000


def test_tries_come_less_and_less_often() -> None:
    pauses = [back_off(attempt, 0.5) for attempt in range(8)]
    assert pauses == sorted(pauses)
    assert pauses[0] == 0.5
    assert pauses[-1] == 15.0

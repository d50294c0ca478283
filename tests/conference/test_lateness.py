"""What a line delivers in a burst after an outage is thrown away; a line that is merely slower is not."""

from __future__ import annotations

from conference.vlc.lateness import LatenessFilter


class Line:
    """Packets every 40 ms, a key frame each second, that arrive ``delay`` after they were made."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.made = 0.0
        self.filter = LatenessFilter(lambda: self.now)

    def deliver(self, seconds: float, delay: float, drift: float = 0.0) -> list[bool]:
        passed = []
        for _ in range(round(seconds / 0.04)):
            self.made += 0.04
            delay += drift * 0.04
            self.now = max(self.now, 1000.0 + self.made + delay)
            is_key = round(self.made / 0.04) % 25 == 0
            passed.append(self.filter.passes(self.made, is_key))
        return passed


def test_a_steady_line_passes_whole() -> None:
    assert all(Line().deliver(60, delay=0.1))


def test_a_burst_after_an_outage_is_thrown_away_up_to_a_key_frame_in_the_present() -> None:
    line = Line()
    line.deliver(10, delay=0.1)
    line.now += 3.0  # nothing comes for three seconds, then everything at once
    after = line.deliver(6, delay=0.1)
    assert not any(after[: round(2.3 / 0.04)])
    first = after.index(True)
    assert first * 0.04 < 4.1
    assert round((10.04 + first * 0.04) / 0.04) % 25 == 0, "begins with a key frame"
    assert all(after[first:])


def test_jitter_below_the_limit_passes() -> None:
    line = Line()
    line.deliver(5, delay=0.1)
    assert all(line.deliver(2, delay=0.5))
    assert all(line.deliver(2, delay=0.1))


def test_a_line_that_became_slower_for_good_is_taken_as_it_is_after_some_seconds() -> None:
    line = Line()
    line.deliver(5, delay=0.1)
    after = line.deliver(20, delay=1.5)
    assert not after[0]
    assert all(after[round(6 / 0.04) :])


def test_clocks_that_drift_apart_are_not_an_outage() -> None:
    assert all(Line().deliver(3600, delay=0.1, drift=0.0005))


def test_packets_without_a_time_pass_unless_the_present_is_awaited() -> None:
    line = Line()
    assert line.filter.passes(None, False)
    line.deliver(5, delay=0.1)
    line.now += 3
    line.deliver(0.04, delay=0.1)
    assert not line.filter.passes(None, False)

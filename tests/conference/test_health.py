"""When a picture is called weak, and why: on lines that tell, second by second."""

from __future__ import annotations

import pytest

from conference import reconnection
from conference.health import HealthPolicy, LineQuality, followed, line_of, received, weaknesses
from conference.model import LineHealth, MediaEvent, MediaEventKind, SiteId, SiteState, Weakness
from conference.reconnection import ReconnectionPolicy

POLICY = HealthPolicy()


class Line:
    """A line of 2 Mbit/s, told four times a second."""

    def __init__(self) -> None:
        self.at = 100.0
        self.missing = 0
        self.line = LineHealth(100.0)
        self.quality = LineQuality()

    def goes(
        self, seconds: float, bits: float = 2e6, missing_a_second: float = 0.0, loss: float = 0.0, slow: bool = False
    ) -> tuple[Weakness, ...]:
        ends = self.at + seconds
        missing = float(self.missing)
        while self.at < ends:
            self.at += 0.25
            missing += missing_a_second / 4
            self.missing = int(missing)
            self.line = LineHealth(100.0, bits, 40.0, loss, self.missing // 2, self.missing - self.missing // 2)
            self.quality = followed(self.quality, self.at, self.line, POLICY)
        return weaknesses(self.quality, self.line, slow, POLICY)


@pytest.fixture
def line() -> Line:
    return Line()


def test_loss_that_is_sent_again_in_time_is_no_weakness(line: Line) -> None:
    assert line.goes(60, loss=0.02) == ()


def test_packets_that_never_come_are_said_and_for_a_while_after(line: Line) -> None:
    line.goes(10)
    assert line.goes(1, missing_a_second=20) == ()
    assert line.goes(2, missing_a_second=20) == (Weakness.LOSS,)
    assert line.goes(4) == (Weakness.LOSS,), "no flickering"
    assert line.goes(8) == ()


def test_a_packet_missing_now_and_then_is_not_worth_a_word(line: Line) -> None:
    assert line.goes(120, missing_a_second=0.5) == ()


def test_heavy_loss_is_said_though_all_came_in_the_end(line: Line) -> None:
    assert line.goes(5, loss=0.15) == (Weakness.LOSS,)


def test_few_pictures_over_a_line_as_wide_as_ever_are_the_senders(line: Line) -> None:
    line.goes(10)
    assert line.goes(3, slow=True) == (Weakness.FRAMES,)


def test_few_pictures_over_a_narrow_line_are_the_lines(line: Line) -> None:
    line.goes(10)
    assert line.goes(3, bits=4e5, slow=True) == (Weakness.BITRATE,)


def test_a_slide_that_stays_is_no_weakness(line: Line) -> None:
    line.goes(10)
    assert line.goes(60, bits=5e4) == ()


def test_both_are_said_the_plainest_first(line: Line) -> None:
    line.goes(10)
    assert line.goes(5, bits=4e5, missing_a_second=30, slow=True) == (Weakness.LOSS, Weakness.BITRATE)


def test_another_connection_counts_anew(line: Line) -> None:
    line.goes(5, missing_a_second=100)
    line.missing = 0
    line.goes(8)
    assert line.goes(1) == ()


def test_a_protocol_that_does_not_tell_is_never_called_lossy() -> None:
    quality = followed(LineQuality(), 1.0, None, POLICY)
    assert weaknesses(quality, None, False, POLICY) == ()
    assert weaknesses(quality, None, True, POLICY) == (Weakness.FRAMES,)


def test_a_line_that_tells_nothing_has_its_bit_rate() -> None:
    """RTSP over TCP: 250 kB a second are 2 Mbit/s; another connection begins anew."""
    samples: tuple[tuple[float, int], ...] = ()
    assert line_of(samples, 0.0) is None
    for tick in range(200):
        samples = received(samples, 100 + tick * 0.1, tick * 25_000)
    line = line_of(samples, 90.0)
    assert line is not None
    assert (line.since, round(line.bits_per_second), line.loss) == (90.0, 2_000_000, None)
    assert len(samples) < 20
    assert line_of(received(samples, 130.0, 1000), 120.0) is None


def test_a_site_that_loses_packets_is_degraded_with_the_reason_and_well_again_after() -> None:
    """Through the same two functions as the launcher, a picture every 40 ms."""
    policy = ReconnectionPolicy()
    watch = reconnection.opened(100.0)
    frames = missing = 0

    def goes(seconds: float, missing_a_tick: int) -> None:
        nonlocal watch, frames, missing
        begun = frames
        while frames - begun < seconds * 25:
            frames += 1
            missing += missing_a_tick
            at = 100.0 + frames * 0.04
            line = LineHealth(100.0, 2e6, 40.0, 0.0, missing)
            event = MediaEvent(
                SiteId("a"), MediaEventKind.PROGRESS, at, frames, frames * 10_000, None, line, (1280, 720)
            )
            watch = reconnection.heard(watch, event, policy, 0.5)
            watch, _ = reconnection.decide(watch, at, policy, 0.5)

    goes(5, 0)
    assert (watch.state, watch.weaknesses, watch.size) == (SiteState.LIVE, (), (1280, 720))
    goes(4, 1)
    assert (watch.state, watch.weaknesses) == (SiteState.DEGRADED, (Weakness.LOSS,))
    goes(10, 0)
    assert (watch.state, watch.weaknesses) == (SiteState.LIVE, ())
    at = 100.0 + frames * 0.04
    watch, _ = reconnection.decide(watch, at + 3, policy, 0.5)
    assert watch.state is SiteState.FROZEN
    frames += 80  # the line was cut; what was lost in it is counted two seconds after its return
    goes(2, 0)
    goes(1, 4)
    goes(5, 0)
    assert (watch.state, watch.weaknesses) == (SiteState.LIVE, ()), "an outage is no weak line"

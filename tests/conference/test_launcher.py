"""The launcher on the fake engine: both sites, their states, and players that are closed whatever happens."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from conference import (
    Conference,
    ConferenceError,
    ConferenceLauncher,
    ConferenceState,
    PlayerMissing,
    RefusalReason,
    Site,
    SiteId,
    SiteState,
)
from conference.reconnection import ReconnectionPolicy

from .fake_engine import FakeMediaEngine

BO = SiteId("bo")
HAIHA = SiteId("haiha")
QUICK = ReconnectionPolicy(frozen_after=0.2, heal_for=0.5, first_picture_within=0.6, back_off_first=0.05)


def conference(south: str = "srt://haiha.example:9000") -> Conference:
    return Conference("Họp giao ban", (Site(BO, "Điểm cầu Bộ", "rtsp://bo.example/main"), Site(HAIHA, "Hải Hà", south)))


def wait_for(
    states: Iterator[ConferenceState], wanted: Callable[[ConferenceState], bool], within: float = 10.0
) -> list[ConferenceState]:
    seen: list[ConferenceState] = []
    deadline = time.monotonic() + within
    for state in states:
        seen.append(state)
        if wanted(state):
            return seen
        assert time.monotonic() < deadline, [tuple(s.state for s in state.sites) for state in seen]
    raise AssertionError("the launcher stopped by itself")


def both(state: SiteState) -> Callable[[ConferenceState], bool]:
    return lambda conference_state: all(status.state is state for status in conference_state.sites)


@contextmanager
def joined(engine: FakeMediaEngine, of: Conference | None = None) -> Iterator[Iterator[ConferenceState]]:
    states = ConferenceLauncher(engine, QUICK).join(of or conference(), (64, 36))
    try:
        yield states
    finally:
        states.close()  # type: ignore[attr-defined]


def test_one_press_opens_both_sites_and_both_come_alive() -> None:
    engine = FakeMediaEngine()
    with joined(engine) as states:
        seen = wait_for(states, both(SiteState.LIVE))
        assert [status.state for status in seen[0].sites] == [SiteState.CONNECTING, SiteState.CONNECTING]
        assert [status.site.id for status in seen[-1].sites] == [BO, HAIHA]
        assert engine.opened == [BO, HAIHA]


def test_a_state_comes_at_least_once_a_second_with_the_picture_rate() -> None:
    with joined(FakeMediaEngine()) as states:
        wait_for(states, both(SiteState.LIVE))
        wait_for(states, lambda state: state.sites[0].frames_per_second > 5)


def test_a_cut_site_freezes_and_comes_back_by_itself_while_the_other_goes_on() -> None:
    engine = FakeMediaEngine()
    with joined(engine) as states:
        wait_for(states, both(SiteState.LIVE))
        engine.stand_still(HAIHA)
        seen = wait_for(states, lambda state: state.sites[1].state is SiteState.FROZEN)
        engine.move_again(HAIHA)
        seen += wait_for(states, both(SiteState.LIVE))
        assert {state.sites[0].state for state in seen} == {SiteState.LIVE}


def test_a_player_that_ended_is_opened_again() -> None:
    engine = FakeMediaEngine()
    with joined(engine) as states:
        wait_for(states, both(SiteState.LIVE))
        engine.end(BO)
        seen = wait_for(states, lambda state: state.sites[0].state is SiteState.RECONNECTING)
        assert SiteState.FROZEN in {state.sites[0].state for state in seen}
        wait_for(states, both(SiteState.LIVE))
        assert engine.opened == [BO, HAIHA, BO]


@pytest.mark.parametrize(
    ("address", "reason"),
    [("file/demuxdump:///etc/passwd", RefusalReason.SCHEME), ("srt://a:b@haiha.example:9", RefusalReason.ADDRESS)],
)
def test_a_dangerous_address_is_refused_and_the_other_site_goes_on(address: str, reason: RefusalReason) -> None:
    engine = FakeMediaEngine()
    with joined(engine, conference(south=address)) as states:
        seen = wait_for(states, lambda state: state.sites[0].state is SiteState.LIVE)
        assert seen[-1].sites[1].state is SiteState.REFUSED
        assert seen[-1].sites[1].reason is reason
        assert HAIHA not in engine.opened


def test_a_site_that_refuses_says_why() -> None:
    engine = FakeMediaEngine()
    engine.refuse(BO, RefusalReason.NOT_AUTHORISED)
    with joined(engine) as states:
        seen = wait_for(states, lambda state: state.sites[0].state is SiteState.REFUSED)
        assert seen[-1].sites[0].reason is RefusalReason.NOT_AUTHORISED


def test_leaving_closes_the_players() -> None:
    engine = FakeMediaEngine()
    with joined(engine) as states:
        wait_for(states, both(SiteState.LIVE))
        assert engine.open_sites == {BO, HAIHA}
    assert engine.open_sites == set()


def test_a_missing_player_is_said_at_once_and_leaves_the_launcher_usable() -> None:
    engine = FakeMediaEngine()
    engine.be_missing(PlayerMissing("no libvlc.so.5"))
    launcher = ConferenceLauncher(engine, QUICK)
    with pytest.raises(PlayerMissing):
        next(launcher.join(conference()))
    engine.be_missing(PlayerMissing("still none"))
    with pytest.raises(PlayerMissing, match="still none"):
        next(launcher.join(conference()))


def test_joining_again_ends_the_first_join() -> None:
    engine = FakeMediaEngine()
    launcher = ConferenceLauncher(engine, QUICK)
    ended = threading.Event()

    def first() -> None:
        for _ in launcher.join(conference(), (64, 36)):
            pass
        ended.set()

    thread = threading.Thread(target=first, daemon=True)
    thread.start()
    deadline = time.monotonic() + 5
    while engine.open_sites != {BO, HAIHA} and time.monotonic() < deadline:
        time.sleep(0.01)
    states = launcher.join(conference(), (64, 36))
    wait_for(states, both(SiteState.LIVE))
    assert ended.wait(5)
    assert engine.open_sites == {BO, HAIHA}
    states.close()  # type: ignore[attr-defined]


def test_a_join_that_nobody_follows_any_more_does_not_block_for_ever() -> None:
    engine = FakeMediaEngine()
    launcher = ConferenceLauncher(engine, QUICK, clock=_FastClock())
    abandoned = launcher.join(conference())
    next(abandoned)
    with pytest.raises(ConferenceError):
        wait_for(launcher.join(conference()), both(SiteState.LIVE))


class _FastClock:
    """A second passes with each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


def test_frames_sizes_and_mute_pass_through() -> None:
    engine = FakeMediaEngine()
    launcher = ConferenceLauncher(engine, QUICK)
    states = launcher.join(conference(), (64, 36))
    wait_for(states, both(SiteState.LIVE))
    frame = launcher.newest_frame(BO)
    assert frame is not None
    assert launcher.newest_frame(BO, after=frame.serial + 10_000) is None
    launcher.mute(True)
    assert engine.muted
    launcher.resize(BO, (32, 18))
    assert engine.size_of(BO) == (32, 18)
    engine.end(BO)
    wait_for(states, lambda state: state.sites[0].state is SiteState.RECONNECTING)
    assert engine.size_of(BO) == (32, 18), "a reopened site keeps the size it was given last"
    states.close()  # type: ignore[attr-defined]

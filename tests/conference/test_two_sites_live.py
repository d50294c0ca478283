"""A conference over real streams: both sites move, a cut one freezes, and comes back by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conference import Conference, ConferenceLauncher, ConferenceState, RefusalReason, Site, SiteId, SiteState
from conference.reconnection import ReconnectionPolicy
from conference.vlc import PlayerSettings, VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite, DemoSites
from tests.desktop.demo_sites.picture_number import age, picture_number
from tests.waiting import eventually

SIZE = (640, 360)


@pytest.fixture(scope="module")
def sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


class Watcher:
    """Joins as the desk does, on a thread of its own, and keeps every state it was told."""

    def __init__(self, *sites: Site, policy: ReconnectionPolicy | None = None) -> None:
        first, second = sites
        engine = VlcMediaEngine(PlayerSettings(answer_within=1.5), audio_output="adummy")
        self.launcher = ConferenceLauncher(engine, policy)
        self.told: list[ConferenceState] = []
        self._left = threading.Event()
        conference = Conference("Họp giao ban", (first, second))
        self._thread = threading.Thread(target=self._follow, args=(conference,), daemon=True)
        self._thread.start()

    def _follow(self, conference: Conference) -> None:
        states = self.launcher.join(conference, SIZE)
        try:
            for state in states:
                self.told.append(state)
                if self._left.is_set():
                    return
        finally:
            states.close()  # type: ignore[attr-defined]

    def leave(self) -> None:
        self._left.set()
        self._thread.join(20)
        assert not self._thread.is_alive()

    def state(self, number: int) -> SiteState | None:
        return self.told[-1].sites[number].state if self.told else None

    def states(self, number: int) -> list[SiteState]:
        """In order, each once."""
        each = [state.sites[number].state for state in self.told]
        return [state for state, before in zip(each, [None, *each], strict=False) if state is not before]

    def number_shown(self, site_id: str, after: int) -> tuple[int, int] | None:
        """(serial, picture's number) of a picture newer than ``after``, if it can be read."""
        frame = self.launcher.newest_frame(SiteId(site_id), after)
        number = picture_number(frame) if frame is not None else None
        return (frame.serial, number) if frame is not None and number is not None else None


@pytest.fixture
def join() -> Iterator[Callable[..., Watcher]]:
    watchers: list[Watcher] = []

    def join(*sites: Site, policy: ReconnectionPolicy | None = None) -> Watcher:
        watchers.append(Watcher(*sites, policy=policy))
        return watchers[-1]

    yield join
    for watcher in watchers:
        watcher.leave()


def site(one: DemoSite) -> Site:
    return Site(SiteId(one.id), one.name, one.address)


def test_both_sites_show_moving_pictures_of_the_present(sites: DemoSites, join: Callable[..., Watcher]) -> None:
    watcher = join(site(sites.north), site(sites.south))
    for one in (sites.north, sites.south):
        numbers: list[int] = []
        serial = 0
        while len(set(numbers)) <= 15:
            serial, number = eventually(lambda one=one, serial=serial: watcher.number_shown(one.id, serial))
            numbers.append(number)
            assert len(numbers) < 200, numbers
        # Not seconds behind. Measured: 0.08 s; the bound only tells a live picture from a stored one.
        assert age(numbers[-1]) < 10
    eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.LIVE)


@pytest.mark.parametrize("number", [0, 1])
def test_a_cut_line_is_shown_as_frozen_and_comes_back_by_itself(
    sites: DemoSites, join: Callable[..., Watcher], number: int
) -> None:
    watcher = join(site(sites.north), site(sites.south))
    eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.LIVE)
    one = (sites.north, sites.south)[number]
    one.cut("packets")
    try:
        eventually(lambda: watcher.state(number) is SiteState.FROZEN)
        serial = watcher.launcher.newest_frame(SiteId(one.id)).serial  # type: ignore[union-attr]
    finally:
        one.restore()
    eventually(lambda: watcher.state(number) is SiteState.LIVE)
    _, shown = eventually(lambda: watcher.number_shown(one.id, serial))
    assert age(shown) < 30
    assert watcher.states(number)[-2:] == [SiteState.FROZEN, SiteState.LIVE]
    assert watcher.states(1 - number)[-1] is SiteState.LIVE
    assert SiteState.FROZEN not in watcher.states(1 - number), "the other site goes on"


def test_a_snapshot_draws_nothing_that_passes_for_a_picture(
    sites: DemoSites, join: Callable[..., Watcher], tmp_path: Path
) -> None:
    """libVLC laid its own preview over the picture for four seconds; taking it away counted as a new picture."""
    watcher = join(site(sites.north), site(sites.south))
    eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.LIVE)
    assert eventually(lambda: watcher.launcher.snapshot(SiteId(sites.south.id), tmp_path / "hình.png"))
    sites.south.cut("packets")
    try:
        eventually(lambda: watcher.state(1) is SiteState.FROZEN)
        first = len(watcher.told)
        eventually(lambda: len(watcher.told) > first + 25)  # a state at least each 0.2 s: more than four seconds
        assert {state.sites[1].state for state in watcher.told[first:]} <= {SiteState.FROZEN, SiteState.RECONNECTING}
    finally:
        sites.south.restore()


@pytest.mark.parametrize("number", [0, 1])
def test_a_server_that_was_lost_is_joined_again(sites: DemoSites, join: Callable[..., Watcher], number: int) -> None:
    watcher = join(site(sites.north), site(sites.south), policy=ReconnectionPolicy(heal_for=1.0, back_off_longest=1.0))
    eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.LIVE)
    one = (sites.north, sites.south)[number]
    one.cut("server")
    try:
        eventually(lambda: watcher.state(number) is SiteState.RECONNECTING)
    finally:
        one.restore()
    eventually(lambda: watcher.state(number) is SiteState.LIVE)
    assert watcher.states(number)[-3:] == [SiteState.FROZEN, SiteState.RECONNECTING, SiteState.LIVE]


def test_a_refused_site_says_why_and_the_other_is_seen(sites: DemoSites, join: Callable[..., Watcher]) -> None:
    watcher = join(site(sites.north), Site(SiteId("haiha"), "Hải Hà", "screen://"))
    eventually(lambda: watcher.state(0) is SiteState.LIVE)
    refused = watcher.told[-1].sites[1]
    assert (refused.state, refused.reason) == (SiteState.REFUSED, RefusalReason.SCHEME)


def test_nobody_at_an_srt_address_is_a_refusal_within_the_limit(sites: DemoSites, join: Callable[..., Watcher]) -> None:
    watcher = join(site(sites.north), Site(SiteId("haiha"), "Hải Hà", "srt://127.0.0.1:9"))
    eventually(lambda: watcher.state(1) is SiteState.REFUSED)
    assert watcher.told[-1].sites[1].reason is RefusalReason.NO_ANSWER


def test_leaving_is_quick_even_while_a_line_is_cut(sites: DemoSites, join: Callable[..., Watcher]) -> None:
    watcher = join(site(sites.north), site(sites.south))
    eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.LIVE)
    sites.north.cut("packets")
    sites.south.cut("packets")
    try:
        eventually(lambda: watcher.state(0) is watcher.state(1) is SiteState.FROZEN)
        began = time.monotonic()
        watcher.leave()
        # Measured: 0.05 s. A player that waits for its dead line would take its whole time-out, 8 s.
        assert time.monotonic() - began < 6
    finally:
        sites.north.restore()
        sites.south.restore()

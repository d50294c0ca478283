"""One press, both sites: opens them, watches them, reopens what was lost, and says so."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from . import reconnection
from .errors import AddressInvalid, ConferenceError, SchemeRefused
from .media import MediaEngine
from .model import Conference, ConferenceState, Frame, RefusalReason, Site, SiteId, SiteState, SiteStatus
from .reconnection import Action, ReconnectionPolicy, SiteWatch

_WAIT = 0.05
"""The longest single wait, so that a cancelled join ends at once."""
_TELL_EVERY = 0.2
"""Told even without news: who cancels a stream is heard between two values, and wants silence at once."""
_HANDOVER = 3.0
"""How long a new join waits for the one before it to close its players."""


class ConferenceLauncher:
    """Joins one conference at a time on a `MediaEngine`. A second `join` ends the first."""

    def __init__(
        self,
        engine: MediaEngine,
        policy: ReconnectionPolicy | None = None,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._engine = engine
        self._policy = policy or ReconnectionPolicy()
        self._clock = clock
        self._chance = chance
        self._joined = threading.Lock()
        self._latest_join: object = None
        self._sizes: dict[SiteId, tuple[int, int]] = {}
        self._again: set[SiteId] = set()

    def join(self, conference: Conference, size: tuple[int, int] = (1280, 720)) -> Iterator[ConferenceState]:
        """Open both sites and yield the conference's state whenever it changes (and at least once a second), until the
        generator is closed; its ``finally`` closes the players. Nothing in it waits over 100 ms.

        Raises `PlayerMissing`. A site that cannot be opened is REFUSED in the state; the other goes on.
        """
        this_join = self._latest_join = object()
        sites = conference.sites
        begun = self._clock()
        watches = {site.id: reconnection.opened(begun) for site in sites}
        while not self._joined.acquire(timeout=_WAIT):
            if self._latest_join is not this_join:
                return
            if self._clock() - begun > _HANDOVER:
                raise ConferenceError("another conference is open")
            yield _state(sites, watches)
        try:
            self._sizes = {site.id: size for site in sites}
            self._again.clear()
            for site in sites:
                watches[site.id] = self._open(site, reconnection.opened(self._clock()))
            shown = _state(sites, watches)
            shown_at = self._clock()
            yield shown
            while self._latest_join is this_join:
                self._listen(watches)
                for site in sites:
                    watches[site.id] = self._act(site, watches[site.id])
                state = _state(sites, watches)
                now = self._clock()
                if _news(state) != _news(shown) or now - shown_at >= _TELL_EVERY:
                    shown, shown_at = state, now
                    yield state
        finally:
            try:
                self._engine.close_all()
            finally:
                self._joined.release()

    def newest_frame(self, site_id: SiteId, after: int = 0) -> Frame | None:
        return self._engine.newest_frame(site_id, after)

    def resize(self, site_id: SiteId, size: tuple[int, int]) -> None:
        self._sizes[site_id] = size
        self._engine.resize(site_id, size)

    def tap(self, site_id: SiteId, sink: Callable[[bytes], None] | None) -> None:
        """See `MediaEngine.tap`."""
        self._engine.tap(site_id, sink)

    def snapshot(self, site_id: SiteId, target: Path) -> bool:
        """See `MediaEngine.snapshot`."""
        return self._engine.snapshot(site_id, target)

    def open_again(self, site_id: SiteId) -> None:
        """Open a site anew now, whatever its state: what it asked for is there."""
        self._again.add(site_id)

    def mute(self, muted: bool, site_id: SiteId | None = None) -> None:
        self._engine.mute(muted, site_id)

    def _listen(self, watches: dict[SiteId, SiteWatch]) -> None:
        """Wait for an event for a moment, then take what else is there, but not for ever."""
        event = self._engine.next_event(_WAIT)
        for _ in range(64):
            if event is None:
                return
            if event.site_id in watches:
                watches[event.site_id] = reconnection.heard(watches[event.site_id], event, self._policy, self._chance())
            event = self._engine.next_event(0)

    def _act(self, site: Site, before: SiteWatch) -> SiteWatch:
        if site.id in self._again:
            self._again.discard(site.id)
            return self._open(site, reconnection.opened(self._clock()))
        watch, action = reconnection.decide(before, self._clock(), self._policy, self._chance())
        if action is Action.REOPEN:
            return self._open(site, watch)
        if action is Action.CLOSE:
            self._engine.close(site.id)
        return watch

    def _open(self, site: Site, watch: SiteWatch) -> SiteWatch:
        try:
            self._engine.open(site, self._sizes[site.id])
        except SchemeRefused:
            return reconnection.refused(self._clock(), RefusalReason.SCHEME)
        except AddressInvalid:
            return reconnection.refused(self._clock(), RefusalReason.ADDRESS)
        return watch


def _state(sites: tuple[Site, Site], watches: dict[SiteId, SiteWatch]) -> ConferenceState:
    first, second = (_status(site, watches[site.id]) for site in sites)
    return ConferenceState((first, second))


def _status(site: Site, watch: SiteWatch) -> SiteStatus:
    moving = watch.state in (SiteState.LIVE, SiteState.DEGRADED)
    return SiteStatus(
        site=site,
        state=watch.state,
        since=watch.since,
        frames_per_second=round(watch.rate, 1) if moving else 0.0,
        reason=watch.reason,
        attempt=watch.attempt,
        line=watch.line,
        weaknesses=watch.weaknesses if watch.state is SiteState.DEGRADED else (),
        size=watch.size,
    )


def _news(state: ConferenceState) -> tuple[SiteStatus, ...]:
    """What is worth telling at once: all but what is measured."""
    return tuple(replace(status, frames_per_second=0.0, line=None) for status in state.sites)

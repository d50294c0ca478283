"""What happened when to which site of the running conference. In memory alone: who met when is the ministry's own
affair, so nothing of it is written anywhere unless a person copies or saves it. Used by the conference page."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from .model import Conference, ConferenceState, RefusalReason, SiteId, SiteState, SiteStatus, Weakness
from .recording.model import EndReason

_MOST = 500
_SEEN = frozenset({SiteState.LIVE, SiteState.DEGRADED})
_UNSEEN = frozenset({SiteState.FROZEN, SiteState.RECONNECTING, SiteState.REFUSED})


class IncidentKind(Enum):
    BEGAN = "began"
    ENDED = "ended"
    """``lasted``: the whole conference."""
    SEEN = "seen"
    """A site's first picture; ``lasted`` since the conference began."""
    LOST = "lost"
    """No moving picture any more."""
    BACK = "back"
    """Again; ``lasted``: how long it was lost."""
    WEAK = "weak"
    WELL = "well"
    """``lasted``: how long it was weak."""
    REFUSED = "refused"
    """With ``refusal``, each new reason once."""
    RECORDING_BEGAN = "recording began"
    RECORDING_ENDED = "recording ended"
    """With ``ending``."""
    RECORDING_GAP = "recording gap"
    """The disk was too slow: a part of this site's stream is not in the recording."""
    ROOM_SHORT = "room short"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Incident:
    """``at`` bears the reader's zone; ``site`` is a name, "" where it concerns all; ``lasted`` in seconds."""

    at: datetime
    kind: IncidentKind
    site: str = ""
    lasted: float | None = None
    refusal: RefusalReason | None = None
    ending: EndReason | None = None
    weaknesses: tuple[Weakness, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """A site over the whole conference. Seconds; ``losses`` only after it had been seen."""

    name: str
    was_seen: bool
    losses: int
    lost_for: float
    weak_for: float
    refusal: RefusalReason | None = None
    """Why it was never seen, if that is known."""


@dataclass(frozen=True, slots=True)
class ConferenceSummary:
    title: str
    began: datetime
    lasted: float
    sites: tuple[SiteSummary, ...]


@dataclass
class _Followed:
    """One site's past: since when it is lost or weak (monotonic), and the sums."""

    name: str
    was_seen: bool = False
    lost_since: float | None = None
    weak_since: float | None = None
    losses: int = 0
    lost_for: float = 0.0
    weak_for: float = 0.0
    refusal: RefusalReason | None = None


@dataclass
class IncidentLog:
    """One conference's. Told states and events on one thread; holds the newest 500 and counts what it let go."""

    conference: Conference
    now: Callable[[], datetime]
    clock: Callable[[], float] = time.monotonic
    let_go: int = 0
    _incidents: deque[Incident] = field(default_factory=deque)
    _sites: dict[SiteId, _Followed] = field(default_factory=dict)
    _lasted: float | None = None

    def __post_init__(self) -> None:
        self._sites = {site.id: _Followed(site.name) for site in self.conference.sites}
        self._began_at = self.clock()
        self._began = self.now()
        self._add(Incident(self._began, IncidentKind.BEGAN))

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Oldest first."""
        return tuple(self._incidents)

    @property
    def count(self) -> int:
        """Of all there were: grows with each."""
        return self.let_go + len(self._incidents)

    def follow(self, state: ConferenceState) -> None:
        """Take in a state of the conference; most say nothing new."""
        for status in state.sites:
            site = self._sites.get(status.site.id)
            if site is not None and self._lasted is None:
                self._follow(site, status)

    def note(self, kind: IncidentKind, site: SiteId | None = None, ending: EndReason | None = None) -> None:
        """Something that no state tells: a recording, a snapshot."""
        name = self._sites[site].name if site in self._sites else ""
        self._add(Incident(self.now(), kind, name, ending=ending))

    def end(self) -> ConferenceSummary:
        """The conference is over; what was still lost counts until now. A second time tells the same."""
        if self._lasted is None:
            at = self.clock()
            self._lasted = at - self._began_at
            for site in self._sites.values():
                self._close_weak(site, at)
                if site.lost_since is not None:
                    site.lost_for += at - site.lost_since
                    site.lost_since = None
            self._add(Incident(self.now(), IncidentKind.ENDED, lasted=self._lasted))
        return self.summary()

    def summary(self) -> ConferenceSummary:
        """As of now, or of its end."""
        at = self.clock()
        sites = tuple(
            SiteSummary(
                site.name,
                site.was_seen,
                site.losses,
                site.lost_for + (at - site.lost_since if site.lost_since is not None else 0.0),
                site.weak_for + (at - site.weak_since if site.weak_since is not None else 0.0),
                None if site.was_seen else site.refusal,
            )
            for site in self._sites.values()
        )
        lasted = self._lasted if self._lasted is not None else at - self._began_at
        return ConferenceSummary(self.conference.title, self._began, lasted, sites)

    def _follow(self, site: _Followed, status: SiteStatus) -> None:
        since = min(status.since, self.clock())
        if status.state in _SEEN:
            self._follow_seen(site, status, since)
        elif status.state in _UNSEEN:
            self._close_weak(site, since)
            if site.was_seen and site.lost_since is None:
                site.lost_since = since
                site.losses += 1
                self._add_at(since, IncidentKind.LOST, site)
            if status.state is SiteState.REFUSED and status.reason is not site.refusal:
                site.refusal = status.reason
                self._add_at(self.clock(), IncidentKind.REFUSED, site, refusal=status.reason)

    def _follow_seen(self, site: _Followed, status: SiteStatus, since: float) -> None:
        is_weak = status.state is SiteState.DEGRADED
        site.refusal = None
        if not site.was_seen:
            site.was_seen = True
            self._add_at(since, IncidentKind.SEEN, site, lasted=max(0.0, since - self._began_at))
        if site.lost_since is not None:
            lasted = max(0.0, since - site.lost_since)
            site.lost_for += lasted
            site.lost_since = None
            self._add_at(since, IncidentKind.BACK, site, lasted=lasted)
        if is_weak and site.weak_since is None:
            site.weak_since = since
            self._add_at(since, IncidentKind.WEAK, site, weaknesses=status.weaknesses)
        elif not is_weak and site.weak_since is not None:
            lasted = max(0.0, since - site.weak_since)
            self._close_weak(site, since)
            self._add_at(since, IncidentKind.WELL, site, lasted=lasted)

    def _close_weak(self, site: _Followed, at: float) -> None:
        if site.weak_since is not None:
            site.weak_for += max(0.0, at - site.weak_since)
            site.weak_since = None

    def _add_at(
        self,
        at: float,
        kind: IncidentKind,
        site: _Followed,
        lasted: float | None = None,
        refusal: RefusalReason | None = None,
        weaknesses: tuple[Weakness, ...] = (),
    ) -> None:
        moment = self.now() - timedelta(seconds=max(0.0, self.clock() - at))
        self._add(Incident(moment, kind, site.name, lasted, refusal, weaknesses=weaknesses))

    def _add(self, incident: Incident) -> None:
        self._incidents.append(incident)
        while len(self._incidents) > _MOST:
            self._incidents.popleft()
            self.let_go += 1

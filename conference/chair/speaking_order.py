"""Thứ tự phát biểu: who waits, who speaks, for how long, and how long each has spoken in all. A frozen value; moments
are seconds of any clock that only goes forward."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from ..model import SiteId

LONGEST_NAME = 200
MOST_SPEAKERS = 500
NEAR_THE_END = 0.2
"""The last fifth of the time is amber, at most the last minute."""


class Pace(Enum):
    IN_TIME = "in time"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Speaker:
    """``limit`` in seconds; 0 is none. ``site_id`` is None where it is not known."""

    id: int
    name: str
    site_id: SiteId | None = None
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone has spoken for so many seconds."""

    speaker: Speaker
    seconds: float


@dataclass(frozen=True, slots=True)
class SpeakingOrder:
    """``spent`` are the current turn's seconds before ``running_since``, which is None while it is paused."""

    waiting: tuple[Speaker, ...] = ()
    current: Speaker | None = None
    running_since: float | None = None
    spent: float = 0.0
    turns: tuple[Turn, ...] = ()
    next_id: int = 1

    # --- who waits ----------------------------------------------------------------------------------------------------

    def with_speaker(self, name: str, site_id: SiteId | None = None, limit: int = 0) -> SpeakingOrder:
        """At the end of the line; the same person may speak twice. Nothing for an empty name."""
        name = " ".join(name.split())[:LONGEST_NAME]
        if not name or len(self.waiting) >= MOST_SPEAKERS:
            return self
        speaker = Speaker(self.next_id, name, site_id, max(0, limit))
        return replace(self, waiting=(*self.waiting, speaker), next_id=self.next_id + 1)

    def without(self, speaker_id: int) -> SpeakingOrder:
        return replace(self, waiting=tuple(one for one in self.waiting if one.id != speaker_id))

    def moved(self, speaker_id: int, place: int) -> SpeakingOrder:
        """To the ``place`` (from 0) among those who wait; beyond the ends is the end."""
        found = next((one for one in self.waiting if one.id == speaker_id), None)
        if found is None:
            return self
        others = [one for one in self.waiting if one.id != speaker_id]
        others.insert(max(0, min(place, len(others))), found)
        return replace(self, waiting=tuple(others))

    def limited(self, limit: int) -> SpeakingOrder:
        """So many seconds from now on, also for who speaks now and for those who wait."""
        limit = max(0, limit)
        return replace(
            self,
            current=None if self.current is None else replace(self.current, limit=limit),
            waiting=tuple(replace(one, limit=limit) for one in self.waiting),
        )

    # --- who speaks ---------------------------------------------------------------------------------------------------

    def next(self, now: float) -> SpeakingOrder:
        """The current one has finished; the first who waits speaks. With nobody waiting nobody speaks."""
        done = self.finished(now)
        if not done.waiting:
            return done
        return replace(done, current=done.waiting[0], waiting=done.waiting[1:], running_since=now, spent=0.0)

    def called(self, speaker_id: int, now: float) -> SpeakingOrder:
        """One out of turn."""
        return self.moved(speaker_id, 0).next(now) if any(one.id == speaker_id for one in self.waiting) else self

    def finished(self, now: float) -> SpeakingOrder:
        if self.current is None:
            return self
        turn = Turn(self.current, self.elapsed(now))
        return replace(self, current=None, running_since=None, spent=0.0, turns=(*self.turns, turn))

    def paused(self, now: float) -> SpeakingOrder:
        return replace(self, running_since=None, spent=self.elapsed(now))

    def resumed(self, now: float) -> SpeakingOrder:
        if self.current is None or self.running_since is not None:
            return self
        return replace(self, running_since=now)

    @property
    def is_running(self) -> bool:
        return self.running_since is not None

    def elapsed(self, now: float) -> float:
        """Of the current turn, without its pauses."""
        if self.current is None:
            return 0.0
        return self.spent + (max(0.0, now - self.running_since) if self.running_since is not None else 0.0)

    def remaining(self, now: float) -> float | None:
        """Negative when it is over; None without a limit."""
        if self.current is None or not self.current.limit:
            return None
        return self.current.limit - self.elapsed(now)

    def pace(self, now: float) -> Pace:
        left = self.remaining(now)
        if left is None or self.current is None:
            return Pace.IN_TIME
        if left <= 0:
            return Pace.OVER
        return Pace.NEAR if left <= min(60.0, NEAR_THE_END * self.current.limit) else Pace.IN_TIME

    def totals(self, now: float) -> dict[str, float]:
        """Seconds by name, in the order in which they first spoke; who speaks now counts."""
        found: dict[str, float] = {}
        for turn in self.turns:
            found[turn.speaker.name] = found.get(turn.speaker.name, 0.0) + turn.seconds
        if self.current is not None:
            found[self.current.name] = found.get(self.current.name, 0.0) + self.elapsed(now)
        return found

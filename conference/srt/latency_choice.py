"""How long an SRT line should wait for lost packets to be sent again: a pure choice from what was measured of it. The
table is Haivision's (SRT Deployment Guide, "RTT Multiplier"; doc.haivision.com/SRT/1.5.3/Haivision/rtt-multiplier)."""

from __future__ import annotations

from dataclasses import dataclass, replace

SHORTEST, LONGEST = 60, 2500
"""Milliseconds. Below, one late moment of either PC is a loss; above, nobody can talk any more."""
UNKNOWN_ROUND_TRIP = 30.0
_SHORTEST_ROUND_TRIP = 20.0
_MULTIPLIERS = ((0.01, 3.0), (0.03, 4.0), (0.07, 5.0), (0.10, 6.0))
_AT_WORST = 8.0
_UNKNOWN_LOSS = 0.02
_WORTH_IT = 1.2
_KEEP = 0.75


@dataclass(frozen=True, slots=True)
class LineFigures:
    """What is known of a line. Milliseconds, except ``loss`` (part of the packets, 0 to 1); None is not yet known."""

    round_trip: float | None = None
    jitter: float = 0.0
    loss: float | None = None

    def after(self, newer: LineFigures) -> LineFigures:
        """These remembered figures, and ``newer`` ones: what was worse is forgotten only slowly."""
        loss = newer.loss
        if self.loss is not None and newer.loss is not None:
            loss = max(newer.loss, _KEEP * self.loss + (1 - _KEEP) * newer.loss)
        round_trip = newer.round_trip if newer.round_trip is not None else self.round_trip
        return replace(
            newer,
            round_trip=round_trip,
            loss=self.loss if loss is None else loss,
            jitter=max(newer.jitter, _KEEP * self.jitter),
        )


def wanted_latency(figures: LineFigures) -> int:
    """Milliseconds to ask for."""
    loss = _UNKNOWN_LOSS if figures.loss is None else figures.loss
    times = next((times for most, times in _MULTIPLIERS if loss <= most), _AT_WORST)
    round_trip = UNKNOWN_ROUND_TRIP if figures.round_trip is None else figures.round_trip
    latency = times * max(round_trip, _SHORTEST_ROUND_TRIP) + figures.jitter
    return round(min(max(latency, SHORTEST), LONGEST))


def is_worth_a_break(now: int, wanted: int) -> bool:
    """Whether holes in the picture are worth a new connection, which is a short break itself."""
    return wanted >= now * _WORTH_IT

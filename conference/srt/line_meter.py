"""Turns libsrt's counters into how a line is now: for the person (`LineHealth`), and for the choice of its latency
(`LineFigures`). Used by `source` and `sender`, a few times a second."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise

from ..model import LineHealth
from .latency_choice import LineFigures
from .srt_library import Statistics

_WINDOW = 5.0
_USUAL_LOSS = 0.03
_ENOUGH = 200
"""Packets before a rate of loss means something."""


@dataclass(frozen=True, slots=True)
class _Sample:
    at: float
    packets: int
    lost: int
    dropped: int
    size: int


class LineMeter:
    """For one connection at a time; `begin_anew` keeps what was counted in total."""

    def __init__(self, now: float, sending: bool = False) -> None:
        self._since = now
        self._sending = sending
        self._samples: deque[_Sample] = deque()
        self._round_trips: deque[float] = deque(maxlen=20)
        self._before = (0, 0)
        self._late = self._dropped = 0
        self._packets = self._lost = 0
        self._had_holes = False

    def begin_anew(self) -> None:
        self._before = (self._before[0] + self._late, self._before[1] + self._dropped)
        self._late = self._dropped = self._packets = self._lost = 0
        self._samples.clear()
        self._round_trips.clear()

    def take(self, now: float, statistics: Statistics) -> None:
        if self._sending:
            packets, lost = int(statistics.pktSentTotal), int(statistics.pktSndLossTotal)
            dropped, size = int(statistics.pktSndDropTotal), int(statistics.byteSentTotal)
            measured = statistics.pktRecvACKTotal > 0
        else:
            packets, lost = int(statistics.pktRecvTotal), int(statistics.pktRcvLossTotal)
            dropped, size = int(statistics.pktRcvDropTotal), int(statistics.byteRecvTotal)
            measured = statistics.pktSentACKTotal > 1
            self._late = int(statistics.pktRcvBelated)
        self._had_holes = self._had_holes or dropped > self._dropped
        self._dropped, self._packets, self._lost = dropped, packets, lost
        if measured:
            self._round_trips.append(float(statistics.msRTT))
        self._samples.append(_Sample(now, packets, lost, dropped, size))
        while self._samples[-1].at - self._samples[0].at > _WINDOW:
            self._samples.popleft()

    def has_holes(self) -> bool:
        """Whether packets were missing in the picture at two different moments of the last seconds."""
        counts = [sample.dropped for sample in self._samples]
        return sum(1 for before, after in pairwise(counts) if after > before) >= 2

    def health(self) -> LineHealth:
        first = self._samples[0] if self._samples else None
        last = self._samples[-1] if self._samples else None
        span = last.at - first.at if first and last else 0.0
        return LineHealth(
            since=self._since,
            bits_per_second=(last.size - first.size) * 8 / span if first and last and span > 0 else 0.0,
            round_trip=self._round_trips[-1] if self._round_trips else None,
            loss=_share(last.lost - first.lost, last.packets - first.packets) if first and last else None,
            late_packets=self._before[0] + self._late,
            dropped_packets=self._before[1] + self._dropped,
        )

    def figures(self) -> LineFigures:
        """What the next call should know. Loss that was made good in time is no reason to wait longer than usual: much
        of it is packets that overtook each other."""
        trips = sorted(self._round_trips)
        loss = _share(self._lost, self._packets) if self._packets >= _ENOUGH else None
        if loss is not None:
            loss = max(loss, self.health().loss or 0.0) if self._had_holes else min(loss, _USUAL_LOSS)
        return LineFigures(
            round_trip=trips[len(trips) // 2] if trips else None,
            jitter=trips[-1] - trips[0] if len(trips) >= 4 else 0.0,
            loss=loss,
        )


def _share(lost: int, packets: int) -> float | None:
    return min(1.0, lost / packets) if packets > 0 else None

"""What waits to be sent, and how many bits the line can take: plain values and one bounded queue, tested without any
network. Used by the senders and by `session`."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Packet:
    """One encoded picture (Annex B) or one AAC frame. ``moment``: seconds since the session began."""

    data: bytes
    moment: float
    is_video: bool
    is_key: bool = False


class PacketQueue:
    """Between encoders and sender. What is too old to be worth anything is dropped up to the next key frame, so that a
    line that comes back carries now and not then."""

    def __init__(self, clock: Callable[[], float], too_old: float = 0.8) -> None:
        self._clock = clock
        self._too_old = too_old
        self._held: deque[tuple[float, Packet]] = deque()
        self._lock = threading.Lock()
        self._waits_for_key = True
        self.on_put: Callable[[], None] = lambda: None
        """Called after each packet, by whoever put it: wakes the sender."""
        self.wants_key = threading.Event()
        """The encoder is asked for a key frame."""
        self.dropped = 0

    def put(self, packet: Packet) -> None:
        now = self._clock()
        with self._lock:
            if self._held and now - self._held[0][0] > self._too_old:
                self._forget()
            if packet.is_video and self._waits_for_key:
                if not packet.is_key:
                    self.wants_key.set()
                    return
                self._waits_for_key = False
            self._held.append((now, packet))
        self.on_put()

    def take(self) -> Packet | None:
        with self._lock:
            return self._held.popleft()[1] if self._held else None

    def age(self) -> float:
        """Seconds the oldest packet has waited."""
        with self._lock:
            return self._clock() - self._held[0][0] if self._held else 0.0

    def restart(self) -> None:
        """A new connection begins with a key frame."""
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        self.dropped += len(self._held)
        self._held.clear()
        self._waits_for_key = True
        self.wants_key.set()


@dataclass(frozen=True, slots=True)
class RatePolicy:
    """Bits and seconds. Down fast, up slowly, as everything that shares a line."""

    highest: int = 1_500_000
    lowest: int = 250_000
    down: float = 0.7
    up: float = 1.15
    late: float = 0.25
    """A packet that waits so long says that the line takes less than it is given."""
    between_downs: float = 1.5
    before_up: float = 5.0


@dataclass(frozen=True, slots=True)
class Rate:
    """What the encoder is set to, and since when. ``is_poor``: clearly less than the picture wants."""

    bits: int
    changed_at: float
    trouble_at: float = float("-inf")
    is_poor: bool = False


def adjusted(rate: Rate, policy: RatePolicy, now: float, age: float, loss: float = 0.0) -> Rate:
    """The rate after a look at the line: ``age`` of what waits, and the share lost on the way (SRT tells)."""
    if age > policy.late or loss > 0.03:
        rate = replace(rate, trouble_at=now)
        if now - rate.changed_at >= policy.between_downs and rate.bits > policy.lowest:
            bits = max(policy.lowest, int(rate.bits * policy.down))
            return replace(rate, bits=bits, changed_at=now, is_poor=True)
        return replace(rate, is_poor=True)
    if now - max(rate.changed_at, rate.trouble_at) >= policy.before_up:
        if rate.bits < policy.highest:
            rate = replace(rate, bits=min(policy.highest, int(rate.bits * policy.up)), changed_at=now)
        return replace(rate, is_poor=rate.bits < policy.highest * 0.6)
    return rate


def back_off(attempt: int, chance: float) -> float:
    """Seconds before try number ``attempt`` (from 0): half a second, doubling to 15, spread by ``chance`` in [0, 1)."""
    return min(15.0, 0.5 * float(1 << min(attempt, 6))) * (0.75 + 0.5 * chance)

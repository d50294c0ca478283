"""Throws away what a line delivers in one burst after an outage, so that a conference goes on in the present and not
some seconds behind. Used by `bridge`; knows numbers only."""

from __future__ import annotations

from collections.abc import Callable

_LATE = 0.6
_IN_TIME = 0.3
_LONGEST_DISCARD = 4.0
_WINDOW = 30.0


class LatenessFilter:
    """Compares when packets come with when they say they were made. The quickest packet of the last half minute is the
    measure: clocks drift."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._quickest: float | None = None
        self._quickest_recently: float | None = None
        self._window_began = 0.0
        self._discarding_since: float | None = None

    def passes(self, made_at: float | None, is_key: bool) -> bool:
        if made_at is None:
            return self._discarding_since is None
        now = self._clock()
        offset = now - made_at
        late = offset - self._measure(now, offset)
        if self._discarding_since is None:
            if late <= _LATE:
                return True
            self._discarding_since = now
            return False
        if now - self._discarding_since > _LONGEST_DISCARD:  # not a burst: the line has become slower
            self._quickest = self._quickest_recently = offset
            late = 0.0
        if late < _IN_TIME and is_key:
            self._discarding_since = None
            return True
        return False

    def _measure(self, now: float, offset: float) -> float:
        if self._quickest is None or self._quickest_recently is None:
            self._quickest = self._quickest_recently = offset
            self._window_began = now
        if now - self._window_began > _WINDOW:
            self._quickest, self._quickest_recently, self._window_began = self._quickest_recently, offset, now
        self._quickest = min(self._quickest, offset)
        self._quickest_recently = min(self._quickest_recently, offset)
        return self._quickest

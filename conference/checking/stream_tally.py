"""Makes a `StreamSample` of what a player says of one site. Knows events and the clock, no player. Used by `check`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ..model import LineHealth, MediaEvent, MediaEventKind, RefusalReason, SiteId
from .judging import StreamContent, StreamSample

_LARGEST_CLIP = 6 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WatchTimes:
    """Seconds. ``first_picture_within`` bounds the wait for one, ``watch_for`` how long it is then watched."""

    first_picture_within: float = 9.0
    watch_for: float = 4.0
    settles_within: float = 1.0
    """A line that begins delivers in bursts what it had kept: not watched yet."""


class StreamTally:
    """One site's player from its opening on; ``now`` is `time.monotonic()`."""

    def __init__(self, site_id: SiteId, now: float, times: WatchTimes) -> None:
        self._site_id, self._opened, self._times = site_id, now, times
        self._first: float | None = None
        self._watched_from: float | None = None
        self._pictures_before = 0
        self._bytes_before = 0
        self._pictures = 0
        self._bytes = 0
        self._moved_at = now
        self._heard_at = now
        self._longest_still = 0.0
        self._refusal: RefusalReason | None = None
        self._line: LineHealth | None = None
        self._over = False

    def hear(self, event: MediaEvent) -> None:
        if self._over:
            return
        if event.kind in (MediaEventKind.ENDED, MediaEventKind.FAILED, MediaEventKind.REFUSED):
            self._refusal = event.reason
            self._over = True
            self._heard_at = max(self._heard_at, event.at)
            return
        self._line = event.line or self._line
        self._bytes = max(self._bytes, event.bytes_read)
        self._heard_at = max(self._heard_at, event.at)
        if event.frames_displayed > self._pictures:
            self._pictures = event.frames_displayed
            if self._first is None:
                self._first = event.at
            if self._watched_from is None:
                if event.at - self._first >= self._times.settles_within:
                    self._watched_from = event.at
                    self._pictures_before, self._bytes_before = self._pictures, self._bytes
            else:
                self._longest_still = max(self._longest_still, event.at - self._moved_at)
            self._moved_at = event.at

    def is_over(self, now: float) -> bool:
        """Whether enough was seen, or nothing more will come."""
        if self._over:
            return True
        if self._first is None:
            return now - self._opened >= self._times.first_picture_within
        return now - self._first >= self._times.settles_within + self._times.watch_for

    def sample(self, now: float) -> StreamSample:
        """What was seen until ``now``. A stream that ended while it was watched stands still until now."""
        first, begun = self._first, self._watched_from
        still, watched, pictures, rate = self._longest_still, 0.0, 0, 0.0
        if first is not None:
            still = max(still, now - self._moved_at)
        if begun is not None:
            watched = max(now - begun, 0.0)
            pictures = self._pictures - self._pictures_before
            rate = (self._bytes - self._bytes_before) * 8 / watched if watched > 0 else 0.0
        return StreamSample(
            site=self._site_id,
            refusal=self._refusal,
            first_picture=None if first is None else first - self._opened,
            watched=watched,
            pictures=pictures,
            longest_still=still,
            bytes_read=self._bytes,
            bits_per_second=rate,
            line=self._line,
        )


class ClipKeeper:
    """Keeps the beginning of what a line delivers, bounded, in memory alone; the line's own thread feeds it."""

    def __init__(self, largest: int = _LARGEST_CLIP) -> None:
        self._largest = largest
        self._chunks: list[bytes] = []
        self._held = 0
        self._lock = threading.Lock()

    def take(self, chunk: bytes) -> None:
        with self._lock:
            if self._held < self._largest:
                self._chunks.append(bytes(chunk))
                self._held += len(chunk)

    def clip(self) -> bytes:
        with self._lock:
            return b"".join(self._chunks)


ReadClip = Callable[[bytes], StreamContent]
"""What is in a piece of MPEG-TS; an adapter decodes it. Raises nothing: what cannot be read has no content."""

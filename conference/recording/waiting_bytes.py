"""What waits to be written, bounded: a slow disk costs the recording a gap, never the picture a moment."""

from __future__ import annotations

import threading
from collections import deque

from ..model import SiteId


class WaitingBytes:
    """Put by the threads that carry the streams, which it never holds up; taken by the recorder's."""

    def __init__(self, sites: tuple[SiteId, ...], limit: int) -> None:
        self._limit = limit
        self._come = threading.Condition()
        self._items: deque[tuple[SiteId, bytes]] = deque()
        self._held = dict.fromkeys(sites, 0)
        self._in_gap: set[SiteId] = set()
        self._closed = False
        self.left_out = dict.fromkeys(sites, 0)
        self.gaps = dict.fromkeys(sites, 0)

    def put(self, site_id: SiteId, data: bytes) -> None:
        with self._come:
            if self._closed:
                return
            held = self._held[site_id]
            # After a gap half must be free before more is taken: else there is a gap in every second.
            if held + len(data) > (self._limit // 2 if site_id in self._in_gap else self._limit):
                self.left_out[site_id] += len(data)
                if site_id not in self._in_gap:
                    self._in_gap.add(site_id)
                    self.gaps[site_id] += 1
                return
            self._in_gap.discard(site_id)
            self._held[site_id] = held + len(data)
            self._items.append((site_id, data))
            self._come.notify()

    def take(self, timeout: float) -> list[tuple[SiteId, bytes]]:
        """All there is, in order; nothing after ``timeout`` seconds or once it is closed."""
        with self._come:
            self._come.wait_for(lambda: bool(self._items) or self._closed, timeout)
            items, self._items = list(self._items), deque()
            return items

    def written(self, site_id: SiteId, count: int) -> None:
        """So much of what was taken no longer waits."""
        with self._come:
            self._held[site_id] -= count

    def close(self) -> None:
        """Nothing more is taken in; what waits can still be taken out."""
        with self._come:
            self._closed = True
            self._come.notify_all()

    @property
    def is_closed(self) -> bool:
        return self._closed

"""FakeMediaEngine: the port to the players with no players behind it. Tests say what each site does; a small clock
of its own moves the pictures of the sites that are on."""

from __future__ import annotations

import struct
import threading
import time
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from conference.model import Frame, MediaEvent, MediaEventKind, RefusalReason, Site, SiteId
from conference.site_address import parse_site_address


@dataclass(frozen=True, slots=True)
class FakeFrame:
    """One picture: a solid colour that changes with each serial."""

    buffer: memoryview
    width: int
    height: int
    pitch: int
    serial: int


@dataclass
class _FakeSite:
    site: Site
    size: tuple[int, int]
    frames: int = 0
    last_at: float = field(default_factory=time.monotonic)
    frame: FakeFrame | None = None
    announced: bool = False


class FakeMediaEngine:
    """Sites play as soon as they are opened, unless told otherwise by `stand_still`, `refuse` or `be_missing`."""

    def __init__(self, frames_per_second: float = 25.0) -> None:
        self._rate = frames_per_second
        self._lock = threading.Lock()
        self._open: dict[SiteId, _FakeSite] = {}
        self._serials: dict[SiteId, int] = {}
        self._still: set[SiteId] = set()
        self._refusing: dict[SiteId, RefusalReason] = {}
        self._missing: Exception | None = None
        self._events: deque[MediaEvent] = deque()
        self.muted = False
        self.muted_sites: set[SiteId] = set()
        self.taps: dict[SiteId, Callable[[bytes], None]] = {}
        self.opened: list[SiteId] = []
        """Every opening, in order."""

    # What a test says

    def stand_still(self, site_id: SiteId) -> None:
        """The stream is cut: no error, no event, only counters that no longer move."""
        with self._lock:
            self._still.add(site_id)

    def move_again(self, site_id: SiteId) -> None:
        with self._lock:
            self._still.discard(site_id)
            self._refusing.pop(site_id, None)

    def refuse(self, site_id: SiteId, reason: RefusalReason) -> None:
        """From the next opening on."""
        with self._lock:
            self._refusing[site_id] = reason

    def end(self, site_id: SiteId) -> None:
        """The player gives up, as on a server that closed."""
        with self._lock:
            self._say(site_id, MediaEventKind.ENDED)
            self._open.pop(site_id, None)

    def be_missing(self, error: Exception) -> None:
        self._missing = error

    @property
    def open_sites(self) -> set[SiteId]:
        with self._lock:
            return set(self._open)

    def size_of(self, site_id: SiteId) -> tuple[int, int]:
        with self._lock:
            return self._open[site_id].size

    # MediaEngine

    def open(self, site: Site, size: tuple[int, int]) -> None:
        parse_site_address(site.address)
        if self._missing is not None:
            raise self._missing
        with self._lock:
            self._events = deque(event for event in self._events if event.site_id != site.id)
            self.opened.append(site.id)
            self._say(site.id, MediaEventKind.OPENING)
            reason = self._refusing.get(site.id)
            if reason is not None:
                self._open.pop(site.id, None)
                self._say(site.id, MediaEventKind.REFUSED, reason=reason)
                return
            self._open[site.id] = _FakeSite(site, size)

    def resize(self, site_id: SiteId, size: tuple[int, int]) -> None:
        with self._lock:
            if site_id in self._open:
                self._open[site_id].size = size

    def newest_frame(self, site_id: SiteId, after: int = 0) -> Frame | None:
        with self._lock:
            self._move()
            playing = self._open.get(site_id)
            frame = playing.frame if playing else None
            return frame if frame is not None and frame.serial > after else None

    def next_event(self, timeout: float) -> MediaEvent | None:
        deadline = time.monotonic() + timeout
        while True:
            with self._lock:
                self._move()
                if self._events:
                    return self._events.popleft()
            if time.monotonic() >= deadline:
                return None
            time.sleep(min(0.005, timeout))

    def tap(self, site_id: SiteId, sink: Callable[[bytes], None] | None) -> None:
        if sink is None:
            self.taps.pop(site_id, None)
        else:
            self.taps[site_id] = sink

    def snapshot(self, site_id: SiteId, target: Path) -> bool:
        with self._lock:
            playing = self._open.get(site_id)
            if playing is None or playing.frame is None:
                return False
        target.write_bytes(_png(1280, 720))
        return True

    def mute(self, muted: bool, site_id: SiteId | None = None) -> None:
        if site_id is None:
            self.muted = muted
        elif muted:
            self.muted_sites.add(site_id)
        else:
            self.muted_sites.discard(site_id)

    def close(self, site_id: SiteId) -> None:
        with self._lock:
            self._open.pop(site_id, None)
            self._events = deque(event for event in self._events if event.site_id != site_id)

    def close_all(self) -> None:
        with self._lock:
            self._open.clear()
            self._events.clear()

    def _say(self, site_id: SiteId, kind: MediaEventKind, frames: int = 0, reason: RefusalReason | None = None) -> None:
        self._events.append(
            MediaEvent(
                site_id, kind, time.monotonic(), frames_displayed=frames, bytes_read=frames * 1000, reason=reason
            )
        )

    def _move(self) -> None:
        now = time.monotonic()
        for site_id, playing in self._open.items():
            if now - playing.last_at < 1 / self._rate:
                continue
            if site_id not in self._still:
                playing.frames += max(1, int((now - playing.last_at) * self._rate))
                if not playing.announced:
                    playing.announced = True
                    self._say(site_id, MediaEventKind.PLAYING)
                serial = self._serials[site_id] = self._serials.get(site_id, 0) + 1
                width, height = playing.size
                pixels = bytes((serial * 7 % 256, serial * 13 % 256, serial * 29 % 256, 255)) * (width * height)
                playing.frame = FakeFrame(memoryview(pixels), width, height, width * 4, serial)
            playing.last_at = now
            self._say(site_id, MediaEventKind.PROGRESS, frames=playing.frames)


def _png(width: int, height: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1 + width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")

"""The port to the players. Real: `conference.vlc.VlcMediaEngine`. Fake: `FakeMediaEngine` in tests/conference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from .model import Frame, MediaEvent, Site, SiteId


class MediaEngine(Protocol):
    """Opens sites and lends their pictures. All methods may be called from any thread and return at once, except
    `next_event` (at most ``timeout``) and `close_all` (until every player has stopped)."""

    def open(self, site: Site, size: tuple[int, int]) -> None:
        """Start (or restart) a site, its picture scaled to at most ``size`` (width, height in device pixels).

        Raises `SchemeRefused`, `AddressInvalid`, `PlayerMissing`; everything later comes as a `MediaEvent`.
        """
        ...

    def resize(self, site_id: SiteId, size: tuple[int, int]) -> None: ...

    def newest_frame(self, site_id: SiteId, after: int = 0) -> Frame | None:
        """The newest picture if its ``serial`` is above ``after``, else None. Never blocks."""
        ...

    def next_event(self, timeout: float) -> MediaEvent | None:
        """The next event of any site, or None after ``timeout`` seconds."""
        ...

    def mute(self, muted: bool, site_id: SiteId | None = None) -> None:
        """Silence (or not) all sites, or one: what is heard here, not what is sent. A site is heard when neither it nor
        all are silenced."""
        ...

    def tap(self, site_id: SiteId, sink: Callable[[bytes], None] | None) -> None:
        """Hand on the site's MPEG-TS, undecoded, to ``sink`` (None ends it): whole packets, from the next key frame on
        with PAT and PMT before it, and so again after each opening. ``sink`` is called on the line's own thread: it
        returns at once and drops what it cannot take; one that raises is let go. May be set before the site is opened;
        nothing comes where libVLC reads the line by itself."""
        ...

    def snapshot(self, site_id: SiteId, target: Path) -> bool:
        """Write the picture on screen to ``target`` as PNG, in the stream's own size. False where the site has shown
        none yet, or it could not be written. May take half a second: not for the window's thread."""
        ...

    def close(self, site_id: SiteId) -> None: ...

    def close_all(self) -> None: ...

"""VlcMediaEngine: the port to the players, on libVLC and PyAV."""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from ..media import MediaEngine
from ..model import AddressScheme, Frame, MediaEvent, MediaEventKind, Site, SiteId
from ..site_address import parse_site_address
from ..stream_source import SiteSecrets, SourceFactory, SourceOrder, StreamSource
from .pictures import SitePicture
from .player import PlayerSettings, Reading, SitePlayer
from .stream_tap import StreamTap
from .vlc_library import VlcLibrary, give_memory_back

_UNREAD_EVENTS = 256
_CLOSE_WITHIN = 6.0
_ALL_FREED_AFTER = 5.0
"""Seconds. libsrt frees a closed connection up to 4 s later, on a thread of its own."""
_engines: weakref.WeakSet[VlcMediaEngine] = weakref.WeakSet()


@atexit.register
def _close_all_engines() -> None:
    """libVLC's threads must not call into an interpreter that is taken down: a segmentation fault."""
    for engine in list(_engines):
        engine.stop_players()


def _bridge(order: SourceOrder) -> StreamSource:
    from .bridge import Bridge  # PyAV takes 60 ms to import

    return Bridge(order)


_SOURCES = dict.fromkeys((AddressScheme.RTSP, AddressScheme.RTSPS, AddressScheme.HTTPS), _bridge)


class VlcMediaEngine:
    """libVLC and PyAV load when the first site is opened, not before. ``sources`` adds to what brings streams, or
    replaces it, by scheme; of one without a source libVLC reads the address itself. ``secrets`` and
    ``not_taken`` are asked and told on a player's thread: what opens a site, and that the site did not take it."""

    def __init__(
        self,
        settings: PlayerSettings | None = None,
        audio_output: str | None = None,
        sources: Mapping[AddressScheme, SourceFactory] | None = None,
        secrets: SiteSecrets | None = None,
        not_taken: Callable[[Site], None] | None = None,
    ) -> None:
        self._settings = settings or PlayerSettings()
        self._sources: dict[AddressScheme, SourceFactory] = {**_SOURCES, **(sources or {})}
        self._secrets = secrets
        self._not_taken = not_taken
        self._taps: dict[SiteId, StreamTap] = {}
        self._library = VlcLibrary(audio_output)
        self._muted = False
        self._muted_sites: frozenset[SiteId] = frozenset()
        self._lock = threading.Lock()
        self._heard = threading.Condition(self._lock)
        self._events: deque[MediaEvent] = deque()
        self._players: dict[SiteId, SitePlayer] = {}
        self._leaving: list[SitePlayer] = []
        self._pictures: dict[SiteId, SitePicture] = {}
        self._clearing: threading.Timer | None = None

    def open(self, site: Site, size: tuple[int, int]) -> None:
        address = parse_site_address(site.address)
        self._library.load()
        _engines.add(self)
        self.close(site.id)
        with self._lock:
            picture = self._pictures.setdefault(site.id, SitePicture())
            source = self._sources.get(address.scheme)
            reading = Reading(site, address, source, self._secrets, self._not_taken, self._tap(site.id))
            is_muted = partial(self._is_muted, site.id)
            player = SitePlayer(self._library, self._settings, reading, size, picture, self._say, is_muted)
            self._players[site.id] = player
        player.start()

    def resize(self, site_id: SiteId, size: tuple[int, int]) -> None:
        with self._lock:
            player = self._players.get(site_id)
        if player is not None:
            player.resize(size)

    def newest_frame(self, site_id: SiteId, after: int = 0) -> Frame | None:
        picture = self._pictures.get(site_id)
        return picture.newest(after) if picture is not None else None

    def next_event(self, timeout: float) -> MediaEvent | None:
        with self._heard:
            self._heard.wait_for(lambda: bool(self._events), timeout)
            return self._events.popleft() if self._events else None

    def tap(self, site_id: SiteId, sink: Callable[[bytes], None] | None) -> None:
        with self._lock:
            self._tap(site_id).set(sink)

    def _tap(self, site_id: SiteId) -> StreamTap:
        return self._taps.setdefault(site_id, StreamTap())

    def snapshot(self, site_id: SiteId, target: Path) -> bool:
        with self._lock:
            player = self._players.get(site_id)
        return player is not None and player.snapshot(target)

    def mute(self, muted: bool, site_id: SiteId | None = None) -> None:
        if site_id is None:
            self._muted = muted
        else:
            self._muted_sites = self._muted_sites | {site_id} if muted else self._muted_sites - {site_id}

    def _is_muted(self, site_id: SiteId) -> bool:
        return self._muted or site_id in self._muted_sites

    def heard_now(self, site_id: SiteId) -> bool | None:
        """Whether a site's sound is on, as libVLC says; None where it has none (yet)."""
        with self._lock:
            player = self._players.get(site_id)
        return player.is_heard if player is not None else None

    def close(self, site_id: SiteId) -> None:
        with self._lock:
            player = self._players.pop(site_id, None)
            self._events = deque(event for event in self._events if event.site_id != site_id)
            if player is not None:
                self._leaving = [*(one for one in self._leaving if not one.wait(0)), player]
        if player is not None:
            player.close()

    def close_all(self) -> None:
        if self.stop_players():
            give_memory_back()
            self._clear_later()

    def stop_players(self) -> bool:
        """Whether there were any. One that cannot stop (a name server that never answers) is left to end by itself
        after some seconds."""
        for site_id in list(self._players):
            self.close(site_id)
        deadline = time.monotonic() + _CLOSE_WITHIN
        with self._lock:
            leaving, self._leaving = self._leaving, []
            self._events.clear()
        for player in leaving:
            player.wait(deadline - time.monotonic())
        self._pictures = {}
        return bool(leaving)

    def _clear_later(self) -> None:
        """Once more, for what is freed late. Not while something plays: then its leaving will do it."""
        if self._clearing is not None:
            self._clearing.cancel()
        self._clearing = threading.Timer(_ALL_FREED_AFTER, self._clear)
        self._clearing.daemon = True
        self._clearing.name = "memory of players"
        self._clearing.start()

    def _clear(self) -> None:
        if not self._players:
            give_memory_back()

    def _say(self, player: SitePlayer, event: MediaEvent) -> None:
        """Players that were replaced have nothing to say any more."""
        with self._heard:
            if self._players.get(player.site_id) is not player:
                return
            if len(self._events) >= _UNREAD_EVENTS:
                kept = (one for one in self._events if one.kind is not MediaEventKind.PROGRESS)
                self._events = deque(kept, maxlen=_UNREAD_EVENTS)
            self._events.append(event)
            self._heard.notify_all()


def _is_a_media_engine(engine: VlcMediaEngine) -> MediaEngine:
    return engine

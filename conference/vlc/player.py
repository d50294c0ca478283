"""One player for one site, on a thread of its own that asks libVLC for its counters and its end. Used by `engine`."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import AddressScheme, MediaEvent, MediaEventKind, RefusalReason, Site
from ..reconnection import UNREADABLE_BYTES
from ..site_address import SiteAddress
from ..stream_source import SiteSecrets, SourceFactory, SourceOrder, StreamSource
from .low_delay import LowDelayWriter
from .picture_count import PictureCount
from .pictures import PictureCallbacks, SitePicture, fitted
from .stream_pipe import PipeCallbacks, StreamPipe
from .stream_tap import StreamTap, TappedSink
from .vlc_library import VlcLibrary

_ASK_EVERY = 0.05
_SAY_EVERY = 0.1
_SOURCES_SAY_FIRST = 0.9
"""Seconds: a source keeps its own limit, and knows the reason better."""
_SETTLED_FOR = 0.6
"""A window's edge is dragged over many sizes; only one that stays is worth a new picture size."""


@dataclass(frozen=True, slots=True)
class PlayerSettings:
    """What all players share. Caching and latency in milliseconds."""

    network_caching: int = 150
    srt_latency: int = 120
    answer_within: float = 4.0
    """Seconds, so that a refusal is in words within 5. libVLC would call at an SRT address for ever."""
    trusted_roots: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a site is read: without a ``source`` by libVLC itself."""

    site: Site
    address: SiteAddress
    source: SourceFactory | None
    secrets: SiteSecrets | None
    not_taken: Callable[[Site], None] | None
    tap: StreamTap


class SitePlayer:
    """Plays one address until `close`. Everything it has to say goes to ``say``."""

    def __init__(
        self,
        library: VlcLibrary,
        settings: PlayerSettings,
        reading: Reading,
        size: tuple[int, int],
        picture: SitePicture,
        say: Callable[[SitePlayer, MediaEvent], None],
        is_muted: Callable[[], bool],
    ) -> None:
        self.site_id = reading.site.id
        self._vlc, self._instance = library.load()
        self._settings = settings
        self._reading = reading
        self._address = reading.address
        self._is_live = self._address.scheme is not AddressScheme.HTTPS
        self._pictures = PictureCallbacks(self._vlc, picture, size)
        self._say_to = say
        self._is_muted = is_muted
        self._closing = threading.Event()
        self._source: StreamSource | None = None
        self._gave_credentials = False
        self._callbacks: PipeCallbacks | None = None
        self._pipe: StreamPipe | None = None
        self.is_heard: bool | None = None
        self._shown: Any = None
        self._in_use = threading.Lock()
        self._resized_at: float | None = None
        self._frames = 0
        self._bytes = 0
        self._count = PictureCount()
        self._thread = threading.Thread(target=self._run, name=f"player {self.site_id}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def resize(self, size: tuple[int, int]) -> None:
        if size != self._pictures.size:
            self._pictures.size = size
            self._resized_at = time.monotonic()

    def close(self) -> None:
        """Returns at once; `wait` waits."""
        self._closing.set()
        self._close_source()

    def snapshot(self, target: Path) -> bool:
        """The picture on screen, in the stream's own size, as PNG. Waits for libVLC, half a second at most."""
        with self._in_use:  # it must not be let go meanwhile
            if self._shown is None or not self._frames:
                return False
            return bool(self._shown.video_take_snapshot(0, str(target), 0, 0) == 0)

    def wait(self, within: float) -> bool:
        self._thread.join(max(within, 0))
        return not self._thread.is_alive()

    def _say(self, kind: MediaEventKind, reason: RefusalReason | None = None) -> None:
        line = self._source.line() if self._source is not None and kind is MediaEventKind.PROGRESS else None
        size = self._pictures.true_size
        event = MediaEvent(self.site_id, kind, time.monotonic(), self._frames, self._bytes, reason, line, size)
        self._say_to(self, event)

    def _run(self) -> None:
        self._say(MediaEventKind.OPENING)
        media = self._media()
        if media is None:
            return
        media.add_option(":demux=ts")  # never guessed: libVLC also knows playlists, and follows them
        # Else libVLC takes what comes late after an outage for jitter, and shows everything that much later for good.
        media.add_option(":clock-jitter=0")
        media.add_option(":no-ts-pcr-offsetfix")  # our clock is ahead of its pictures on purpose
        media.add_option(f":network-caching={self._settings.network_caching}")
        player = self._instance.media_player_new()
        try:
            if self._closing.is_set():
                return
            if self._source is not None:
                self._source.start()
            self._pictures.attach(player)
            player.set_media(media)
            player.play()
            self._shown = player
            self._watch(player, media)
        finally:
            self._tell_of_refused_credentials()
            with self._in_use:
                self._shown = None
            self._close_source()
            player.stop()
            player.release()
            media.release()
            self._pictures.let_go()

    def _media(self) -> Any:
        """What libVLC is to open: our pipe, with a source that fills it, or the address itself; None if refused."""
        reading = self._reading
        pipe = StreamPipe()
        if reading.source is not None:
            reading.tap.restart()
            credentials = reading.secrets(reading.site) if reading.secrets is not None else None
            self._gave_credentials = credentials is not None
            shown = LowDelayWriter(pipe.write) if self._is_live else pipe
            sink = TappedSink(shown.write, pipe.close, reading.tap)
            order = SourceOrder(
                self._address, sink, self._settings.answer_within, credentials, self._settings.trusted_roots
            )
            self._source = reading.source(order)
        if self._source is not None:
            self._pipe = pipe
            self._callbacks = PipeCallbacks(self._vlc, pipe)
            return self._callbacks.media(self._instance)
        if self._address.scheme is not AddressScheme.SRT:
            self._say(MediaEventKind.REFUSED, RefusalReason.SCHEME)
            return None
        try:
            socket.getaddrinfo(self._address.host, self._address.port, type=socket.SOCK_DGRAM)
        except OSError:
            self._say(MediaEventKind.REFUSED, RefusalReason.UNKNOWN_HOST)
            return None
        media = self._instance.media_new(str(self._address))
        media.add_option(f":latency={self._settings.srt_latency}")
        # Else each outage makes libVLC's clock 0.6 s later for good (it takes what comes late for jitter), and the
        # next one is seen that much later. SRT's own latency has evened out the jitter already.
        media.add_option(":clock-jitter=0")
        return media

    def _tell_of_refused_credentials(self) -> None:
        refusal = self._source.refusal if self._source is not None else None
        wrong = {RefusalReason.WRONG_PASSPHRASE}
        if self._address.scheme is not AddressScheme.SRT:  # whose receivers refuse by rules that know no password
            wrong.add(RefusalReason.NOT_AUTHORISED)
        if self._gave_credentials and refusal in wrong and self._reading.not_taken is not None:
            self._reading.not_taken(self._reading.site)

    def _close_source(self) -> None:
        if self._source is not None:
            self._source.close()
        if self._pipe is not None:
            self._pipe.discard()

    def _watch(self, player: Any, media: Any) -> None:
        stats = self._vlc.MediaStats()
        began = time.monotonic()
        playing = False
        said_at = 0.0
        said: tuple[int, int] | None = None
        while not self._closing.wait(_ASK_EVERY):
            state = player.get_state()
            media.get_stats(stats)
            self._frames = self._count.take(self._pictures.new_pictures, stats.decoded_video, stats.lost_pictures)
            self._bytes = self._source.bytes_read if self._source is not None else stats.demux_read_bytes
            if self._has_ended(state):
                return
            if not self._bytes:
                if time.monotonic() - began > self._settings.answer_within + _SOURCES_SAY_FIRST:
                    self._say(MediaEventKind.REFUSED, RefusalReason.NO_ANSWER)
                    return
                if self._source is None:
                    continue
            if not playing and self._frames:
                playing = True
                self._say(MediaEventKind.PLAYING)
            now = time.monotonic()
            if (self._frames, self._bytes) != said or now - said_at >= _SAY_EVERY:
                said, said_at = (self._frames, self._bytes), now
                self._say(MediaEventKind.PROGRESS)
            self._keep_mute(player)
            if playing:
                self._keep_size(player, now)

    def _has_ended(self, state: Any) -> bool:
        # A lost RTSP line has nothing more to show. Over HTTPS libVLC may still have minutes to play.
        # Asked first: a source that refuses says so before it ends, and may do both between two questions.
        line_ended = self._is_live and self._source is not None and self._source.ended.is_set()
        if self._source is not None and self._source.refusal is not None:
            self._say(MediaEventKind.REFUSED, self._source.refusal)
            return True
        if state == self._vlc.State.Error and self._frames:
            self._say(MediaEventKind.FAILED)
        elif state in (self._vlc.State.Error, self._vlc.State.Ended) or line_ended:
            if self._frames:
                self._say(MediaEventKind.ENDED)
            else:
                # Of SRT libVLC never despairs by itself, unless it lacks the plugin (Debian: vlc-plugin-access-extra).
                no_plugin = self._address.scheme is AddressScheme.SRT and not self._bytes
                unreadable = no_plugin or (self._bytes > UNREADABLE_BYTES and not line_ended)
                reason = RefusalReason.UNSUPPORTED_FORMAT if unreadable else RefusalReason.NO_ANSWER
                self._say(MediaEventKind.REFUSED, reason)
        else:
            return False
        return True

    def _keep_mute(self, player: Any) -> None:
        """Again and again: the sound comes up later than the picture, and sound servers remember the last time."""
        wanted = self._is_muted()
        actual = player.audio_get_mute()
        if actual not in (0, 1):
            return
        self.is_heard = not actual
        if bool(actual) is not wanted:
            player.audio_set_mute(wanted)

    def _keep_size(self, player: Any, now: float) -> None:
        """libVLC asks for a size only when it makes a picture's way anew; taking the track off and on makes it. Small
        differences are left to the window, which scales them for less than this gap costs."""
        guessed = self._pictures.true_size is None
        if self._pictures.true_size is None:
            size = player.video_get_size(0)
            if not (size[0] and size[1]):
                return
            self._pictures.true_size = (int(size[0]), int(size[1]))
        elif self._resized_at is None or now - self._resized_at < _SETTLED_FOR:
            return
        self._resized_at = None
        delivered = self._pictures.delivered
        wanted = fitted(self._pictures.true_size, self._pictures.size)
        if delivered is None or delivered == wanted or not (guessed or _is_other(delivered, wanted)):
            return
        track = player.video_get_track()
        if track >= 0:
            self._say(MediaEventKind.OPENING)
            player.video_set_track(-1)
            player.video_set_track(track)


def _is_other(delivered: tuple[int, int], wanted: tuple[int, int]) -> bool:
    return not 0.6 <= wanted[0] / delivered[0] <= 1.25

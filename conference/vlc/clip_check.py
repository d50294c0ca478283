"""Whether this PC can play at all: decodes a clip from memory, the way a site's stream is. For the self-test."""

from __future__ import annotations

import threading
import time

from .pictures import PictureBuffers, PictureCallbacks, SitePicture
from .stream_pipe import PipeCallbacks, StreamPipe
from .vlc_library import VlcLibrary


class _CountedPicture(SitePicture):
    """Counts what would have been shown."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.count, self._wanted = 0, wanted
        self.enough = threading.Event()

    def show(self, buffers: PictureBuffers, index: int) -> None:
        super().show(buffers, index)
        self.count += 1
        if self.count >= self._wanted:
            self.enough.set()


def decode_clip(clip: bytes, wanted: int, within: float = 15.0) -> int:
    """How many pictures of an MPEG-TS ``clip`` came out of the player, up to ``wanted`` or ``within`` seconds.

    Raises `PlayerMissing`.
    """
    library = VlcLibrary(audio_output="adummy")
    vlc, instance = library.load()
    pipe = StreamPipe()
    source = PipeCallbacks(vlc, pipe)
    media = source.media(instance)
    media.add_option(":demux=ts")
    picture = _CountedPicture(wanted)
    callbacks = PictureCallbacks(vlc, picture, (320, 180))
    player = instance.media_player_new()
    try:
        callbacks.attach(player)
        player.set_media(media)
        player.play()
        pipe.write(clip)
        pipe.close()
        ends = time.monotonic() + within
        while not picture.enough.wait(0.1) and time.monotonic() < ends:
            if player.get_state() in (vlc.State.Ended, vlc.State.Error):
                break
    finally:
        pipe.discard()
        player.stop()
        player.release()
        media.release()
        library.release()
    return picture.count

"""Streams of other makers than the demo ministry's: ffmpeg's SRT, sizes no camera has, a passphrase we do not know."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import imageio_ffmpeg
import pytest

from conference import MediaEventKind, RefusalReason, Site, SiteId
from conference.vlc import PlayerSettings, VlcMediaEngine
from tests.contracts.media_engine.suite import wait_for_event, wait_for_frame
from tests.waiting import eventually

BO = SiteId("bo")


@pytest.fixture
def engine() -> Iterator[VlcMediaEngine]:
    engine = VlcMediaEngine(PlayerSettings(answer_within=1.5), audio_output="adummy")
    yield engine
    engine.close_all()


@contextmanager
def ffmpeg_listens(picture: str, options: str = "") -> Iterator[Site]:
    """ffmpeg as an SRT listener with a synthetic picture: red above, blue below."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-re", "-f", "lavfi", "-i"]
    command += [f"color=red:s={picture}:r=15,drawbox=y=ih/2:w=iw:h=ih/2:color=blue:t=fill,noise=alls=4:allf=t"]
    command += ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "10", "-pix_fmt", "yuv420p"]
    command += ["-f", "mpegts", f"srt://127.0.0.1:{port}?mode=listener{options}"]
    sender = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        yield Site(BO, "", f"srt://127.0.0.1:{port}")
    finally:
        sender.kill()
        sender.wait()


@pytest.mark.parametrize("size", [(640, 480), (1000, 570), (1920, 1080)])
def test_pictures_of_any_size_come_whole_and_without_the_decoders_padding(
    engine: VlcMediaEngine, size: tuple[int, int]
) -> None:
    with ffmpeg_listens(f"{size[0]}x{size[1]}") as site:
        engine.open(site, (2000, 2000))
        serial = 0

        def is_whole() -> bool:
            nonlocal serial
            frame = wait_for_frame(engine, BO, serial)
            serial = frame.serial
            if (frame.width, frame.height) != size:
                return False

            def colour(column: int, row: int) -> tuple[bool, bool]:
                at = row * frame.pitch + column * 4
                return frame.buffer[at] > 128, frame.buffer[at + 2] > 128

            blue, red = (True, False), (False, True)
            corners = [colour(column, row) for row in (2, size[1] - 3) for column in (2, size[0] - 3)]
            return corners == [red, red, blue, blue]

        eventually(is_whole)


def test_a_passphrase_we_do_not_know_is_a_refusal_within_the_limit(engine: VlcMediaEngine) -> None:
    """libVLC would call for ever, and say nothing."""
    with ffmpeg_listens("320x180", "&passphrase=mat-khau-2026&pbkeylen=16") as site:
        engine.open(site, (320, 180))
        event, seen = wait_for_event(engine, lambda event: event.kind is MediaEventKind.REFUSED)
    assert event.reason is RefusalReason.NO_ANSWER
    assert not any(one.frames_displayed for one in seen)

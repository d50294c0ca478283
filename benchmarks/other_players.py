"""ffplay and mpv in their low-delay modes, shown on a virtual screen whose pixels are read: what ours is held against.
Used by `conference_latency`."""

from __future__ import annotations

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WIDTH, HEIGHT = 1280, 720
PLAYERS = {
    "ffplay, nobuffer low_delay": (
        "ffplay -loglevel quiet -fflags nobuffer -flags low_delay -framedrop -an -noborder -left 0 -top 0 "
        f"-x {WIDTH} -y {HEIGHT}",
        "-rtsp_transport tcp",
    ),
    "mpv, profile low-latency": (
        "mpv --no-config --really-quiet --profile=low-latency --no-audio --vo=x11 --no-osc --no-border "
        f"--geometry={WIDTH}x{HEIGHT}+0+0",
        "--rtsp-transport=tcp",
    ),
}


@dataclass(frozen=True)
class ScreenPicture:
    """The screen as a frame: BGRX, like the engine's."""

    buffer: memoryview
    pitch: int
    width: int = WIDTH
    height: int = HEIGHT
    serial: int = 0


def missing(player: str) -> str | None:
    """What is not on this PC of what the measurement needs."""
    return next((name for name in (PLAYERS[player][0].split()[0], "Xvfb") if shutil.which(name) is None), None)


@contextmanager
def screen() -> Iterator[tuple[str, ScreenPicture]]:
    """A virtual screen: its name, and its pixels as they are at each moment (Xvfb keeps them in an XWD file)."""
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        server = subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        try:
            with os.fdopen(reading) as said:
                name = ":" + said.readline().strip()
            with Path(folder, "Xvfb_screen0").open("rb") as file:
                memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            header = struct.unpack(">25I", memory[:100])
            begin = header[0] + header[19] * 12  # the header, and its colours
            yield name, ScreenPicture(memoryview(memory)[begin:], header[12])
        finally:
            server.terminate()
            server.wait()


@contextmanager
def playing(player: str, address: str, display: str) -> Iterator[None]:
    command, for_rtsp = PLAYERS[player]
    words = [*command.split(), *(for_rtsp.split() if address.startswith("rtsp") else []), address]
    environment = {**os.environ, "DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
    environment.pop("WAYLAND_DISPLAY", None)
    process = subprocess.Popen(
        words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(1.0)
        yield
    finally:
        process.terminate()
        process.wait()

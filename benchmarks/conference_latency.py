"""How old a picture is when it is shown: ours beside ffplay's and mpv's low-delay modes, the same stream, one after
another in one run. The clip bears the number of each picture, and is sent by the wall clock. Of ours the moment counts
at which the picture lies in memory for the window; it paints within one turn of its timer."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from conference import AddressScheme, Frame, Site, SiteId
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from desktop.demo_ministry.sites import DemoSites
from tests.desktop.demo_sites.picture_number import age, picture_number

from .other_players import PLAYERS, missing, playing, screen
from .tables import median, percentile, table

SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
SETTLING = 3.0
_BOUNDS = {"RTSP": 0.200, "SRT": 0.250}


def ages(newest: Callable[[], Frame | None]) -> list[float]:
    """Of each picture when it appeared, seconds."""
    found: list[float] = []
    last = None
    ends = time.monotonic() + SETTLING + SECONDS
    while (now := time.monotonic()) < ends:
        frame = newest()
        number = picture_number(frame) if frame is not None else None
        if number is not None and number != last:
            last = number
            if now > ends - SECONDS:
                found.append(age(number))
        time.sleep(0.001)
    return found


def ours(address: str) -> list[float]:
    engine = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory(None))})
    site = SiteId("measured")
    serial = 0

    def newest() -> Frame | None:
        nonlocal serial
        frame = engine.newest_frame(site, serial)
        serial = frame.serial if frame is not None else serial
        return frame

    try:
        engine.open(Site(site, "", address), (1280, 720))
        return ages(newest)
    finally:
        engine.close_all()


def theirs(player: str, address: str) -> list[float]:
    with screen() as (display, picture), playing(player, address, display):
        return ages(lambda: picture)


@contextmanager
def addresses() -> Iterator[dict[str, str]]:
    camera = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.srt_camera"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert camera.stdout is not None
        with DemoSites() as sites:
            port = camera.stdout.readline().strip()
            yield {"RTSP": sites.north.address, "SRT": f"srt://127.0.0.1:{port}"}
    finally:
        camera.kill()
        camera.communicate()


def measure() -> str:
    rows: list[tuple[str, str, str]] = []
    with addresses() as streams:
        for protocol, address in streams.items():
            own = ours(address)
            rows.append(_row(f"{protocol}: ours", own, f"{_BOUNDS[protocol] * 1000:.0f} ms"))
            for player in PLAYERS:
                lacking = missing(player)
                if lacking is not None:
                    rows.append((f"{protocol}: {player}", f"{lacking} is not here", ""))
                    continue
                bound = "more than ours" if player.startswith("ffplay") else "at most 100 ms less than ours"
                rows.append(_row(f"{protocol}: {player}", theirs(player, address), bound))
    return table(f"Age of a picture when it is shown, 720p25, {SECONDS:.0f} s each: median (95 %) and pictures", rows)


def _row(name: str, found: list[float], bound: str) -> tuple[str, str, str]:
    if not found:
        return name, "no picture", bound
    milliseconds = (median(found) * 1000, percentile(found, 0.95) * 1000)
    return name, f"{milliseconds[0]:.0f} ms ({milliseconds[1]:.0f}), {len(found)}", bound


if __name__ == "__main__":
    print(measure())

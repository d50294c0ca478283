"""What a conference of two sites costs, whether pictures are lost, how far sound and picture of a site are apart, and
what many joins and leaves leave behind. Streams are encoded beforehand; the players run in a process of their own,
whose pictures are fetched as a window does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from conference import AddressScheme, Frame, MediaEventKind, Site, SiteId
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from desktop.demo_ministry.sites import DemoSites

from .conference_clip import FIELD, PERIOD, RATE, make_clip
from .sound_monitor import missing, null_sound_card
from .tables import median, table

SECONDS = float(os.environ.get("BENCH_SECONDS", "10"))
JOINS = int(os.environ.get("BENCH_JOINS", "12"))
_SETTLING = 3.0
_FREED_AFTER = 7.0
"""Seconds. libsrt frees closed connections late, and the engine gives memory back once more after 5."""
_SIZE = (960, 540)
_CLIPS = {"720p30": (1280, 720, 2500, "40 %"), "1080p30": (1920, 1080, 5000, "60 %")}


def engine(sound: str) -> VlcMediaEngine:
    return VlcMediaEngine(audio_output=sound, sources={AddressScheme.SRT: srt_sources(LineMemory(None))})


def play(addresses: list[str]) -> None:
    """Prints: share of a core, then each site's pictures a second."""
    players = engine("adummy")
    sites = [Site(SiteId(str(number)), "", address) for number, address in enumerate(addresses)]
    serials: dict[SiteId, int] = {}
    shown = {site.id: 0 for site in sites}

    def fetch_for(seconds: float) -> None:
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            for site in sites:
                frame = players.newest_frame(site.id, serials.get(site.id, 0))
                if frame is not None:
                    serials[site.id] = frame.serial
                    shown[site.id] += 1
            while (event := players.next_event(0)) is not None:
                if event.kind is MediaEventKind.REFUSED:
                    raise SystemExit(f"refused: {event.reason}")
            time.sleep(0.008)

    for site in sites:
        players.open(site, _SIZE)
    fetch_for(_SETTLING)
    shown.update(dict.fromkeys(shown, 0))
    cost, began = time.process_time(), time.monotonic()
    fetch_for(SECONDS)
    took = time.monotonic() - began
    print((time.process_time() - cost) / took, *(count / took for count in shown.values()))
    players.close_all()


def join_and_leave(addresses: list[str]) -> None:
    """Prints threads, descriptors, children and MiB after some joins, and after many more."""
    players = engine("adummy")
    for number in range(JOINS + 5):
        for site, address in enumerate(addresses):
            players.open(Site(SiteId(str(site)), "", address), _SIZE)
        ends = time.monotonic() + 10
        while not all(players.newest_frame(SiteId(str(site))) for site in range(len(addresses))):
            if time.monotonic() > ends:
                raise SystemExit("no picture")
            time.sleep(0.01)
        players.close_all()
        if number in (4, JOINS + 4):
            time.sleep(_FREED_AFTER)
            print(*_in_use())


def _in_use() -> tuple[int, int, int, int]:
    own = Path("/proc/self")
    resident = int((own / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024 // 1024
    children = (own / "task" / str(os.getpid()) / "children").read_text().split()
    return len(list((own / "task").iterdir())), len(list((own / "fd").iterdir())), len(children), resident


def _is_lit(frame: Frame) -> bool:
    left, top, wide, high = FIELD
    row, column = int((top + high / 2) * frame.height), int((left + wide / 2) * frame.width)
    return frame.buffer[row * frame.pitch + column * 4 + 1] > 128


def listen(addresses: list[str]) -> None:
    """Prints for each address how much later its tone is heard than its white field is seen, milliseconds."""
    for address in addresses:
        with null_sound_card() as ear:
            players = engine("pulse")
            site, serial, was_lit = SiteId("heard"), 0, True
            seen: list[float] = []
            players.open(Site(site, "", address), _SIZE)
            began = time.monotonic()
            while time.monotonic() < began + 5 + SECONDS:
                frame = players.newest_frame(site, serial)
                if frame is not None:
                    serial = frame.serial
                    lit = _is_lit(frame)
                    if lit and not was_lit:
                        seen.append(time.monotonic())
                    was_lit = lit
                time.sleep(0.002)
            players.close_all()
        apart = [
            min((heard - flash for heard in ear.heard), key=abs, default=PERIOD) for flash in seen if flash > began + 4
        ]
        print(*(round(one * 1000) for one in apart))


def _child(what: str, *addresses: str) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.conference_load", what, *addresses]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        return [f"exit {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"]
    return done.stdout.splitlines()


def measure() -> str:
    rows: list[tuple[str, str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        kept = os.environ.get("BENCH_CLIPS")
        for name, (width, height, kilobits, bound) in _CLIPS.items():
            ready = Path(kept or folder, f"{height}.mp4")
            clip = ready if ready.exists() else make_clip(Path(folder), width, height, kilobits)
            with DemoSites(clip) as sites:
                both = (sites.north.address, sites.south.address)
                rows += _cost(name, bound, _child("play", *both))
                if name == "720p30":
                    rows += _sound(_child("listen", *both)) if missing() is None else [_no_sound()]
                    rows += _left_behind(_child("join_and_leave", *both))
    return table(f"Two sites at once (RTSP and SRT), {SECONDS:.0f} s, shown at {_SIZE[0]}x{_SIZE[1]} each", rows)


def _cost(name: str, bound: str, said: list[str]) -> list[tuple[str, str, str]]:
    try:
        share, *rates = (float(word) for word in said[0].split())
    except (ValueError, IndexError):
        return [(name, str(said), "")]
    shown = ", ".join(f"{rate:.1f}" for rate in rates)
    lost = max(0.0, 1 - min(rates) / RATE)
    return [
        (f"{name}: share of a core", f"{share:.0%}", bound),
        (f"{name}: pictures a second", shown, "29"),
        (f"{name}: lost, the worse site", f"{lost:.1%}", "1 %"),
    ]


def _sound(said: list[str]) -> list[tuple[str, str, str]]:
    rows = []
    for protocol, line in zip(("RTSP", "SRT"), said, strict=False):
        try:
            apart = [int(word) for word in line.split()]
        except ValueError:
            return [("sound", line, "")]
        figure = f"{median(apart):+.0f} ms ({min(apart):+d} to {max(apart):+d})" if apart else "nothing heard"
        rows.append((f"{protocol}: sound after picture", figure, "80 ms"))
    return rows


def _no_sound() -> tuple[str, str, str]:
    return "sound after picture", f"{missing()} is not here", "80 ms"


def _left_behind(said: list[str]) -> list[tuple[str, str, str]]:
    if len(said) != 2:
        return [("joins and leaves", str(said), "exit 0")]
    before, after = ([int(word) for word in line.split()] for line in said)
    names = ("threads", "descriptors", "child processes", "MiB")
    figures = ", ".join(
        f"{later - earlier:+d} {name}" for name, earlier, later in zip(names, before, after, strict=True)
    )
    return [(f"{JOINS} joins and leaves", figures, "no growth, < 30 MiB")]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"play": play, "listen": listen, "join_and_leave": join_and_leave}[sys.argv[1]](sys.argv[2:])
    else:
        print(measure())

"""An SRT site over a clean line and over a long and lossy one: how old its picture is, how many arrive, how long it
stands still; and how soon it is fresh again after an outage. Pictures are told apart by the number burnt into them."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass, field

from conference import AddressScheme, Site, SiteId
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from tests.desktop.demo_sites.picture_number import age, picture_number

from .tables import median, percentile, table

SITE = SiteId("haiha")
_SIZE = (640, 360)
_RATE = 25.0
"""Of the demo ministry's clips; of 30 a second, 29 are to arrive."""
_SECONDS = 60.0
_CLEAN_SECONDS = 15.0
_OUTAGE = 5.0
_LONG_OUTAGE = 6.5
"""libsrt gives a silent connection up after 5 s."""
_OUTAGES = 4


@dataclass
class Seen:
    """Pictures as a person gets them: when each new one came, and how old it was then."""

    at: list[float] = field(default_factory=list)
    ages: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return (len(self.at) - 1) / (self.at[-1] - self.at[0])

    @property
    def longest_freeze(self) -> float:
        return max(after - before for before, after in zip(self.at, self.at[1:], strict=False))


class Camera:
    """The camera's process."""

    def __init__(self) -> None:
        self._port = 0
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-m", "benchmarks.srt_camera", str(self._port)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self._port = int(self._process.stdout.readline())
        self.address = f"srt://127.0.0.1:{self._port}"

    def lose(self, how: str) -> None:
        """The line for a while, or the whole server."""
        if how == "server":
            self.end()
        else:
            self.tell("cut")

    def give_back(self, how: str) -> None:
        if how == "server":
            self._start()
        else:
            self.tell("restore")

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def impair(self, delay: float = 0.0, jitter: float = 0.0, loss: float = 0.0) -> None:
        self.tell(f"impair {delay} {jitter} {loss}")

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


class Viewer:
    """One site on the real engine."""

    def __init__(self, address: str) -> None:
        self.engine = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory())})
        self.engine.open(Site(SITE, "Hải Hà", address), _SIZE)
        self._serial = 0
        self._number: int | None = None

    def watch(self, seconds: float) -> Seen:
        seen = Seen()
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            if self.sees_a_new_one(seen) is False:
                time.sleep(0.002)
        return seen

    def sees_a_new_one(self, seen: Seen) -> bool:
        while self.engine.next_event(0) is not None:
            continue
        frame = self.engine.newest_frame(SITE, self._serial)
        if frame is None:
            return False
        self._serial = frame.serial
        number = picture_number(frame)
        if number is None or number == self._number:
            return False
        self._number = number
        seen.at.append(time.monotonic())
        seen.ages.append(age(number))
        return True

    def wait_for_a_fresh_one(self, at_most: float, within: float = 30.0) -> float:
        """Seconds until a picture that is at most so old."""
        began = time.monotonic()
        seen = Seen()
        while time.monotonic() - began < within:
            if self.sees_a_new_one(seen) and seen.ages[-1] <= at_most:
                return time.monotonic() - began
            time.sleep(0.002)
        raise TimeoutError("no fresh picture")

    def close(self) -> None:
        self.engine.close_all()


def measure(seconds: float = _SECONDS) -> str:
    site = Camera()
    try:
        clean = _line(site, _CLEAN_SECONDS, (0.0, 0.0, 0.0))
        lossy = _line(site, seconds, (0.05, 0.01, 0.02))
        outages = _outages(site, "line", _OUTAGE)
        long = _outages(site, "line", _LONG_OUTAGE)
        restarts = _outages(site, "server", 1.0)
    finally:
        site.end()
    return "\n".join(
        (
            table(f"SRT on a clean line, {_CLEAN_SECONDS:.0f} s", _rows(clean, "250 ms")),
            table(f"SRT over 100 ms round trip, ±10 ms, 2 % loss, {seconds:.0f} s", _rows(lossy, "650 ms")),
            table(f"SRT, {_OUTAGES} outages of {_OUTAGE:.0f} s", outages),
            table(f"SRT, {_OUTAGES} outages of {_LONG_OUTAGE:.1f} s: both ends have given up", long),
            table(f"SRT, {_OUTAGES} restarts of the server", restarts),
        )
    )


def _line(site: Camera, seconds: float, impaired: tuple[float, float, float]) -> Seen:
    site.impair(*impaired)
    viewer = Viewer(site.address)
    try:
        viewer.wait_for_a_fresh_one(2.0)
        viewer.watch(1.0)
        return viewer.watch(seconds)
    finally:
        viewer.close()
        site.impair()


def _rows(seen: Seen, most: str) -> list[tuple[str, str, str]]:
    ages = [one * 1000 for one in seen.ages]
    return [
        ("latency, median", f"{median(ages):.0f} ms", most),
        ("latency, 95 %", f"{percentile(ages, 0.95):.0f} ms", ""),
        ("pictures a second", f"{seen.rate:.2f} of {_RATE:.0f}", f"{_RATE * 29 / 30:.2f}"),
        ("longest freeze", f"{seen.longest_freeze * 1000:.0f} ms", "300 ms"),
    ]


def _outages(site: Camera, how: str, lasting: float) -> list[tuple[str, str, str]]:
    back: list[float] = []
    viewer = Viewer(site.address)
    try:
        viewer.wait_for_a_fresh_one(1.0)
        for number in range(_OUTAGES):
            viewer.watch(1.0 + 0.37 * number)  # at another place between two key frames
            site.lose(how)
            viewer.watch(lasting)
            site.give_back(how)
            back.append(viewer.wait_for_a_fresh_one(0.6))
    finally:
        viewer.close()
    return [
        ("line back until a fresh picture, median", f"{median(back):.2f} s", "1 s"),
        ("the longest", f"{max(back):.2f} s", "2.5 s"),
    ]


if __name__ == "__main__":
    print(measure(float(sys.argv[1]) if len(sys.argv) > 1 else _SECONDS))

"""How soon a site whose line is cut (or whose server is restarted) is shown as frozen, and how soon its picture is
fresh again after the line is back: many cuts, one after another, nobody lifting a finger."""

from __future__ import annotations

import os
import threading
import time
from typing import Literal

from conference import AddressScheme, Conference, ConferenceLauncher, ConferenceState, Site, SiteId, SiteState
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite, DemoSites
from tests.desktop.demo_sites.picture_number import age, picture_number

from .tables import median, table

CUTS = int(os.environ.get("BENCH_CUTS", "3"))
"""Of each kind, at each site."""
_OUTAGE = 5.0
_LONGEST_WAIT = 20.0
_FRESH = 0.7
"""A picture not older than so many seconds is one of after the outage."""
_LIMITS = {"RTSP": "3 s", "SRT": "2.5 s"}
"""The key frames' distance, one second, and 2 (RTSP) or 1.5 (SRT)."""


class Watcher:
    """Joins and writes down each site's states."""

    def __init__(self, conference: Conference) -> None:
        players = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory(None))})
        self.launcher = ConferenceLauncher(players)
        self._conference = conference
        self._states: dict[SiteId, SiteState] = {}
        self._changed = threading.Condition()
        self._ends = False
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        states = self.launcher.join(self._conference, (640, 360))
        for state in states:
            self._take(state)
            if self._ends:
                break
        states.close()  # type: ignore[attr-defined]

    def _take(self, state: ConferenceState) -> None:
        with self._changed:
            self._states = {status.site.id: status.state for status in state.sites}
            self._changed.notify_all()

    def seconds_until(self, site: SiteId, wanted: SiteState) -> float | None:
        began = time.monotonic()
        with self._changed:
            came = self._changed.wait_for(lambda: self._states.get(site) is wanted, _LONGEST_WAIT)
        return time.monotonic() - began if came else None

    def seconds_until_fresh(self, site: SiteId) -> float | None:
        began = time.monotonic()
        newest = self.launcher.newest_frame(site)
        serial = newest.serial if newest is not None else 0
        while time.monotonic() - began < _LONGEST_WAIT:
            frame = self.launcher.newest_frame(site, serial)
            if frame is not None:
                serial = frame.serial
                number = picture_number(frame)
                if number is not None and age(number) < _FRESH:
                    return time.monotonic() - began
            time.sleep(0.005)
        return None

    def close(self) -> None:
        self._ends = True
        self._thread.join()


def measure() -> str:
    rows: list[tuple[str, str, str]] = []
    with DemoSites() as sites:
        places = {"RTSP": sites.north, "SRT": sites.south}
        both = tuple(Site(SiteId(name), name, place.address) for name, place in places.items())
        watcher = Watcher(Conference("Cắt đường truyền", (both[0], both[1])))
        try:
            for name, place in places.items():
                for how, words in (("packets", "packets dropped"), ("server", "server restarted")):
                    rows += _cut_often(watcher, name, place, how, words)  # type: ignore[arg-type]
        finally:
            watcher.close()
    return table(f"{CUTS} cuts of {_OUTAGE:.0f} s of each kind, key frame each second", rows)


def _cut_often(
    watcher: Watcher, name: str, place: DemoSite, how: Literal["packets", "server"], words: str
) -> list[tuple[str, str, str]]:
    site = SiteId(name)
    frozen: list[float] = []
    back: list[float] = []
    for _ in range(CUTS):
        watcher.seconds_until(site, SiteState.LIVE)
        time.sleep(2.0)
        place.cut(how)
        began = time.monotonic()
        noticed = watcher.seconds_until(site, SiteState.FROZEN)
        frozen += [noticed] if noticed is not None else []
        time.sleep(max(0.0, began + _OUTAGE - time.monotonic()))
        place.restore()
        again = watcher.seconds_until_fresh(site)
        back += [again] if again is not None else []
    what = f"{name}, {words}"
    return [
        (f"{what}: shown as frozen, longest of {len(frozen)}", f"{max(frozen, default=99):.2f} s", "1 s"),
        (f"{what}: fresh after return, median", f"{median(back) if back else 99:.2f} s", "1 s"),
        (f"{what}: the longest", f"{max(back, default=99):.2f} s", _LIMITS[name]),
        (f"{what}: recovered by itself", f"{len(back)} of {CUTS}", "all"),
    ]


if __name__ == "__main__":
    print(measure())

"""How soon a site whose line is cut is shown as frozen, and how soon it is live again: many cuts, one after another."""

from __future__ import annotations

import threading
import time

from conference import Conference, ConferenceLauncher, ConferenceState, Site, SiteId, SiteState
from conference.vlc import VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite, DemoSites

from .tables import median, table

CUTS = 8
_OUTAGE = 3.0


class Watcher:
    """Joins and writes down each site's states with their moments."""

    def __init__(self, conference: Conference) -> None:
        self._launcher = ConferenceLauncher(VlcMediaEngine(audio_output="adummy"))
        self._conference = conference
        self._states: dict[SiteId, SiteState] = {}
        self._changed = threading.Condition()
        self._ends = False
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        states = self._launcher.join(self._conference)
        for state in states:
            self._take(state)
            if self._ends:
                break
        states.close()  # type: ignore[attr-defined]

    def _take(self, state: ConferenceState) -> None:
        with self._changed:
            self._states = {status.site.id: status.state for status in state.sites}
            self._changed.notify_all()

    def seconds_until(self, site: SiteId, wanted: SiteState, timeout: float = 20.0) -> float:
        began = time.monotonic()
        with self._changed:
            if not self._changed.wait_for(lambda: self._states.get(site) is wanted, timeout):
                raise TimeoutError(f"{site} never was {wanted.value}")
        return time.monotonic() - began

    def close(self) -> None:
        self._ends = True
        self._thread.join()


def measure() -> str:
    with DemoSites() as sites:
        places = {"north": sites.north, "south": sites.south}
        both = (Site(SiteId("north"), "RTSP", sites.north.address), Site(SiteId("south"), "SRT", sites.south.address))
        watcher = Watcher(Conference("Cắt đường truyền", both))
        try:
            rows: list[tuple[str, str, str]] = []
            for site in both:
                frozen, back = _cut_often(watcher, site.id, places[site.id])
                name = site.name
                rows.append((f"{name}: cut until shown as frozen, median", f"{median(frozen):.2f} s", ""))
                rows.append((f"{name}: the longest of {CUTS}", f"{max(frozen):.2f} s", "1 s"))
                rows.append((f"{name}: line back until live again, median", f"{median(back):.2f} s", ""))
        finally:
            watcher.close()
    return table(f"{CUTS} cuts of {_OUTAGE:.0f} s each", rows)


def _cut_often(watcher: Watcher, site: SiteId, place: DemoSite) -> tuple[list[float], list[float]]:
    frozen: list[float] = []
    back: list[float] = []
    for _ in range(CUTS):
        watcher.seconds_until(site, SiteState.LIVE)
        time.sleep(3.0)
        place.cut()
        frozen.append(watcher.seconds_until(site, SiteState.FROZEN))
        time.sleep(max(0.0, _OUTAGE - frozen[-1]))
        place.restore()
        back.append(watcher.seconds_until(site, SiteState.LIVE))
    return frozen, back


if __name__ == "__main__":
    print(measure())

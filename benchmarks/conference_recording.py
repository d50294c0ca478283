"""What recording both sites costs: processor time of the player's process with and without it, in turns; and of the
writer alone, for a minute of a dense stream."""

from __future__ import annotations

import resource
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from conference import Conference, Recorder, Site, SiteId
from conference.recording.model import RecordingLimits
from conference.recording.site_files import SiteFiles
from desktop.demo_ministry.sites import DemoSites

from .conference_joins import engine
from .tables import median, table

TURNS, SECONDS = 3, 8.0


def _now() -> datetime:
    return datetime.now(UTC)


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _share() -> float:
    """Percent of one core over the next seconds."""
    used, began = _processor_time(), time.monotonic()
    time.sleep(SECONDS)
    return 100 * (_processor_time() - used) / (time.monotonic() - began)


def _in_turns() -> tuple[list[float], list[float], Path]:
    without, while_recording = [], []
    player, folder = engine(), Path(tempfile.mkdtemp())
    with DemoSites() as demo:
        sites = tuple(Site(SiteId(one.id), one.name, one.address) for one in (demo.north, demo.south))
        for site in sites:
            player.open(site, (640, 360))
        while not all(player.newest_frame(site.id) for site in sites):
            time.sleep(0.01)
        time.sleep(2)
        for _ in range(TURNS):
            without.append(_share())
            recorder = Recorder(Conference("Họp thử", (sites[0], sites[1])), folder, _now)
            recorder.start()
            for site in sites:
                player.tap(site.id, lambda data, id_=site.id, to=recorder: to.put(id_, data))  # type: ignore[misc]
            while_recording.append(_share())
            for site in sites:
                player.tap(site.id, None)
            recorder.stop()
            recorder.wait()
        player.close_all()
    return without, while_recording, next(folder.glob("*/*.ts"))


def _writer(recorded: Path) -> tuple[float, int]:
    """Seconds for 60 MB of a recorded stream, and its megabytes."""
    data = recorded.read_bytes()
    pieces = [data[at : at + 1316] for at in range(0, len(data), 1316)]
    with tempfile.TemporaryDirectory() as folder:
        files = SiteFiles(Path(folder), "thử", RecordingLimits(), _now)
        written, began = 0, time.process_time()
        while written < 60_000_000:
            for piece in pieces:
                files.write(piece)
            written += len(data)
        took = time.process_time() - began
        files.close()
    return took, written // 1_000_000


def measure() -> str:
    without, while_recording, recorded = _in_turns()
    took, megabytes = _writer(recorded)
    rows = [
        ("two sites shown, % of a core", f"{median(without):.1f}", " ".join(f"{one:.1f}" for one in without)),
        ("and recorded", f"{median(while_recording):.1f}", " ".join(f"{one:.1f}" for one in while_recording)),
        (f"writer: {megabytes} MB (a minute of 8 Mbit/s), s", f"{took:.2f}", f"{100 * took / 60:.1f} % of a core"),
    ]
    return table("Recording both sites", rows)

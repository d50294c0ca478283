"""A recording of real streams through the real engine: RTSP, cut and lost lines, and a desk that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import av
import pytest

from conference import Conference, Recorder, Site, SiteId, unfinished
from conference.vlc import PlayerSettings, VlcMediaEngine
from conference.vlc.remux import to_mp4
from desktop.demo_ministry.sites import DemoSites
from tests.conference.recording.streams import play
from tests.desktop.demo_sites.picture_number import age, picture_number
from tests.waiting import eventually


@pytest.fixture(scope="module")
def sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


def now() -> datetime:
    return datetime.now(UTC)


def begin(conference: Conference, root: Path, engine: VlcMediaEngine) -> Recorder:
    recorder = Recorder(conference, root, now)
    recorder.start()
    for site in conference.sites:
        engine.open(site, (320, 180))
        engine.tap(site.id, lambda data, id_=site.id: recorder.put(id_, data))  # type: ignore[misc]
    return recorder


def sizes(recorder: Recorder) -> list[int]:
    assert recorder.state is not None
    return [site.size for site in recorder.state.recording.sites]


SCRIPT = """
import sys, time
from tests.conference.recording.test_recording_live import *
sites = tuple(Site(SiteId(str(number)), f"Điểm cầu {number}", address) for number, address in enumerate(sys.argv[2:]))
engine = VlcMediaEngine(audio_output="adummy")
recorder = begin(Conference("Họp thử", sites), Path(sys.argv[1]), engine)
while min(sizes(recorder)) < 150_000: time.sleep(0.02)
print("recorded", flush=True)
time.sleep(600)
"""


def test_a_desk_killed_in_the_middle_leaves_a_recording_that_plays_to_its_end(sites: DemoSites, tmp_path: Path) -> None:
    addresses = [sites.north.address, sites.north.address]
    child = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path), *addresses], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "recorded\n"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        killed = now()
        child.wait(10)
        child.stdout.close()
    (found,) = unfinished(tmp_path)
    for site in found.sites:
        path = found.folder / site.segments[0].file
        played = play(path)
        assert played.first_is_key
        assert played.pictures > 20
        # The last picture's own number tells when it was made: the recording goes on until the kill.
        late = (now() - killed).total_seconds()
        assert 0 <= age(_last_number(path)) - late < 5


def _last_number(path: Path) -> int:
    with av.open(str(path)) as source:
        *_, last = source.decode(video=0)
    picture = last.reformat(format="bgra")
    plane = picture.planes[0]

    class Shown:
        """The picture as an engine lends it."""

        buffer = memoryview(bytes(plane))
        width, height, pitch, serial = picture.width, picture.height, plane.line_size, 1

    number = picture_number(Shown())
    assert number is not None
    return number


def test_a_server_that_was_lost_goes_on_in_the_same_recording(sites: DemoSites, tmp_path: Path) -> None:
    engine = VlcMediaEngine(PlayerSettings(answer_within=1.5), audio_output="adummy")
    first = Site(SiteId("a"), "Điểm cầu A", sites.north.address)
    conference = Conference("Họp thử", (first, Site(SiteId("b"), "Điểm cầu B", sites.north.address)))
    recorder = begin(conference, tmp_path, engine)
    try:
        eventually(lambda: min(sizes(recorder)) > 50_000)
        sites.north.cut("server")
        sites.north.restore()
        before = sizes(recorder)[0]
        engine.open(first, (320, 180))
        eventually(lambda: sizes(recorder)[0] > before + 50_000)
    finally:
        engine.close_all()
        recorder.stop()
        assert recorder.wait()
    assert recorder.state is not None
    recording = recorder.state.recording
    played = [play(recording.folder / segment.file) for segment in recording.sites[0].segments]
    assert all(one.first_is_key for one in played)
    assert sum(one.pictures for one in played) > 30
    made = [path for _, path in to_mp4(recording) if path is not None]
    assert len(made) == 2, "one file for each site"
    with av.open(str(made[0])) as source:
        assert {stream.type for stream in source.streams} == {"video", "audio"}
    assert play(made[0]).pictures > 30

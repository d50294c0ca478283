"""The demo sites as anybody's player sees them, and their end with their parent's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from desktop.demo_ministry.sites import DemoSites, SitesUnavailable, streams
from tests.waiting import eventually


@pytest.fixture(scope="module")
def sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


def test_each_site_has_an_address_of_its_own_kind(sites: DemoSites) -> None:
    assert (sites.north.id, sites.south.id) == ("bo", "haiha")
    assert sites.north.address.startswith("rtsp://127.0.0.1:")
    assert sites.south.address.startswith("srt://127.0.0.1:")


def test_an_ordinary_rtsp_client_gets_h264_and_aac_with_times_that_only_grow(sites: DemoSites) -> None:
    with av.open(sites.north.address, format="rtsp", options={"rtsp_transport": "tcp"}, timeout=10) as source:
        assert {stream.codec_context.name for stream in source.streams} == {"h264", "aac"}
        video = source.streams.video[0]
        assert (video.width, video.height) == (1280, 720)
        times = [packet.dts for packet, _ in zip(source.demux(video), range(40), strict=False) if packet.dts]
        assert times == sorted(times)
        assert len(set(times[10:])) == len(times[10:])


def test_two_may_watch_the_same_site(sites: DemoSites) -> None:
    options = {"rtsp_transport": "tcp"}
    with (
        av.open(sites.north.address, format="rtsp", options=options, timeout=10) as first,
        av.open(sites.north.address, format="rtsp", options=options, timeout=10) as second,
    ):
        for source in (first, second):
            assert next(source.decode(video=0)).width == 1280


def test_a_site_comes_back_at_the_same_address(sites: DemoSites) -> None:
    before = (sites.north.address, sites.north.process_id)
    sites.north.cut(how="server")
    assert sites.north.process_id is None
    with pytest.raises(OSError):
        av.open(sites.north.address, format="rtsp", timeout=5)
    sites.north.restore()
    assert sites.north.address == before[0]
    assert sites.north.process_id != before[1]
    with av.open(sites.north.address, format="rtsp", options={"rtsp_transport": "tcp"}, timeout=10) as source:
        assert source.streams.video


def test_cameras_end_with_whoever_started_them_even_if_that_was_killed() -> None:
    script = (
        "import sys, time\n"
        "from desktop.demo_ministry.sites import DemoSites\n"
        "sites = DemoSites(); sites.start()\n"
        "print(sites.north.process_id, sites.south.process_id, flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    cameras = [int(number) for number in parent.stdout.readline().split()]
    assert len(cameras) == 2 and all(_runs(number) for number in cameras)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    eventually(lambda: not any(_runs(number) for number in cameras))


def test_stopping_leaves_no_camera_and_may_be_done_twice() -> None:
    sites = DemoSites()
    sites.start()
    cameras = [sites.north.process_id, sites.south.process_id]
    sites.stop()
    sites.stop()
    assert not any(_runs(number) for number in cameras if number)


def test_without_gstreamer_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_DEBIANS_PYTHON", sys.executable)  # ours has no gi
    with pytest.raises(SitesUnavailable) as caught:
        DemoSites().start()
    assert "gi" in caught.value.args[1]


def test_the_clips_are_small_enough_to_be_kept_with_the_code() -> None:
    clips = list((Path(streams.__file__).parent / "clips").glob("*.mp4"))
    assert len(clips) == 2
    assert all(clip.stat().st_size < 2_000_000 for clip in clips)


def _runs(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False

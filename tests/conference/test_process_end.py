"""How a program with a conference ends: players are no processes, so a killed one leaves none; else it ends with 0."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.demo_ministry.sites import DemoSites
from tests.waiting import eventually

_WATCHES = """
import sys
from conference import AddressScheme, Conference, ConferenceLauncher, Site, SiteId, SiteState
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine

engine = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory())})
sites = tuple(Site(SiteId(str(number)), "", address) for number, address in enumerate(sys.argv[2:4]))
states = ConferenceLauncher(engine).join(Conference("", sites), (320, 180))
for state in states:
    if all(status.state is SiteState.LIVE for status in state.sites):
        print("live", flush=True)
        break
how = sys.argv[1]
if how == "stays":
    for state in states:
        pass
elif how == "closes":
    states.close()
"""


@pytest.fixture(scope="module")
def sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


def watching(sites: DemoSites, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WATCHES, how, sites.north.address, sites.south.address]
    watcher = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert watcher.stdout is not None and watcher.stdout.readline() == "live\n"
    return watcher


def test_a_killed_one_leaves_no_process(sites: DemoSites) -> None:
    watcher = watching(sites, "stays")
    group_before = _below(watcher.pid)
    assert group_before == [], "players are threads"
    os.kill(watcher.pid, signal.SIGKILL)
    assert watcher.wait(20) == -signal.SIGKILL
    watcher.communicate()
    assert not Path(f"/proc/{watcher.pid}").exists()


@pytest.mark.parametrize("how", ["closes", "forgets"])
def test_a_closed_one_and_one_that_forgets_to_close_end_with_nought(sites: DemoSites, how: str) -> None:
    watcher = watching(sites, how)
    said = watcher.communicate(timeout=60)[1]
    assert (watcher.returncode, said) == (0, "")


def test_a_terminated_one_is_gone(sites: DemoSites) -> None:
    watcher = watching(sites, "stays")
    watcher.terminate()
    assert watcher.wait(20) == -signal.SIGTERM
    watcher.communicate()
    eventually(lambda: not _below(watcher.pid))


def _below(process: int) -> list[int]:
    found: list[int] = []
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        found.extend(int(child) for child in children.read_text().split())
    return found

"""The check on real sites: the demo ministry's RTSP and SRT servers, well and ill; nobody at home; a slow line."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conference import (
    AddressScheme,
    CheckKind,
    CheckResult,
    CheckState,
    Conference,
    ConferenceCheck,
    Finding,
    PlayerMissing,
    Site,
    SiteCredentials,
    SiteId,
    Verdict,
    verdict,
)
from conference.checking.check import CheckTimes
from conference.checking.stream_tally import WatchTimes
from conference.checking.thresholds import Thresholds
from conference.srt import LineMemory, srt_sources
from conference.vlc import PlayerSettings, VlcMediaEngine
from conference.vlc.clip_content import read_clip
from desktop.demo_ministry.sites import DemoSites
from tests.conference.checking.bad_line import BadUdpLine, SlowTcpLine
from tests.conference.fake_engine import FakeMediaEngine
from tests.conference.srt.listener import SrtListener

BO, HAIHA = SiteId("bo"), SiteId("haiha")
PATIENT = replace(Thresholds(), stall_amber=20, stall_red=25, rate_amber=2, rate_red=0.1, picture_late=20, jitter_red=9)
"""A PC that runs other tests meanwhile stumbles; what is judged here is not its speed."""
TIMES = CheckTimes(all_within=60, watching=WatchTimes(first_picture_within=20, watch_for=1.5, settles_within=0.5))


@pytest.fixture(scope="module")
def sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


@pytest.fixture
def check(tmp_path: Path) -> ConferenceCheck:
    sources = {AddressScheme.SRT: srt_sources(LineMemory())}
    engine = VlcMediaEngine(PlayerSettings(answer_within=2.5), audio_output="adummy", sources=sources)
    return ConferenceCheck(engine, read_clip, tmp_path, thresholds=PATIENT, times=TIMES)


Rows = dict[tuple[SiteId | None, CheckKind], CheckResult]


def checked(check: ConferenceCheck, bo: str, haiha: str) -> Rows:
    """Every row, once each."""
    conference = Conference("Họp", (Site(BO, "Bộ", bo), Site(HAIHA, "Hải Hà", haiha)))
    results = [step.result for step in check.run(conference) if step.result is not None]
    assert len({result.place for result in results}) == len(results)
    return {result.place: result for result in results}


def free_port(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_two_sites_that_are_well(check: ConferenceCheck, sites: DemoSites) -> None:
    rows = checked(check, sites.north.address, sites.south.address)
    for site in (BO, HAIHA):
        assert rows[site, CheckKind.REACH].finding is Finding.ANSWERS
        picture = rows[site, CheckKind.PICTURE]
        assert picture.finding is Finding.MOVES
        assert (picture.facts["width"], picture.facts["height"]) == (1280, 720)
        assert picture.facts["codec"] == "h264"
        assert rows[site, CheckKind.SOUND].finding in (Finding.SOUNDS, Finding.FAINT), "the clip's few seconds differ"
        assert rows[site, CheckKind.SOUND].facts["codec"] == "aac"
        assert rows[site, CheckKind.ROUND_TRIP].state is CheckState.GREEN
    assert rows[BO, CheckKind.ROUND_TRIP].facts["how"] == "rtsp"
    assert rows[HAIHA, CheckKind.ROUND_TRIP].facts["how"] == "srt"
    assert rows[HAIHA, CheckKind.LOSS].facts["how"] == "stream", "SRT counts by itself"
    assert rows[None, CheckKind.PLAYER].finding is Finding.PLAYS
    assert {kind for site, kind in rows if site is None} == {
        *(CheckKind.PLAYER, CheckKind.PROCESSOR, CheckKind.MEMORY, CheckKind.DISK, CheckKind.NETWORK, CheckKind.POWER)
    }
    assert verdict((row for row in rows.values() if row.site), (BO, HAIHA)) is not Verdict.NOT_READY


def test_nobody_at_home_and_a_path_that_is_none(check: ConferenceCheck, sites: DemoSites) -> None:
    nobody = f"srt://127.0.0.1:{free_port(socket.SOCK_DGRAM)}"
    rows = checked(check, sites.north.address.replace("/hop", "/khong-co"), nobody)
    assert rows[BO, CheckKind.REACH].state is CheckState.GREEN
    assert rows[BO, CheckKind.PICTURE].finding is Finding.NOT_FOUND
    assert rows[BO, CheckKind.SOUND].state is CheckState.UNKNOWN
    assert rows[HAIHA, CheckKind.REACH].finding is Finding.CLOSED
    assert rows[HAIHA, CheckKind.PICTURE].state is CheckState.UNKNOWN, "said once, where it is"
    assert verdict(rows.values(), (BO, HAIHA)) is Verdict.NOT_READY


def test_names_that_lead_nowhere_and_addresses_that_are_none(check: ConferenceCheck) -> None:
    rows = checked(check, "rtsp://diem-cau.invalid/hop", "file:///etc/passwd")
    assert rows[BO, CheckKind.ADDRESS].finding is Finding.NAME_UNKNOWN
    assert rows[BO, CheckKind.REACH].state is CheckState.UNKNOWN
    assert rows[HAIHA, CheckKind.ADDRESS].finding is Finding.SCHEME_REFUSED
    assert {kind for site, kind in rows if site == HAIHA} == {CheckKind.ADDRESS}, "nothing of it is contacted"


def test_a_line_that_is_cut_is_told_from_a_site_that_is_off(check: ConferenceCheck, sites: DemoSites) -> None:
    """Connected, and nothing comes; over UDP not even an answer."""
    sites.north.cut()
    sites.south.cut()
    try:
        rows = checked(check, sites.north.address, sites.south.address)
    finally:
        sites.north.restore()
        sites.south.restore()
    assert rows[BO, CheckKind.REACH].state is CheckState.GREEN
    assert rows[BO, CheckKind.PICTURE].finding is Finding.NO_PICTURE
    assert rows[HAIHA, CheckKind.REACH].finding is Finding.NO_ANSWER


def test_a_far_line_that_loses_packets_says_so(check: ConferenceCheck, sites: DemoSites) -> None:
    north, south = (int(site.address.split(":")[2].split("/")[0]) for site in (sites.north, sites.south))
    with SlowTcpLine(north, delay=0.1) as slow, BadUdpLine(south, delay=0.09, drops=5) as lossy:
        rows = checked(check, f"rtsp://127.0.0.1:{slow.port}/hop", f"srt://127.0.0.1:{lossy.port}")
    assert rows[BO, CheckKind.ROUND_TRIP].finding in (Finding.NOTICEABLE, Finding.BAD)
    assert float(rows[BO, CheckKind.ROUND_TRIP].facts["milliseconds"]) >= 200
    assert rows[BO, CheckKind.LOSS].finding is Finding.NOT_MEASURED
    assert float(rows[HAIHA, CheckKind.ROUND_TRIP].facts["milliseconds"]) >= 180
    assert rows[HAIHA, CheckKind.LOSS].state is CheckState.RED


def test_a_check_that_is_given_up_closes_its_players_and_can_begin_again(
    check: ConferenceCheck, sites: DemoSites
) -> None:
    conference = Conference("Họp", (Site(BO, "", sites.north.address), Site(HAIHA, "", sites.south.address)))
    run = check.run(conference)
    next(step for step in run if step.result is not None and step.result.kind is CheckKind.REACH)
    run.close()  # type: ignore[attr-defined]
    assert check._engine.next_event(0.05) is None
    first = check.run(conference)
    next(first)
    second = check.run(conference)
    assert next(second).result is None, "it waits for the one before"
    assert list(first) == [], "a second one ends the first"
    assert any(step.result is not None for step in second)


def test_without_a_player_the_lines_are_checked_all_the_same(tmp_path: Path, sites: DemoSites) -> None:
    engine = FakeMediaEngine()
    engine.be_missing(PlayerMissing("libvlc.so.5"))
    check = ConferenceCheck(engine, read_clip, tmp_path, thresholds=PATIENT, times=TIMES)
    rows = checked(check, sites.north.address, sites.south.address)
    assert rows[None, CheckKind.PLAYER].finding is Finding.PLAYER_MISSING
    for site in (BO, HAIHA):
        assert rows[site, CheckKind.ROUND_TRIP].state is CheckState.GREEN
        assert rows[site, CheckKind.PICTURE].finding is Finding.NOT_MEASURED
    assert verdict(rows.values(), (BO, HAIHA)) is Verdict.NOT_READY


class OneSecret:
    """A store that knows a passphrase for every site, until it is refused."""

    def __init__(self) -> None:
        self.known: SiteCredentials | None = SiteCredentials(passphrase="mat-khau-cu-2026")
        self.used = 0
        self.tidied = False

    def credentials(self, site: Site) -> SiteCredentials | None:
        self.used += self.known is not None
        return self.known

    def has_given(self, site: Site) -> bool:
        return self.known is not None

    def was_refused(self, site: Site) -> None:
        self.known = None

    def is_refused(self, site: Site, credentials: SiteCredentials) -> bool:
        return self.known is None

    def give(self, site: Site, credentials: SiteCredentials | None, remember: bool) -> bool:
        return True

    def tidy(self) -> None:
        self.tidied = True

    def can_remember(self) -> bool:
        return False


def test_a_passphrase_that_was_refused_is_never_sent_again(tmp_path: Path) -> None:
    secrets = OneSecret()
    engine = VlcMediaEngine(
        PlayerSettings(answer_within=2.5),
        audio_output="adummy",
        sources={AddressScheme.SRT: srt_sources(LineMemory())},
        secrets=secrets.credentials,
    )
    check = ConferenceCheck(engine, read_clip, tmp_path, thresholds=PATIENT, times=TIMES, secrets=secrets)
    with SrtListener(passphrase="mat-khau-moi-2026") as listener:
        address = f"srt://127.0.0.1:{listener.port}"
        rows = checked(check, address, "srt://127.0.0.1:9")
        assert rows[BO, CheckKind.PICTURE].finding is Finding.WRONG_PASSPHRASE
        assert secrets.tidied
        used = secrets.used
        again = checked(check, address, "srt://127.0.0.1:9")
    assert secrets.used == used
    assert again[BO, CheckKind.PICTURE].finding is Finding.PASSPHRASE_NEEDED

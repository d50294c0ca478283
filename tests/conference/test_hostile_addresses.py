"""More than 200 hostile addresses on the real engine: each is refused, and nothing is read, written or contacted."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from conference import AddressScheme, ConferenceError, Site, SiteId, parse_site_address
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from desktop.ministry_profile import ProfileError
from tests.desktop.test_ministry_profile import GOOD, read
from tests.waiting import eventually

from .hostile_addresses import HOSTILE, SECRET
from .witnesses import Trap, WatchedFolder


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    with Trap() as trap:
        yield trap


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, trap: Trap) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "canary.ts").write_bytes(b"\x47" + bytes(187))
    (folder / "list.m3u8").write_text(f"#EXTM3U\n{folder / 'canary.ts'}\nhttp://{trap.place}/x\n")
    return folder


@pytest.fixture(scope="module")
def addresses(folder: Path, trap: Trap) -> list[str]:
    places = {"trap": trap.place, "file": folder / "canary.ts", "out": folder / "out.ts", "list": folder / "list.m3u8"}
    return [address.format(**places) for address in HOSTILE]


def test_there_are_enough_of_them(addresses: list[str]) -> None:
    assert len(set(addresses)) >= 200


def test_each_is_refused_and_none_is_repeated(addresses: list[str]) -> None:
    for address in addresses:
        with pytest.raises(ConferenceError) as refused:
            parse_site_address(address)
        told = repr(refused.value)
        assert SECRET not in told and len(told) < 100, address


def test_the_engine_reads_writes_and_contacts_nothing(
    addresses: list[str], folder: Path, trap: Trap, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    watched = WatchedFolder(folder)
    engine = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory())})
    try:
        # The witnesses see what happens when it does: a good address calls the trap, and a read file is told.
        engine.open(Site(SiteId("good"), "", f"rtsp://{trap.place}/x"), (320, 180))
        eventually(lambda: trap.called)
        engine.close_all()
        (folder / "canary.ts").read_bytes()
        assert "canary.ts" in watched.touched()
        trap.called.clear()
        for number, address in enumerate(addresses):
            with pytest.raises(ConferenceError):
                engine.open(Site(SiteId(str(number)), "", address), (320, 180))
            assert engine.next_event(0) is None
    finally:
        engine.close_all()
    assert trap.called == []
    assert watched.touched() == []
    assert sorted(path.name for path in folder.iterdir()) == ["canary.ts", "list.m3u8"]
    watched.close()
    said = caplog.text + "".join(capfd.readouterr())
    assert SECRET not in said


def test_a_profile_may_not_name_them_either(addresses: list[str], tmp_path: Path) -> None:
    """What an IT office writes by mistake (or somebody else on purpose) ends at the profile's reader."""
    place = '"rtsp://a.btn.example/live"'
    assert place in GOOD
    for address in addresses:
        if address.strip() == "rtsp://host/x":
            continue  # space around a value is nothing to a profile
        if any(0xD800 <= ord(letter) <= 0xDFFF for letter in address):
            continue  # cannot be written into a file
        with pytest.raises(ProfileError):
            read(tmp_path, GOOD.replace(place, _toml_string(address)))
    assert read(tmp_path, GOOD).conferences


def _toml_string(text: str) -> str:
    escaped = "".join(
        letter if letter.isprintable() and letter not in '"\\' else f"\\U{ord(letter):08x}" for letter in text
    )
    return f'"{escaped}"'


def test_no_secret_stands_in_any_process_of_ours() -> None:
    """Looked at while a site with user and password is open: arguments and environment of this process and its
    children, down to the last."""
    from conference.model import SiteCredentials

    with Trap() as trap:
        credentials = SiteCredentials("hop", SECRET, SECRET)
        engine = VlcMediaEngine(
            audio_output="adummy",
            sources={AddressScheme.SRT: srt_sources(LineMemory())},
            secrets=lambda site: credentials,
        )
        try:
            engine.open(Site(SiteId("rtsp"), "", f"rtsp://{trap.place}/x"), (320, 180))
            engine.open(Site(SiteId("srt"), "", f"srt://{trap.place}"), (320, 180))
            eventually(lambda: len(trap.called) > 2)
            looked = 0
            for process in _own_processes():
                for name in ("cmdline", "environ"):
                    try:
                        told = Path(f"/proc/{process}/{name}").read_bytes()
                    except OSError:
                        continue
                    looked += 1
                    assert SECRET.encode() not in told
            assert looked >= 2
        finally:
            engine.close_all()
        assert not any(SECRET.encode() in called for called in trap.called), "nobody asked for it"


def _own_processes() -> list[int]:
    """This one and all below it."""
    found = [os.getpid()]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found.extend(int(child) for child in task.read_text().split())
            except OSError:
                continue
    return found

"""What every `MediaEngine` promises. The same suite runs on the fake and on libVLC with real streams."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from conference import (
    AddressInvalid,
    Frame,
    MediaEngine,
    MediaEvent,
    MediaEventKind,
    RefusalReason,
    SchemeRefused,
    Site,
    SiteId,
)
from tests.waiting import eventually

SIZE = (640, 360)


@dataclass(frozen=True)
class World:
    """An engine, two sites, and a tester's wishes for them."""

    engine: MediaEngine
    north: Site
    south: Site
    nobody: Site
    """An address at which nobody answers."""
    cut: Callable[[Site], None]
    restore: Callable[[Site], None]
    end: Callable[[Site], None]
    """The server goes away; `restore` brings it back."""
    tells_its_end: bool = True
    """SRT does not: to its player, a server that went away is a line that was cut."""


def wait_for_event(
    engine: MediaEngine, wanted: Callable[[MediaEvent], bool], within: float = 15.0
) -> tuple[MediaEvent, list[MediaEvent]]:
    seen: list[MediaEvent] = []
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        event = engine.next_event(0.1)
        if event is not None:
            seen.append(event)
            if wanted(event):
                return event, seen
    raise AssertionError([(event.site_id, event.kind, event.frames_displayed, event.reason) for event in seen[-20:]])


def wait_for_frame(engine: MediaEngine, site_id: SiteId, after: int = 0, within: float = 15.0) -> Frame:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        frame = engine.newest_frame(site_id, after)
        if frame is not None:
            return frame
        time.sleep(0.005)
    raise AssertionError(f"no picture of {site_id} after {after}")


class MediaEngineContract:
    """Inherit and give a fixture ``world``."""

    def test_both_sites_play_and_their_counters_grow(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        world.engine.open(world.south, SIZE)
        playing: set[SiteId] = set()
        frames: dict[SiteId, list[int]] = {world.north.id: [], world.south.id: []}

        def enough(event: MediaEvent) -> bool:
            if event.kind is MediaEventKind.PLAYING:
                playing.add(event.site_id)
            if event.kind is MediaEventKind.PROGRESS:
                frames[event.site_id].append(event.frames_displayed)
            return all(counts and counts[-1] >= 20 for counts in frames.values())

        wait_for_event(world.engine, enough)
        assert playing == {world.north.id, world.south.id}
        for counts in frames.values():
            assert counts == sorted(counts)

    def test_pictures_are_lent_with_growing_serials_and_they_change(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        seen: set[bytes] = set()
        serial = 0
        while len(seen) < 5:
            frame = wait_for_frame(world.engine, world.north.id, serial)
            assert frame.serial > serial
            assert 0 < frame.width <= SIZE[0] and 0 < frame.height <= SIZE[1]
            assert frame.pitch >= frame.width * 4
            assert len(frame.buffer) >= frame.pitch * frame.height
            serial = frame.serial
            seen.add(bytes(frame.buffer))
        assert world.engine.newest_frame(world.north.id, serial + 1_000_000) is None

    def test_a_lent_picture_stays_as_it_is_until_the_next_one_is_asked_for(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        frame = wait_for_frame(world.engine, world.north.id)
        before = bytes(frame.buffer)
        first, _ = wait_for_event(world.engine, _progress_of(world.north, 1))
        wait_for_event(world.engine, _progress_of(world.north, first.frames_displayed + 10))
        assert bytes(frame.buffer) == before

    def test_a_site_nobody_opened_has_no_picture_and_no_events(self, world: World) -> None:
        assert world.engine.newest_frame(world.north.id) is None
        assert world.engine.next_event(0.01) is None

    def test_a_cut_line_raises_no_event_but_the_counters_stand_still(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        wait_for_event(world.engine, _progress_of(world.north, 5))
        world.cut(world.north)
        frames, still_since, deadline = -1, time.monotonic(), time.monotonic() + 15
        while time.monotonic() - still_since < 0.8:
            assert time.monotonic() < deadline
            event = world.engine.next_event(0.1)
            if event is not None:
                assert event.kind is MediaEventKind.PROGRESS
                if event.frames_displayed != frames:
                    frames, still_since = event.frames_displayed, time.monotonic()
        world.restore(world.north)
        wait_for_event(world.engine, _progress_of(world.north, frames + 10))

    def test_after_its_server_went_away_a_site_can_be_opened_again(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        serial = wait_for_frame(world.engine, world.north.id).serial
        wait_for_event(world.engine, _progress_of(world.north, 5))
        world.end(world.north)
        if world.tells_its_end:
            wait_for_event(world.engine, lambda event: event.kind in (MediaEventKind.ENDED, MediaEventKind.FAILED))
        world.restore(world.north)
        world.engine.open(world.north, SIZE)
        wait_for_event(world.engine, lambda event: event.kind is MediaEventKind.PLAYING)
        assert wait_for_frame(world.engine, world.north.id, serial).serial > serial

    def test_nobody_there_is_a_refusal_with_its_reason(self, world: World) -> None:
        world.engine.open(world.nobody, SIZE)
        event, _ = wait_for_event(world.engine, lambda event: event.kind is MediaEventKind.REFUSED)
        assert event.reason is RefusalReason.NO_ANSWER
        assert event.frames_displayed == 0

    @pytest.mark.parametrize("address", ["file:///etc/passwd", "file/demuxdump:///x", "screen://", "udp://@:5004"])
    def test_other_schemes_never_reach_a_player(self, world: World, address: str) -> None:
        with pytest.raises(SchemeRefused):
            world.engine.open(Site(world.north.id, "", address), SIZE)
        assert world.engine.next_event(0.05) is None

    def test_an_address_with_a_password_is_refused(self, world: World) -> None:
        with pytest.raises(AddressInvalid) as caught:
            world.engine.open(Site(world.north.id, "", "rtsp://hanh:bi-mat-2026@127.0.0.1/x"), SIZE)
        assert "bi-mat-2026" not in repr(caught.value)

    def test_a_closed_site_says_and_shows_nothing_more(self, world: World) -> None:
        world.engine.open(world.north, SIZE)
        wait_for_frame(world.engine, world.north.id)
        world.engine.close(world.north.id)
        assert world.engine.next_event(0.3) is None

    def test_a_snapshot_has_the_streams_own_size(self, world: World, tmp_path: Path) -> None:
        world.engine.open(world.north, SIZE)
        early = world.engine.snapshot(world.north.id, tmp_path / "sớm.png")
        assert early == (tmp_path / "sớm.png").exists()
        wait_for_event(world.engine, _progress_of(world.north, 5))
        target = tmp_path / "Điểm cầu Bộ.png"
        assert eventually(lambda: world.engine.snapshot(world.north.id, target))
        head = target.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert struct.unpack(">II", head[16:24]) == (1280, 720), "however small it is shown"
        world.engine.close(world.north.id)
        assert not world.engine.snapshot(world.north.id, tmp_path / "sau.png")

    def test_closing_everything_twice_and_muting_at_any_time_are_harmless(self, world: World) -> None:
        world.engine.mute(True)
        world.engine.mute(True, world.north.id)
        world.engine.mute(False, world.south.id)
        world.engine.open(world.north, SIZE)
        world.engine.mute(False)
        wait_for_frame(world.engine, world.north.id)
        world.engine.close_all()
        world.engine.close_all()
        world.engine.mute(True)
        assert world.engine.newest_frame(world.north.id) is None
        assert world.engine.next_event(0.05) is None


def _progress_of(site: Site, frames: int) -> Callable[[MediaEvent], bool]:
    return lambda event: (
        event.site_id == site.id and event.kind is MediaEventKind.PROGRESS and event.frames_displayed >= frames
    )

"""MP4 files of a recording: all pictures, in one file for each site, also over reconnections; and what may go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
import pytest

from conference.model import SiteId
from conference.recording.model import EndReason, Recording, Segment, SiteRecording
from conference.vlc.remux import to_mp4
from tests.conference.recording.streams import clip_as_ts, play

BEGAN = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)


def recorded(folder: Path, *pieces: bytes, apart: float = 0.0) -> Recording:
    segments, began = [], BEGAN
    for number, data in enumerate(pieces, start=1):
        (folder / f"Bộ - Họp-{number:02}.ts").write_bytes(data)
        ended = began + timedelta(seconds=60)
        segments.append(Segment(f"Bộ - Họp-{number:02}.ts", began, ended, len(data)))
        began = ended + timedelta(seconds=apart)
    site = SiteRecording(SiteId("bo"), "Bộ", tuple(segments))
    return Recording(folder, "Họp", BEGAN, (site, SiteRecording(SiteId("x"), "Không")), began, EndReason.ASKED)


def test_a_recording_becomes_one_file_and_stays_itself(tmp_path: Path) -> None:
    told = list(to_mp4(recorded(tmp_path, clip_as_ts())))
    assert [path for _, path in told if path] == [tmp_path / "Bộ - Họp.mp4"]
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 3
    played = play(tmp_path / "Bộ - Họp.mp4")
    assert (played.pictures, played.first_is_key) == (1500, True)
    assert (tmp_path / "Bộ - Họp-01.ts").read_bytes() == clip_as_ts()


def test_a_reconnection_is_joined_with_its_hole(tmp_path: Path) -> None:
    data = clip_as_ts()
    list(to_mp4(recorded(tmp_path, data, data, apart=14.0)))
    played = play(tmp_path / "Bộ - Họp.mp4")
    assert played.pictures == 3000
    assert abs(played.seconds - (60 + 14 + 60)) < 0.5


def test_what_a_crash_cut_in_the_middle_of_a_packet_is_taken(tmp_path: Path) -> None:
    data = clip_as_ts()
    list(to_mp4(recorded(tmp_path, data[: len(data) // 2 + 77])))
    assert play(tmp_path / "Bộ - Họp.mp4").pictures > 600


def test_given_up_it_leaves_nothing_behind(tmp_path: Path) -> None:
    recording = recorded(tmp_path, clip_as_ts())
    before = sorted(tmp_path.iterdir())
    telling = to_mp4(recording)
    next(telling)
    assert len(list(tmp_path.iterdir())) == len(before) + 1
    telling.close()  # type: ignore[attr-defined]
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_gone_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    recording = recorded(tmp_path, clip_as_ts())
    site = recording.sites[0]
    gone = replace(site, segments=(replace(site.segments[0], file="không có-01.ts"),))
    with pytest.raises(OSError):
        list(to_mp4(replace(recording, sites=(gone,))))
    assert not list(tmp_path.glob("*.part")) and not list(tmp_path.glob("*.mp4"))


def test_a_second_time_makes_a_second_file(tmp_path: Path) -> None:
    recording = recorded(tmp_path, clip_as_ts())
    list(to_mp4(recording))
    list(to_mp4(recording))
    assert (tmp_path / "Bộ - Họp (2).mp4").exists()
    with av.open(str(tmp_path / "Bộ - Họp (2).mp4")) as source:
        assert source.format.name.startswith("mov")

"""The recorder on a real folder with real streams: what it keeps plays, and it ends in good order whatever happens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conference import Conference, RecordingRefused, Site, SiteId
from conference.recording.index import INDEX, close_interrupted, read_index, unfinished
from conference.recording.model import EndReason, RecordingLimits, RecordingState
from conference.recording.recorder import Recorder
from tests.conference.recording.streams import chunks, clip_as_ts, play
from tests.waiting import eventually

BO, HAIHA = SiteId("bo"), SiteId("haiha")
CONFERENCE = Conference(
    "Họp giao ban", (Site(BO, "Bộ", "rtsp://127.0.0.1/bo"), Site(HAIHA, "Hải Hà", "srt://127.0.0.1:9"))
)
PLENTY = 10**12


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Recorder]]:
    begun: list[Recorder] = []

    def begin(limits: RecordingLimits | None = None, free: Callable[[Path], int] = lambda _: PLENTY) -> Recorder:
        recorder = Recorder(CONFERENCE, tmp_path, now, limits, free)
        recorder.start()
        begun.append(recorder)
        return recorder

    yield begin
    for recorder in begun:
        recorder.stop()
        assert recorder.wait()


def ended(recorder: Recorder) -> RecordingState:
    recorder.stop()
    assert recorder.wait()
    assert recorder.state is not None
    return recorder.state


def files(state: RecordingState, number: int) -> list[Path]:
    return [state.recording.folder / segment.file for segment in state.recording.sites[number].segments]


def test_both_sites_are_kept_as_they_came_and_play(begin: Callable[..., Recorder]) -> None:
    recorder = begin()
    data = clip_as_ts()
    for piece in chunks(data, 1316):
        recorder.put(BO, piece)
    for piece in chunks(data, 30000):
        recorder.put(HAIHA, piece)
    state = ended(recorder)
    assert state.recording.reason is EndReason.ASKED
    for number in (0, 1):
        (path,) = files(state, number)
        played = play(path)
        assert played.pictures == 1500
        assert played.first_is_key
        assert data.endswith(path.read_bytes()[2 * 188 :]), "nothing encoded anew"
    assert read_index(state.recording.folder) == state.recording


def test_a_file_begins_with_a_picture_even_when_joined_in_the_middle(begin: Callable[..., Recorder]) -> None:
    recorder = begin()
    data = clip_as_ts()
    for piece in chunks(data[188 * 1000 + 5 :], 1316):
        recorder.put(BO, piece)
    (path,) = files(ended(recorder), 0)
    assert play(path).first_is_key


def test_a_large_recording_goes_on_in_another_file_and_no_picture_is_lost(begin: Callable[..., Recorder]) -> None:
    recorder = begin(RecordingLimits(file_size=600_000, file_size_at_most=800_000))
    for piece in chunks(clip_as_ts(), 1316):
        recorder.put(BO, piece)
    paths = files(ended(recorder), 0)
    assert len(paths) >= 3
    assert all(path.stat().st_size <= 800_000 for path in paths)
    played = [play(path) for path in paths]
    assert all(one.first_is_key for one in played)
    assert sum(one.pictures for one in played) == 1500


def test_a_reconnection_goes_on_in_the_same_recording(begin: Callable[..., Recorder]) -> None:
    recorder = begin()
    data = clip_as_ts()
    third = len(data) // 3
    recorder.put(BO, data[:third])
    recorder.put(BO, data)  # reconnected: its clock begins anew
    state = ended(recorder)
    paths = files(state, 0)
    assert [path.name for path in paths] == sorted(path.name for path in paths)
    assert [path.name[-6:] for path in paths] == ["-01.ts", "-02.ts"]
    assert play(paths[0]).pictures > 300
    assert play(paths[1]).pictures == 1500
    assert len(state.recording.sites[0].segments) == 2


def test_a_line_that_was_cut_and_goes_on_with_its_clock_stays_one_file(begin: Callable[..., Recorder]) -> None:
    recorder = begin()
    data = clip_as_ts()
    recorder.put(BO, data[: 188 * 5000])
    recorder.put(BO, data[188 * 7000 :])
    (path,) = files(ended(recorder), 0)
    assert play(path).seconds > 55


def test_a_desk_that_is_closed_in_the_middle_ends_its_recording(tmp_path: Path) -> None:
    body = "recorder.start()\nfor piece in chunks(clip_as_ts(), 1316): recorder.put(BO, piece)\n"
    subprocess.run([sys.executable, "-c", _script(body), str(tmp_path)], check=True, timeout=60)
    (folder,) = tmp_path.iterdir()
    recording = read_index(folder)
    assert recording is not None
    assert recording.reason is EndReason.ASKED
    assert play(folder / recording.sites[0].segments[0].file).pictures == 1500


def test_a_disk_too_slow_costs_the_recording_a_gap_and_nobody_else_a_moment(begin: Callable[..., Recorder]) -> None:
    """The disk stands still: what carries the stream is never held up, and what was left out is counted."""
    stuck, goes_on = threading.Event(), threading.Event()

    def free(_: Path) -> int:
        if threading.current_thread().name == "recorder":
            stuck.set()
            goes_on.wait(60)
        return PLENTY

    recorder = begin(RecordingLimits(unwritten=400_000), free)
    data = clip_as_ts()
    half = len(data) // 188 // 2 * 188
    try:
        recorder.put(BO, data[:18800])
        assert stuck.wait(30)
        for piece in chunks(data[18800:half], 1316):  # would wait for ever if it waited at all
            recorder.put(BO, piece)
    finally:
        goes_on.set()
    eventually(lambda: not recorder._waiting._held[BO])
    recorder.put(BO, data[half:][:300_000])
    state = ended(recorder)
    site = state.recording.sites[0]
    assert site.gaps == 1
    assert half - 18800 - 420_000 < site.left_out < half
    assert play(files(state, 0)[0]).pictures > 100


def test_too_little_room_is_refused_with_the_figures(tmp_path: Path) -> None:
    recorder = Recorder(CONFERENCE, tmp_path, now, free=lambda _: 7_000_000)
    with pytest.raises(RecordingRefused) as refused:
        recorder.start()
    assert refused.value.args == ("disk full", 7_000_000, 1_500_000_000)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "không phải thư mục").write_text("")
    with pytest.raises(RecordingRefused) as refused:
        Recorder(CONFERENCE, tmp_path / "không phải thư mục", now).start()
    assert refused.value.args[0] == "folder"


def test_little_room_is_warned_of_and_a_full_disk_ends_it_in_good_order(begin: Callable[..., Recorder]) -> None:
    free = [5_000_000_000]
    recorder = begin(free=lambda _: free[0])
    recorder.put(BO, clip_as_ts())

    def state() -> RecordingState:
        assert recorder.state is not None
        return recorder.state

    eventually(lambda: state().recording.sites[0].size > 1_000_000)
    assert not state().is_short_of_room
    free[0] = 1_200_000_000
    eventually(lambda: state().is_short_of_room)
    assert state().is_running
    free[0] = 100_000_000
    eventually(lambda: not state().is_running)
    assert state().recording.reason is EndReason.DISK_FULL
    assert read_index(state().recording.folder) == state().recording
    assert play(files(state(), 0)[0]).pictures == 1500


def _script(body: str) -> str:
    return (
        "import sys, time; from pathlib import Path\n"
        "from tests.conference.recording.test_recorder import *\n"
        "recorder = Recorder(CONFERENCE, Path(sys.argv[1]), now, free=lambda _: PLENTY)\n" + body
    )


def test_a_write_the_disk_refuses_ends_it_with_what_it_took(tmp_path: Path) -> None:
    """The system's own refusal: a process that may write no file larger than 300 kB."""
    body = (
        "import resource; recorder.start()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "for piece in chunks(clip_as_ts(), 1316): recorder.put(BO, piece)\n"
        "assert recorder.wait()\n"
    )
    subprocess.run([sys.executable, "-c", _script(body), str(tmp_path)], check=True, timeout=60)
    (folder,) = tmp_path.iterdir()
    recording = read_index(folder)
    assert recording is not None
    assert recording.reason is EndReason.DISK_FULL
    assert play(folder / recording.sites[0].segments[0].file).pictures > 100


def test_a_killed_desk_loses_nothing_it_was_given(tmp_path: Path) -> None:
    """`kill -9` in the middle; what is on the disk plays to the last picture, and the next start finds it, once."""
    body = (
        "recorder.start(); data = clip_as_ts()\n"
        "for piece in chunks(data[:len(data) // 2], 1316):\n"
        "    recorder.put(BO, piece); recorder.put(HAIHA, piece)\n"
        "while recorder._waiting._held[BO] or recorder._waiting._held[HAIHA]: time.sleep(0.01)\n"
        "print('given', flush=True); time.sleep(600)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", _script(body), str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "given\n"
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait(10)
        child.stdout.close()
    (found,) = unfinished(tmp_path)
    assert found.title == "Họp giao ban"
    for site in found.sites:
        (segment,) = site.segments
        # Two packets are the tables a file begins with, which stood some packets before the first key frame.
        assert abs(segment.size - len(clip_as_ts()) // 2) < 188 * 5
        assert 600 < play(found.folder / segment.file).pictures < 900
    closed = close_interrupted(found)
    assert closed.reason is EndReason.INTERRUPTED
    assert unfinished(tmp_path) == []
    assert read_index(found.folder) == closed


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"title": 1}', '{"sites": [{"segments": 3}]}', "[" * 100_000, '"' + "a" * 2_000_000 + '"'],
)
def test_an_index_that_is_none_is_no_recording(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / INDEX).write_text(text)
    assert read_index(tmp_path / "x") is None
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("name", ["/etc/passwd.ts", "../x.ts", "a/b.ts", "a\\b.ts", "passwd", ".."])
def test_an_index_that_names_files_elsewhere_is_not_believed(begin: Callable[..., Recorder], name: str) -> None:
    recorder = begin()
    recorder.put(BO, clip_as_ts())
    state = ended(recorder)
    path = state.recording.folder / INDEX
    read = json.loads(path.read_text(encoding="utf-8"))
    read["sites"][0]["segments"][0]["file"] = name
    path.write_text(json.dumps(read), encoding="utf-8")
    assert read_index(state.recording.folder) is None

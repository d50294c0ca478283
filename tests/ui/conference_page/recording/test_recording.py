"""A person records a conference: through the page, with real bytes on a real disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from conference import ConferenceLauncher, EndReason, SiteId, unfinished
from conference.recording import disk_room, under_way
from conference.vlc.remux import to_mp4
from tests.conference.fake_engine import FakeMediaEngine
from tests.conference.recording.streams import chunks, clip_as_ts, play
from tests.ui.accessible import nameless
from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.recording_question import RecordingQuestion
from ui.notices import Notice
from ui.page_tools import PageTools
from ui.unfinished_recordings import tell_unfinished

BO, HAIHA = SiteId("bo"), SiteId("haiha")


@pytest.fixture
def engine() -> FakeMediaEngine:
    return FakeMediaEngine()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, engine: FakeMediaEngine) -> Iterator[PageTools]:
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), convert_recording=to_mp4)
    tools.preferences.remember_word("recording_folder", str(tmp_path / "Ghi hình"))
    yield tools
    close_tools(tools)


@pytest.fixture
def said(tools: PageTools) -> list[Notice]:
    said: list[Notice] = []
    tools.notices.raised.connect(said.append)
    return said


@pytest.fixture
def page(tools: PageTools) -> ConferencePage:
    page = ConferencePage(tools)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    wait_until(page.isActiveWindow)
    page.lobby.cards[0].join_button.click()
    wait_until(lambda: all(view.picture.serial for view in page.meeting.stage.views), what="pictures of both sites")
    return page


def question(page: ConferencePage) -> RecordingQuestion:
    found: RecordingQuestion = wait_until(lambda: page.findChild(RecordingQuestion), what="the question")
    return found


def begun(page: ConferencePage, engine: FakeMediaEngine) -> None:
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_R)
    question(page).begin_button.click()
    wait_until(lambda: len(engine.taps) == 2, what="both sites tapped")
    page.activateWindow()  # the offscreen platform does not give the keyboard back by itself
    wait_until(page.isActiveWindow)
    page.meeting.mute_button.setFocus()


def stream(engine: FakeMediaEngine) -> None:
    data = clip_as_ts()
    for piece in chunks(data[: len(data) // 8], 13160):
        engine.taps[BO](piece)
        engine.taps[HAIHA](piece)


def last(said: list[Notice], words: str) -> Notice:
    return next(notice for notice in reversed(said) if words in notice.text)


def test_nothing_is_recorded_before_she_has_said_that_everyone_was_told(
    page: ConferencePage, engine: FakeMediaEngine, tmp_path: Path
) -> None:
    assert not page.records.mark.isVisible()
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_R)
    asked = question(page)
    labels = " ".join(label.text() for label in asked.findChildren(type(asked.place)))
    assert "báo để mọi người" in labels
    assert str(tmp_path / "Ghi hình") in labels
    assert nameless(asked) == []
    asked.reject()
    assert not page.records.recording.is_recording
    assert not engine.taps
    assert not (tmp_path / "Ghi hình").exists()


def test_a_recording_is_seen_while_it_runs_and_plays_after_it(
    page: ConferencePage, engine: FakeMediaEngine, said: list[Notice], tmp_path: Path
) -> None:
    told: list[object] = []
    page.recording_told.connect(told.append)
    begun(page, engine)
    wait_until(page.records.mark.isVisible)
    assert page.records.mark.text.text().startswith("Đang ghi hình  00:0")
    assert page.records.recording.button.text() == "Dừng ghi"
    assert isinstance(told[-1], float)
    stream(engine)
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_R)
    assert not page.records.mark.isVisible()
    assert told[-1] is None
    assert not engine.taps
    wait_until(lambda: any("Đã ghi hình xong" in notice.text for notice in said))
    assert last(said, "Đã ghi hình xong").action_text == "Mở thư mục"
    (folder,) = (tmp_path / "Ghi hình").iterdir()
    paths = sorted(folder.glob("*.ts"))
    assert [play(path).pictures > 150 for path in paths] == [True, True]
    assert "Họp giao ban" in folder.name
    assert any("Hải Hà" in path.name for path in paths)


def test_a_second_recording_of_the_same_conference_asks_nothing(page: ConferencePage, engine: FakeMediaEngine) -> None:
    begun(page, engine)
    page.records.recording.button.click()
    wait_until(lambda: not engine.taps)
    page.records.recording.button.click()
    wait_until(lambda: len(engine.taps) == 2)


def test_leaving_ends_the_recording_and_the_lobby_says_what_became_of_it(
    page: ConferencePage, engine: FakeMediaEngine
) -> None:
    begun(page, engine)
    stream(engine)
    page.leave()
    after = page.records.after
    wait_until(lambda: "Đã ghi hình" in after.recorded.text() and after.recorded.isVisible())
    assert after.folder_button.isVisible()
    assert after.convert_button.isVisible()
    assert nameless(after) == []
    kinds = [incident.kind.value for incident in page.records.log.incidents] if page.records.log else []
    assert kinds[-1] == "recording ended"
    assert "recording began" in kinds


def test_mp4_files_are_made_and_can_be_given_up(
    page: ConferencePage, engine: FakeMediaEngine, said: list[Notice], tmp_path: Path
) -> None:
    begun(page, engine)
    stream(engine)
    page.leave()
    after = page.records.after
    wait_until(after.convert_button.isVisible)
    after.convert_button.click()
    assert after.progress.isVisible()
    after.cancel_button.click()
    wait_until(lambda: not after.is_converting)
    folder = next((tmp_path / "Ghi hình").iterdir())
    assert not list(folder.glob("*.part"))
    after.convert_button.click()
    wait_until(lambda: any("Đã tạo 2 tệp MP4" in notice.text for notice in said))
    assert all(play(path).pictures > 150 for path in folder.glob("*.mp4"))


def test_a_full_disk_is_said_with_figures_and_another_folder_offered(
    page: ConferencePage, engine: FakeMediaEngine, said: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk_room.shutil, "disk_usage", lambda _: disk_room.shutil._ntuple_diskusage(9, 9, 700_000_000))  # type: ignore[attr-defined]
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_R)
    question(page).begin_button.click()
    wait_until(lambda: said)
    assert "700 MB" in said[-1].text
    assert said[-1].action_text == "Chọn thư mục…"
    assert not page.records.recording.is_recording
    assert not page.records.mark.isVisible()


def test_a_disk_that_fills_up_ends_it_with_a_word(
    page: ConferencePage, engine: FakeMediaEngine, said: list[Notice], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    free = [10**12]
    usage = disk_room.shutil._ntuple_diskusage  # type: ignore[attr-defined]
    monkeypatch.setattr(disk_room.shutil, "disk_usage", lambda _: usage(10**13, 0, free[0]))
    begun(page, engine)
    stream(engine)
    free[0] = 1_900_000_000
    wait_until(lambda: any("Đĩa chỉ còn trống" in notice.text for notice in said))
    free[0] = 1000
    wait_until(lambda: any("vì đĩa sắp đầy" in notice.text for notice in said))
    assert not page.records.mark.isVisible()
    assert page.records.recording.button.text() == "Ghi hình"
    assert page.is_running, "the conference goes on"
    assert page.records.log is not None
    assert page.records.log.incidents[-1].ending is EndReason.DISK_FULL


def test_after_a_crash_the_next_start_says_what_was_cut_off_once(
    page: ConferencePage, engine: FakeMediaEngine, tools: PageTools, tmp_path: Path, qapp: QApplication
) -> None:
    begun(page, engine)
    stream(engine)
    root = tmp_path / "Ghi hình"
    recorder = page.records.recording._recorder
    assert recorder is not None
    wait_until(lambda: recorder.state is not None and recorder.state.recording.size > 200_000)
    root_word = str(root)
    early: list[Notice] = []
    tools.notices.raised.connect(early.append)
    tell_unfinished(tools)  # a few seconds after a start in which she has begun to record already
    looked: list[object] = []
    tools.background.run(page, lambda: True, looked.append, lane="recording")
    wait_until(lambda: looked)
    assert not early
    assert unfinished(root) == []
    assert recorder.state is not None
    under_way.end(recorder.state.recording.folder)  # as to another process
    tools.preferences.remember_word("recording_under_way", root_word)
    again = build_tools(tmp_path, preferences=tools.preferences)  # the desk starts anew; nothing of it has ended
    said: list[Notice] = []
    again.notices.raised.connect(said.append)
    tell_unfinished(again)
    wait_until(lambda: said)
    assert "dừng đột ngột" in said[0].text
    assert "Họp giao ban" in said[0].text
    assert said[0].action_text == "Mở thư mục"
    tell_unfinished(again)
    assert tools.preferences.word("recording_under_way") == ""
    assert unfinished(root) == []
    close_tools(again)


def test_a_snapshot_keeps_both_pictures_in_full_size(
    page: ConferencePage, engine: FakeMediaEngine, said: list[Notice], tmp_path: Path
) -> None:
    page.records.snapshot.button.click()
    wait_until(lambda: said)
    assert said[-1].text == "Đã lưu hình của hai điểm cầu."
    assert said[-1].action_text == "Mở"
    names = sorted(path.name for path in (tmp_path / "Ghi hình").glob("*.png"))
    assert len(names) == 2
    assert all("Họp giao ban" in name for name in names)
    engine.close(BO)
    engine.close(HAIHA)
    page.records.snapshot.button.click()
    wait_until(lambda: len(said) > 1)
    assert "Chưa chụp được" in said[-1].text


def test_the_log_lists_what_happened_newest_first_and_is_copied(page: ConferencePage, engine: FakeMediaEngine) -> None:
    engine.stand_still(HAIHA)
    wait_until(lambda: page.meeting.stage.views[1].picture.is_dimmed)
    listed = page.meeting.open_side("Nhật ký sự cố")
    assert listed is not None
    wait_until(lambda: "mất hình" in listed.list.item(0).text())  # type: ignore[attr-defined]
    engine.move_again(HAIHA)
    wait_until(lambda: "có hình trở lại" in listed.list.item(0).text())  # type: ignore[attr-defined]
    listed.findChildren(QPushButton)[0].click()
    copied = QApplication.clipboard().text()
    assert "Điểm cầu tỉnh Hải Hà: mất hình" in copied
    assert "127.0.0.1" not in copied, "no address"
    page.leave()
    assert "Điểm cầu tỉnh Hải Hà mất hình 1 lần" in page.records.after.sum.text()
    page.records.after.log_button.click()
    dialog = wait_until(lambda: page.records.after.findChild(object, "") and QApplication.activeModalWidget())
    assert dialog.windowTitle() == "Nhật ký sự cố"
    dialog.reject()

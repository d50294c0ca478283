"""The window of a check, as a person uses it: rows come, the verdict is said, it can be stopped, repeated, rehearsed,
and its report saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from conference import CheckKind, CheckState, Finding, Findings, PlayerMissing, RefusalReason, SiteId
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.conference_check.conftest import CONFERENCE
from tests.ui.waiting import wait_until
from ui.calendar_page.invitations import EventInvitation
from ui.conference_check import camera_device, open_check, sound_devices
from ui.conference_check.rehearsal import RehearsalWindow
from ui.conference_check.window import CheckWindow
from ui.conference_page import ConferencePage
from ui.page_tools import PageTools
from ui.upcoming.announcement import Announcement
from ui.upcoming.model import Upcoming

BO, HAIHA = SiteId("bo"), SiteId("haiha")


@pytest.fixture(autouse=True)
def no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this very PC has is not the subject here."""
    monkeypatch.setattr(sound_devices, "speaker", lambda: None)
    monkeypatch.setattr(sound_devices, "microphone", lambda *_: None)
    monkeypatch.setattr(camera_device, "camera", lambda *_: None)


def ended(window: CheckWindow) -> CheckWindow:
    wait_until(lambda: not window.is_running, what="the end of the check")
    wait_until(lambda: CheckKind.CAMERA in window.groups[None].rows, what="the devices")
    return window


def test_rows_come_by_themselves_and_the_verdict_is_said(tools: PageTools, desk_window: QWidget) -> None:
    window = open_check(tools, CONFERENCE, desk_window)
    assert window.strip.word.text() == "Đang kiểm tra…"
    assert not window.report_button.isEnabled()
    ended(window)
    for site in (BO, HAIHA):
        assert window.groups[site].rows[CheckKind.PICTURE].result.finding is Finding.MOVES
        assert window.groups[site].rows[CheckKind.REACH].result.finding is Finding.STREAM_CAME
        assert not window.groups[site].waiting.isVisible()
    assert "hình/giây" in window.groups[BO].rows[CheckKind.PICTURE].text
    rows = window.groups[BO].rows.values()
    assert [row.result.kind for row in sorted(rows, key=lambda row: row.y())] == [
        *(CheckKind.ADDRESS, CheckKind.REACH, CheckKind.PICTURE, CheckKind.SOUND),
        *(CheckKind.ROUND_TRIP, CheckKind.LOSS, CheckKind.JITTER),
    ]
    assert window.strip.word.text() == "Chưa họp được", "this PC has no loudspeaker"
    assert "Loa hoặc tai nghe" in window.strip.reason.text()
    assert window.report_button.isEnabled()


def test_a_site_that_refuses_is_named_above_and_told_what_to_do(
    tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine
) -> None:
    engine.refuse(HAIHA, RefusalReason.NOT_AUTHORISED)
    window = ended(open_check(tools, CONFERENCE, desk_window))
    row = window.groups[HAIHA].rows[CheckKind.PICTURE]
    assert row.result.state is CheckState.RED
    assert row.accessibleName() == row.text
    assert "Không đạt" in row.text and "Hỏi điểm cầu tên và mật khẩu" in row.text
    assert "Điểm cầu tỉnh Hải Hà – Hình: Điểm cầu không cho phép máy này vào." in window.strip.reason.text()
    engine.move_again(HAIHA)
    QTest.mouseClick(window.again_button, Qt.MouseButton.LeftButton)
    assert window.is_running and CheckKind.PICTURE not in window.groups[HAIHA].rows
    ended(window)
    assert window.groups[HAIHA].rows[CheckKind.PICTURE].result.finding is Finding.MOVES


def test_without_a_player_it_says_so(tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine) -> None:
    engine.be_missing(PlayerMissing("libvlc.so.5"))
    window = ended(open_check(tools, CONFERENCE, desk_window))
    assert window.groups[None].rows[CheckKind.PLAYER].result.finding is Finding.PLAYER_MISSING
    assert "Bộ phát hình" in window.strip.reason.text()


def test_it_can_be_stopped_and_nothing_stays_open(
    tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine
) -> None:
    engine.stand_still(BO)  # nothing will ever come
    window = open_check(tools, CONFERENCE, desk_window)
    wait_until(lambda: engine.open_sites)
    assert window.again_button.text() == "Dừng"
    window.again_button.click()
    assert not window.is_running
    wait_until(lambda: not engine.open_sites)
    assert window.strip.word.text() in ("Chưa kiểm tra xong", "Chưa họp được")
    assert window.again_button.text() == "Kiểm tra lại"


def test_closing_it_ends_the_check(tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine) -> None:
    engine.stand_still(BO)
    window = open_check(tools, CONFERENCE, desk_window)
    wait_until(lambda: engine.open_sites)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait_until(lambda: not engine.open_sites)


def test_asked_for_twice_it_is_one_window(tools: PageTools, desk_window: QWidget) -> None:
    window = open_check(tools, CONFERENCE, desk_window)
    assert open_check(tools, CONFERENCE, desk_window) is window
    ended(window)


def test_everything_has_a_name_and_is_reached_by_tab(tools: PageTools, desk_window: QWidget) -> None:
    window = ended(open_check(tools, CONFERENCE, desk_window))
    assert nameless(window) == []
    buttons = {window.again_button, window.rehearse_button, window.report_button, window.close_button}
    assert buttons <= set(reached_by_tab(window))


def test_the_report_is_saved_where_she_says_and_the_folder_remembered(
    tools: PageTools, desk_window: QWidget, tmp_path: Path
) -> None:
    window = ended(open_check(tools, CONFERENCE, desk_window))
    said: list[str] = []
    tools.notices.raised.connect(lambda notice: said.append(notice.text))
    window.report_button.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    file = folder / "kiem-tra.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    wait_until(lambda: said)
    assert said == ["Đã lưu báo cáo kiem-tra.pdf."]
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        assert len(document) == 1
        assert "Kết luận: Chưa họp được" in document[0].get_textpage().get_text_bounded()
    window.report_button.click()
    again = window.findChildren(QFileDialog)[-1]
    assert Path(again.directory().absolutePath()) == folder
    again.close()


def rehearsing(window: CheckWindow) -> RehearsalWindow:
    QTest.mouseClick(window.rehearse_button, Qt.MouseButton.LeftButton)
    found = window.findChild(RehearsalWindow)
    assert found is not None
    return found


def test_a_rehearsal_shows_both_silently_and_leaves_the_sound_on_for_the_conference(
    tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine
) -> None:
    window = ended(open_check(tools, CONFERENCE, desk_window))
    rehearsal = rehearsing(window)
    wait_until(lambda: all(view.picture.serial for view in rehearsal.views), what="pictures of both sites")
    assert engine.muted
    assert "không phát tiếng và hình" in rehearsal.message.text()
    rehearsal.sound_button.click()
    assert not engine.muted
    rehearsal.sound_button.click()
    assert engine.muted
    rehearsal.end_button.click()
    wait_until(lambda: not engine.open_sites and not engine.muted)


def test_a_rehearsal_ends_by_itself_and_says_whom_it_did_not_see(
    tools: PageTools, desk_window: QWidget, engine: FakeMediaEngine
) -> None:
    engine.refuse(HAIHA, RefusalReason.NOT_FOUND)
    rehearsal = RehearsalWindow(tools, CONFERENCE, desk_window, lasts=1.5)
    rehearsal.show()
    rehearsal.begin()
    wait_until(lambda: "Họp thử đã xong" in rehearsal.message.text())
    assert "Điểm cầu tỉnh Hải Hà" in rehearsal.message.text()
    wait_until(lambda: not engine.open_sites)
    rehearsal.end_button.click()


def test_it_opens_from_the_lobby_and_gives_way_to_a_conference(tools: PageTools, engine: FakeMediaEngine) -> None:
    page = ConferencePage(tools)
    page.resize(1000, 700)
    page.show()
    (card,) = page.lobby.cards
    assert card.check_button in reached_by_tab(page)
    QTest.mouseClick(card.check_button, Qt.MouseButton.LeftButton)
    window = ended(page.findChild(CheckWindow) or pytest.fail("no window"))
    assert window.isVisible()
    page.join(CONFERENCE)
    assert not window.isVisible()
    wait_until(lambda: all(view.picture.serial for view in page.meeting.stage.views))
    page.leave()
    wait_until(lambda: not engine.open_sites)


def test_the_card_a_quarter_of_an_hour_before_offers_it(qapp: QApplication) -> None:
    start = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    ours = Upcoming(
        "1", "Họp giao ban", start, start, EventInvitation("Họp giao ban", None), Findings(), conference=CONFERENCE
    )
    card = Announcement(ours, is_large=False)
    asked: list[object] = []
    card.check_asked.connect(asked.append)
    assert not card.check.isHidden()
    card.check.click()
    assert asked == [ours]
    assert Announcement(ours, is_large=True).check.isHidden(), "five minutes before there is no time for it"
    elsewhere = replace(ours, conference=None)
    assert Announcement(elsewhere, is_large=False).check.isHidden(), "its sites are not known here"

"""What a person does with the pictures: sizes by single keys, full screen, a second monitor, dragging."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from conference import Conference, ConferenceLauncher, RefusalReason, Site, SiteId
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.meeting_view import MeetingView
from ui.conference_page.second_screen import Monitor
from ui.page_tools import PageTools

HANOI, TOKYO = SiteId("bo"), SiteId("tokyo")
CONFERENCE = Conference(
    "Họp giao ban",
    (
        Site(HANOI, "Điểm cầu Bộ (Hà Nội)", "rtsp://127.0.0.1:8554/bo"),
        Site(TOKYO, "Điểm cầu Tô-ki-ô", "rtsp://127.0.0.1:8554/tokyo", "Asia/Tokyo"),
    ),
)
WALL = Monitor("wall", "Tường", QRect(0, 0, 640, 360))


@pytest.fixture
def engine() -> FakeMediaEngine:
    return FakeMediaEngine()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, engine: FakeMediaEngine) -> Iterator[PageTools]:
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), conferences=(CONFERENCE,))
    yield tools
    close_tools(tools)


@pytest.fixture
def page(tools: PageTools) -> ConferencePage:
    page = ConferencePage(tools)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    wait_until(page.isActiveWindow)
    page.join()
    wait_until(lambda: all(view.picture.serial for view in page.meeting.stage.views))
    return page


def press(meeting: MeetingView, key: Qt.Key) -> None:
    QTest.keyClick(meeting.mute_button, key)


def area(meeting: MeetingView, place: int) -> int:
    view = meeting.stage.views[place]
    return view.width() * view.height()


def test_single_keys_make_one_large_swap_and_go_through_the_layouts(page: ConferencePage) -> None:
    meeting = page.meeting
    press(meeting, Qt.Key.Key_2)
    assert area(meeting, 1) > 4 * area(meeting, 0)
    press(meeting, Qt.Key.Key_1)
    assert area(meeting, 0) > 4 * area(meeting, 1)
    press(meeting, Qt.Key.Key_S)
    assert meeting.stage.layout_word == "large-1"
    press(meeting, Qt.Key.Key_2)
    assert meeting.stage.layout_word == "side"
    words = []
    for _ in range(3):
        press(meeting, Qt.Key.Key_B)
        words.append(meeting.stage.layout_word)
    assert words == ["large-0", "pip-0", "side"]


def test_picture_in_picture_lies_over_the_large_one_and_is_remembered(page: ConferencePage, tools: PageTools) -> None:
    press(page.meeting, Qt.Key.Key_B)
    press(page.meeting, Qt.Key.Key_B)
    large, small = page.meeting.stage.views
    assert large.geometry().contains(small.geometry())
    again = ConferencePage(tools)
    assert again.meeting.stage.layout_word == "pip-0"


def test_dragging_one_picture_onto_the_other_swaps_them(page: ConferencePage) -> None:
    first, second = page.meeting.stage.views
    left = first.x()
    drag(first.picture, second.mapToGlobal(second.rect().center()))
    assert second.x() == left
    drag(first.picture, first.mapToGlobal(QPoint(60, 60)))
    assert second.x() == left


def drag(widget: object, to: QPoint) -> None:
    from PySide6.QtWidgets import QWidget

    assert isinstance(widget, QWidget)
    start = widget.rect().center()
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, start + QPoint(20, 20))
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=widget.mapFromGlobal(to))


def test_a_refused_site_gives_its_room_to_the_other_and_takes_it_back(
    page: ConferencePage, engine: FakeMediaEngine, tools: PageTools
) -> None:
    page.leave()
    engine.refuse(TOKYO, RefusalReason.NOT_FOUND)
    page.join()
    wait_until(lambda: area(page.meeting, 0) > 3 * area(page.meeting, 1))
    assert page.meeting.stage.layout_word == "side"
    page.meeting.stage.show_refused(frozenset())
    assert abs(area(page.meeting, 0) - area(page.meeting, 1)) < area(page.meeting, 0) / 10


def test_every_site_has_its_own_time(page: ConferencePage) -> None:
    hanoi, tokyo = page.meeting.stage.views
    now = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)
    hanoi.tell_time(now)
    tokyo.tell_time(now)
    assert (hanoi.local_time.text(), tokyo.local_time.text()) == ("08:05", "10:05")
    assert tokyo.local_time.accessibleName() == "Giờ tại Điểm cầu Tô-ki-ô"


def test_in_full_screen_controls_go_and_come_back_with_the_mouse_or_tab(page: ConferencePage) -> None:
    meeting = page.meeting
    press(meeting, Qt.Key.Key_F)
    wait_until(lambda: meeting.stage.height() == meeting.height(), what="the bars to lie over the pictures")
    meeting.hiding.timer.timeout.emit()
    assert not meeting.foot.isVisible()
    assert not meeting.head.isVisible()
    assert meeting.cursor().shape() == Qt.CursorShape.BlankCursor
    QTest.keyClick(meeting, Qt.Key.Key_M)  # keys work all the same
    assert meeting.mute_button.isChecked()
    QTest.keyClick(meeting, Qt.Key.Key_Tab)
    assert meeting.foot.isVisible()
    meeting.hiding.timer.timeout.emit()
    assert not meeting.foot.isVisible()
    at = QPointF(50, 50)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(meeting.stage, move)
    assert meeting.foot.isVisible()
    assert meeting.cursor().shape() != Qt.CursorShape.BlankCursor
    meeting.hiding.timer.timeout.emit()
    QTest.keyClick(meeting, Qt.Key.Key_Escape)
    assert meeting.foot.isVisible()
    wait_until(lambda: meeting.stage.height() < meeting.height() - 40)
    assert page.is_running


def test_a_second_monitor_takes_pictures_loses_them_when_unplugged_and_has_them_again(page: ConferencePage) -> None:
    meeting, second = page.meeting, page.meeting.second_screen
    plugged = [WALL]
    second.monitors = lambda window: list(plugged)
    second.show_on(WALL, frozenset({1}))
    hanoi, tokyo = meeting.stage.views
    assert second.window is not None
    assert tokyo.window() is second.window
    serial = tokyo.picture.serial
    wait_until(lambda: tokyo.picture.serial > serial, what="a picture that moves there")
    assert hanoi.width() > 0.8 * meeting.stage.width()  # the other has the room
    plugged.clear()
    second.look_again()
    assert tokyo.window() is meeting.window()
    assert tokyo.isVisible()
    assert second.window is None
    plugged.append(WALL)
    second.look_again()
    assert second.window is not None
    assert tokyo.window() is second.window
    page.leave()
    assert tokyo.window() is meeting.window()
    page.join()
    assert second.window is not None  # remembered for this monitor
    QTest.keyClick(second.window, Qt.Key.Key_Escape)
    assert tokyo.window() is meeting.window()
    page.leave()
    page.join()
    assert second.window is None  # and so is that she did not want it


def test_both_pictures_by_one_key_and_with_one_monitor_the_menu_says_so(page: ConferencePage) -> None:
    meeting, second = page.meeting, page.meeting.second_screen
    second.monitors = lambda window: []
    press(meeting, Qt.Key.Key_N)
    assert second.window is None
    menu = meeting.screen_button.menu()
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    second.monitors = lambda window: [WALL]
    press(meeting, Qt.Key.Key_N)
    assert {view.window() for view in meeting.stage.views} == {second.window}
    menu.aboutToShow.emit()
    assert menu.actions()[-1].text() == "Đưa hình về cửa sổ này"
    menu.actions()[-1].trigger()
    assert {view.window() for view in meeting.stage.views} == {meeting.window()}


def test_the_cursor_rests_in_the_second_window_and_comes_back(page: ConferencePage) -> None:
    second = page.meeting.second_screen
    second.show_on(WALL, frozenset({0, 1}))
    window = second.window
    assert window is not None
    window._resting.timeout.emit()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor
    at = QPointF(30, 30)
    QApplication.sendEvent(
        page.meeting.stage.views[0].picture,
        QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            at,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    assert window.cursor().shape() != Qt.CursorShape.BlankCursor


def test_the_single_keys_hold_in_the_second_window_too(page: ConferencePage) -> None:
    second = page.meeting.second_screen
    second.monitors = lambda window: [WALL]
    second.show_on(WALL, frozenset({0, 1}))
    assert second.window is not None
    QTest.keyClick(second.window, Qt.Key.Key_M)
    assert page.meeting.mute_button.isChecked()
    QTest.keyClick(second.window, Qt.Key.Key_N)
    assert second.window is None


def test_one_site_is_silenced_alone_and_heard_again_when_she_comes_back(
    page: ConferencePage, engine: FakeMediaEngine
) -> None:
    _, tokyo = page.meeting.stage.views
    tokyo.mute_button.click()
    assert (engine.muted, engine.muted_sites) == (False, {TOKYO})
    assert tokyo.mute_button.accessibleName() == "Bật tiếng Điểm cầu Tô-ki-ô"
    page.meeting.mute_button.click()
    assert engine.muted
    page.leave()
    page.join()
    assert not tokyo.mute_button.isChecked()
    assert (engine.muted, engine.muted_sites) == (False, set())


def test_one_press_brings_back_also_into_a_room_without_a_card(page: ConferencePage) -> None:
    room = Conference("Phòng khách", CONFERENCE.sites)
    page.join(room)
    page.leave()
    assert page.rejoin.button.hasFocus()
    assert page.rejoin.button.text() == "Vào lại: Phòng khách"
    QTest.keyClick(page.rejoin.button, Qt.Key.Key_Space)
    assert page.conference == room
    assert not page.rejoin.isVisible()


def test_no_key_of_the_meeting_means_two_things(page: ConferencePage) -> None:
    keys = [shortcut.key().toString() for shortcut in page.findChildren(QShortcut)]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_question_mark_shows_the_keys(page: ConferencePage) -> None:
    QTest.keyClicks(page.meeting.mute_button, "?")
    sheet = wait_until(lambda: next((one for one in page.window().findChildren(QDialog) if one.isVisible()), None))
    assert sheet.windowTitle() == "Phím tắt"
    sheet.close()


def test_a_small_window_with_long_names_cuts_words_and_nothing_else(qapp: QApplication, tools: PageTools) -> None:
    page = ConferencePage(tools)
    page.resize(560, 380)
    page.show()
    long = "Điểm cầu Ban Chỉ đạo Trung ương về phòng chống thiên tai và tìm kiếm cứu nạn khu vực duyên hải " * 3
    page.join(Conference(long, (Site(HANOI, long, "rtsp://a.example/1"), Site(TOKYO, long, "rtsp://a.example/2"))))
    meeting = page.meeting
    assert page.width() == 560
    for view in meeting.stage.views:
        assert meeting.stage.rect().contains(view.geometry())
    assert meeting.leave_button.mapTo(page, QPoint(meeting.leave_button.width(), 0)).x() <= page.width()

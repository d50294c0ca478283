"""The conference page on the real launcher and the fake engine: joining, pictures, states in words, leaving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from conference import ConferenceLauncher, PlayerMissing, RefusalReason, SiteId, SiteState, SiteStatus
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.desk_builder import CONFERENCE, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.site_view import SiteView
from ui.conference_page.words import reason_words, words_for
from ui.page_tools import PageTools
from ui.style import DARK, Colours, icon_names

BO, HAIHA = SiteId("bo"), SiteId("haiha")


@pytest.fixture
def engine() -> FakeMediaEngine:
    return FakeMediaEngine()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, engine: FakeMediaEngine) -> Iterator[PageTools]:
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine))
    yield tools
    close_tools(tools)


@pytest.fixture
def page(tools: PageTools) -> ConferencePage:
    return shown(ConferencePage(tools))


def shown(page: ConferencePage) -> ConferencePage:
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    wait_until(page.isActiveWindow)
    page.activate()
    page.focus_first()
    return page


def joined(page: ConferencePage) -> tuple[SiteView, SiteView]:
    """Both sites live and seen."""
    page.lobby.cards[0].join_button.click()
    views = page.meeting.stage.views
    wait_until(lambda: all(view.picture.serial for view in views), what="pictures of both sites")
    wait_until(lambda: [view.state.text() for view in views] == ["Đang phát trực tiếp"] * 2)
    return views


def middle(view: SiteView) -> QColor:
    picture = view.picture
    return picture.grab().toImage().pixelColor(picture.width() // 2, picture.height() // 3)


def test_the_lobby_says_who_meets_and_has_one_button(page: ConferencePage) -> None:
    (card,) = page.lobby.cards
    assert card.accessibleName() == CONFERENCE.title
    assert card.join_button.hasFocus()
    assert not page.is_running


def test_one_press_and_both_sites_are_seen(page: ConferencePage, engine: FakeMediaEngine) -> None:
    running: list[bool] = []
    page.running_changed.connect(running.append)
    QTest.keyClick(page.lobby.cards[0].join_button, Qt.Key.Key_Space)
    views = page.meeting.stage.views
    wait_until(lambda: all(view.picture.serial for view in views))
    assert running == [True]
    assert engine.open_sites == {BO, HAIHA}
    assert [view.name.text() for view in views] == ["Điểm cầu Bộ (Hà Nội)", "Điểm cầu tỉnh Hải Hà"]
    frame = engine.newest_frame(BO)
    assert frame is not None
    assert middle(views[0]) != QColor(DARK.video)


def test_pictures_move(page: ConferencePage) -> None:
    views = joined(page)
    serial, colour = views[0].picture.serial, middle(views[0])
    wait_until(lambda: views[0].picture.serial > serial and middle(views[0]) != colour)


def test_a_picture_that_stands_still_is_dimmed_and_says_so_and_comes_back(
    page: ConferencePage, engine: FakeMediaEngine
) -> None:
    views = joined(page)
    engine.stand_still(HAIHA)
    wait_until(lambda: views[1].state.text() == "Hình bị đứng — đang chờ tín hiệu")
    assert views[1].picture.is_dimmed
    assert views[1].accessibleDescription() == views[1].state.text()
    assert not views[0].picture.is_dimmed
    engine.move_again(HAIHA)
    wait_until(lambda: views[1].state.text() == "Đang phát trực tiếp")
    assert not views[1].picture.is_dimmed


def test_a_refused_site_says_why_and_the_other_goes_on(page: ConferencePage, engine: FakeMediaEngine) -> None:
    engine.refuse(HAIHA, RefusalReason.NOT_AUTHORISED)
    page.join()
    views = page.meeting.stage.views
    wait_until(lambda: "không cho phép máy này vào" in views[1].state.text())
    wait_until(lambda: views[0].state.text() == "Đang phát trực tiếp")


def test_leaving_closes_both_and_says_how_long_it_was(page: ConferencePage, engine: FakeMediaEngine) -> None:
    running: list[bool] = []
    page.running_changed.connect(running.append)
    joined(page)
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert running == [True, False]
    assert "Đã rời họp lúc" in page.lobby.message.text()
    assert page.lobby.cards[0].join_button.hasFocus()
    wait_until(lambda: not engine.open_sites)


def test_she_can_come_back_at_once(page: ConferencePage, engine: FakeMediaEngine) -> None:
    joined(page)
    page.leave()
    joined(page)
    assert engine.open_sites == {BO, HAIHA}
    assert page.is_running


def test_escape_never_leaves_the_conference(page: ConferencePage) -> None:
    joined(page)
    asked: list[bool] = []
    page.immersive_asked.connect(asked.append)
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_F11)
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_Escape)
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_Escape)
    assert asked == [True, False]
    assert page.is_running


def test_sound_is_turned_off_and_on_by_key_and_the_button_says_which(
    page: ConferencePage, engine: FakeMediaEngine
) -> None:
    joined(page)
    QTest.keyClick(page.meeting.swap_button, Qt.Key.Key_M)
    assert engine.muted
    assert page.meeting.mute_button.accessibleName() == "Bật tiếng"
    QTest.keyClick(page.meeting.swap_button, Qt.Key.Key_M)
    assert not engine.muted


def test_a_double_click_makes_one_large_and_it_is_remembered(page: ConferencePage, tools: PageTools) -> None:
    views = joined(page)
    assert abs(views[0].width() - views[1].width()) <= 1
    QTest.mouseDClick(views[1].picture, Qt.MouseButton.LeftButton)
    assert views[1].width() > 2 * views[0].width()
    page.leave()
    again = shown(ConferencePage(tools))
    assert again.meeting.stage.layout_word == "large-1"
    QTest.mouseDClick(views[1].picture, Qt.MouseButton.LeftButton)
    assert page.meeting.stage.layout_word == "side"


def test_the_sites_change_places(page: ConferencePage) -> None:
    views = joined(page)
    assert views[0].x() < views[1].x()
    QTest.keyClick(page.meeting.mute_button, Qt.Key.Key_S)
    assert views[0].x() > views[1].x()


def test_the_player_is_asked_for_the_size_that_is_seen(page: ConferencePage, engine: FakeMediaEngine) -> None:
    views = joined(page)
    page.resize(800, 600)
    wait_until(lambda: engine.size_of(BO) == views[0].picture.device_size())
    page.meeting.stage.toggle_large(0)
    wait_until(lambda: engine.size_of(HAIHA) == views[1].picture.device_size())
    assert engine.size_of(BO)[0] > engine.size_of(HAIHA)[0]


def test_unseen_pictures_cost_nothing_while_the_conference_goes_on(page: ConferencePage) -> None:
    views = joined(page)
    page.hide()
    assert not views[0].picture.refreshes
    assert page.is_running
    page.show()
    assert views[0].picture.refreshes
    serial = views[0].picture.serial
    wait_until(lambda: views[0].picture.serial > serial)


def test_without_libvlc_it_says_so_and_stays_in_the_lobby(qapp: QApplication, tmp_path: Path) -> None:
    def make() -> ConferenceLauncher:
        raise PlayerMissing("libvlc.so.5")

    tools = build_tools(tmp_path, make_launcher=make)
    page = shown(ConferencePage(tools))
    said: list[Exception] = []
    tools.notices.error_raised.connect(said.append)
    page.join()
    wait_until(lambda: said)
    assert "libVLC" in page.lobby.message.text()
    assert not page.is_running
    close_tools(tools)


def test_a_desk_without_conferences_says_so(qapp: QApplication, tmp_path: Path) -> None:
    tools = build_tools(tmp_path, conferences=())
    page = shown(ConferencePage(tools))
    page.join()
    assert not page.is_running
    assert page.lobby.cards == []
    close_tools(tools)


@pytest.mark.parametrize("state", SiteState)
def test_every_state_has_a_word_an_icon_and_a_colour(qapp: QApplication, state: SiteState) -> None:
    words = words_for(SiteStatus(CONFERENCE.sites[0], state, 0.0, attempt=2, reason=RefusalReason.NO_ANSWER))
    assert words.text
    assert words.icon in icon_names()
    assert words.role in Colours.__slots__
    assert bool(words.over_picture) == (state not in (SiteState.LIVE, SiteState.DEGRADED))


def test_the_second_attempt_is_counted(qapp: QApplication) -> None:
    words = words_for(SiteStatus(CONFERENCE.sites[0], SiteState.RECONNECTING, 0.0, attempt=2))
    assert words.text == "Đang kết nối lại (lần 2)"


def test_every_reason_has_words_of_its_own(qapp: QApplication) -> None:
    words = [reason_words(reason) for reason in (*RefusalReason, None)]
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_control_has_a_name_and_is_reached_by_tab(page: ConferencePage) -> None:
    assert nameless(page) == []
    joined(page)
    assert nameless(page) == []
    meeting = page.meeting
    buttons = {meeting.mute_button, meeting.swap_button, meeting.layout_button, meeting.full_screen_button}
    assert buttons | {meeting.leave_button} <= set(reached_by_tab(page))

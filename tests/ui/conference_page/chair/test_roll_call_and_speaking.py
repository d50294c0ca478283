"""Calling the roll by keyboard alone, and who speaks for how long; both are there again after leaving and rejoining."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from conference import Presence
from mail import Meeting
from tests.ui.accessible import nameless
from tests.ui.desk_builder import CONFERENCE
from tests.ui.waiting import wait_until
from ui.conference_page import ConferencePage
from ui.conference_page.chair.context import context_of
from ui.conference_page.chair.roll_call_view import RollCallView
from ui.conference_page.chair.speaking_view import SpeakingView

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)


@pytest.fixture
def roll(page: ConferencePage) -> RollCallView:
    view = page.meeting.open_side("Điểm danh")
    assert isinstance(view, RollCallView)
    return view


@pytest.fixture
def speaking(page: ConferencePage) -> SpeakingView:
    view = page.meeting.open_side("Thứ tự phát biểu")
    assert isinstance(view, SpeakingView)
    return view


def presences(page: ConferencePage) -> dict[str, Presence]:
    assert page.chair.kept is not None
    return {one.name: one.presence for one in page.chair.kept.roll_call.people}


def test_the_roll_is_called_without_a_mouse(page: ConferencePage, roll: RollCallView) -> None:
    assert roll.new_name.hasFocus()
    for name in ("Trần Quốc Khánh", "Nguyễn Thị Minh Hạnh", "Vũ Đình Lâm", "Mai Thị Ngọc"):
        roll.new_name.setText(name)
        QTest.keyClick(roll.new_name, Qt.Key.Key_Return)
    roll.focus_first()
    assert roll.tree.hasFocus()
    for key in (Qt.Key.Key_C, Qt.Key.Key_M, Qt.Key.Key_V, Qt.Key.Key_C):
        QTest.keyClick(roll.tree, key)
    assert list(presences(page).values()) == [Presence.PRESENT, Presence.LATE, Presence.ABSENT, Presence.PRESENT]
    assert not page.meeting.mute_button.isChecked()  # "M" meant late, not the sound
    assert "Có mặt 3/4 · muộn 1 · vắng 1" in roll.summary.text()
    QTest.keyClick(roll.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert presences(page)["Mai Thị Ngọc"] is Presence.NOT_CALLED
    QTest.keyClick(roll.tree, Qt.Key.Key_X)
    assert page.chair.kept is not None
    moved = [one.name for one in page.chair.kept.roll_call.of_site(CONFERENCE.sites[1].id)]
    assert len(moved) == 1
    roll.copy.click()
    assert "Vũ Đình Lâm (vắng)" in QGuiApplication.clipboard().text()


def test_a_whole_site_is_called_on_its_line(page: ConferencePage, roll: RollCallView) -> None:
    for name in ("A B", "C D"):
        roll.new_name.setText(name)
        QTest.keyClick(roll.new_name, Qt.Key.Key_Return)
    head = roll.tree.topLevelItem(0)
    assert head is not None
    roll.tree.setCurrentItem(head)
    QTest.keyClick(roll.tree, Qt.Key.Key_C)
    assert set(presences(page).values()) == {Presence.PRESENT}


def test_people_of_the_invitation_are_offered(page: ConferencePage, roll: RollCallView) -> None:
    class Invited:
        summary, url = CONFERENCE.title, None
        attendees = (type("P", (), {"name": "Lê An", "address": "an@bo.example"}),)
        description = "Chương trình:\n1. Khai mạc\n2. Thảo luận"

    assert not roll.invited.isVisible()
    page.leave()
    page.join(Invited())
    assert page.chair.kept is not None
    assert [item.title for item in page.chair.kept.agenda] == ["Khai mạc", "Thảo luận"]
    roll.invited.click()
    assert list(presences(page)) == ["Lê An"]
    assert not roll.invited.isVisible()


def test_a_mails_meeting_is_read_as_it_is() -> None:
    context = context_of(Meeting("uid", "Họp", NOON, NOON, description="Nội dung: a"))
    assert (context.title, context.text, context.begins, context.attendees) == ("Họp", "Nội dung: a", NOON, ())
    assert context_of(CONFERENCE) == context_of(None)


def test_speakers_are_called_one_after_another_and_added_up(page: ConferencePage, speaking: SpeakingView) -> None:
    assert speaking.new_name.hasFocus()
    for name in ("Ông Lâm", "Bà Ngọc", "Ông Bình"):
        speaking.new_name.setText(name)
        QTest.keyClick(speaking.new_name, Qt.Key.Key_Return)
    speaking.waiting.setCurrentRow(2)
    QTest.keyClick(speaking.waiting, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [speaking.waiting.item(n).text() for n in range(3)] == ["1. Ông Lâm", "2. Ông Bình", "3. Bà Ngọc"]
    speaking.next_button.click()
    assert speaking.now_name.text() == "Ông Lâm"
    assert "Ông Lâm" in page.meeting.head.speaker.text()  # also over the pictures, with the panel closed
    speaking.limit.setValue(5)
    assert "/ 05:00" in page.meeting.head.speaker.text()
    wait_until(lambda: speaking.left.text().startswith("còn 0"))
    speaking.pause_button.click()
    assert speaking.pause_button.text() == "Tiếp tục"
    speaking.next_button.click()
    assert speaking.now_name.text() == "Ông Bình"
    QTest.keyClick(speaking.waiting, Qt.Key.Key_Delete)
    speaking.finish_button.click()
    assert speaking.totals.text().count("\n") == 1


def test_leaving_pauses_and_coming_back_finds_all(page: ConferencePage, speaking: SpeakingView) -> None:
    speaking.new_name.setText("Ông Lâm")  # QTest cannot type Vietnamese letters
    QTest.keyClick(speaking.new_name, Qt.Key.Key_Return)
    speaking.next_button.click()
    page.leave()
    assert page.chair.kept is not None
    assert not page.chair.kept.order.is_running
    page.join()
    assert page.chair.kept.order.current is not None
    assert speaking.now_name.text() == "Ông Lâm"
    assert speaking.pause_button.text() == "Tiếp tục"


def test_in_a_small_window_every_tool_fits_by_scrolling(page: ConferencePage) -> None:
    page.resize(720, 400)
    for title in page.meeting.side.titles:
        page.meeting.open_side(title)
        wait_until(lambda: (page.width(), page.height()) == (720, 400), what=title)
        assert page.meeting.foot.geometry().bottom() < 400
        assert page.meeting.stage.width() >= 200


def test_everything_has_a_name(page: ConferencePage, roll: RollCallView) -> None:
    assert nameless(page.meeting.side) == []
    page.meeting.open_side("Thứ tự phát biểu")
    assert nameless(page.meeting.side) == []

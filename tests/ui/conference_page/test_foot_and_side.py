"""The foot's controls where there is room and where there is none, and the tools beside the pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QToolButton, QWidget

from tests.ui.accessible import nameless
from tests.ui.waiting import wait_until
from ui.conference_page.meeting_view import MeetingView
from ui.conference_page.video_button import video_button


@pytest.fixture
def meeting(qapp: QApplication) -> Iterator[MeetingView]:
    view = MeetingView()
    view.resize(1200, 700)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def more_menu(meeting: MeetingView) -> dict[str, object]:
    menu = meeting.foot.more_button.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_words_go_first_and_leaving_keeps_its_own(meeting: MeetingView) -> None:
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    wait_until(lambda: meeting.swap_button.toolButtonStyle() == beside)
    meeting.resize(760, 500)
    wait_until(lambda: meeting.screen_button.toolButtonStyle() == alone)
    assert meeting.swap_button.toolButtonStyle() == beside  # no more words go than must
    meeting.resize(540, 500)
    wait_until(lambda: meeting.swap_button.toolButtonStyle() == alone)
    assert meeting.leave_button.toolButtonStyle() == beside
    assert meeting.foot.in_menu == ()
    meeting.resize(1200, 700)
    wait_until(lambda: meeting.swap_button.toolButtonStyle() == beside)


def test_what_has_no_room_stands_in_the_menu_and_works_there_and_by_its_key(meeting: MeetingView) -> None:
    pressed: list[str] = []
    extra = [video_button("bell", f"Việc {n}", f"Ctrl+{n}", meeting) for n in range(9)]
    for n, button in enumerate(extra):
        button.clicked.connect(lambda _=False, n=n: pressed.append(f"{n}"))
        meeting.add_control(button, "middle")
    meeting.resize(520, 500)
    wait_until(lambda: extra[8] in meeting.foot.in_menu)
    assert meeting.leave_button.isVisible()
    assert meeting.mute_button.isVisible()
    assert not extra[8].isVisible()
    more_menu(meeting)["Việc 8  (Ctrl+8)"].trigger()  # type: ignore[attr-defined]
    QTest.keyClick(meeting.leave_button, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["8", "8"]
    last = meeting.leave_button
    assert last.mapTo(meeting, last.rect().bottomRight()).x() < meeting.width()


def test_the_owner_hides_and_shows_its_control_at_any_time(meeting: MeetingView) -> None:
    mark = video_button("live", "Đang ghi", owner=meeting)
    mark.setVisible(False)
    meeting.add_control(mark, "middle", stays=True)
    meter = QProgressBar()
    meeting.add_control(meter, "left")
    wait_until(meter.isVisible)
    assert not mark.isVisible()
    mark.setVisible(True)
    wait_until(mark.isVisible)
    meeting.resize(400, 400)
    wait_until(lambda: meeting.foot.in_menu != ())
    assert mark.isVisible()
    assert meter.isVisible()
    mark.setVisible(False)
    wait_until(lambda: not mark.isVisible())


def test_tab_goes_through_the_foot_from_left_to_right(meeting: MeetingView) -> None:
    late = video_button("eye", "Hình của tôi", owner=meeting)
    meeting.add_control(late, "left")
    wait_until(late.isVisible)
    meeting.mute_button.setFocus()
    passed = []
    widget: QWidget = meeting.mute_button
    for _ in range(40):
        widget = widget.nextInFocusChain()
        if isinstance(widget, QToolButton) and widget.isVisible() and meeting.foot.isAncestorOf(widget):
            passed.append(widget)
    assert passed[:2] == [late, meeting.swap_button]
    assert passed.index(meeting.leave_button) > passed.index(meeting.full_screen_button)


def test_a_tool_is_made_when_it_is_first_opened_and_kept(meeting: MeetingView) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QLabel("Điểm danh ở đây"))
        return made[-1]

    assert not meeting.side_button.isVisible()
    meeting.add_side("Điểm danh", "roll_call", make)
    meeting.add_side("Ghi chép", "minutes", QLineEdit)
    wait_until(meeting.side_button.isVisible)
    assert made == []
    QTest.keyClick(meeting.mute_button, Qt.Key.Key_T)
    assert made[0].isVisible()
    assert meeting.side.title.text() == "Điểm danh"
    assert nameless(meeting.side) == []
    QTest.keyClick(meeting.side.close_button, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    field = meeting.side.current
    assert isinstance(field, QLineEdit)
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, "mst")
    assert field.text() == "mst"  # letters are typed, not pressed
    assert not meeting.mute_button.isChecked()
    meeting.side.close_button.click()
    assert not meeting.side.isVisible()
    assert not meeting.side_button.isChecked()
    QTest.keyClick(meeting.mute_button, Qt.Key.Key_T)
    assert meeting.side.current is field
    meeting.open_side("Điểm danh")
    assert len(made) == 1

"""Bars: one sentence, one thing to do, gone by itself unless it failed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from tests.ui.waiting import wait_until
from ui.notices import Notice
from ui.widgets import notice_bar
from ui.widgets.notice_bar import NoticeStack


@pytest.fixture
def stack(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> NoticeStack:
    monkeypatch.setattr(notice_bar, "STAYS", 50)
    page = QWidget()
    page.resize(900, 600)
    QPushButton("Việc đang làm", page).setFocus()  # a bar that has the focus waits
    page.show()
    QCursor.setPos(page.mapToGlobal(QPoint(1, 1)))  # and so does one under the pointer
    stack = NoticeStack(page)
    stack.page = page  # type: ignore[attr-defined]
    return stack


def test_a_sentence_goes_by_itself(stack: NoticeStack) -> None:
    stack.show_notice(Notice("Đã lưu."))
    assert stack.isVisible()
    wait_until(lambda: not stack.bars)
    assert not stack.isVisible()


def test_a_failure_stays_until_it_is_closed(stack: NoticeStack) -> None:
    stack.show_notice(Notice("Không lưu được.", is_failure=True))
    stack.show_notice(Notice("Đã lưu."))
    wait_until(lambda: len(stack.bars) == 1)
    (bar,) = stack.bars
    assert bar.notice.is_failure
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not stack.bars


def test_undo_is_done_once_and_closes_the_bar(stack: NoticeStack) -> None:
    done: list[str] = []
    stack.show_notice(Notice("Đã chuyển 3 thư.", action_text="Hoàn tác", action=lambda: done.append("undone")))
    (bar,) = stack.bars
    assert bar.action_button is not None
    QTest.keyClick(bar.action_button, Qt.Key.Key_Space)
    assert done == ["undone"]
    assert not stack.bars


def test_at_most_three_stand_and_failures_longest(stack: NoticeStack) -> None:
    stack.show_notice(Notice("Hỏng.", is_failure=True))
    for count in range(5):
        stack.show_notice(Notice(f"Tin {count}."))
    assert [bar.notice.text for bar in stack.bars] == ["Hỏng.", "Tin 3.", "Tin 4."]


def test_the_same_sentence_is_not_said_twice_at_once(stack: NoticeStack) -> None:
    stack.show_notice(Notice("Không có mạng.", is_failure=True))
    stack.show_notice(Notice("Không có mạng.", is_failure=True))
    assert len(stack.bars) == 1


def test_bars_stay_inside_their_page_and_follow_its_size(stack: NoticeStack) -> None:
    stack.show_notice(Notice("Một câu rất dài. " * 30, is_failure=True))
    page = stack.parentWidget()
    assert page is not None
    page.resize(500, 700)
    wait_until(lambda: page.rect().contains(stack.geometry()))
    (bar,) = stack.bars
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())


def test_markup_from_outside_is_shown_as_text(stack: NoticeStack) -> None:
    stack.show_notice(Notice("<b>x</b> <img src=http://a>", is_failure=True))
    assert stack.bars[0].text.textFormat() == Qt.TextFormat.PlainText


def test_a_bar_under_a_pointer_that_only_rests_there_goes_too(
    stack: NoticeStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice_bar, "_STAYS_UNDER_POINTER", 50)
    stack.show_notice(Notice("Đã xoá 1 thư."))
    (bar,) = stack.bars
    place = QPointF(5, 5)
    QApplication.sendEvent(bar, QEnterEvent(place, place, place))
    wait_until(lambda: not stack.bars)


def test_no_bar_lies_over_the_controls_at_a_page_s_foot(qapp: QApplication) -> None:
    class Meeting(QWidget):
        foot_kept_free = 120

    pages = QStackedWidget()
    pages.addWidget(QWidget())
    meeting = Meeting()
    pages.addWidget(meeting)
    pages.resize(900, 600)
    pages.show()
    stack = NoticeStack(pages)
    stack.show_notice(Notice("Đã xoá 1 thư."))
    assert stack.geometry().bottom() > 600 - 120
    pages.setCurrentWidget(meeting)
    assert stack.geometry().bottom() <= 600 - 120

"""The search field: what it offers, what it says of what it did not understand, and the marks on what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.mail_page.conftest import MailDesk
from tests.ui.waiting import wait_until
from ui.mail_page.search_words import suggestions, with_suggestion

FOLDERS = ["Hộp thư đến", "Dự án", "Dự toán 2026"]


def test_operators_are_offered_while_nothing_is_typed() -> None:
    offered = [one.put for one in suggestions("", FOLDERS)]
    assert {"từ:", "đến:", "tiêu-đề:", "có:tệp", "trước:", "sau:", "trong:"} <= set(offered)
    assert suggestions("báo cáo", FOLDERS) == []


def test_folders_and_days_complete_their_operators() -> None:
    assert [one.put for one in suggestions("họp trong:du", FOLDERS)] == ['trong:"Dự án" ', 'trong:"Dự toán 2026" ']
    assert [one.put for one in suggestions('in:"Dự t', FOLDERS)] == ['in:"Dự toán 2026" ']
    assert [one.put for one in suggestions("trước:hom", FOLDERS)] == ["trước:hôm-nay ", "trước:hôm-qua "]
    assert [one.put for one in suggestions("có:", FOLDERS)] == ["có:tệp ", "có:cờ "]
    assert suggestions("http://a", FOLDERS) == []
    (first, *_) = suggestions("họp -trong:du", FOLDERS)
    assert with_suggestion("họp -trong:du", first) == 'họp -trong:"Dự án" '


def a_searching_desk(desk: MailDesk) -> None:
    desk.box.add("a", "Thuế thu nhập cá nhân", minutes_ago=1, text="Kính gửi, xin xem thuế và thuê. thuế")
    desk.box.add("b", "Thuê hội trường", minutes_ago=2)
    desk.box.add("c", "Giao ban", minutes_ago=3)
    desk.open()
    desk.page.activateWindow()
    desk.page.list_pane.start_search()
    wait_until(lambda: desk.page.list_pane.search.hasFocus())


def test_she_chooses_an_operator_by_keyboard(desk: MailDesk) -> None:
    a_searching_desk(desk)
    pane = desk.page.list_pane
    assert pane.helper is not None and pane.helper.isVisible()
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.search.text() == "từ:"
    QTest.keyClicks(pane.search, "hanh")
    assert not pane.helper.isVisible()
    QTest.keyClick(pane.search, Qt.Key.Key_Escape)
    assert pane.search.text() == ""
    assert not pane.helper.isVisible()


def test_the_helper_goes_when_she_types_or_leaves(desk: MailDesk) -> None:
    a_searching_desk(desk)
    pane = desk.page.list_pane
    QTest.keyClicks(pane.search, "th")
    assert pane.helper is not None and not pane.helper.isVisible()
    QTest.keyClick(pane.search, Qt.Key.Key_Backspace)
    QTest.keyClick(pane.search, Qt.Key.Key_Backspace)
    wait_until(lambda: pane.helper is not None and pane.helper.isVisible())
    desk.page.folder_list.setFocus()
    assert not pane.helper.isVisible()


def test_what_is_not_understood_is_said_and_goes(desk: MailDesk) -> None:
    a_searching_desk(desk)
    pane = desk.page.list_pane
    pane.search.setText("thuế trước:mai-kia")
    wait_until(lambda: "mai-kia" in pane.search_remark.text())
    assert pane.search_remark.isVisible()
    pane.search.setText("thue")
    wait_until(lambda: not pane.search_remark.isVisible())


def test_hits_are_marked_in_the_list_and_in_the_mail(desk: MailDesk) -> None:
    a_searching_desk(desk)
    page = desk.page
    page.list_pane.search.setText("thuế")
    wait_until(lambda: desk.ids == ["a", "b"])
    marks = page.message_list.row.marks
    assert marks is not None
    assert marks.places("Thuế thu nhập, thuê") == [(0, 4)]
    assert marks.places("Thuê hội trường") == [(0, 4)]
    desk.stand_on(0)
    view = page.reader.body.text_view
    wait_until(lambda: len(view.extraSelections()) == 2)
    assert {one.cursor.selectedText() for one in view.extraSelections()} == {"thuế"}
    page.list_pane.search.clear()
    wait_until(lambda: page.message_list.row.marks is None)
    assert view.extraSelections() == []
    QApplication.processEvents()

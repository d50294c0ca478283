"""The agenda beside the pictures: typed, pasted, ticked off; and who presents goes to the speaking order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.accessible import nameless
from ui.conference_page import ConferencePage
from ui.conference_page.chair.agenda_view import AgendaView
from ui.conference_page.chair.papers_view import PapersView

PROGRAMME = "Chương trình:\n08h00 - 08h10: Khai mạc (Văn phòng Bộ)\n08h10: Thảo luận\n08h40: Kết luận"


@pytest.fixture
def agenda(page: ConferencePage) -> AgendaView:
    view = page.meeting.open_side("Chương trình")
    assert isinstance(view, AgendaView)
    return view


def lines(view: AgendaView) -> list[str]:
    return [view.list.item(row).text() for row in range(view.list.count())]


def test_without_an_invitation_it_says_so_and_takes_what_is_typed(page: ConferencePage, agenda: AgendaView) -> None:
    assert agenda.new_item.hasFocus()
    assert "chưa tìm thấy giấy mời" in agenda.said.text()
    agenda.new_item.setText("9h00 Thảo luận")
    QTest.keyClick(agenda.new_item, Qt.Key.Key_Return)
    assert lines(agenda) == ["09:00  Thảo luận"]
    assert nameless(page.meeting.side) == []


def test_a_pasted_programme_is_ticked_moved_and_thinned_by_keys(page: ConferencePage, agenda: AgendaView) -> None:
    QGuiApplication.clipboard().setText(PROGRAMME)
    agenda.paste.click()
    assert lines(agenda) == ["08:00–08:10  Khai mạc – Văn phòng Bộ", "08:10  Thảo luận", "08:40  Kết luận"]
    agenda.list.setFocus()
    agenda.list.setCurrentRow(0)
    QTest.keyClick(agenda.list, Qt.Key.Key_Space)
    assert agenda.said.text() == "Đã xong 1/3 nội dung"
    agenda.call.click()
    assert page.chair.kept is not None
    assert [one.name for one in page.chair.kept.order.waiting] == ["Văn phòng Bộ"]
    agenda.list.setCurrentRow(2)
    QTest.keyClick(agenda.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line[:5] for line in lines(agenda)] == ["08:00", "08:40", "08:10"]
    QTest.keyClick(agenda.list, Qt.Key.Key_Delete)
    assert [line[:5] for line in lines(agenda)] == ["08:00", "08:10"]
    agenda.paste.click()
    assert len(lines(agenda)) == 3  # only what is not there


def test_a_paste_without_lines_says_so(agenda: AgendaView) -> None:
    QGuiApplication.clipboard().setText("xin chào")
    agenda.paste.click()
    assert "Bảng tạm không có dòng nào" in agenda.said.text()


def test_papers_say_when_there_are_none(page: ConferencePage) -> None:
    papers = page.meeting.open_side("Tài liệu")
    assert isinstance(papers, PapersView)
    assert "Chưa thấy giấy mời" in papers.said.text()
    assert nameless(page.meeting.side) == []

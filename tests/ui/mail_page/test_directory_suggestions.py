"""Whom the directory told of is kept, so that the same letters offer them offline next time."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mail import DirectoryEntry, FindPeople, Person
from tests.ui.mail_page.conftest import MailDesk
from tests.ui.waiting import delete_now, wait_until
from ui.mail_page.address_suggestions import AddressSuggestions

THANG = Person("Đỗ Đức Thắng", "thang.dd@boldptxh.example")


def test_found_people_are_remembered(desk: MailDesk) -> None:
    desk.service.replies[FindPeople] = lambda question: (DirectoryEntry(THANG, "Vụ trưởng"),)
    window = QWidget()
    line = QLineEdit(window)
    suggestions = AddressSuggestions(line, desk.tools)
    window.show()
    line.setFocus()
    QTest.keyClicks(line, "duc thang")
    wait_until(lambda: desk.box.directory_people == [THANG])
    suggestions.know(desk.box.directory_people)  # another day, without a server
    assert suggestions.matching("duc thang") == [THANG]
    window.close()
    window.deleteLater()
    delete_now()  # with the list under the field, which is its own window

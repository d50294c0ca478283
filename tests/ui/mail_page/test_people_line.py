"""The recipients of a mail stay readable beside the buttons of their line, however narrow the mail is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.waiting import wait_until
from ui.mail_page.people_line import PeopleLine
from ui.style import px


def test_the_buttons_go_below_where_the_names_would_have_no_room(qapp: QApplication) -> None:
    people = QLabel("Đến: Nguyễn Thị Minh Hạnh, Trần Quốc Khánh và 7 người khác")
    people.setWordWrap(True)
    line = PeopleLine(people)
    buttons = [QPushButton(words) for words in ("Chi tiết", "Nền sáng", "Chỉ xem chữ")]
    for button in buttons:
        line.add(button)
    line.resize(px(700), px(60))
    line.show()
    wait_until(lambda: line.is_beside and buttons[0].x() >= 0 and people.width() >= px(200))
    assert people.geometry().right() < buttons[0].parentWidget().x()  # type: ignore[union-attr]
    line.resize(px(340), px(120))
    wait_until(lambda: not line.is_beside and people.width() >= px(300))
    row = buttons[0].parentWidget()
    assert row is not None
    wait_until(lambda: row.y() >= people.geometry().bottom())
    assert all(row.rect().contains(button.geometry()) for button in buttons)
    for button in buttons[1:]:
        button.hide()
    wait_until(lambda: line.is_beside)

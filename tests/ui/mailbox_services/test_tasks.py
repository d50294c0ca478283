"""Her tasks: added, ticked off, remembered for when the server is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mail import AddTask, CompleteTask, GetTasks, Mailbox, Offline, Task, open_mailbox
from tests.mail.builders import KEY
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.mailbox_services.tasks_dialog import TasksDialog
from ui.page_tools import PageTools


class Asked:
    def __init__(self, folder: Path) -> None:
        self.server, self.service = FakeMailboxGateway(), FakeService()
        self.failing: list[Exception] = []
        self.mailbox: Mailbox = open_mailbox(folder / "mail.db", KEY)
        for kind in (GetTasks, AddTask, CompleteTask):
            self.service.replies[kind] = self._answer
        self.tools: PageTools = build_tools(folder, service=self.service, open_mailbox=lambda: self.mailbox)

    def _answer(self, question: object) -> object:
        if self.failing:
            raise self.failing.pop(0)
        return question.put_to(self.server)  # type: ignore[attr-defined]

    def open(self) -> TasksDialog:
        dialog = TasksDialog(self.tools)
        dialog.show()
        wait_until(lambda: dialog.body.isEnabled() or dialog.again.isVisibleTo(dialog))
        return dialog


@pytest.fixture
def asked(qapp: QApplication, tmp_path: Path) -> Iterator[Asked]:
    made = Asked(tmp_path)
    yield made
    close_tools(made.tools)
    made.mailbox.close()


def words(dialog: TasksDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_she_adds_one_with_a_day_and_ticks_it_off(asked: Asked) -> None:
    dialog = asked.open()
    assert "Chưa có việc" in dialog.state.text()
    dialog.subject.setText("Trình lãnh đạo")
    dialog.is_due.click()
    dialog.due.setDate(QDate(2026, 12, 5))
    QTest.keyClick(dialog.subject, Qt.Key.Key_Return)
    wait_until(lambda: words(dialog) == ["Trình lãnh đạo  ·  hạn 05/12/2026"])
    assert asked.server.tasks.tasks[0].due == date(2026, 12, 5)
    assert dialog.subject.text() == "" and dialog.isVisible()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    wait_until(lambda: asked.server.tasks.tasks[0].is_complete and dialog.body.isEnabled())
    heard = dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Trình lãnh đạo, hạn 05/12/2026, đã xong"


def test_while_the_server_is_away_the_last_list_is_shown(asked: Asked) -> None:
    asked.server.tasks.tasks = (Task("t1", "Viết báo cáo"),)
    asked.open().close()
    wait_until(lambda: asked.mailbox.known_tasks() == asked.server.tasks.tasks)
    asked.failing.append(Offline("mail.example"))
    dialog = asked.open()
    wait_until(lambda: words(dialog) == ["Viết báo cáo"])
    assert dialog.state.text() and not dialog.body.isEnabled()
    dialog.again.click()
    wait_until(lambda: dialog.body.isEnabled())


def test_a_failure_turns_the_tick_back_and_keeps_what_was_typed(asked: Asked) -> None:
    asked.server.tasks.tasks = (Task("t1", "Viết báo cáo"),)
    dialog = asked.open()
    asked.failing.append(Offline("mail.example"))
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    wait_until(lambda: dialog.state.text() and dialog.body.isEnabled())
    assert dialog.list.item(0).checkState() is Qt.CheckState.Unchecked
    asked.failing.append(Offline("mail.example"))
    dialog.subject.setText("Việc khác")
    dialog.add_button.click()
    wait_until(lambda: not asked.failing and dialog.body.isEnabled())
    assert dialog.subject.text() == "Việc khác"


def test_the_keyboard_stands_where_a_task_is_added_and_stays_in_the_list_after_a_tick(asked: Asked) -> None:
    asked.server.tasks.tasks = (Task("t1", "Viết báo cáo"),)
    dialog = asked.open()
    dialog.activateWindow()
    wait_until(dialog.subject.hasFocus)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    wait_until(lambda: asked.server.tasks.tasks[0].is_complete and dialog.list.hasFocus())

"""Her tasks on the server: a list to tick off and a line to add to. What was last told is shown while it is away."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mail import AddTask, CompleteTask, GetTasks, Question, Task, Tasks
from ui import formatting
from ui.page_tools import PageTools
from ui.style import S, colour, px
from ui.widgets.month_page import open_month_under
from ui.widgets.screen_room import resize_within_screen

from .server_dialog import ServerDialog

_TASK_ROLE = Qt.ItemDataRole.UserRole


class TasksDialog(ServerDialog):
    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, self.tr("Việc cần làm"), parent=parent)
        self._is_filling = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các việc"))
        self.subject = QLineEdit()
        self.subject.setPlaceholderText(self.tr("Thêm một việc"))
        self.subject.setAccessibleName(self.tr("Thêm một việc"))
        self.subject.setMaxLength(255)
        self.is_due = QCheckBox(self.tr("hạn"))
        self.due = QDateEdit(QDate.currentDate().addDays(1))
        self.due.setDisplayFormat("dd/MM/yyyy")
        open_month_under(self.due)
        self.due.setAccessibleName(self.tr("Hạn"))
        self.due.setEnabled(False)
        self.is_due.toggled.connect(self.due.setEnabled)
        self.add_button = QPushButton(self.tr("Thêm"))
        self.add_button.setEnabled(False)
        self.add_button.setAutoDefault(False)
        self.subject.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.subject.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        line = QHBoxLayout()
        line.setSpacing(px(S))
        line.addWidget(self.subject, 1)
        for widget in (self.is_due, self.due, self.add_button):
            line.addWidget(widget)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(S))
        layout.addWidget(self.list, 1)
        layout.addLayout(line)
        self.list.itemChanged.connect(self._ticked)
        resize_within_screen(self, px(520), px(460))
        desk = tools.desk
        tools.background.run(self, lambda: desk.mailbox.known_tasks(), self._remembered, lambda _: None)
        self.load()

    def load(self) -> None:
        self.ask(GetTasks(), self._loaded, self.tr("Đang hỏi máy chủ…"), is_load=True)

    def _loaded(self, tasks: Tasks) -> None:
        self.show_tasks(tasks)
        self.subject.setFocus()

    def show_tasks(self, tasks: Tasks) -> None:
        self._fill(tasks)
        if not tasks:
            self.say(self.tr("Chưa có việc nào."))
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.remember_tasks(tasks), None, lambda _: None)

    def _remembered(self, tasks: Tasks) -> None:
        if not self.list.count():
            self._fill(tasks)

    def _fill(self, tasks: Tasks) -> None:
        row = self.list.currentRow()
        self._is_filling = True
        self.list.clear()
        for task in tasks:
            due = "" if task.due is None else self.tr("hạn {day}").format(day=formatting.day(task.due))
            item = QListWidgetItem(f"{task.subject}  ·  {due}" if due else task.subject)
            item.setData(_TASK_ROLE, task)
            item.setCheckState(Qt.CheckState.Checked if task.is_complete else Qt.CheckState.Unchecked)
            state = self.tr("đã xong") if task.is_complete else self.tr("chưa xong")
            words = ", ".join(part for part in (task.subject, due, state) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            if task.is_complete:
                item.setForeground(colour("muted"))
                font = item.font()
                font.setStrikeOut(True)
                item.setFont(font)
            self.list.addItem(item)
        self._is_filling = False
        self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))

    def _ticked(self, item: QListWidgetItem) -> None:
        task: Task = item.data(_TASK_ROLE)
        is_done = item.checkState() is Qt.CheckState.Checked
        if not self._is_filling and task is not None and is_done != task.is_complete:
            self._tell(CompleteTask(task.id, is_done), self.tr("Đang ghi…"))

    def _add(self) -> None:
        subject = " ".join(self.subject.text().split())
        if subject:
            due = self.due.date().toPython() if self.is_due.isChecked() else None
            self._tell(AddTask(subject, due), self.tr("Đang thêm…"))  # type: ignore[arg-type]

    def _tell(self, question: Question[Tasks], words: str) -> None:
        def told(tasks: Tasks) -> None:
            self.show_tasks(tasks)
            if isinstance(question, AddTask):
                self.subject.clear()
                self.subject.setFocus()
            else:  # where she ticked: the list lost the keyboard while the server was asked
                self.list.setFocus()

        self.ask(question, told, words)

    def _settle(self, words: str, *, is_busy: bool, is_failure: bool = False) -> None:
        super()._settle(words, is_busy=is_busy, is_failure=is_failure)
        if is_failure:  # the ticks say again what was last told
            self._fill(tuple(self.list.item(row).data(_TASK_ROLE) for row in range(self.list.count())))

"""The composer's menu of letters to begin from: hers, the official ones, save this one, remove one of hers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from mail import Template
from ui.page_tools import PageTools

from .lanes import LANE


class TemplatesMenu(QMenu):
    chosen = Signal(object)
    """The `Template` to be put into the letter."""
    signature_asked = Signal()

    def __init__(self, tools: PageTools, letter: Callable[[], tuple[str, str]], parent: QWidget | None = None) -> None:
        """``letter`` gives (subject, fragment) as they stand, for “save as template”."""
        super().__init__(parent)
        self._tools, self._letter = tools, letter
        self.templates: list[Template] = []
        self._fill()
        self.load()

    def load(self) -> None:
        desk = self._tools.desk
        self._tools.background.run(self, lambda: desk.mailbox.templates.all(), self._know, lambda _: None, lane=LANE)

    def save_as(self, name: str) -> None:
        """Under its name; one that bears it already is replaced."""
        desk, (subject, fragment) = self._tools.desk, self._letter()

        def saved(template: Template) -> None:
            self._tools.notices.say(self.tr("Đã lưu mẫu thư “{name}”.").format(name=template.name))
            self.load()

        self._tools.background.run(
            self,
            lambda: desk.mailbox.templates.save(name, subject, fragment),
            saved,
            self._tools.notices.say_error,
            lane=LANE,
        )

    def remove(self, template: Template) -> None:
        desk = self._tools.desk

        def bring_back() -> None:
            self._run(lambda: desk.mailbox.templates.save(template.name, template.subject, template.html))

        self._run(lambda: desk.mailbox.templates.remove(template.id))
        self._tools.notices.say(
            self.tr("Đã xoá mẫu thư “{name}”").format(name=template.name),
            action_text=self.tr("Hoàn tác"),
            action=bring_back,
        )

    # --- inside ---

    def _run(self, work: Callable[[], object]) -> None:
        self._tools.background.run(self, work, lambda _: self.load(), self._tools.notices.say_error, lane=LANE)

    def _know(self, templates: Sequence[Template]) -> None:
        self.templates = list(templates)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        own = [one for one in self.templates if one.is_own]
        if own:
            self.addSection(self.tr("Mẫu của tôi"))
            for one in own:
                self.addAction(one.name, lambda one=one: self.chosen.emit(one))  # type: ignore[misc]
        self.addSection(self.tr("Mẫu công vụ"))
        for one in self.templates:
            if not one.is_own:
                self.addAction(one.name, lambda one=one: self.chosen.emit(one))  # type: ignore[misc]
        self.addSeparator()
        self.addAction(self.tr("Lưu thư này thành mẫu…"), self._ask_name)
        if own:
            removing = self.addMenu(self.tr("Xoá mẫu"))
            for one in own:
                removing.addAction(one.name, lambda one=one: self.remove(one))  # type: ignore[misc]
        self.addAction(self.tr("Chữ ký…"), self.signature_asked.emit)

    def _ask_name(self) -> None:
        name, ok = QInputDialog.getText(
            self.parentWidget(),
            self.tr("Lưu mẫu thư"),
            self.tr("Tên mẫu (mẫu cùng tên sẽ được thay)"),
            QLineEdit.EchoMode.Normal,
            self._letter()[0],
        )
        if ok and name.strip():
            self.save_as(name)

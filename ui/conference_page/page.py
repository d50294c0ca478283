"""The conference page as a whole: choosing before, watching while a conference runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from conference import Conference

from ..page_tools import PageTools


class ConferencePage(QWidget):
    """`running_changed` says when a conference begins and ends; `immersive_asked` wants the whole screen, or not."""

    running_changed = Signal(bool)
    immersive_asked = Signal(bool)

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        layout = QVBoxLayout(self)
        for conference in tools.desk.conferences:
            layout.addWidget(QLabel(conference.title))

    def activate(self) -> None: ...

    def deactivate(self) -> None: ...

    def focus_first(self) -> None:
        self.setFocus()

    def join(self, conference: Conference | None = None) -> None: ...

"""The incident log of the conference that has ended, in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from conference import IncidentLog

from ..page_tools import PageTools
from ..style import px
from .incident_list import IncidentList


class IncidentDialog(QDialog):
    def __init__(self, tools: PageTools, log: IncidentLog, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhật ký sự cố"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(px(560), px(460))
        self.list = IncidentList(tools, lambda: log)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Đóng"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self.list.focus_first()

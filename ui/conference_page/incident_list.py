"""Nhật ký sự cố: what happened so far, newest first; copied as text, or saved where she says, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from conference import IncidentLog

from ..formatting import local
from ..page_tools import PageTools
from ..style import icon, px, quiet
from .incident_words import icon_of, incident_words, log_as_text, summary_words

_LOOK_EVERY = 1000


class IncidentList(QWidget):
    """``log`` gives the running conference's, or the last one's; None before the first."""

    def __init__(self, tools: PageTools, log: Callable[[], IncidentLog | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._log = log
        self._shown: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("Nhật ký sự cố"))
        self.sum = QLabel()
        self.sum.setWordWrap(True)
        self.sum.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các sự cố, mới nhất trước"))
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(px(18), px(18)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy_button = quiet(QPushButton(icon("copy"), self.tr("Sao chép")))
        self.copy_button.clicked.connect(self._copy)
        self.save_button = quiet(QPushButton(icon("save"), self.tr("Lưu thành tệp…")))
        self.save_button.clicked.connect(self._save)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.sum)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def activate(self) -> None:
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()

    def focus_first(self) -> None:
        self.list.setFocus()

    def refresh(self) -> None:
        """Take in what is new; nothing where nobody looks."""
        log = self._log()
        if log is None or not self.isVisible():
            return
        self.sum.setText(summary_words(log.summary()))
        if self._shown == (id(log), log.count):
            return
        self._shown = (id(log), log.count)
        row = self.list.currentRow()
        self.list.clear()
        for incident in reversed(log.incidents):
            name, role = icon_of(incident)
            item = QListWidgetItem(icon(name, role), f"{local(incident.at):%H:%M:%S}  {incident_words(incident)}")
            self.list.addItem(item)
        self.list.setCurrentRow(max(row, 0))

    def text(self) -> str:
        log = self._log()
        return log_as_text(log.summary(), log.incidents, log.let_go) if log is not None else ""

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._tools.notices.say_in_status(self.tr("Đã sao chép nhật ký sự cố."))

    def _save(self) -> None:
        name = self.tr("Nhật ký sự cố.txt")
        words, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu nhật ký sự cố"), name, self.tr("Văn bản (*.txt)"))
        if words:
            text = self.text()
            self._tools.background.run(
                self,
                lambda: Path(words).write_text(text, encoding="utf-8"),
                lambda _: self._tools.notices.say_in_status(self.tr("Đã lưu nhật ký sự cố.")),
                self._tools.notices.say_error,
            )

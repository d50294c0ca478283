"""After leaving: one press brings back into the same conference, also into one that has no card of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from conference import Conference

from ..style import icon, primary, px


class RejoinBar(QWidget):
    """Hidden until something was left."""

    def __init__(self, join: Callable[[Conference], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conference: Conference | None = None
        self._join = join
        self.button = primary(QPushButton(icon("conference", "on_fill"), self.tr("Vào lại")))
        self.button.setIconSize(QSize(px(20), px(20)))
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setVisible(False)

    def offer(self, conference: Conference) -> None:
        self._conference = conference
        title = conference.title if len(conference.title) <= 60 else f"{conference.title[:59]}…"
        self.button.setText(self.tr("Vào lại: {title}").format(title=title).replace("&", "&&"))
        self.button.setAccessibleName(self.tr("Vào lại: {title}").format(title=conference.title))
        self.setVisible(True)

    def _press(self) -> None:
        if self._conference is not None:
            self._join(self._conference)

"""The line of a mail's recipients with the buttons at its end: beside them while that leaves them room, else below.
Used by the reading head."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from ui.style import S, px
from ui.widgets.flow_layout import FlowLayout

_ROOM_FOR_PEOPLE = 200
"""Narrower than this (at the ordinary size of text) the names would stand one word a line."""


class PeopleLine(QWidget):
    def __init__(self, people: QLabel) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row, px(S))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(4))
        self._line.addWidget(people, 1)
        self._line.addWidget(self._row, 0, Qt.AlignmentFlag.AlignTop)

    def add(self, *buttons: QPushButton) -> None:
        for button in buttons:
            self._buttons.append(button)
            self._flow.addWidget(button)

    @property
    def is_beside(self) -> bool:
        """The buttons stand beside the names."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a button was shown, hidden or named anew
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        shown = [button.sizeHint().width() for button in self._buttons if not button.isHidden()]
        wanted = sum(shown) + px(S) * max(0, len(shown) - 1)
        beside = len(shown) < 2 or self.width() - wanted >= px(_ROOM_FOR_PEOPLE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != direction:
            self._line.setDirection(direction)
            self._line.setAlignment(self._row, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        least = wanted if beside else 0
        if self._row.minimumWidth() != least:
            self._row.setMinimumWidth(least)

"""The tool "Đường truyền": both lines in figures, live, for whoever is asked why the picture is as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from conference import ConferenceState

from ..style import font, icon, px, quiet
from .health_words import details_of, details_text

_LOOK_EVERY = 1000


class HealthDetails(QScrollArea):
    """``state`` gives the newest one; asked once a second while somebody looks."""

    def __init__(self, state: Callable[[], ConferenceState | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setAccessibleName(self.tr("Đường truyền của hai điểm cầu"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.names = (_label("strong"), _label("strong"))
        self.figures = (_label(), _label())
        self.copy_button = quiet(QPushButton(icon("copy"), self.tr("Sao chép")))
        self.copy_button.clicked.connect(self._copy)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for name, figures in zip(self.names, self.figures, strict=True):
            column.addWidget(name)
            column.addWidget(figures)
            column.addSpacing(px(10))
        column.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inside)
        for ground in (self.viewport(), inside):  # the panel's own ground shows through
            ground.setAutoFillBackground(False)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def focus_first(self) -> None:
        self.copy_button.setFocus()

    def refresh(self) -> None:
        state = self._state()
        if state is None or not self.isVisible():
            return
        for status, name, figures in zip(state.sites, self.names, self.figures, strict=True):
            name.setText(status.site.name)
            figures.setText("\n".join(f"{what}: {value}" for what, value in details_of(status)))
            figures.setAccessibleName(self.tr("Đường truyền của {site}").format(site=status.site.name))

    def text(self) -> str:
        state = self._state()
        sites = state.sites if state is not None else ()
        return "\n\n".join(f"{status.site.name}\n{details_text(status)}" for status in sites)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()


def _label(role: str = "body") -> QLabel:
    label = QLabel()
    label.setFont(font(role))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label

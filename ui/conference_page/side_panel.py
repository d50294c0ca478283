"""The tools beside the pictures (roll call, papers, minutes …): one at a time, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..style import colour, font, icon, px
from ..widgets.flow_layout import FlowLayout


@dataclass(eq=False)
class _Tool:
    title: str
    make: Callable[[], QWidget]
    button: QToolButton
    widget: QWidget | None = None
    room: QScrollArea | None = None


class SidePanel(QWidget):
    """Hidden until it is opened. A tool's widget may have ``activate()``, called each time it comes to the front, and
    ``focus_first()``."""

    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools: list[_Tool] = []
        self._current: _Tool | None = None
        self.setAccessibleName(self.tr("Công cụ của cuộc họp"))
        self.title = QLabel()
        self.title.setFont(font("subheading"))
        self.close_button = _plain_button("close", self.tr("Đóng công cụ"))
        self.close_button.clicked.connect(self.close_side)
        self._group = QButtonGroup(self)
        self._strip = FlowLayout(gap=px(2))
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(px(6))
        layout.addLayout(self._strip)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.setVisible(False)

    def add(self, title: str, icon_name: str, make: Callable[[], QWidget]) -> None:
        button = _plain_button(icon_name, title)
        button.setCheckable(True)
        tool = _Tool(title, make, button)
        button.clicked.connect(lambda: self.open_side(title))
        self._group.addButton(button)
        self._strip.addWidget(button)
        self._tools.append(tool)

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(tool.title for tool in self._tools)

    @property
    def is_open(self) -> bool:
        return not self.isHidden()

    @property
    def current(self) -> QWidget | None:
        return self._current.widget if self._current is not None else None

    def open_side(self, title: str = "") -> QWidget | None:
        """Open the tool called ``title``, the last one or the first for ""; its widget."""
        tool = next(
            (tool for tool in self._tools if tool.title == title), self._current or next(iter(self._tools), None)
        )
        if tool is None:
            return None
        if tool.widget is None:
            tool.widget = tool.make()
            tool.room = _scrolled(tool.widget)
            self._stack.addWidget(tool.room)
        self._current = tool
        tool.button.setChecked(True)
        self.title.setText(tool.title)
        if tool.room is not None:
            self._stack.setCurrentWidget(tool.room)
        was_open = self.is_open
        self.setVisible(True)
        for name in ("activate", "focus_first"):
            call = getattr(tool.widget, name, None)
            if call is not None:
                call()
        if not was_open:
            self.opened.emit(True)
        return tool.widget

    def close_side(self) -> None:
        if self.is_open:
            self.setVisible(False)
            self.opened.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab go through the tools, as through the tabs of a browser."""
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._current is None:
            super().keyPressEvent(event)
            return
        place = (self._tools.index(self._current) + step) % len(self._tools)
        self.open_side(self._tools[place].title)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        painter.setPen(colour("border"))
        painter.drawLine(0, 0, 0, self.height())
        painter.end()


def _scrolled(widget: QWidget) -> QScrollArea:
    """A tool that needs more height than there is scrolls: it never makes the window larger."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    for ground in (area.viewport(), widget):
        ground.setAutoFillBackground(False)
    area.setMinimumWidth(min(widget.minimumSizeHint().width(), px(360)))
    return area


def _plain_button(icon_name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(px(20), px(20)))
    button.setText(text)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button

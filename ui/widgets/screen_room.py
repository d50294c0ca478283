"""Windows that fit the screen: at large text on a small laptop their buttons would lie below its edge. Used by every
window that asks for a size of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.style import M, px

_FRAME = 40
"""Pixels for the window's own title bar, which is not counted in its size."""
_SIDES = 16


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """To that size, or to what the screen has."""
    room = screen_room(window)
    window.resize(min(width, room.width()), min(height, room.height()))


def screen_room(window: QWidget) -> QSize:
    """What a window's inside may measure on its screen, in pixels."""
    room = window.screen().availableSize()
    return QSize(room.width() - _SIDES, room.height() - _FRAME)


class ScrolledBody(QScrollArea):
    """Shows ``body`` whole where the screen has room for it, and scrolls it where not."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._wanted()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wanted().width(), 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _wanted(self) -> QSize:
        body = self.widget()
        if body is None:
            return QSize(0, 0)
        wanted = body.sizeHint().expandedTo(body.minimumSizeHint())
        layout = body.layout()
        if layout is not None and layout.hasHeightForWidth():
            width = max(wanted.width(), self.minimumWidth())
            wanted.setHeight(layout.totalHeightForWidth(width))
        return wanted


def scrolled_dialog(dialog: QDialog, body: QWidget, foot: QWidget) -> ScrolledBody:
    """Lay ``body`` over ``foot``, whose buttons always stay on the screen; the body scrolls where it must."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, px(20), 0, px(16))
    layout.setSpacing(px(M))
    inside = body.layout()
    if inside is not None:
        inside.setContentsMargins(px(24), 0, px(24), 0)
    area = ScrolledBody(body)
    area.setMinimumWidth(dialog.minimumWidth())
    layout.addWidget(area, 1)
    line = QVBoxLayout()
    line.setContentsMargins(px(24), 0, px(24), 0)
    line.addWidget(foot)
    layout.addLayout(line)
    hint = dialog.sizeHint()
    resize_within_screen(dialog, max(hint.width(), dialog.minimumWidth()), hint.height())
    return area

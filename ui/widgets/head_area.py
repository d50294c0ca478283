"""Keeps what stands over the body as high as it needs, but never so high that the body has no room: then it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

USUAL = 0.55
WITH_A_QUESTION = 0.78
"""Where the head asks her something, its buttons go before the body's room."""


class HeadArea(QScrollArea):
    """Put above the body in a vertical layout. ``whole`` is the widget whose height it shares with the body."""

    def __init__(self, head: QWidget, whole: QWidget) -> None:
        super().__init__()
        self._whole = whole
        self._most = USUAL
        head.setMinimumWidth(1)  # it follows the area's width, and arranges itself by it
        self.setWidget(head)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.fit)
        head.installEventFilter(self)
        whole.installEventFilter(self)

    def may_take(self, share: float) -> None:
        """At most this share of the height, 0 to 1, until said otherwise."""
        self._most = share
        self._soon.start(0)

    def fit(self) -> None:
        head, width = self.widget(), self.viewport().width()
        if head is None:
            return
        layout = head.layout()
        wanted = head.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            wanted = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        most = max(60, int(self._whole.height() * self._most))
        height = min(wanted, most)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest or (watched is self._whole and event.type() == QEvent.Type.Resize):
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._soon.start(0)

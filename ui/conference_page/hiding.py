"""In full screen the cursor and the controls go away after a while, and come back with the mouse or a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

HIDE_AFTER = 3000
"""Milliseconds."""
_BRING_BACK = {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}


class ControlsHiding(QObject):
    """Watches ``view`` while it is on. ``show(bool)`` shows or hides the controls; ``busy()`` says that they may not go
    now (a menu is open, somebody writes)."""

    def __init__(self, view: QWidget, show: Callable[[bool], None], busy: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view, self._show, self._busy = view, show, busy
        self._is_on = False
        self.are_hidden = False
        self._last_at: QPointF | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(HIDE_AFTER)
        self.timer.timeout.connect(self._hide)

    def set_on(self, on: bool) -> None:
        application = QApplication.instance()
        if on == self._is_on or application is None:
            return
        self._is_on = on
        if on:
            application.installEventFilter(self)
            self.timer.start()
        else:
            application.removeEventFilter(self)
            self.timer.stop()
            self.come_back()

    def come_back(self) -> None:
        if self._is_on:
            self.timer.start()
        if self.are_hidden:
            self.are_hidden = False
            self._view.unsetCursor()
            self._show(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _BRING_BACK:
            if not (isinstance(event, QMouseEvent) and self._stood_still(event)):
                self.come_back()
        elif event.type() == QEvent.Type.KeyPress and getattr(event, "key", lambda: None)() == Qt.Key.Key_Tab:
            was_hidden = self.are_hidden
            self.come_back()
            return was_hidden  # the first Tab only brings them back
        return False

    def _stood_still(self, event: QMouseEvent) -> bool:
        """Hiding what lay under it makes a move of a mouse that nobody touched."""
        at = event.globalPosition()
        is_same = event.type() == QEvent.Type.MouseMove and at == self._last_at
        self._last_at = at
        return is_same

    def _hide(self) -> None:
        if self._busy() or QApplication.activePopupWidget() is not None:
            self.timer.start()
            return
        self.are_hidden = True
        self._show(False)
        self._view.setCursor(Qt.CursorShape.BlankCursor)

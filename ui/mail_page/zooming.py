"""The size of letters in mails: Ctrl and the wheel, Ctrl with plus, minus and 0; remembered on this PC."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.preferences import Preferences

from .mail_actions import Deed
from .mail_body import MailBody

_STEP = 1.1
_LEAST, _MOST = 0.5, 3.0


class Zooming(QObject):
    def __init__(self, body: MailBody, preferences: Preferences) -> None:
        super().__init__(body)
        self._body, self._preferences = body, preferences
        self._watched: set[int] = set()
        self.watch()
        try:
            remembered = float(preferences.word("mail_zoom", "1"))
        except ValueError:
            remembered = 1.0
        if remembered != 1.0:
            body.set_zoom(remembered)

    def watch(self) -> None:
        """The views that show mails now: the web view is made when the first mail needs it."""
        views: list[QWidget | None] = [self._body.text_view.viewport()]
        if self._body.web is not None:
            views += [self._body.web.view, self._body.web.view.focusProxy()]
        for view in views:
            if view is not None and id(view) not in self._watched:
                self._watched.add(id(view))
                view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def step(self, by: int) -> None:
        self.set_to(self._body.zoom * (_STEP if by > 0 else 1 / _STEP))

    def set_to(self, factor: float) -> None:
        factor = min(_MOST, max(_LEAST, factor))
        if abs(factor - 1.0) < 0.03:
            factor = 1.0
        self._body.set_zoom(factor)
        self._preferences.remember_word("mail_zoom", f"{factor:.3f}")

    def deeds(self) -> list[Deed]:
        return [
            Deed("zoom_in", self.tr("Chữ trong thư to hơn"), "zoom_in", ("Ctrl++", "Ctrl+="), lambda: self.step(1)),
            Deed("zoom_out", self.tr("Chữ trong thư nhỏ hơn"), "zoom_out", ("Ctrl+-",), lambda: self.step(-1)),
            Deed("zoom_off", self.tr("Chữ trong thư cỡ thường"), "fit", ("Ctrl+0",), lambda: self.set_to(1.0)),
        ]

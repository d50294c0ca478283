"""The details of the chosen event beside the sheet, and how they share the room: when they come, when they wait for the
mouse, and what is put away as the window narrows. Used by `page`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from ui.style import px

from .event_details import EventDetails
from .shown_event import ShownEvent


class DetailsBeside(QSplitter):
    def __init__(self, sheet: QWidget, details: EventDetails, chosen: Callable[[], ShownEvent | None]) -> None:
        """``sheet`` is what stands to their left; ``chosen`` gives the event chosen in it."""
        super().__init__()
        self._sheet, self._details, self._chosen = sheet, details, chosen
        self._has_room_for_one = False
        self._is_wanted = False
        """She opened an event, and did not only pass it."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_chosen)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(sheet)
        self.addWidget(details)
        self.setStretchFactor(0, 1)
        self.setSizes([px(700), px(330)])
        sheet.setMinimumWidth(px(260))
        details.setMinimumWidth(px(260))
        details.hide()

    @property
    def is_waiting(self) -> bool:
        """What was chosen is shown when the mouse has come to rest."""
        return self._soon.isActive()

    def open(self, event: ShownEvent) -> None:
        """With the keyboard in them."""
        self._is_wanted = True
        self.show_event(event)
        self._details.focus_first()

    def close_details(self) -> None:
        self._is_wanted = False
        self.show_event(None)

    def show_event(self, event: ShownEvent | None) -> None:
        self._details.show_event(event)
        self._arrange()

    def follow(self, event: ShownEvent | None) -> None:
        """The sheet keeps its width while the mouse may yet press again or drag: the second press of a double click
        must not fall on another day."""
        changes_width = (event is None) != (self._details.event_shown is None)
        if changes_width and (QGuiApplication.mouseButtons() or self._soon.isActive()):
            self._soon.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        else:
            self.show_event(event)

    def share_room(self, *, has_room_for_one: bool) -> None:
        """Room for only one of the two: the details come when she opens an event, not when she passes it."""
        self._has_room_for_one = has_room_for_one
        self._arrange()

    def _arrange(self) -> None:
        shows = self._details.event_shown is not None
        instead = self._has_room_for_one and shows and self._is_wanted
        self._details.setVisible(instead if self._has_room_for_one else shows)
        self._sheet.setVisible(not instead)

    def _show_chosen(self) -> None:
        if QGuiApplication.mouseButtons():
            self._soon.start()
        else:
            self.show_event(self._chosen())

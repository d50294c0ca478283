"""Reminders before events, from the local copy, also while another page is shown. Started by the main window."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from mail import CalendarItem, MailboxChanges
from ui.page_tools import PageTools

from .invitations import can_join, invitation_of
from .reminder_panel import ReminderPanel

_LOOK_EVERY_MS = 15_000
_MISSED = timedelta(hours=18)
"""A reminder missed while the desk was closed is still said, if its event is not over."""
_SNOOZE = timedelta(minutes=5)
_REMEMBERED, _MOST_REMEMBERED = "reminders_done", 200


class Reminders(QObject):
    open_asked = Signal(object, object)
    """Item id and start."""
    join_asked = Signal(object)

    def __init__(
        self, tools: PageTools, over: QStackedWidget, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(over)
        self._tools, self._clock, self._over = tools, clock, over
        self.panel: ReminderPanel | None = None
        self._snoozed: dict[str, datetime] = {}
        self._done = [mark for mark in tools.preferences.word(_REMEMBERED).split(" ") if mark]
        self.leaves_out: Callable[[CalendarItem], bool] = lambda item: False
        """What is announced elsewhere now (`ui.upcoming`): nothing is said twice."""
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        tools.service.mailbox_changed.connect(self._changed)
        self.look()

    @property
    def clock(self) -> Callable[[], datetime]:
        return self._clock

    def look(self) -> None:
        """Ask the local copy what is due."""
        desk, now = self._tools.desk, self._clock()

        def read() -> list[tuple[datetime, CalendarItem]]:
            return desk.mailbox.calendar.reminders(now - _MISSED, now + timedelta(seconds=1))

        # A store that cannot be read is said by the pages; a reminder has nothing to add.
        self._tools.background.run(self, read, self._take, lambda _: None, lane="calendar-rows")

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar:
            self.look()

    def _take(self, due: Sequence[tuple[datetime, CalendarItem]]) -> None:
        now = self._clock()
        wanted = []
        for at, item in due:
            mark = _mark(at, item)
            if mark in self._done or item.end <= now or self._snoozed.get(mark, now) > now:
                continue
            if self.leaves_out(item):
                continue
            wanted.append((mark, item))
        if self.panel is None:
            if not wanted:
                return
            self.panel = ReminderPanel(self._over)
            self.panel.join_asked.connect(self._join)
            self.panel.snooze_asked.connect(self._snooze)
            self.panel.done_asked.connect(self._finish)
            self.panel.open_asked.connect(self._open)
        desk = self._tools.desk
        shown = [(mark, item, can_join(item, desk)) for mark, item in wanted]
        if self.panel.show_reminders(shown, now):
            QApplication.alert(self._over.window())

    def _join(self, mark: str, item: CalendarItem) -> None:
        self._finish(mark)
        self.join_asked.emit(invitation_of(item))

    def _open(self, mark: str, item: CalendarItem) -> None:
        self._finish(mark)
        self.open_asked.emit(item.id, item.start)

    def _snooze(self, mark: str) -> None:
        self._snoozed[mark] = self._clock() + _SNOOZE
        self.look()

    def _finish(self, mark: str) -> None:
        self._done = [*self._done, mark][-_MOST_REMEMBERED:]
        self._tools.preferences.remember_word(_REMEMBERED, " ".join(self._done))
        self.look()


def _mark(at: datetime, item: CalendarItem) -> str:
    """Which reminder this is, telling nothing of the event: it is kept in a file that is not encrypted."""
    return hashlib.sha256(f"{item.id} {at.isoformat()}".encode()).hexdigest()[:16]

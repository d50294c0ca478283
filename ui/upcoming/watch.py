"""Watches the calendar for conferences and announces them in time, on whatever page. Made by the main window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from conference import Conference

from ..conference_check import open_check
from ..page_tools import PageTools
from .away_window import AwayWindow
from .model import SOON, STAYS, Stage, Upcoming, is_conference, read_conferences
from .panels import Announcements, CornerCards
from .system_notice import SystemNotice
from .words import nearness, title_of

if TYPE_CHECKING:
    from mail import CalendarItem, MailboxChanges

KEYS = "Ctrl+Shift+J"
_LOOK_EVERY_MS = 15_000
_TELL_EVERY_MS = 1_000
_SNOOZE = timedelta(minutes=5)
_REMEMBERED, _MOST_REMEMBERED = "conferences_done", 200
LANE = "calendar-rows"


class UpcomingConferences(QObject):
    """The strip stands over the pages in the window's column, the cards over ``stack`` below what ``above_cards``
    names; ``running`` is the conference that is on."""

    enter_asked = Signal(object)
    """What the conference page joins; None: show what there is today."""
    show_asked = Signal()
    """The window is to come to the front."""

    def __init__(
        self,
        tools: PageTools,
        window: QWidget,
        stack: QStackedWidget,
        *,
        above_cards: Callable[[], QWidget | None] = lambda: None,
        running: Callable[[], Conference | None] = lambda: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(window)
        self._tools, self._window, self._clock, self._running = tools, window, clock, running
        self.known: list[Upcoming] = []
        self.strip = Announcements(window, is_large=True, most=2)
        column = window.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(0, self.strip)
        self.cards = CornerCards(stack, above_cards)
        self.away = AwayWindow(window)
        self.notice = SystemNotice(window)
        self.notice.pressed.connect(self.show_asked)
        for panel, finish in ((self.strip, self._finish), (self.away, self._finish), (self.cards, self._finish_card)):
            panel.enter_asked.connect(self.enter)
            panel.later_asked.connect(self._snooze)
            panel.done_asked.connect(finish)
            panel.check_asked.connect(self.check)
        self._snoozed: dict[str, datetime] = {}
        self._cards_done: set[str] = set()
        self._told: set[str] = set()
        self._done = [mark for mark in tools.preferences.word(_REMEMBERED).split(" ") if mark]
        self._is_reading = self._is_stale = False
        self._ticking = QTimer(self, interval=_TELL_EVERY_MS)
        self._ticking.timeout.connect(self.tell)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        keys = QShortcut(QKeySequence(KEYS), window)
        keys.setContext(Qt.ShortcutContext.ApplicationShortcut)
        keys.activated.connect(self.enter_next)
        tools.service.mailbox_changed.connect(self._changed)
        self.look()

    # --- what others ask ---

    def takes_over(self, item: CalendarItem) -> bool:
        """Whether this event is announced here now, so that the calendar's own reminder need not say it too."""
        now = self._clock()
        return item.start - now <= SOON and item.end > now and is_conference(item, self._tools.desk)

    def enter_next(self) -> None:
        """One press from anywhere: the nearest conference that is announced or on; without one, today's list."""
        now = self._clock()
        near = (Stage.RUNNING, Stage.SHORTLY, Stage.SOON)
        shown = [one.conference for one in (*self.strip.shown, *self.cards.shown) if one.conference.can_enter]
        known = [one for one in self.known if one.can_enter and one.stage(now) in near and not self._is_entered(one)]
        found = shown or sorted(known, key=lambda one: (abs(one.start - now), one.is_tentative))
        if found:
            self.enter(found[0])
        else:
            self._tools.notices.say_in_status(self.tr("Chưa có cuộc họp nào trong 15 phút tới."))
            self.enter_asked.emit(None)

    def enter(self, conference: Upcoming) -> None:
        self._finish(conference)
        self.enter_asked.emit(conference.conference or conference.invitation)

    def check(self, conference: Upcoming) -> None:
        """Whether its sites and this PC are ready; not while a conference has the line."""
        if conference.conference is None:
            return
        if self._running() is not None:
            self._tools.notices.say_in_status(self.tr("Đang họp, chưa kiểm tra điểm cầu khác được."))
            return
        self.show_asked.emit()
        open_check(self._tools, conference.conference, self._window)

    # --- as time goes by ---

    def look(self) -> None:
        """Read the local copy; what comes meanwhile is read after it."""
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading = True
        desk, now = self._tools.desk, self._clock()
        # A store that cannot be read is said by the pages.
        self._tools.background.run(
            self,
            lambda: read_conferences(desk, now - STAYS - timedelta(hours=12), now + timedelta(hours=24)),
            self._take,
            lambda _: self._take(self.known),
            lane=LANE,
        )

    def _changed(self, changes: MailboxChanges) -> None:
        if changes.calendar:
            self.look()

    def _take(self, found: Sequence[Upcoming]) -> None:
        self._is_reading = False
        self.known = list(found)
        self.tell()
        if self._is_stale:
            self._is_stale = False
            self.look()

    def tell(self) -> None:
        """Show what is near now. Times are those of the clock: after a sleep of the PC all is as it must be."""
        now = self._clock()
        strip, cards = [], []
        for one in self.known:
            stage = one.stage(now)
            if one.mark in self._done or self._snoozed.get(one.mark, now) > now or self._is_entered(one):
                continue
            if stage is Stage.SHORTLY or (stage is Stage.RUNNING and now - one.start <= STAYS):
                strip.append(one)
            elif stage is Stage.SOON and one.mark not in self._cards_done:
                cards.append(one)
        strip.sort(key=lambda one: (abs(one.start - now), one.is_tentative))
        self.strip.show_conferences(strip, now)
        self.away.show_conferences(strip, now)
        self.cards.show_conferences(cards, now)
        new = [one for one in strip if one.mark not in self._told]
        self._told |= {one.mark for one in new}
        if new and not (self._window.isActiveWindow() and not self._window.isMinimized()):
            self.notice.say(title_of(new[0]), f"{nearness(new[0], now)}. " + self.tr("Bấm để vào họp."))
        if strip or cards:
            self._ticking.start()
        else:
            self._ticking.stop()
            self.notice.end()

    def _is_entered(self, one: Upcoming) -> bool:
        running = self._running()
        return running is not None and (one.conference == running or one.title == running.title)

    # --- what she does about it ---

    def _snooze(self, conference: Upcoming) -> None:
        self._snoozed[conference.mark] = self._clock() + _SNOOZE
        self.tell()

    def _finish_card(self, conference: Upcoming) -> None:
        """The card alone: what begins in five minutes is said once more."""
        self._cards_done.add(conference.mark)
        self.tell()

    def _finish(self, conference: Upcoming) -> None:
        self._done = [*self._done, conference.mark][-_MOST_REMEMBERED:]
        self._tools.preferences.remember_word(_REMEMBERED, " ".join(self._done))
        self.tell()

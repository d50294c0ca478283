"""The chair's state of the running conference, above the tools that show it. It outlives leaving: who comes back finds
roll call and speaking order as they were."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from conference import AgendaItem, Conference, Pace, RollCall, SpeakingOrder, parse_agenda

from ...formatting import duration
from ...page_tools import PageTools
from ..meeting_view import MeetingView
from .context import MeetingContext, context_of, find_context

_ROLES = {Pace.IN_TIME: "on_video", Pace.NEAR: "warning", Pace.OVER: "danger"}
_MOST_UNDONE = 100


@dataclass
class Kept:
    """Of one conference, as long as the desk runs."""

    conference: Conference
    began: datetime
    roll_call: RollCall
    order: SpeakingOrder = field(default_factory=SpeakingOrder)
    agenda: tuple[AgendaItem, ...] = ()
    done: frozenset[AgendaItem] = frozenset()
    context: MeetingContext = field(default_factory=MeetingContext)
    limit: int = 0
    undo: list[RollCall] = field(default_factory=list)
    is_looked_up: bool = False


class Chair(QObject):
    """``kept`` is None before the first conference. Values are replaced, never changed in place."""

    roll_call_changed = Signal()
    order_changed = Signal()
    agenda_changed = Signal()
    context_changed = Signal()
    begun = Signal()
    """Another conference, or the same one again: everything is shown anew."""
    ended = Signal()
    put_away = Signal()
    """Another page comes, or the window closes: what waits to be saved is saved now."""

    def __init__(self, tools: PageTools, meeting: MeetingView) -> None:
        super().__init__(meeting)
        self.tools = tools
        self.meeting = meeting
        self.kept: Kept | None = None
        self._all: dict[Conference, Kept] = {}
        self._ticking = QTimer(self)
        self._ticking.setInterval(500)
        self._ticking.timeout.connect(self._tick)

    # --- the conference's life ----------------------------------------------------------------------------------------

    def begin(self, conference: Conference, asked: object = None) -> None:
        kept = self._all.get(conference)
        if kept is None or (datetime.now(UTC) - kept.began).total_seconds() > 12 * 3600:
            kept = self._all[conference] = Kept(conference, datetime.now(UTC), RollCall(conference.sites))
        self.kept = kept
        self._know(context_of(asked))
        self.begun.emit()
        self._tell_speaker()

    def end(self) -> None:
        """We have left; a turn that ran is paused, so that nobody's time grows while nobody watches."""
        if self.kept is not None and self.kept.order.is_running:
            self.set_order(self.kept.order.paused(time.monotonic()))
        self._ticking.stop()
        self.meeting.head.show_speaker("", "on_video")
        self.ended.emit()

    def look_up(self) -> None:
        """Ask calendar and mailbox what they know of it, once, when a tool that needs it is opened."""
        kept = self.kept
        if kept is None or kept.is_looked_up:
            return
        kept.is_looked_up = True
        conference, context, desk = kept.conference, kept.context, self.tools.desk
        now = datetime.now(UTC)

        def found(more: MeetingContext) -> None:
            kept.is_looked_up = bool(more.text)  # else once more: the mail may still be on its way
            if self.kept is kept:
                self._know(more)

        def failed() -> None:
            kept.is_looked_up = False  # without a mailbox everything works with what is typed

        self.tools.background.run(
            self, lambda: find_context(desk.mailbox, conference, context, now), found, lambda error: failed()
        )

    def _know(self, context: MeetingContext) -> None:
        kept = self.kept
        if kept is None or context == MeetingContext() or context == kept.context:
            return
        kept.context = context
        if not kept.agenda:
            kept.agenda = parse_agenda(context.text)
            self.agenda_changed.emit()
        self.context_changed.emit()

    # --- what the tools change ----------------------------------------------------------------------------------------

    def set_roll_call(self, roll_call: RollCall) -> None:
        if self.kept is not None and roll_call != self.kept.roll_call:
            self.kept.undo = [*self.kept.undo[-_MOST_UNDONE:], self.kept.roll_call]
            self.kept.roll_call = roll_call
            self.roll_call_changed.emit()

    def undo_roll_call(self) -> None:
        if self.kept is not None and self.kept.undo:
            self.kept.roll_call = self.kept.undo.pop()
            self.roll_call_changed.emit()

    def set_order(self, order: SpeakingOrder) -> None:
        if self.kept is not None:
            self.kept.order = order
            self.order_changed.emit()
            self._tell_speaker()

    def set_agenda(self, agenda: tuple[AgendaItem, ...], done: frozenset[AgendaItem]) -> None:
        if self.kept is not None:
            self.kept.agenda, self.kept.done = agenda, done
            self.agenda_changed.emit()

    @property
    def known_names(self) -> list[str]:
        """For completing a name that is typed."""
        if self.kept is None:
            return []
        names = [one.name for one in self.kept.roll_call.people]
        names += [*self.kept.context.attendees, *(item.speaker for item in self.kept.agenda if item.speaker)]
        return list(dict.fromkeys(names))

    # --- who speaks, over the pictures --------------------------------------------------------------------------------

    def _tick(self) -> None:
        self._tell_speaker()

    def _tell_speaker(self) -> None:
        order = self.kept.order if self.kept is not None else SpeakingOrder()
        if order.is_running and not self._ticking.isActive():
            self._ticking.start()
        elif not order.is_running:
            self._ticking.stop()
        if order.current is None:
            self.meeting.head.show_speaker("", "on_video")
            return
        now = time.monotonic()
        words = f"{order.current.name}  {duration(order.elapsed(now))}"
        if order.current.limit:
            words += f" / {duration(order.current.limit)}"
        self.meeting.head.show_speaker(words, _ROLES[order.pace(now)])

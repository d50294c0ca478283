"""The local calendar: everything a person does with it that needs no network. Reached as `Mailbox.calendar`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..model import FolderId, ItemId, Meeting, Person
from .model import (
    Answer,
    CalendarItem,
    CalendarItemId,
    CalendarRefusal,
    Invitation,
    MeetingDraft,
    Scope,
)
from .questions import Room
from .zones import OWN_ZONE

if TYPE_CHECKING:
    from ..database import Database


class Calendar:
    """Server truth with her pending acts laid over it. Thread-safe; every call is short. Raises `StoreError` only.

    What she does is written down and performed by the service (ask it to ``refresh``); `MailboxChanges.calendar` tells
    that something changed here. Nobody is mailed but as each method says.
    """

    def __init__(self, database: Database, zone: ZoneInfo = OWN_ZONE) -> None:
        self.zone = zone
        self._database = database

    # --- what is shown ---

    def is_here(self) -> bool:
        """False until the calendar has been fetched whole once."""
        raise NotImplementedError

    def items(self, begin: datetime, end: datetime) -> list[CalendarItem]:
        """Everything that touches the time from ``begin`` to before ``end``, recurrences expanded: by start, all-day
        items first, longer before shorter. At most 10,000. Cancelled meetings are among them, declined ones are not
        (the server removes them)."""
        raise NotImplementedError

    def item(self, item_id: CalendarItemId) -> CalendarItem | None:
        """One item, series or occurrence; None if it is no more."""
        raise NotImplementedError

    def conflicts(
        self, begin: datetime, end: datetime, *, apart_from: CalendarItemId | None = None
    ) -> list[CalendarItem]:
        """What keeps her busy then: no free time, nothing cancelled or declined, not the item (or series) itself."""
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 200) -> list[CalendarItem]:
        """Items and series whose subject, location, people or text hold all the words, marks or not; latest first."""
        raise NotImplementedError

    def reminders(self, begin: datetime, end: datetime) -> list[tuple[datetime, CalendarItem]]:
        """Reminders due from ``begin`` to before ``end``, in their order: when, and of what."""
        raise NotImplementedError

    # --- her own ---

    def draft_of(self, item_id: CalendarItemId, scope: Scope = Scope.THIS) -> MeetingDraft | None:
        """What to hand to the editing dialog: the occurrence, or with SERIES the whole series (with its recurrence)."""
        raise NotImplementedError

    def create(self, draft: MeetingDraft) -> CalendarItemId:
        """A new appointment; with attendees or rooms a meeting, to which all of them are invited once."""
        raise NotImplementedError

    def change(
        self, item_id: CalendarItemId, draft: MeetingDraft, *, scope: Scope = Scope.THIS, notify: bool = True
    ) -> CalendarItemId:
        """Make it what ``draft`` says; returns its id (an occurrence becomes an exception and keeps its id). Attendees
        are told if ``notify`` and she is the organizer; nobody otherwise. Also for moving by drag."""
        raise NotImplementedError

    def cancel(
        self, item_id: CalendarItemId, *, scope: Scope = Scope.THIS, notify: bool = True, comment: str = ""
    ) -> None:
        """Take it out of the calendar. Of her own meeting all attendees are told if ``notify``, with ``comment``; of
        somebody else's nobody ever is (to tell the organizer, `respond` with DECLINE)."""
        raise NotImplementedError

    # --- others' meetings ---

    def respond(
        self,
        item_id: CalendarItemId,
        answer: Answer,
        *,
        comment: str = "",
        tell_organizer: bool = True,
        scope: Scope = Scope.THIS,
    ) -> None:
        """ACCEPT, TENTATIVE or DECLINE: exactly one reply, to the organizer only (none if not ``tell_organizer``).
        A declined item leaves the calendar. SERIES answers for all occurrences.
        Raises `ValueError` for any other answer.
        """
        raise NotImplementedError

    def propose(
        self,
        item_id: CalendarItemId,
        start: datetime,
        end: datetime,
        *,
        answer: Answer = Answer.TENTATIVE,
        comment: str = "",
    ) -> None:
        """Answer TENTATIVE or DECLINE and propose another time: one reply, to the organizer only. Of a series: for this
        occurrence."""
        raise NotImplementedError

    def invitation(self, message_id: ItemId, meeting: Meeting) -> Invitation:
        """What the card above an invitation shows. ``meeting`` is what `Mailbox.message` read of that mail."""
        raise NotImplementedError

    def respond_to_message(
        self,
        message_id: ItemId,
        meeting: Meeting,
        answer: Answer,
        *,
        comment: str = "",
        tell_organizer: bool = True,
        proposed: tuple[datetime, datetime] | None = None,
    ) -> CalendarItemId:
        """`respond` (or `propose`) from the invitation's mail, also before its item is in the calendar: the item that
        comes later is the same. Returns its id."""
        raise NotImplementedError

    # --- after the act ---

    def undo(self) -> bool:
        """Take the newest act back while it has not left this PC. False: there is none (what was sent stays sent)."""
        raise NotImplementedError

    def refusals(self) -> list[CalendarRefusal]:
        """What the server refused and nobody has dismissed yet, oldest first."""
        raise NotImplementedError

    def dismiss(self, refusal_id: int) -> None:
        """She has read it."""
        raise NotImplementedError

    # --- people and places, also offline ---

    def people(self, *, limit: int = 500) -> list[Person]:
        """Those she has had meetings with, most often first: for completing a name."""
        raise NotImplementedError

    def rooms(self) -> list[Room]:
        """Rooms the server has named (`AskRooms`) or that stood in meetings, by name."""
        raise NotImplementedError

    def folder_id(self) -> FolderId | None:
        """The calendar folder on the server, for notifications; None before the first sync."""
        raise NotImplementedError

"""The local calendar: everything a person does with it that needs no network. Reached as `Mailbox.calendar`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from ..database import Database
from ..model import FolderId, ItemId, Meeting, Person
from . import acts, people, reading
from .expansion import days
from .gateway import ServerItem
from .invitations import answered, expected, invitation_of, item_for
from .model import (
    Answer,
    CalendarItem,
    CalendarItemId,
    CalendarRefusal,
    FreeBusy,
    Invitation,
    MeetingDraft,
    Scope,
)
from .occurrences import between, id_of, occurrence_on, parts_of, shown, special_days
from .overlay import FIELDS, draft_of_item, exception_on, item_of_draft, sound
from .questions import Room
from .store import fact, insert
from .stored_form import draft_value
from .zones import OWN_ZONE

MOST_ITEMS = 10_000
_ANSWERS = (Answer.ACCEPT, Answer.TENTATIVE, Answer.DECLINE)
_LONGEST_REMINDER = timedelta(days=14)


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
        with self._database.read() as connection:
            return fact(connection, "is_here") is not None

    def items(self, begin: datetime, end: datetime) -> list[CalendarItem]:
        """Everything that touches the time from ``begin`` to before ``end``, recurrences expanded: by start, all-day
        items first, longer before shorter. At most 10,000. Cancelled meetings are among them, declined ones are not
        (the server removes them)."""
        with self._database.read() as connection:
            found = reading.in_window(connection, begin, end)
        singles = [kept for kept in found if kept.item is not None and kept.item.recurrence is None]
        series = [kept for kept in found if kept.item is not None and kept.item.recurrence is not None]
        groups: list[Iterator[CalendarItem]] = [self._between(kept, begin, end) for kept in series]
        groups += [iter(sorted((one for kept in singles for one in self._between(kept, begin, end)), key=_order))]
        # Merged as they come, so that a hundred hostile rules cost no more than one.
        return sorted(islice(merge(*groups, key=lambda one: one.start), MOST_ITEMS), key=_order)

    def item(self, item_id: CalendarItemId) -> CalendarItem | None:
        """One item, series or occurrence; None if it is no more."""
        number, day = parts_of(item_id)
        with self._database.read() as connection:
            kept = reading.by_number(connection, number)
        found = None if kept is None else self._shown(kept, day)
        return found

    def conflicts(
        self, begin: datetime, end: datetime, *, apart_from: CalendarItemId | None = None
    ) -> list[CalendarItem]:
        """What keeps her busy then: no free time, nothing cancelled or declined, not the item (or series) itself."""
        own = parts_of(apart_from)[0] if apart_from else 0
        return [
            one
            for one in self.items(begin, end)
            if one.busy is not FreeBusy.FREE
            and not one.is_cancelled
            and one.my_response is not Answer.DECLINE
            and one.end > begin
            and parts_of(one.id)[0] != own
        ]

    def search(self, words: str, *, limit: int = 200) -> list[CalendarItem]:
        """Items and series whose subject, location, people or text hold all the words, marks or not; latest first."""
        with self._database.read() as connection:
            numbers = people.numbers_with(connection, words, limit)
            found = {kept.number: kept for kept in reading.by_numbers(connection, numbers)}
        hits = (self._shown(found[number], None) for number in numbers if number in found)
        return [hit for hit in hits if hit is not None]

    def reminders(self, begin: datetime, end: datetime) -> list[tuple[datetime, CalendarItem]]:
        """Reminders due from ``begin`` to before ``end``, in their order: when, and of what."""
        due = [
            (one.start - timedelta(minutes=one.reminder_minutes), one)
            for one in self.items(begin, end + _LONGEST_REMINDER)
            if one.reminder_minutes is not None and not one.is_cancelled
        ]
        return sorted((one for one in due if begin <= one[0] < end), key=lambda one: (one[0], one[1].start))

    # --- her own ---

    def draft_of(self, item_id: CalendarItemId, scope: Scope = Scope.THIS) -> MeetingDraft | None:
        """What to hand to the editing dialog: the occurrence, or with SERIES the whole series (with its recurrence)."""
        number, day = parts_of(item_id)
        with self._database.read() as connection:
            kept = reading.by_number(connection, number)
        found = None if kept is None else _chosen(kept, day, scope)
        return None if found is None else draft_of_item(found[0])

    def create(self, draft: MeetingDraft) -> CalendarItemId:
        """A new appointment; with attendees or rooms a meeting, to which all of them are invited once."""
        zone = self.zone.key
        draft = sound(draft, zone)
        own_key = acts.new_mark()
        with self._database.write(durable=True) as connection:
            number = insert(connection, item_of_draft(draft, own_key, zone), is_local=True, walk=0)
            value = {"draft": draft_value(draft), "zone": zone}
            acts.write_down(connection, number, None, "create", value, subject=draft.subject)
        return id_of(number)

    def change(
        self, item_id: CalendarItemId, draft: MeetingDraft, *, scope: Scope = Scope.THIS, notify: bool = True
    ) -> CalendarItemId:
        """Make it what ``draft`` says; returns its id (an occurrence becomes an exception and keeps its id). Attendees
        are told if ``notify`` and she is the organizer; nobody otherwise. Also for moving by drag."""
        number, day = parts_of(item_id)
        with self._database.write(durable=True) as connection:
            kept = reading.by_number(connection, number)
            chosen = None if kept is None else _chosen(kept, day, scope)
            if chosen is None:
                return item_id
            item, day = chosen
            draft = sound(draft, item.zone)
            before = draft_of_item(item)
            fields = sorted(name for name in FIELDS if getattr(before, name) != getattr(draft, name))
            if day is not None:
                fields = [name for name in fields if name != "recurrence"]
            if fields:
                value = {"draft": draft_value(draft), "fields": fields, "notify": notify and item.is_organizer}
                acts.write_down(connection, number, day, "change", value, subject=draft.subject)
        return id_of(number, day)

    def cancel(
        self, item_id: CalendarItemId, *, scope: Scope = Scope.THIS, notify: bool = True, comment: str = ""
    ) -> None:
        """Take it out of the calendar. Of her own meeting all attendees are told if ``notify``, with ``comment``; of
        somebody else's nobody ever is (to tell the organizer, `respond` with DECLINE)."""
        self._write(item_id, scope, "cancel", {"notify": notify, "comment": comment})

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
        Raises `ValueError` for any other answer."""
        if answer not in _ANSWERS:
            raise ValueError(answer)
        value = {"answer": answer.value, "comment": comment, "tell": tell_organizer}
        self._write(item_id, scope, "respond", value)

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
        if answer not in (Answer.TENTATIVE, Answer.DECLINE):
            raise ValueError(answer)
        value = {"answer": answer.value, "comment": comment, "tell": True, "proposed": acts.span(start, end)}
        self._write(item_id, Scope.THIS, "propose", value)

    def invitation(self, message_id: ItemId, meeting: Meeting) -> Invitation:
        """What the card above an invitation shows. ``meeting`` is what `Mailbox.message` read of that mail."""
        with self._database.read() as connection:
            number, sent = item_for(connection, meeting)
            kept = reading.by_number(connection, number) if number else None
            owner = people.owner(connection)
            remembered = answered(connection, meeting)
        item = None if kept is None else self._shown(kept, None)
        apart_from = None if kept is None else id_of(kept.number)
        conflicts = self.conflicts(meeting.start, meeting.end, apart_from=apart_from)
        return invitation_of(meeting, owner, kept, item, remembered, sent, tuple(conflicts))

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
        if answer not in _ANSWERS:
            raise ValueError(answer)
        value: dict[str, Any] = {"answer": answer.value, "comment": comment, "tell": tell_organizer}
        if proposed is not None:
            value["proposed"] = acts.span(*proposed)
        with self._database.write(durable=True) as connection:
            number, _ = item_for(connection, meeting)
            if not number:
                number = insert(connection, expected(meeting, self.zone.key), is_local=True, walk=0)
            message = people.message_number(connection, message_id)
            kind = "respond" if proposed is None else "propose"
            acts.write_down(connection, number, None, kind, value, subject=meeting.summary, message=message)
        return id_of(number)

    # --- after the act ---

    def undo(self) -> bool:
        """Take the newest act back while it has not left this PC. False: there is none (what was sent stays sent)."""
        with self._database.write(durable=True) as connection:
            return acts.undo(connection)

    def refusals(self) -> list[CalendarRefusal]:
        """What the server refused and nobody has dismissed yet, oldest first."""
        with self._database.read() as connection:
            return acts.refusals(connection)

    def dismiss(self, refusal_id: int) -> None:
        """She has read it."""
        with self._database.write() as connection:
            acts.dismiss(connection, refusal_id)

    # --- people and places, also offline ---

    def people(self, *, limit: int = 500) -> list[Person]:
        """Those she has had meetings with, most often first: for completing a name."""
        with self._database.read() as connection:
            return people.met(connection, limit)

    def rooms(self) -> list[Room]:
        """Rooms the server has named (`remember_rooms`) or that stood in meetings, by name."""
        with self._database.read() as connection:
            return people.rooms(connection)

    def remember_rooms(self, rooms: tuple[Room, ...]) -> None:
        """What `AskRooms` answered, for when the server is not there."""
        with self._database.write() as connection:
            people.remember_rooms(connection, rooms)

    def folder_id(self) -> FolderId | None:
        """The calendar folder on the server, for notifications; None before the first sync."""
        with self._database.read() as connection:
            found = fact(connection, "folder")
        return FolderId(found) if found else None

    # --- within ---

    def _write(self, item_id: CalendarItemId, scope: Scope, kind: str, value: dict[str, Any]) -> None:
        number, day = parts_of(item_id)
        with self._database.write(durable=True) as connection:
            kept = reading.by_number(connection, number)
            chosen = None if kept is None else _chosen(kept, day, scope)
            if chosen is not None:
                acts.write_down(connection, number, chosen[1], kind, value, subject=chosen[0].subject)

    def _between(self, kept: reading.Kept, begin: datetime, end: datetime) -> Iterator[CalendarItem]:
        assert kept.item is not None
        for one in between(kept.item, kept.number, begin, end, self.zone):
            yield self._marked(one, kept)

    def _shown(self, kept: reading.Kept, day: date | None) -> CalendarItem | None:
        chosen = _chosen(kept, day, Scope.THIS)
        if chosen is None or kept.item is None:
            return None
        item, day = chosen
        return self._marked(shown(item, kept.number, self.zone, series=None if day is None else kept.item), kept)

    @staticmethod
    def _marked(item: CalendarItem, kept: reading.Kept) -> CalendarItem:
        return acts.marked(item, kept.pending, parts_of(item.id)[1])


def _chosen(kept: reading.Kept, day: date | None, scope: Scope) -> tuple[ServerItem, date | None] | None:
    """What an act with this scope is about, as it is shown, and the day that names it; None: it is no more."""
    item = kept.item
    if item is None or day is None or item.recurrence is None or scope is Scope.SERIES:
        return None if item is None else (item, None)
    exception = exception_on(item, day)
    if exception is not None:
        return exception, day
    if day in set(special_days(item)) or day not in days(item.recurrence, day, day):
        return None
    return occurrence_on(item, day), day


def _order(item: CalendarItem) -> tuple[object, ...]:
    return item.start, not item.is_all_day, item.start - item.end, item.subject, item.id

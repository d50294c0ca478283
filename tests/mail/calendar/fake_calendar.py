"""FakeCalendar: a calendar on a server in memory, with a change log whose length is the sync state, the mails that left
the house, and a tester's wishes: lost answers, requests that come through late, forgotten states."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from mail import (
    Answer,
    Availability,
    FolderId,
    ItemGone,
    ItemKind,
    MeetingDraft,
    OutcomeUnknown,
    Person,
    Refused,
    Room,
    RoomList,
    SyncStateLost,
)
from mail.calendar.gateway import ByMessage, ByUid, CalendarBatch, Found, OneOccurrence, ServerItem, Target, WholeItem
from mail.calendar.occurrences import occurrence_on, original_day, special_days
from mail.calendar.overlay import FIELDS, exception_on, item_of_draft, with_draft
from mail.model import SyncState
from tests.mail.builders import HANH


@dataclass
class Kept:
    item: ServerItem
    version: int = 1
    mark: str = ""
    replied_at: datetime | None = None


@dataclass(frozen=True)
class Mailed:
    """One mail of the calendar that left the house."""

    kind: str
    uid: str
    to: tuple[str, ...]
    comment: str = ""
    proposed: tuple[datetime, datetime] | None = None


@dataclass
class FakeCalendar:
    """Implements `mail.calendar.gateway.CalendarGateway`."""

    page_size: int = 512
    owner: Person = HANH
    calls: list[str] = field(default_factory=list)
    mailed: list[Mailed] = field(default_factory=list)
    busy: dict[str, Availability] = field(default_factory=dict)
    lists: dict[RoomList, tuple[Room, ...]] = field(default_factory=dict)
    invitations: dict[str, str] = field(default_factory=dict)
    """Message ids of invitations to the UIDs of what they are about."""
    before_call: Callable[[str], None] | None = None

    def __post_init__(self) -> None:
        self.kept: dict[str, Kept] = {}
        self._log: list[str] = []
        self._epoch = 0
        self._numbers = itertools.count(1)
        self._faults: list[tuple[str, Exception, str]] = []
        self._late: list[Callable[[], None]] = []
        self._clock = datetime(2026, 11, 1, tzinfo=UTC)

    # --- the port ----------------------------------------------------------------------------------------------------

    def folder(self) -> FolderId:
        self._called("folder")
        return FolderId("calendar")

    def changes(self, sync_state: SyncState | None) -> CalendarBatch:
        self._called("changes")
        start = 0
        if sync_state is not None:
            epoch, _, position = sync_state.partition(":")
            if epoch != str(self._epoch):
                raise SyncStateLost("calendar")
            start = int(position)
        page = self._log[start : start + self.page_size]
        end = start + len(page)
        changed = list(dict.fromkeys(page))
        return CalendarBatch(
            items=tuple(replace(self.kept[one].item, item_id=one) for one in changed if one in self.kept),
            deleted=tuple(one for one in changed if one not in self.kept) if sync_state else (),
            sync_state=SyncState(f"{self._epoch}:{end}"),
            is_last=end == len(self._log),
        )

    def find(self, target: Target) -> Found:
        self._called("find")
        match target:
            case WholeItem(item_id):
                return self._found(item_id)
            case OneOccurrence(series_id, _, original_start):
                kept = self._kept(series_id)
                day = original_day(kept.item, original_start)
                if day in set(special_days(kept.item)) and exception_on(kept.item, day) is None:
                    raise ItemGone(series_id)
                return self._found(f"{series_id}#{day.toordinal()}")
            case ByMessage(message_id):
                uid = self.invitations.get(message_id)
                if uid is None:
                    raise ItemGone(message_id)
                known = self._with_uid(uid)
                if known is None:
                    return Found(message_id, "1", in_calendar=False)
                return self._found(known)
            case ByUid(uid, _):
                known = self._with_uid(uid)
                if known is None:
                    raise ItemGone(uid)
                return self._found(known)

    def find_own(self, own_key: str) -> tuple[Found, ...]:
        self._called("find_own")
        return tuple(self._found(one) for one, kept in self.kept.items() if kept.item.own_key == own_key)

    def create(self, own_key: str, draft: MeetingDraft, zone: str) -> Found:
        item_id = f"event-{next(self._numbers)}"

        def act() -> None:
            item = item_of_draft(draft, own_key, zone)
            self.put(replace(item, item_id=item_id, uid=f"uid-{item_id}", organizer=self.owner))

        self._act("create", act)
        return self._found(item_id)

    def invite(self, found: Found, mark: str) -> None:
        def act() -> None:
            kept = self._checked(found)
            kept.mark = mark
            self._touch(found.item_id)
            self._mail("request", kept.item)

        self._act("invite", act)

    def change(
        self, found: Found, draft: MeetingDraft, fields: frozenset[str], zone: str, *, mark: str, notify: bool
    ) -> None:
        assert fields <= FIELDS

        def act() -> None:
            kept = self._checked(found)
            self._replace(found.item_id, lambda item: with_draft(item, draft, fields))
            kept.mark = mark
            if notify and kept.item.attendees:
                self._mail("update", kept.item)

        self._act("change", act)

    def cancel(self, found: Found, *, notify: bool, comment: str) -> None:
        def act() -> None:
            kept = self._checked(found)
            if notify and kept.item.is_organizer and kept.item.attendees:
                self._mail("cancel", kept.item, comment)
            self._replace(found.item_id, lambda item: None)

        self._act("cancel", act)

    def respond(
        self,
        found: Found,
        answer: Answer,
        *,
        comment: str,
        tell_organizer: bool,
        proposed: tuple[datetime, datetime] | None,
    ) -> None:
        def act() -> None:
            item_id = found.item_id
            if not found.in_calendar:
                uid = self.invitations[item_id]
                if self._with_uid(uid) is not None:
                    raise Refused("ErrorIrresolvableConflict")
                item_id = self.invite_owner(uid, in_mail_only=False)
                kept = self.kept[item_id]
            else:
                kept = self._checked(found)
            if kept.item.is_organizer:
                raise Refused("ErrorCalendarIsOrganizerForAccept")
            if tell_organizer:
                organizer = kept.item.organizer
                assert organizer is not None
                self.mailed.append(Mailed(answer.value, kept.item.uid, (organizer.address,), comment, proposed))
            self._clock += timedelta(minutes=1)
            kept.replied_at = self._clock
            if answer is Answer.DECLINE:
                self._replace(item_id, lambda item: None)
            else:
                self._replace(item_id, lambda item: replace(item, my_response=answer))

        self._act("respond", act)

    def availability(self, addresses: tuple[str, ...], start: datetime, end: datetime) -> tuple[Availability, ...]:
        self._called("availability")
        return tuple(
            self.busy.get(address, Availability(address, error="ErrorMailRecipientNotFound")) for address in addresses
        )

    def room_lists(self) -> tuple[RoomList, ...]:
        self._called("room_lists")
        return tuple(self.lists)

    def rooms(self, list_address: str) -> tuple[Room, ...]:
        self._called("rooms")
        return next((rooms for one, rooms in self.lists.items() if one.address == list_address), ())

    # --- a tester's wishes -------------------------------------------------------------------------------------------

    def put(self, item: ServerItem) -> str:
        """An item is in the calendar, made by whomever."""
        item_id = item.item_id or f"event-{next(self._numbers)}"
        self.kept[item_id] = Kept(replace(item, item_id=item_id))
        self._log.append(item_id)
        return item_id

    def invite_owner(self, uid: str, *, in_mail_only: bool, item: ServerItem | None = None) -> str:
        """Somebody's invitation came: message ``mail-<uid>``; in the calendar too, as Exchange puts it there."""
        self.invitations[f"mail-{uid}"] = uid
        if in_mail_only:
            return ""
        start = datetime(2026, 11, 24, 1, tzinfo=UTC)
        ready = item or ServerItem("", ItemKind.SINGLE, uid, "Họp", start, start + timedelta(hours=1))
        organizer = ready.organizer or Person("Vũ Hoàng Nam", "nam.vh@boldptxh.example")
        return self.put(
            replace(ready, uid=uid, organizer=organizer, is_meeting=True, is_organizer=False, my_response=Answer.NONE)
        )

    def remove(self, item_id: str) -> None:
        del self.kept[item_id]
        self._log.append(item_id)

    def amend(self, item_id: str, item: ServerItem) -> None:
        self.kept[item_id].item = replace(item, item_id=item_id)
        self._touch(item_id)

    def forget_sync_states(self) -> None:
        self._epoch += 1

    def lose_answer(self, method: str, error: Exception | None = None) -> None:
        """Its next call is carried out, and the answer lost."""
        self._faults.append((method, error or OutcomeUnknown(), "after"))

    def lose_request(self, method: str, error: Exception | None = None) -> None:
        self._faults.append((method, error or OutcomeUnknown(), "before"))

    def be_late(self, method: str) -> None:
        """Its next call is given up by the client, and carried out by the server after the next act was asked."""
        self._faults.append((method, OutcomeUnknown(), "late"))

    # --- within ------------------------------------------------------------------------------------------------------

    def _called(self, method: str) -> None:
        if self.before_call is not None:
            self.before_call(method)
        self.calls.append(method)

    def _act(self, method: str, act: Callable[[], None]) -> None:
        self._called(method)
        late, self._late = self._late, []
        fault = next((one for one in self._faults if one[0] == method), None)
        if fault is None:
            act()
        else:
            self._faults.remove(fault)
            if fault[2] == "late":
                self._late.append(act)
            elif fault[2] == "after":
                act()
        for one in late:
            self._settle(one)
        if fault is not None:
            raise fault[1]

    def settle(self) -> None:
        """What was still on its way is carried out."""
        late, self._late = self._late, []
        for one in late:
            self._settle(one)

    @staticmethod
    def _settle(act: Callable[[], None]) -> None:
        with suppress(Refused, ItemGone):  # nobody hears of it
            act()

    def _kept(self, item_id: str) -> Kept:
        kept = self.kept.get(item_id.partition("#")[0])
        if kept is None:
            raise ItemGone(item_id)
        return kept

    def _found(self, item_id: str) -> Found:
        kept = self._kept(item_id)
        item = self._part(item_id, kept)
        return Found(
            item_id, str(kept.version), kept.mark, item.my_response, kept.replied_at, is_cancelled=item.is_cancelled
        )

    def _part(self, item_id: str, kept: Kept) -> ServerItem:
        _, _, day = item_id.partition("#")
        if not day:
            return kept.item
        on = date.fromordinal(int(day))
        return exception_on(kept.item, on) or occurrence_on(kept.item, on)

    def _checked(self, found: Found) -> Kept:
        kept = self._kept(found.item_id)
        if str(kept.version) != found.change_key:
            raise Refused("ErrorIrresolvableConflict")
        return kept

    def _replace(self, item_id: str, change: Callable[[ServerItem], ServerItem | None]) -> None:
        kept = self._kept(item_id)
        series_id, _, day = item_id.partition("#")
        changed = change(self._part(item_id, kept))
        if not day:
            if changed is None:
                self.remove(item_id)
                return
            kept.item = changed
        else:
            on = date.fromordinal(int(day))
            others = tuple(
                one
                for one in kept.item.exceptions
                if one.original_start is not None and original_day(kept.item, one.original_start) != on
            )
            if changed is None:
                gone = (*kept.item.deleted, occurrence_on(kept.item, on).start)
                kept.item = replace(kept.item, exceptions=others, deleted=gone)
            else:
                exception = replace(changed, item_id=item_id, kind=ItemKind.EXCEPTION, recurrence=None)
                kept.item = replace(kept.item, exceptions=(*others, exception))
        self._touch(series_id)

    def _touch(self, item_id: str) -> None:
        self.kept[item_id.partition("#")[0]].version += 1
        self._log.append(item_id.partition("#")[0])

    def _with_uid(self, uid: str) -> str | None:
        return next((one for one, kept in self.kept.items() if kept.item.uid == uid), None)

    def _mail(self, kind: str, item: ServerItem, comment: str = "") -> None:
        to = tuple(one.person.address for one in item.attendees)
        self.mailed.append(Mailed(kind, item.uid, to, comment))

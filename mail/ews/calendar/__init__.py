"""The calendar over EWS: `mail.calendar.gateway.CalendarGateway`. One part of `EwsMailboxGateway`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from exchangelib.util import create_element

from ...calendar.gateway import (
    ByMessage,
    ByUid,
    CalendarBatch,
    Found,
    OneOccurrence,
    ServerItem,
    Target,
    WholeItem,
)
from ...calendar.model import Answer, MeetingDraft
from ...calendar.questions import Availability, Room, RoomList
from ...errors import ItemGone, Refused
from ...model import FolderId, SyncState
from ..changes import MOST_CHANGES, SyncItemsPage
from ..conversation import Conversation
from ..errors import ews_errors
from ..soap_shapes import T, moment_of, text_of
from . import free_busy, verbs
from .draft_xml import PEOPLE, QUIET, mark_update, updates
from .item_xml import modified, read_found, read_item

CHUNK = 64
_NO_SUCH_OCCURRENCE = (
    "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
    "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
)
_ANOTHER_DAY = timedelta(hours=12)


class EwsCalendar:
    def __init__(self, conversation: Conversation, page_size: int) -> None:
        self._conversation = conversation
        self._page_size = max(1, min(page_size, MOST_CHANGES))
        self._folder: FolderId | None = None

    def folder(self) -> FolderId:
        if self._folder is None:
            with self._errors("calendar"):
                self._folder = FolderId(verbs.FindCalendar(account=self._conversation).id())
        return self._folder

    def changes(self, sync_state: SyncState | None) -> CalendarBatch:
        """Ids first, then the items; those that went away between the two are left out: a later page tells of it."""
        folder = self.folder()
        with self._errors(folder):
            wanted: dict[str, None] = {}
            deleted: list[str] = []
            service = SyncItemsPage(account=self._conversation)
            for change in service.page(folder, sync_state, self._page_size):
                if isinstance(change, Exception):
                    raise change
                kind = change.tag.removeprefix(T)
                if kind == "Delete":
                    deleted.append(_id_of(change))
                elif len(change):
                    wanted[_id_of(change if kind == "ReadFlagChange" else change[0])] = None
            state, is_last = service.sync_state, service.includes_last_item_in_range is not False
            items = tuple(self._items(list(wanted)))
        return CalendarBatch(items, tuple(deleted), SyncState(state or ""), is_last)

    def find(self, target: Target) -> Found:
        with self._errors(str(target)):
            match target:
                case WholeItem(item_id):
                    return read_found(self._state(verbs.whole(item_id)))
                case OneOccurrence(series_id, number, original_start):
                    element = self._state(verbs.occurrence(series_id, number))
                    # A server that counts otherwise would give another day's: never act on that.
                    if abs(moment_of(element, f"{T}OriginalStart") - original_start) >= _ANOTHER_DAY:
                        raise ItemGone(series_id)
                    return read_found(element)
                case ByMessage(message_id):
                    return self._of_message(message_id)
                case ByUid(uid, start):
                    return self._with_uid(uid, start)

    def find_own(self, own_key: str) -> tuple[Found, ...]:
        with self._errors(own_key):
            ids = [_id_of(one) for one in verbs.FindEvents(account=self._conversation).own(own_key)]
            return tuple(read_found(self._state(verbs.whole(item_id))) for item_id in ids)

    def create(self, own_key: str, draft: MeetingDraft, zone: str) -> Found:
        with self._errors(own_key, is_send=True):
            return read_found(verbs.CreateEvent(account=self._conversation).silently(own_key, draft, zone))

    def invite(self, found: Found, mark: str) -> None:
        """Nobody was told of the item yet: the first update that tells them is their invitation."""
        changes = create_element("t:Updates")
        changes.append(mark_update(mark))
        with self._errors(found.item_id, is_send=True):
            verbs.UpdateEvent(account=self._conversation).set(found, changes, "SendToAllAndSaveCopy")

    def change(
        self, found: Found, draft: MeetingDraft, fields: frozenset[str], zone: str, *, mark: str, notify: bool
    ) -> None:
        told = "SendToNone"
        if notify and fields - QUIET:
            told = "SendToChangedAndSaveCopy" if fields <= PEOPLE | QUIET else "SendToAllAndSaveCopy"
        with self._errors(found.item_id, is_send=True):
            changes = updates(draft, fields, zone, mark)
            verbs.UpdateEvent(account=self._conversation).set(found, changes, told)

    def cancel(self, found: Found, *, notify: bool, comment: str) -> None:
        with self._errors(found.item_id, is_send=True):
            if notify and found.is_her_meeting:
                verbs.CreateResponse(account=self._conversation).cancel(found, comment)
            else:
                verbs.RemoveEvent(account=self._conversation).silently(found)

    def respond(
        self,
        found: Found,
        answer: Answer,
        *,
        comment: str,
        tell_organizer: bool,
        proposed: tuple[datetime, datetime] | None,
    ) -> None:
        with self._errors(found.item_id, is_send=True):
            service = verbs.CreateResponse(account=self._conversation)
            service.answer(found, answer, comment, tell_organizer, proposed)

    def availability(self, addresses: tuple[str, ...], start: datetime, end: datetime) -> tuple[Availability, ...]:
        with self._errors("availability"):
            return free_busy.availability(self._conversation, addresses, start, end)

    def room_lists(self) -> tuple[RoomList, ...]:
        with self._errors("rooms"):
            return tuple(RoomList(*_named(one)) for one in verbs.RoomLists(self._conversation).all())

    def rooms(self, list_address: str) -> tuple[Room, ...]:
        with self._errors(list_address):
            found = verbs.Rooms(self._conversation).of(list_address)
            return tuple(Room(*_named(one.find(f"{T}Id"))) for one in found)

    # --- within ---

    @contextmanager
    def _errors(self, about: str, *, is_send: bool = False) -> Iterator[None]:
        try:
            with ews_errors(self._conversation.host, about=about, is_send=is_send):
                yield
        except Refused as error:
            if error.code in _NO_SUCH_OCCURRENCE:
                raise ItemGone(about) from error
            raise

    def _state(self, named: Any, *more_fields: str) -> Any:
        return verbs.GetItems(account=self._conversation).state(named, *more_fields)

    def _items(self, ids: list[str]) -> Iterator[ServerItem]:
        own = self._conversation.primary_smtp_address
        for start in range(0, len(ids), CHUNK):
            elements = self._elements(ids[start : start + CHUNK])
            special = {id_: original for element in elements for id_, original in modified(element)}
            exceptions: dict[str, ServerItem] = {}
            wanted = list(special)
            for first in range(0, len(wanted), CHUNK):
                for one in self._elements(wanted[first : first + CHUNK]):
                    item = read_item(one, own)
                    original = item.original_start or special.get(item.item_id)
                    exceptions[item.item_id] = replace(item, original_start=original, recurrence=None)
            for element in elements:
                own_exceptions = (exceptions[id_] for id_, _ in modified(element) if id_ in exceptions)
                yield read_item(element, own, exceptions=tuple(own_exceptions))

    def _elements(self, ids: list[str]) -> list[Any]:
        found = verbs.GetItems(account=self._conversation).whole(ids)
        return [
            one
            for one in found
            if not isinstance(one, Exception) and one is not True and one is not None and one.tag == f"{T}CalendarItem"
        ]

    def _of_message(self, message_id: str) -> Found:
        """The calendar's item is answered rather than the invitation: so the mail stays where she has it."""
        element = self._state(verbs.whole(message_id), "meeting:AssociatedCalendarItemId")
        item = element.find(f"{T}AssociatedCalendarItemId")
        if item is not None:
            try:
                with self._errors(message_id):
                    return read_found(self._state(verbs.whole(item.get("Id"))))
            except ItemGone:
                pass
        if element.tag != f"{T}MeetingRequest":
            raise Refused("ErrorInvalidRequest")
        return replace(read_found(element), in_calendar=False)

    def _with_uid(self, uid: str, start: datetime) -> Found:
        near = [
            one for one in verbs.FindEvents(account=self._conversation).around(start) if text_of(one, f"{T}UID") == uid
        ]
        for one in sorted(near, key=lambda one: abs(moment_of(one, f"{T}Start") - start)):
            is_part = text_of(one, f"{T}CalendarItemType") in ("Occurrence", "Exception")
            return read_found(self._state(verbs.master_of(_id_of(one)) if is_part else verbs.whole(_id_of(one))))
        raise ItemGone(uid)


def _id_of(element: Any) -> str:
    return str(element.find(f"{T}ItemId").get("Id"))


def _named(element: Any) -> tuple[str, str]:
    address = text_of(element, f"{T}EmailAddress")
    return text_of(element, f"{T}Name") or address, address

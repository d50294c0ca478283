"""The EWS operations of the calendar, one request each, over our `Conversation`. Used by `EwsCalendar`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from exchangelib.services import (
    CreateItem,
    DeleteItem,
    FindItem,
    GetFolder,
    GetItem,
    GetRoomLists,
    GetRooms,
    UpdateItem,
)
from exchangelib.util import create_element

from ...calendar.gateway import Found
from ...calendar.model import Answer, MeetingDraft
from ...errors import Refused
from ..conversation import Conversation, OneShot
from ..soap_shapes import T, distinguished, item_ids, shape
from .draft_xml import leaf, utc, whole_item
from .item_xml import CONFERENCE_PROPERTIES, FIELDS, KEY_PROPERTY, MARK_PROPERTY, STATE_FIELDS

_RESPONSES = {
    Answer.ACCEPT: "t:AcceptItem",
    Answer.TENTATIVE: "t:TentativelyAcceptItem",
    Answer.DECLINE: "t:DeclineItem",
}


class FindCalendar(OneShot, GetFolder):  # type: ignore[misc]
    def id(self) -> str:
        payload = create_element("m:GetFolder")
        payload.append(shape("m:FolderShape", ()))
        folders = create_element("m:FolderIds")
        folders.append(distinguished("calendar", self.account.primary_smtp_address))
        payload.append(folders)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element
            return str(element.find(f"{T}FolderId").get("Id"))
        raise ValueError("no folder")


class GetItems(OneShot, GetItem):  # type: ignore[misc]
    def whole(self, ids: Sequence[str]) -> Iterable[Any]:
        """Elements, or exceptions in their place."""
        asked = shape("m:ItemShape", FIELDS, (KEY_PROPERTY, *CONFERENCE_PROPERTIES))
        body_type = leaf("t:BodyType", "Text")
        asked.insert(1, body_type)
        payload = create_element("m:GetItem")
        payload.append(asked)
        payload.append(item_ids("m:ItemIds", ids))
        return self._get_elements(payload)

    def state(self, named: Any, *more_fields: str) -> Any:
        payload = create_element("m:GetItem")
        payload.append(_shape((*STATE_FIELDS, *more_fields), MARK_PROPERTY))
        ids = create_element("m:ItemIds")
        ids.append(named)
        payload.append(ids)
        return _only(self._get_elements(payload))


class FindEvents(OneShot, FindItem):  # type: ignore[misc]
    def own(self, own_key: str) -> list[Any]:
        payload = create_element("m:FindItem", attrs={"Traversal": "Shallow"})
        payload.append(shape("m:ItemShape", ()))
        view = {"MaxEntriesReturned": 10, "Offset": 0, "BasePoint": "Beginning"}
        payload.append(create_element("m:IndexedPageItemView", attrs=view))
        constant = create_element("t:FieldURIOrConstant")
        constant.append(create_element("t:Constant", attrs={"Value": own_key}))
        is_equal = create_element("t:IsEqualTo")
        is_equal.append(create_element("t:ExtendedFieldURI", attrs=KEY_PROPERTY))
        is_equal.append(constant)
        restriction = create_element("m:Restriction")
        restriction.append(is_equal)
        payload.append(restriction)
        return self._found(payload)

    def around(self, moment: datetime) -> list[Any]:
        """What is in the calendar that day, occurrences expanded by the server."""
        payload = create_element("m:FindItem", attrs={"Traversal": "Shallow"})
        payload.append(shape("m:ItemShape", ("calendar:UID", "calendar:Start", "calendar:CalendarItemType")))
        view = {
            "MaxEntriesReturned": 1000,
            "StartDate": utc(moment - timedelta(days=1)),
            "EndDate": utc(moment + timedelta(days=1)),
        }
        payload.append(create_element("m:CalendarView", attrs=view))
        return self._found(payload)

    def _found(self, payload: Any) -> list[Any]:
        folder = create_element("m:ParentFolderIds")
        folder.append(distinguished("calendar", self.account.primary_smtp_address))
        payload.append(folder)
        found: list[Any] = []
        for page, _ in self._get_elements(payload):
            if isinstance(page, Exception):
                raise page
            if page is not None:
                found += page.findall(f"{T}Items/{T}CalendarItem")
        return found


class CreateEvent(OneShot, CreateItem):  # type: ignore[misc]
    is_send = True

    def silently(self, own_key: str, draft: MeetingDraft, zone: str) -> Any:
        payload = create_element("m:CreateItem", attrs={"SendMeetingInvitations": "SendToNone"})
        folder = create_element("m:SavedItemFolderId")
        folder.append(distinguished("calendar", self.account.primary_smtp_address))
        payload.append(folder)
        items = create_element("m:Items")
        items.append(whole_item(draft, zone, own_key))
        payload.append(items)
        return _only(self._get_elements(payload))


class CreateResponse(OneShot, CreateItem):  # type: ignore[misc]
    """Exchange addresses it itself: to the organizer and nobody else."""

    is_send = True

    def answer(
        self,
        found: Found,
        answer: Answer,
        comment: str,
        tell_organizer: bool,
        proposed: tuple[datetime, datetime] | None,
    ) -> None:
        response = create_element(_RESPONSES[answer])
        if comment:
            response.append(leaf("t:Body", comment, BodyType="Text"))
        response.append(_reference("t:ReferenceItemId", found))
        if proposed is not None:
            if not self.account.is_2013:  # it would answer, and leave the proposal out
                raise Refused("ErrorInvalidServerVersion")
            response.append(leaf("t:ProposedStart", utc(proposed[0])))
            response.append(leaf("t:ProposedEnd", utc(proposed[1])))
        self._respond(response, "SendAndSaveCopy" if tell_organizer else "SaveOnly")

    def cancel(self, found: Found, comment: str) -> None:
        response = create_element("t:CancelCalendarItem")
        response.append(_reference("t:ReferenceItemId", found))
        if comment:
            response.append(leaf("t:NewBodyContent", comment, BodyType="Text"))
        self._respond(response, "SendAndSaveCopy")

    def _respond(self, response: Any, disposition: str) -> None:
        payload = create_element("m:CreateItem", attrs={"MessageDisposition": disposition})
        if disposition == "SendAndSaveCopy":
            folder = create_element("m:SavedItemFolderId")
            folder.append(distinguished("sentitems", self.account.primary_smtp_address))
            payload.append(folder)
        items = create_element("m:Items")
        items.append(response)
        payload.append(items)
        _raise_errors(self._get_elements(payload))


class UpdateEvent(OneShot, UpdateItem):  # type: ignore[misc]
    is_send = True

    def set(self, found: Found, changes: Any, tell: str) -> None:
        """NeverOverwrite: an item that changed since it was found is left alone."""
        payload = create_element(
            "m:UpdateItem",
            attrs={
                "ConflictResolution": "NeverOverwrite",
                "MessageDisposition": "SaveOnly",
                "SendMeetingInvitationsOrCancellations": tell,
            },
        )
        change = create_element("t:ItemChange")
        change.append(_reference("t:ItemId", found))
        change.append(changes)
        all_changes = create_element("m:ItemChanges")
        all_changes.append(change)
        payload.append(all_changes)
        _raise_errors(self._get_elements(payload))


class RemoveEvent(OneShot, DeleteItem):  # type: ignore[misc]
    is_send = True

    def silently(self, found: Found) -> None:
        payload = create_element(
            "m:DeleteItem", attrs={"DeleteType": "MoveToDeletedItems", "SendMeetingCancellations": "SendToNone"}
        )
        ids = create_element("m:ItemIds")
        ids.append(_reference("t:ItemId", found))
        payload.append(ids)
        _raise_errors(self._get_elements(payload))


class RoomLists(OneShot, GetRoomLists):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        self.account = account
        super().__init__(protocol=account.protocol)

    def all(self) -> list[Any]:
        return _raise_errors(self._get_elements(create_element("m:GetRoomLists")))


class Rooms(OneShot, GetRooms):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        self.account = account
        super().__init__(protocol=account.protocol)

    def of(self, list_address: str) -> list[Any]:
        payload = create_element("m:GetRooms")
        room_list = create_element("m:RoomList")
        room_list.append(leaf("t:EmailAddress", list_address))
        payload.append(room_list)
        return _raise_errors(self._get_elements(payload))


def whole(item_id: str) -> Any:
    return create_element("t:ItemId", attrs={"Id": item_id})


def occurrence(series_id: str, number: int) -> Any:
    return create_element("t:OccurrenceItemId", attrs={"RecurringMasterId": series_id, "InstanceIndex": number})


def master_of(occurrence_id: str) -> Any:
    return create_element("t:RecurringMasterItemId", attrs={"OccurrenceId": occurrence_id})


def _shape(fields: Iterable[str], extended: dict[str, str]) -> Any:
    return shape("m:ItemShape", fields, (extended,))


def _reference(tag: str, found: Found) -> Any:
    return create_element(tag, attrs={"Id": found.item_id, "ChangeKey": found.change_key})


def _only(elements: Iterable[Any]) -> Any:
    found = _raise_errors(elements)
    if len(found) != 1 or found[0] is None or found[0] is True:
        raise ValueError(f"{len(found)} items in place of one")
    return found[0]


def _raise_errors(elements: Iterable[Any]) -> list[Any]:
    found = list(elements)
    for element in found:
        if isinstance(element, Exception):
            raise element
    return found

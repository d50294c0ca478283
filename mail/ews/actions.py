"""What a person did, done on the server: read, flag, move, delete. One request each; all but moves may be repeated."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from exchangelib.services import DeleteItem as DeleteItemService
from exchangelib.services import GetItem, UpdateItem
from exchangelib.services import MoveItem as MoveItemService
from exchangelib.util import create_element

from ..errors import ItemGone
from ..model import Action, DeleteItem, FlagItem, ItemId, MarkRead, MoveItem, SetCategories
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .folders import FolderVerbs
from .soap_shapes import FLAG_ICON_PROPERTY, FLAG_STATUS_PROPERTY, T, folder_id, item_ids, shape


class _UpdateItem(OneShot, UpdateItem):  # type: ignore[misc]
    def set_field(self, item_id: str, field_uri: str, value: Any | None) -> None:
        """AlwaysOverwrite needs no change key: the person's wish is the last word. No read receipt is sent. A value of
        None takes the field away."""
        self._update(item_id, [(create_element("t:FieldURI", attrs={"FieldURI": field_uri}), value)])

    def set_flag_of_2010(self, item_id: str, is_flagged: bool) -> None:
        """As two of Outlook's own properties: item:Flag came with Exchange 2013."""
        fields = []
        for attributes, number in ((FLAG_STATUS_PROPERTY, "2"), (FLAG_ICON_PROPERTY, "6")):
            value = None
            if is_flagged:
                value = create_element("t:ExtendedProperty")
                value.append(create_element("t:ExtendedFieldURI", attrs=attributes))
                value.append(_leaf("t:Value", number))
            fields.append((create_element("t:ExtendedFieldURI", attrs=attributes), value))
        self._update(item_id, fields)

    def _update(self, item_id: str, fields: list[tuple[Any, Any | None]]) -> None:
        attributes: dict[str, Any] = {"ConflictResolution": "AlwaysOverwrite", "MessageDisposition": "SaveOnly"}
        if self.account.is_2013:
            attributes["SuppressReadReceipts"] = True
        payload = create_element("m:UpdateItem", attrs=attributes)
        change = create_element("t:ItemChange")
        change.append(create_element("t:ItemId", attrs={"Id": item_id}))
        updates = create_element("t:Updates")
        for path, value in fields:
            field = create_element("t:DeleteItemField" if value is None else "t:SetItemField")
            field.append(path)
            if value is not None:
                message = create_element("t:Message")
                message.append(value)
                field.append(message)
            updates.append(field)
        change.append(updates)
        changes = create_element("m:ItemChanges")
        changes.append(change)
        payload.append(changes)
        _raise_errors(self._get_elements(payload))


class _MoveItem(OneShot, MoveItemService):  # type: ignore[misc]
    def move(self, item_id: str, target: Any) -> ItemId | None:
        payload = create_element("m:MoveItem")
        payload.append(target)
        payload.append(item_ids("m:ItemIds", [item_id]))
        for element in _raise_errors(self._get_elements(payload)):
            new_id = None if element is None or element is True else element.find(f"{T}ItemId")
            if new_id is not None:
                return ItemId(new_id.get("Id"))
        return None


class _DeleteItem(OneShot, DeleteItemService):  # type: ignore[misc]
    def delete_for_good(self, item_id: str) -> None:
        payload = create_element("m:DeleteItem", attrs={"DeleteType": "SoftDelete"})
        payload.append(item_ids("m:ItemIds", [item_id]))
        _raise_errors(self._get_elements(payload))


class _GetParent(OneShot, GetItem):  # type: ignore[misc]
    def parent_of(self, item_id: str) -> str:
        payload = create_element("m:GetItem")
        payload.append(shape("m:ItemShape", ("item:ParentFolderId",)))
        payload.append(item_ids("m:ItemIds", [item_id]))
        (element,) = _raise_errors(self._get_elements(payload))
        return str(element.find(f"{T}ParentFolderId").get("Id"))


def _raise_errors(elements: Any) -> list[Any]:
    found = list(elements)
    for element in found:
        if isinstance(element, Exception):
            raise element
    return found


def perform(conversation: Conversation, folders: FolderVerbs, action: Action) -> ItemId | None:
    """Do it. A moved item's new id is returned."""
    with ews_errors(conversation.host, about=action.item_id):
        match action:
            case MarkRead(item_id, is_read):
                _update(conversation, item_id, "message:IsRead", _leaf("t:IsRead", "true" if is_read else "false"))
            case FlagItem(item_id, is_flagged) if not conversation.is_2013:
                _UpdateItem(account=conversation).set_flag_of_2010(item_id, is_flagged)
            case FlagItem(item_id, is_flagged):
                flag = create_element("t:Flag")
                flag.append(_leaf("t:FlagStatus", "Flagged" if is_flagged else "NotFlagged"))
                _update(conversation, item_id, "item:Flag", flag)
            case SetCategories(item_id, names):
                categories = create_element("t:Categories")
                categories.extend(_leaf("t:String", name) for name in names)
                _update(conversation, item_id, "item:Categories", categories if names else None)
            case MoveItem(item_id, to_folder_id):
                return _MoveItem(account=conversation).move(item_id, folder_id("m:ToFolderId", to_folder_id))
            case DeleteItem(item_id):
                return _delete(conversation, folders, item_id)
    return None


def delete_for_good(conversation: Conversation, item_id: str) -> None:
    """Recoverable on the server. Nothing if it is gone."""
    with suppress(ItemGone), ews_errors(conversation.host, about=item_id):
        _DeleteItem(account=conversation).delete_for_good(item_id)


def _update(conversation: Conversation, item_id: str, field_uri: str, value: Any | None) -> None:
    _UpdateItem(account=conversation).set_field(item_id, field_uri, value)


def _delete(conversation: Conversation, folders: FolderVerbs, item_id: str) -> ItemId | None:
    """Into Deleted Items as a move, which unlike DeleteItem tells the new id, so that it can be taken back; what is
    there already goes for good (recoverable on the server)."""
    deleted_items = folders.deleted_items()
    if deleted_items is None or _GetParent(account=conversation).parent_of(item_id) == deleted_items:
        _DeleteItem(account=conversation).delete_for_good(item_id)
        return None
    return _MoveItem(account=conversation).move(item_id, folder_id("m:ToFolderId", deleted_items))


def _leaf(tag: str, text: str) -> Any:
    element = create_element(tag)
    element.text = text
    return element

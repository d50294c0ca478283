"""CreateItem, UpdateItem, SendItem, MoveItem, CopyItem and DeleteItem."""

from __future__ import annotations

from lxml import etree

from .events import event_operations
from .exchange import Exchange, each
from .item_changes import apply_change, read_extended, read_item
from .item_xml import id_xml
from .sending import send
from .soap import EwsError, M, T, is_true, response, success
from .store import Folder, Item


def create_item(exchange: Exchange, request: etree._Element) -> bytes:
    disposition = request.get("MessageDisposition", "SaveOnly")
    saved_in = request.find(f"{M}SavedItemFolderId")

    def act(wanted: etree._Element) -> bytes:
        if wanted.tag in (event_operations.EVENT, event_operations.CANCEL, *event_operations.ANSWERS):
            return event_operations.create(exchange, request, wanted)
        if wanted.tag not in (f"{T}Message", f"{T}Item"):
            raise EwsError("ErrorInvalidRequest", "This server creates messages only.")
        default = exchange.store.roles["drafts" if disposition == "SaveOnly" else "sentitems"]
        folder = exchange.folder(saved_in) if saved_in is not None else default
        mime = read_item(wanted, exchange)
        extended = read_extended(wanted)
        if disposition == "SaveOnly":
            item = exchange.store.add_item(folder, mime, is_read=True, is_draft=True)
            item.extended.update(extended)
            _set_simple_properties(item, wanted)
            return success("CreateItem", b"<m:Items>", id_xml(item), b"</m:Items>")
        send(exchange, mime, extended, save_to=folder if disposition == "SendAndSaveCopy" else None)
        return success("CreateItem", b"<m:Items/>")

    return response("CreateItem", each("CreateItem", request.iterfind(f"{M}Items/*"), act))


def update_item(exchange: Exchange, request: etree._Element) -> bytes:
    conflict = request.get("ConflictResolution", "AutoResolve")

    def act(change: etree._Element) -> bytes:
        named = change.find(f"{T}ItemId")
        if named is None:
            raise EwsError("ErrorInvalidRequest", "The change names no item.")
        item = exchange.item(named)
        if item.event is not None:
            return event_operations.update(exchange, request, change)
        change_key = named.get("ChangeKey")
        if conflict != "AlwaysOverwrite" and not change_key:
            raise EwsError("ErrorChangeKeyRequiredForWriteOperations")
        if conflict == "NeverOverwrite" and change_key != item.change_key:
            raise EwsError("ErrorIrresolvableConflict")
        touched = {apply_change(exchange, item, one) for one in change.iterfind(f"{T}Updates/*")}
        exchange.store.changed(item, read_flag_only=touched == {"message:IsRead"})
        return success(
            "UpdateItem",
            b"<m:Items>",
            id_xml(item),
            b"</m:Items><m:ConflictResults><t:Count>0</t:Count></m:ConflictResults>",
        )

    return response("UpdateItem", each("UpdateItem", request.iterfind(f"{M}ItemChanges/*"), act))


def send_item(exchange: Exchange, request: etree._Element) -> bytes:
    saves = is_true(request.get("SaveItemToFolder"))
    saved_in = request.find(f"{M}SavedItemFolderId")

    def act(named: etree._Element) -> bytes:
        item = exchange.item(named)
        if not named.get("ChangeKey"):
            raise EwsError("ErrorChangeKeyRequired")
        if named.get("ChangeKey") != item.change_key:
            raise EwsError("ErrorStaleObject")
        folder: Folder | None = None
        if saves:
            folder = exchange.folder(saved_in) if saved_in is not None else exchange.store.roles["sentitems"]
        send(exchange, item.mime, dict(item.extended), save_to=folder)
        exchange.store.remove_item(item)
        return success("SendItem")

    return response("SendItem", each("SendItem", request.iterfind(f"{M}ItemIds/*"), act))


def move_item(exchange: Exchange, request: etree._Element) -> bytes:
    return _move_or_copy(exchange, request, "MoveItem")


def copy_item(exchange: Exchange, request: etree._Element) -> bytes:
    return _move_or_copy(exchange, request, "CopyItem")


def _move_or_copy(exchange: Exchange, request: etree._Element, operation: str) -> bytes:
    def act(named: etree._Element) -> bytes:
        folder = exchange.folder(request.find(f"{M}ToFolderId"))
        item = exchange.item(named)
        store = exchange.store
        moved = store.move_item(item, folder) if operation == "MoveItem" else store.copy_item(item, folder)
        return success(operation, b"<m:Items>", id_xml(moved), b"</m:Items>")

    return response(operation, each(operation, request.iterfind(f"{M}ItemIds/*"), act))


def delete_item(exchange: Exchange, request: etree._Element) -> bytes:
    how = request.get("DeleteType", "")
    if how not in ("HardDelete", "SoftDelete", "MoveToDeletedItems"):
        how = "HardDelete"

    def act(named: etree._Element) -> bytes:
        item = exchange.item(named)
        if item.event is not None:
            return event_operations.delete(exchange, request, named)
        deleted = exchange.store.roles["deleteditems"]
        if how == "MoveToDeletedItems" and item.folder is not deleted:
            exchange.store.move_item(item, deleted)
        else:
            exchange.store.remove_item(item)
        return success("DeleteItem")

    return response("DeleteItem", each("DeleteItem", request.iterfind(f"{M}ItemIds/*"), act))


def _set_simple_properties(item: Item, wanted: etree._Element) -> None:
    item.categories = tuple(name.text or "" for name in wanted.iterfind(f"{T}Categories/{T}String"))
    item.importance = wanted.findtext(f"{T}Importance") or item.importance
    item.flag = wanted.findtext(f"{T}Flag/{T}FlagStatus") or item.flag
    is_read = wanted.findtext(f"{T}IsRead")
    if is_read is not None:
        item.is_read = is_true(is_read)

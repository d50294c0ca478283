"""SyncFolderItems, FindItem, GetItem and GetAttachment."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from .change_log import Change
from .events import event_operations
from .exchange import SYNC_PAGE_LIMIT, Exchange, each
from .folder_operations import page_of, paging_tag
from .item_xml import attachment_id, item_pieces, item_xml
from .restrictions import matches, sort_items
from .shapes import read_shape
from .soap import EwsError, M, T, attribute, child_text, element, failure, is_true, moment, response, success, text
from .store import Item
from .sync_states import read_sync_state, sync_state


def get_item(exchange: Exchange, request: etree._Element) -> bytes:
    shape = read_shape(request, "ItemShape")

    opening, ending = success("GetItem", b"<m:Items>\n</m:Items>").split(b"\n")
    pieces: list[bytes] = []
    for named in request.iterfind(f"{M}ItemIds/*"):
        try:
            pieces += [opening, *item_pieces(exchange.item(named), shape), ending]
        except EwsError as error:
            pieces.append(failure("GetItem", error))
    return response("GetItem", pieces)


def sync_folder_items(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "SyncFolderItems"
    store = exchange.store
    shape = read_shape(request, "ItemShape")
    try:
        folder = exchange.folder(request.find(f"{M}SyncFolderId"))
        asked = child_text(request, f"{M}MaxChangesReturned", "100")
        if not asked.isdigit() or not 1 <= int(asked) <= SYNC_PAGE_LIMIT:
            raise EwsError("ErrorInvalidArgument", "MaxChangesReturned is from 1 to 512.")
        limit = min(int(asked), exchange.max_sync_items)
        state = request.findtext(f"{M}SyncState")
        base, cursor = read_sync_state(state, folder.id, store.generation, len(folder.log))
        page = folder.log.page(base, cursor, limit)
    except EwsError as error:
        return response(operation, [failure(operation, error)])
    ignored = {named.get("Id") for named in request.iterfind(f"{M}Ignore/{T}ItemId")}
    changes: list[bytes] = []
    for change, item_id in page.changes:
        if item_id in ignored:
            continue
        if change is Change.DELETED:
            changes.append(f'<t:Delete><t:ItemId Id="{item_id}"/></t:Delete>'.encode())
            continue
        item = folder.items[item_id]
        if change is Change.READ_FLAG:
            changes.append(
                f'<t:ReadFlagChange><t:ItemId Id="{item.id}" ChangeKey="{item.change_key}"/>'
                f"<t:IsRead>{'true' if item.is_read else 'false'}</t:IsRead></t:ReadFlagChange>".encode()
            )
        else:
            changes.append(f"<t:{change.value}>".encode())
            changes.append(item_xml(item, shape, summary_only=True))
            changes.append(f"</t:{change.value}>".encode())
    content = success(
        operation,
        element("m:SyncState", sync_state(folder.id, store.generation, page.base, page.cursor)),
        element("m:IncludesLastItemInRange", page.is_last),
        b"<m:Changes>",
        *changes,
        b"</m:Changes>",
    )
    return response(operation, [content])


def find_item(exchange: Exchange, request: etree._Element) -> bytes:
    shape = read_shape(request, "ItemShape")
    restriction = request.find(f"{M}Restriction")
    order = request.find(f"{M}SortOrder")
    words = child_text(request, f"{M}QueryString").lower().split()
    traversal = request.get("Traversal", "Shallow")
    view = request.find(f"{M}IndexedPageItemView")

    calendar_view = request.find(f"{M}CalendarView")

    def act(named: etree._Element) -> bytes:
        folder = exchange.folder_named(named)
        if calendar_view is not None:
            return event_operations.calendar_view(exchange, request, calendar_view)
        offset, limit = page_of(view)
        found = list(folder.items.values()) if traversal == "Shallow" else []
        if restriction is not None:
            found = [item for item in found if matches(item, restriction)]
        if words:
            found = [item for item in found if _holds(item, words)]
        found = sort_items(found, order)
        if view is not None and view.get("BasePoint") == "End":
            offset = max(len(found) - offset - limit, 0)
        page = found[offset : offset + limit]
        content = b"".join(item_xml(item, shape, summary_only=True) for item in page)
        return success(
            "FindItem", paging_tag("m:RootFolder", offset, len(page), len(found)), b"<t:Items>", content,
            b"</t:Items></m:RootFolder>",
        )  # fmt: skip

    return response("FindItem", each("FindItem", request.iterfind(f"{M}ParentFolderIds/*"), act))


def get_attachment(exchange: Exchange, request: etree._Element) -> bytes:
    includes_mime = is_true(child_text(request, f"{M}AttachmentShape/{T}IncludeMimeContent"))

    def act(named: etree._Element) -> bytes:
        item, index = _attachment_place(exchange, named.get("Id", ""))
        facts, content = item.content.attachments[index]
        content_id = f"<t:ContentId>{text(facts.content_id)}</t:ContentId>" if facts.content_id else ""
        common = (
            f"<t:AttachmentId Id={attribute(attachment_id(item, index))} RootItemId={attribute(item.id)}"
            f" RootItemChangeKey={attribute(item.change_key)}/><t:Name>{text(facts.name)}</t:Name>"
            f"<t:ContentType>{text(facts.media_type)}</t:ContentType>{content_id}<t:Size>{len(content)}</t:Size>"
            f"<t:LastModifiedTime>{moment(item.received_at)}</t:LastModifiedTime>"
            f"<t:IsInline>{'true' if facts.is_inline else 'false'}</t:IsInline>"
        ).encode()
        encoded = base64.b64encode(content)
        if facts.is_message:
            mime = b'<t:MimeContent CharacterSet="UTF-8">%s</t:MimeContent>' % encoded if includes_mime else b""
            inner = b"<t:Message>%s<t:ItemClass>IPM.Note</t:ItemClass>%s</t:Message>" % (
                mime,
                element("t:Subject", facts.name),
            )
            attached = b"<t:ItemAttachment>%s%s</t:ItemAttachment>" % (common, inner)
        else:
            attached = b"<t:FileAttachment>%s<t:Content>%s</t:Content></t:FileAttachment>" % (common, encoded)
        return success("GetAttachment", b"<m:Attachments>", attached, b"</m:Attachments>")

    return response("GetAttachment", each("GetAttachment", request.iterfind(f"{M}AttachmentIds/*"), act))


def _attachment_place(exchange: Exchange, some_id: str) -> tuple[Item, int]:
    try:
        raw = base64.b64decode(some_id, validate=True)
        index, item_id = int(raw[:4]), base64.b64encode(raw[4:]).decode()
    except (binascii.Error, ValueError) as error:
        raise EwsError("ErrorInvalidAttachmentId", "The attachment id is malformed.") from error
    item = exchange.store.items.get(item_id)
    if item is None or index >= len(item.content.attachments):
        raise EwsError("ErrorItemNotFound")
    return item, index


def _holds(item: Item, words: list[str]) -> bool:
    sender = str(item.facts.sender or "")
    held = f"{item.facts.subject} {sender} {item.content.text or item.content.html or ''}".lower()
    return all(word.strip('"') in held for word in words)

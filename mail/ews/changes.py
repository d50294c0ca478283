"""One page of what changed in a folder: ids by SyncFolderItems, then the rows' properties by GetItem.

Ids first is Microsoft's own advice (learn.microsoft.com, "Mailbox synchronization and EWS in Exchange"): with
properties in SyncFolderItems a page is slow enough to time out, and recipients are not given at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from exchangelib.services import GetItem, SyncFolderItems
from exchangelib.services.common import EWSAccountService
from exchangelib.util import add_xml_child, create_element

from ..model import ChangeBatch, FolderId, ItemId, MessageSummary, SyncState
from ..threads.hints import ThreadHint, both_ends
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import (
    FLAG_STATUS_PROPERTY,
    T,
    flag_of,
    folder_id,
    item_ids,
    moment_of,
    number_of,
    person_of,
    shape,
    text_of,
)

MOST_CHANGES = 512
"""Exchange's own limit on MaxChangesReturned."""
SUMMARY_CHUNK = 128
PREVIEW_LENGTH = 160
_FIELDS = (
    "item:ItemClass",
    "item:Subject",
    "item:DateTimeReceived",
    "item:Size",
    "item:Importance",
    "item:DateTimeCreated",
    "item:HasAttachments",
    "item:Categories",
    "message:From",
    "message:Sender",
    "message:ToRecipients",
    "message:IsRead",
    # for conversations, some 200 bytes a mail
    "item:ConversationId",
    "item:InReplyTo",
    "message:ConversationIndex",
    "message:InternetMessageId",
    "message:References",
)
_FIELDS_SINCE_2013 = ("item:Flag", "item:Preview")


class SyncItemsPage(OneShot, SyncFolderItems):  # type: ignore[misc]
    def _get_element_container(self, message: Any, name: str | None = None) -> Any:
        if message.get("ResponseClass") == "Error":  # then there may be no SyncState, and the library falls over it
            return EWSAccountService._get_element_container(self, message=message, name=name)
        return super()._get_element_container(message=message, name=name)

    def page(self, id_: str, sync_state: str | None, most: int) -> list[Any]:
        payload = create_element("m:SyncFolderItems")
        payload.append(shape("m:ItemShape", ()))
        payload.append(folder_id("m:SyncFolderId", id_))
        if sync_state:
            add_xml_child(payload, "m:SyncState", sync_state)
        add_xml_child(payload, "m:MaxChangesReturned", most)
        add_xml_child(payload, "m:SyncScope", "NormalItems")
        return list(self._get_elements(payload))


class _GetSummaries(OneShot, GetItem):  # type: ignore[misc]
    def chunk(self, ids: Sequence[str]) -> Iterable[Any]:
        payload = create_element("m:GetItem")
        if self.account.is_2013:
            payload.append(shape("m:ItemShape", (*_FIELDS, *_FIELDS_SINCE_2013)))
        else:
            payload.append(shape("m:ItemShape", _FIELDS, (FLAG_STATUS_PROPERTY,)))
        payload.append(item_ids("m:ItemIds", ids))
        return self._get_elements(payload)


def changes(conversation: Conversation, folder: FolderId, sync_state: SyncState | None, page_size: int) -> ChangeBatch:
    """The next page. Items that went away between the two requests are left out: a later page tells of their end."""
    wanted: dict[str, None] = {}
    deleted: list[ItemId] = []
    read_flags: list[tuple[ItemId, bool]] = []
    with ews_errors(conversation.host, about=folder):
        service = SyncItemsPage(account=conversation)
        for change in service.page(folder, sync_state, max(1, min(page_size, MOST_CHANGES))):
            if isinstance(change, Exception):
                raise change
            kind = change.tag.removeprefix(T)
            if kind == "Delete":
                deleted.append(ItemId(change.find(f"{T}ItemId").get("Id")))
            elif kind == "ReadFlagChange":
                read_flags.append((ItemId(change.find(f"{T}ItemId").get("Id")), flag_of(change, f"{T}IsRead")))
            elif kind in ("Create", "Update") and len(change):
                wanted[change[0].find(f"{T}ItemId").get("Id")] = None
        next_state, is_last = service.sync_state, service.includes_last_item_in_range is not False
        rows = list(_rows(conversation, folder, list(wanted)))
        return ChangeBatch(
            folder_id=folder,
            items=tuple(summary for summary, _ in rows),
            deleted=tuple(deleted),
            read_flags=tuple(read_flags),
            sync_state=SyncState(next_state or ""),
            is_last=is_last,
            threads=tuple(hint for _, hint in rows),
        )


def _rows(conversation: Conversation, folder: FolderId, ids: list[str]) -> Iterable[tuple[MessageSummary, ThreadHint]]:
    service = _GetSummaries(account=conversation)
    for start in range(0, len(ids), SUMMARY_CHUNK):
        for element in service.chunk(ids[start : start + SUMMARY_CHUNK]):
            if not isinstance(element, Exception) and element is not True:
                yield _summary(element, folder), _thread_hint(element)


def _summary(element: Any, folder: FolderId) -> MessageSummary:
    sender = person_of(element.find(f"{T}From/{T}Mailbox")) or person_of(element.find(f"{T}Sender/{T}Mailbox"))
    recipients = (person_of(mailbox) for mailbox in element.iterfind(f"{T}ToRecipients/{T}Mailbox"))
    item_class = text_of(element, f"{T}ItemClass")
    preview = " ".join(text_of(element, f"{T}Preview").split())
    return MessageSummary(
        id=ItemId(element.find(f"{T}ItemId").get("Id")),
        folder_id=folder,
        subject=text_of(element, f"{T}Subject"),
        sender=sender,
        to=tuple(person for person in recipients if person is not None),
        received_at=moment_of(element, f"{T}DateTimeReceived", f"{T}DateTimeCreated"),
        is_read=flag_of(element, f"{T}IsRead"),
        has_attachments=flag_of(element, f"{T}HasAttachments"),
        size=number_of(element, f"{T}Size"),
        preview=preview[:PREVIEW_LENGTH],
        is_flagged=text_of(element, f"{T}Flag/{T}FlagStatus") == "Flagged"
        or text_of(element, f"{T}ExtendedProperty/{T}Value").strip() == "2",  # PidTagFlagStatus: the only one asked for
        importance=text_of(element, f"{T}Importance") or "Normal",
        categories=tuple(str(name.text or "") for name in element.iterfind(f"{T}Categories/{T}String") if name.text),
        is_meeting=item_class.startswith("IPM.Schedule.Meeting.Request") or element.tag == f"{T}MeetingRequest",
    )


def _thread_hint(element: Any) -> ThreadHint:
    conversation = element.find(f"{T}ConversationId")
    return ThreadHint(
        ItemId(element.find(f"{T}ItemId").get("Id")),
        message_id=text_of(element, f"{T}InternetMessageId")[:1000],
        references=(both_ends(text_of(element, f"{T}References")), text_of(element, f"{T}InReplyTo")[:5000]),
        conversation=conversation.get("Id", "")[:500] if conversation is not None else "",
        index=text_of(element, f"{T}ConversationIndex").strip()[:200],
    )

"""Sending in two steps that can be asked about: a draft that carries our own id, then SendItem of that draft.

EWS has no way to send exactly once. A lost answer leaves a send in doubt; what settles it is looking for our id in
Drafts, in Sent Items and where a sent copy may be besides (`find_sent`). The id travels as a named property, because
servers may rewrite the Message-ID.
"""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from exchangelib import errors as ews
from exchangelib.services import CreateItem, FindItem, SendItem
from exchangelib.util import create_element

from ..errors import ItemGone
from ..model import DraftId, FolderRole, ItemId, SendOutcome
from .actions import delete_for_good
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import DRAFT_ID_PROPERTY, T, distinguished, flag_of, shape, text_of

_OTHER_PLACES = (FolderRole.DELETED.value, "outbox")
_MOST_COPIES = 20
"""Of one draft in Drafts: more than one only after requests given up as lost."""


class _CreateDraft(OneShot, CreateItem):  # type: ignore[misc]
    is_send = True

    def create(self, draft_id: str, mime: bytes) -> None:
        payload = create_element("m:CreateItem", attrs={"MessageDisposition": "SaveOnly"})
        folder = create_element("m:SavedItemFolderId")
        folder.append(distinguished(FolderRole.DRAFTS.value, self.account.primary_smtp_address))
        payload.append(folder)
        message = create_element("t:Message")
        content = create_element("t:MimeContent", attrs={"CharacterSet": "UTF-8"})
        content.text = base64.b64encode(mime).decode("ascii")
        message.append(content)
        marked = create_element("t:ExtendedProperty")
        marked.append(create_element("t:ExtendedFieldURI", attrs=DRAFT_ID_PROPERTY))
        marked.append(_value("t:Value", draft_id))
        message.append(marked)
        items = create_element("m:Items")
        items.append(message)
        payload.append(items)
        for answer in self._get_elements(payload):
            if isinstance(answer, Exception):
                raise answer


class _SendItem(OneShot, SendItem):  # type: ignore[misc]
    is_send = True

    def send(self, item_id: str, change_key: str) -> None:
        payload = create_element("m:SendItem", attrs={"SaveItemToFolder": True})
        ids = create_element("m:ItemIds")
        ids.append(create_element("t:ItemId", attrs={"Id": item_id, "ChangeKey": change_key}))
        payload.append(ids)
        folder = create_element("m:SavedItemFolderId")
        folder.append(distinguished(FolderRole.SENT.value, self.account.primary_smtp_address))
        payload.append(folder)
        for answer in self._get_elements(payload):
            if isinstance(answer, Exception):
                raise answer


class _FindDraft(OneShot, FindItem):  # type: ignore[misc]
    def in_folder(self, name: str, draft_id: str) -> list[_Found]:
        """One request per folder: with two folders in one, a server may drop the answer of the second."""
        payload = create_element("m:FindItem", attrs={"Traversal": "Shallow"})
        payload.append(shape("m:ItemShape", ("item:IsSubmitted", "item:IsDraft")))
        view = {"MaxEntriesReturned": _MOST_COPIES, "Offset": 0, "BasePoint": "Beginning"}
        payload.append(create_element("m:IndexedPageItemView", attrs=view))
        constant = create_element("t:FieldURIOrConstant")
        constant.append(create_element("t:Constant", attrs={"Value": draft_id}))
        is_equal = create_element("t:IsEqualTo")
        is_equal.append(create_element("t:ExtendedFieldURI", attrs=DRAFT_ID_PROPERTY))
        is_equal.append(constant)
        restriction = create_element("m:Restriction")
        restriction.append(is_equal)
        payload.append(restriction)
        folder = create_element("m:ParentFolderIds")
        folder.append(distinguished(name, self.account.primary_smtp_address))
        payload.append(folder)
        for page, _ in self._get_elements(payload):
            if isinstance(page, Exception):
                raise page
            if page is not None:
                return [
                    _Found(
                        one.find(f"{T}ItemId").get("Id"),
                        one.find(f"{T}ItemId").get("ChangeKey") or "",
                        has_left=text_of(one, f"{T}IsDraft").strip().lower() in ("false", "0")
                        or flag_of(one, f"{T}IsSubmitted"),
                    )
                    for one in page.iterfind(f"{T}Items/*")
                ]
        return []

    def has_left_from(self, name: str, draft_id: str) -> bool:
        """Whether a copy that was sent, or is being sent, is in this folder; a mailbox need not have it."""
        try:
            return any(one.has_left for one in self.in_folder(name, draft_id))
        except (ews.ErrorFolderNotFound, ews.ErrorItemNotFound, ews.ErrorAccessDenied):
            return False


@dataclass(frozen=True, slots=True)
class _Found:
    item_id: str
    change_key: str
    has_left: bool
    """Sent, or handed to be sent: no longer a draft."""


def _value(tag: str, text: str) -> Any:
    element = create_element(tag)
    element.text = text
    return element


def save_draft(conversation: Conversation, draft_id: DraftId, mime: bytes) -> None:
    with ews_errors(conversation.host, about=draft_id, is_send=True):
        _CreateDraft(account=conversation).create(draft_id, mime)


def find_draft(conversation: Conversation, draft_id: DraftId) -> ItemId:
    return ItemId(_copies(conversation, draft_id)[0].item_id)


def send_draft(conversation: Conversation, draft_id: DraftId, copy_id: ItemId | None) -> None:
    draft = next((one for one in _copies(conversation, draft_id) if copy_id in (None, one.item_id)), None)
    if draft is None:
        raise ItemGone(draft_id)
    with ews_errors(conversation.host, about=draft_id, is_send=True):
        _SendItem(account=conversation).send(draft.item_id, draft.change_key)


def find_sent(conversation: Conversation, draft_id: DraftId) -> SendOutcome:
    """Sent Items first: a server that is about to send may show the item in both. Then where a sent copy may have been
    put by another program or a rule, and the Outbox, where Exchange keeps what it has not yet let out."""
    with ews_errors(conversation.host, about=draft_id):
        service = _FindDraft(account=conversation)
        if service.in_folder(FolderRole.SENT.value, draft_id):
            return SendOutcome.SENT
        if service.in_folder(FolderRole.DRAFTS.value, draft_id):
            return SendOutcome.IN_DRAFTS
        if any(service.has_left_from(name, draft_id) for name in _OTHER_PLACES):
            return SendOutcome.SENT
        # It may have gone from Drafts to Sent Items between the two questions.
        return SendOutcome.SENT if service.in_folder(FolderRole.SENT.value, draft_id) else SendOutcome.NOT_FOUND


def discard_draft(conversation: Conversation, draft_id: DraftId) -> None:
    with suppress(ItemGone):
        for copy in _copies(conversation, draft_id):
            delete_for_good(conversation, copy.item_id)


def _copies(conversation: Conversation, draft_id: DraftId) -> list[_Found]:
    with ews_errors(conversation.host, about=draft_id):
        found = _FindDraft(account=conversation).in_folder(FolderRole.DRAFTS.value, draft_id)
    if not found:
        raise ItemGone(draft_id)
    return found

"""Mailboxes of others: may she read one, and is it its owner's mail that comes?

A delegate who asks for a well-known folder of another mailbox was given her own (exchangelib issue 1277). So the Inbox
that comes must not be hers: neither by its id nor by the store it lies in (PidTagStoreEntryId names the mailbox).
"""

from __future__ import annotations

from typing import Any

from exchangelib.services import GetFolder
from exchangelib.util import create_element

from ..errors import ItemGone, Refused
from ..model import Person
from ..shared.model import NOT_SHARED, NOT_THE_OWNERS, OWN_MAILBOX, SharedMailbox
from .conversation import Conversation, OneShot
from .directory import EwsDirectory
from .errors import ews_errors
from .soap_shapes import T, distinguished, flag_of, shape, text_of

STORE_PROPERTY = {"PropertyTag": "0x0ffb", "PropertyType": "Binary"}
"""PidTagStoreEntryId [MS-OXPROPS 2.1028]: ends with the distinguished name of the mailbox."""
_NO_ACCESS = ("ErrorAccessDenied", "ErrorNonExistentMailbox", "ErrorMailboxConfiguration")


class _GetInbox(OneShot, GetFolder):  # type: ignore[misc]
    def of(self, address: str) -> list[Any]:
        payload = create_element("m:GetFolder")
        payload.append(shape("m:FolderShape", ("folder:EffectiveRights",), (STORE_PROPERTY,)))
        folders = create_element("m:FolderIds")
        folders.append(distinguished("inbox", address))
        payload.append(folders)
        return list(self._get_elements(payload))


class EwsSharedMailboxes:
    """`mail.shared.model.SharedMailboxesGateway` over EWS. ``own_address`` is that of who signs in."""

    def __init__(self, conversation: Conversation, own_address: str) -> None:
        self._conversation = conversation
        self._own_address = own_address

    def check(self, address: str) -> SharedMailbox:
        address = address.strip()
        if address.lower() == self._own_address.lower():
            raise Refused(OWN_MAILBOX)
        own = self._inbox(self._own_address)
        try:
            other = self._inbox(address)
        except (ItemGone, Refused) as error:
            if isinstance(error, Refused) and error.code not in _NO_ACCESS:
                raise
            raise Refused(NOT_SHARED) from error
        if not flag_of(other, f"{T}EffectiveRights/{T}Read"):
            raise Refused(NOT_SHARED)
        same_folder = _id(own) == _id(other)
        same_store = bool(_store(own)) and _store(own) == _store(other)
        if same_folder or same_store:
            raise Refused(NOT_THE_OWNERS)
        return SharedMailbox(self._person(address))

    def _inbox(self, address: str) -> Any:
        with ews_errors(self._conversation.host, about=address):
            (found,) = _GetInbox(account=self._conversation).of(address)
            if isinstance(found, Exception):
                raise found
            return found

    def _person(self, address: str) -> Person:
        for entry in EwsDirectory(self._conversation).find(f"smtp:{address}"):
            if entry.person.address.lower() == address.lower():
                return entry.person
        return Person("", address)


def _id(folder: Any) -> str:
    return str(folder.find(f"{T}FolderId").get("Id"))


def _store(folder: Any) -> str:
    return text_of(folder, f"{T}ExtendedProperty/{T}Value").strip()

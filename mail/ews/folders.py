"""Whose mailbox it is, which folders are the well-known ones, and what changed in the folder tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exchangelib.services import GetFolder, ResolveNames, SyncFolderHierarchy
from exchangelib.services.common import EWSAccountService
from exchangelib.util import add_xml_child, create_element

from ..errors import ItemGone, Refused
from ..model import Folder, FolderBatch, FolderId, FolderRole, Person, SyncState
from ..settings import Account
from .conversation import Conversation, OneShot
from .errors import ews_errors, translate
from .soap_shapes import HIDDEN_PROPERTY, T, distinguished, flag_of, number_of, person_of, shape, text_of

ROOT = "msgfolderroot"
_ROLES = (FolderRole.INBOX, FolderRole.DRAFTS, FolderRole.SENT, FolderRole.DELETED, FolderRole.JUNK)
_FIELDS = (
    "folder:ParentFolderId",
    "folder:DisplayName",
    "folder:UnreadCount",
    "folder:TotalCount",
    "folder:FolderClass",
)
_FIELDS_SINCE_2013 = ("folder:DistinguishedFolderId",)
"""The only way to learn of the archive folder, which has no well-known name to ask by."""


class _GetFolder(OneShot, GetFolder):  # type: ignore[misc]
    def ids_of(self, names: tuple[str, ...]) -> Iterator[Any]:
        payload = create_element("m:GetFolder")
        payload.append(shape("m:FolderShape", ()))
        folders = create_element("m:FolderIds")
        for name in names:
            folders.append(distinguished(name, self.account.primary_smtp_address))
        payload.append(folders)
        return self._get_elements(payload)


class _ResolveNames(OneShot, ResolveNames):  # type: ignore[misc]
    def __init__(self, account: Conversation) -> None:
        self.account = account
        super().__init__(protocol=account.protocol)

    def people(self, entry: str) -> list[Person]:
        found = self._get_elements(
            self.get_payload(
                unresolved_entries=[entry],
                parent_folders=None,
                return_full_contact_data=False,
                search_scope=None,
                contact_data_shape=None,
            )
        )
        people = [person_of(element.find(f"{T}Mailbox")) for element in found if not isinstance(element, Exception)]
        return [person for person in people if person is not None]


class _SyncFolderHierarchy(OneShot, SyncFolderHierarchy):  # type: ignore[misc]
    def _get_element_container(self, message: Any, name: str | None = None) -> Any:
        if message.get("ResponseClass") == "Error":  # then there may be no SyncState, and the library falls over it
            return EWSAccountService._get_element_container(self, message=message, name=name)
        return super()._get_element_container(message=message, name=name)

    def page(self, sync_state: str | None) -> list[Any]:
        payload = create_element("m:SyncFolderHierarchy")
        fields = (*_FIELDS, *(_FIELDS_SINCE_2013 if self.account.is_2013 else ()))
        payload.append(shape("m:FolderShape", fields, (HIDDEN_PROPERTY,)))
        root = create_element("m:SyncFolderId")
        root.append(distinguished(ROOT, self.account.primary_smtp_address))
        payload.append(root)
        if sync_state:
            add_xml_child(payload, "m:SyncState", sync_state)
        return list(self._get_elements(payload))


class FolderVerbs:
    """Sign-in and the folder tree. Well-known folders are asked for once."""

    def __init__(self, conversation: Conversation, account: Account) -> None:
        self._conversation = conversation
        self._account = account
        self._roles: dict[str, FolderRole] | None = None
        self._root: str | None = None

    def check_sign_in(self) -> Person:
        """The Inbox of that address must be ours to open; then its owner's name, as the directory writes it."""
        host = self._conversation.host
        with ews_errors(host):
            inbox = next(_GetFolder(account=self._conversation).ids_of((FolderRole.INBOX.value,)))
            if isinstance(inbox, Exception):
                raise inbox
        address = self._account.address
        try:
            with ews_errors(host):
                people = _ResolveNames(self._conversation).people(f"smtp:{address}")
        except (ItemGone, Refused):  # no such name, or no directory: signing in does not depend on it
            people = []
        for person in people:
            if person.address.lower() == address.lower():
                return person
        return Person(name=self._account.display_name or address, address=address)

    def folders(self, sync_state: SyncState | None) -> FolderBatch:
        roles = self._well_known()
        changed: list[Folder] = []
        deleted: list[FolderId] = []
        with ews_errors(self._conversation.host, about=ROOT):
            service = _SyncFolderHierarchy(account=self._conversation)
            for change in service.page(sync_state):
                if isinstance(change, Exception):
                    raise change
                if change.tag == f"{T}Delete":
                    deleted.append(FolderId(change.find(f"{T}FolderId").get("Id")))
                elif (folder := self._folder(change[0], roles)) is not None:
                    changed.append(folder)
            return FolderBatch(
                folders=tuple(changed),
                deleted=tuple(deleted),
                sync_state=SyncState(service.sync_state or ""),
                is_last=service.includes_last_item_in_range is not False,
            )

    def deleted_items(self) -> str | None:
        return next((id_ for id_, role in self._well_known().items() if role is FolderRole.DELETED), None)

    def _folder(self, element: Any, roles: dict[str, FolderRole]) -> Folder | None:
        """Mail folders only: calendars, contacts and what Exchange hides are left out."""
        id_ = element.find(f"{T}FolderId").get("Id")
        kind = text_of(element, f"{T}FolderClass")
        is_mail = element.tag == f"{T}Folder" and (not kind or kind == "IPF.Note" or kind.startswith("IPF.Note."))
        if not is_mail or flag_of(element, f"{T}ExtendedProperty/{T}Value"):
            return None
        parent = element.find(f"{T}ParentFolderId")
        parent_id = None if parent is None else parent.get("Id")
        return Folder(
            id=FolderId(id_),
            parent_id=None if parent_id in (None, self._root) else FolderId(parent_id),
            name=text_of(element, f"{T}DisplayName"),
            role=roles.get(id_) or _role_named(text_of(element, f"{T}DistinguishedFolderId")),
            total_count=number_of(element, f"{T}TotalCount"),
            unread_count=number_of(element, f"{T}UnreadCount"),
        )

    def _well_known(self) -> dict[str, FolderRole]:
        if self._roles is not None:
            return self._roles
        names = (ROOT, *(role.value for role in _ROLES))
        roles: dict[str, FolderRole] = {}
        with ews_errors(self._conversation.host):
            answers = list(_GetFolder(account=self._conversation).ids_of(names))
            for name, answer in zip(names, answers, strict=False):
                if isinstance(answer, Exception):
                    if name in (ROOT, FolderRole.INBOX.value):
                        raise translate(answer, self._conversation.host, about=name)
                    continue  # a mailbox need not have every one of them
                id_ = answer.find(f"{T}FolderId").get("Id")
                if name == ROOT:
                    self._root = id_
                else:
                    roles[id_] = FolderRole(name)
        self._roles = roles
        return roles


def _role_named(name: str) -> FolderRole:
    return next((role for role in FolderRole if role.value == name), FolderRole.OTHER)

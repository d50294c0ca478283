"""CreateFolder, UpdateFolder and DeleteFolder (to Deleted Items): a mail folder made, renamed, thrown away."""

from __future__ import annotations

from typing import Any

from exchangelib.services.common import EWSAccountService
from exchangelib.util import create_element

from ..errors import Refused
from ..summary import FolderId
from .conversation import Conversation, OneShot
from .errors import ews_errors
from .soap_shapes import M, T, distinguished

_ROOT = "msgfolderroot"


class _CreateFolder(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "CreateFolder"
    element_container_name = f"{M}Folders"

    def create(self, name: str, parent_id: str | None) -> str:
        payload = create_element("m:CreateFolder")
        parent = create_element("m:ParentFolderId")
        parent.append(
            create_element("t:FolderId", attrs={"Id": parent_id})
            if parent_id
            else distinguished(_ROOT, self.account.primary_smtp_address)
        )
        payload.append(parent)
        folder = create_element("t:Folder")
        _add(folder, "t:DisplayName", name)
        folders = create_element("m:Folders")
        folders.append(folder)
        payload.append(folders)
        for element in self._get_elements(payload):
            if isinstance(element, Exception):
                raise element
            return str(element.find(f"{T}FolderId").get("Id"))
        raise Refused("ErrorFolderSave")


class _UpdateFolder(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "UpdateFolder"
    element_container_name = f"{M}Folders"

    def rename(self, folder_id: str, name: str) -> None:
        payload = create_element("m:UpdateFolder")
        change = create_element("t:FolderChange")
        change.append(create_element("t:FolderId", attrs={"Id": folder_id}))
        field = create_element("t:SetFolderField")
        field.append(create_element("t:FieldURI", attrs={"FieldURI": "folder:DisplayName"}))
        folder = create_element("t:Folder")
        _add(folder, "t:DisplayName", name)
        field.append(folder)
        updates = create_element("t:Updates")
        updates.append(field)
        change.append(updates)
        changes = create_element("m:FolderChanges")
        changes.append(change)
        payload.append(changes)
        _check(self._get_elements(payload))


class _DeleteFolder(OneShot, EWSAccountService):  # type: ignore[misc]
    SERVICE_NAME = "DeleteFolder"
    returns_elements = False

    def remove(self, folder_id: str) -> None:
        payload = create_element("m:DeleteFolder", attrs={"DeleteType": "MoveToDeletedItems"})
        folders = create_element("m:FolderIds")
        folders.append(create_element("t:FolderId", attrs={"Id": folder_id}))
        payload.append(folders)
        _check(self._get_elements(payload))


class EwsFolderChanges:
    """`mail.folder_changes.FolderChangesGateway` over EWS."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation

    def create(self, name: str, parent_id: FolderId | None) -> FolderId:
        with ews_errors(self._conversation.host, about=parent_id or ""):
            return FolderId(_CreateFolder(account=self._conversation).create(name, parent_id))

    def rename(self, folder_id: FolderId, name: str) -> None:
        with ews_errors(self._conversation.host, about=folder_id):
            _UpdateFolder(account=self._conversation).rename(folder_id, name)

    def remove(self, folder_id: FolderId) -> None:
        with ews_errors(self._conversation.host, about=folder_id):
            _DeleteFolder(account=self._conversation).remove(folder_id)


def _add(parent: Any, name: str, text: str) -> None:
    child = create_element(name)
    child.text = text
    parent.append(child)


def _check(elements: Any) -> None:
    for element in elements:
        if isinstance(element, Exception):
            raise element

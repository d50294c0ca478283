"""FakeFolderChanges: the fake gateway's own tree, changed the way the server would. Used by `fake_gateway`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mail import FolderId, FolderRole, ItemGone, Refused

if TYPE_CHECKING:
    from tests.mail.fake_gateway import FakeMailboxGateway


class FakeFolderChanges:
    """Implements `mail.folder_changes.FolderChangesGateway`."""

    def __init__(self, gateway: FakeMailboxGateway) -> None:
        self._gateway = gateway

    def create(self, name: str, parent_id: FolderId | None) -> FolderId:
        if parent_id is not None and parent_id not in self._gateway.tree:
            raise ItemGone(parent_id)
        self._refuse_double(name, parent_id)
        return self._gateway.add_folder(name, parent=parent_id)

    def rename(self, folder_id: FolderId, name: str) -> None:
        self._own(folder_id)
        self._refuse_double(name, self._gateway.tree[folder_id].parent_id)
        self._gateway.rename_folder(folder_id, name)

    def remove(self, folder_id: FolderId) -> None:
        self._own(folder_id)
        deleted = next(one.id for one in self._gateway.tree.values() if one.role is FolderRole.DELETED)
        self._gateway.move_folder(folder_id, deleted)

    def _own(self, folder_id: FolderId) -> None:
        if folder_id not in self._gateway.tree:
            raise ItemGone(folder_id)
        if self._gateway.tree[folder_id].role is not FolderRole.OTHER:
            raise Refused("ErrorDeleteDistinguishedFolder")

    def _refuse_double(self, name: str, parent_id: FolderId | None) -> None:
        beside = (one for one in self._gateway.tree.values() if one.parent_id == parent_id)
        if any(one.name.lower() == name.lower() for one in beside):
            raise Refused("ErrorFolderExists")

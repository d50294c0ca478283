"""Folders made, renamed and thrown away on the server: the port and the questions. They need the server there and then:
a folder that only this PC knows could not take mail.

Real: `mail.ews.folder_changes.EwsFolderChanges`. Fake: `tests.mail.fake_folder_changes.FakeFolderChanges`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .questions import AskedServer, Question
from .summary import FolderId

FOLDER_EXISTS = "ErrorFolderExists"
"""Code of a `Refused`: its parent holds one of that name already."""
LONGEST_NAME = 255


class FolderChangesGateway(Protocol):
    """Raises `ItemGone` for a folder that is not there, `Refused` (`FOLDER_EXISTS` and others), `GatewayError`."""

    def create(self, name: str, parent_id: FolderId | None) -> FolderId:
        """A mail folder under ``parent_id``, None: beside the Inbox."""
        ...

    def rename(self, folder_id: FolderId, name: str) -> None: ...

    def remove(self, folder_id: FolderId) -> None:
        """Into Deleted Items, with all that lies in it."""
        ...


@dataclass(frozen=True, slots=True)
class CreateFolder(Question[FolderId]):
    name: str
    parent_id: FolderId | None = None

    def put_to(self, server: AskedServer) -> FolderId:
        return server.folder_changes.create(self.name, self.parent_id)


@dataclass(frozen=True, slots=True)
class RenameFolder(Question[None]):
    folder_id: FolderId
    name: str

    def put_to(self, server: AskedServer) -> None:
        server.folder_changes.rename(self.folder_id, self.name)


@dataclass(frozen=True, slots=True)
class RemoveFolder(Question[None]):
    folder_id: FolderId

    def put_to(self, server: AskedServer) -> None:
        server.folder_changes.remove(self.folder_id)

"""UpdateFolder (its name) and DeleteFolder, as Exchange answers them. CreateFolder is in `folder_operations`."""

from __future__ import annotations

from lxml import etree

from .exchange import Exchange, each
from .folder_operations import folder_xml
from .shapes import Shape
from .soap import EwsError, M, T, response, success
from .store import Folder


def update_folder(exchange: Exchange, request: etree._Element) -> bytes:
    def act(change: etree._Element) -> bytes:
        folder = exchange.folder(change)
        _refuse_well_known(folder)
        name = (change.findtext(f"{T}Updates/{T}SetFolderField/{T}Folder/{T}DisplayName") or "").strip()
        if not name or len(name) > 255:
            raise EwsError("ErrorFolderSave", "The folder has no name.")
        others = exchange.store.children(folder.parent) if folder.parent is not None else []
        if any(other is not folder and other.name.lower() == name.lower() for other in others):
            raise EwsError("ErrorFolderExists", "A folder with the specified name already exists.")
        exchange.store.rename_folder(folder, name)
        return success("UpdateFolder", b"<m:Folders>", folder_xml(exchange, folder, Shape("IdOnly")), b"</m:Folders>")

    return response("UpdateFolder", each("UpdateFolder", request.iterfind(f"{M}FolderChanges/*"), act))


def delete_folder(exchange: Exchange, request: etree._Element) -> bytes:
    to_deleted = request.get("DeleteType") == "MoveToDeletedItems"

    def act(named: etree._Element) -> bytes:
        folder = exchange.folder_named(named)
        _refuse_well_known(folder)
        deleted = exchange.store.roles["deleteditems"]
        if to_deleted and folder.parent is not deleted:
            exchange.store.move_folder(folder, deleted)
        else:
            exchange.store.remove_folder(folder)
        return success("DeleteFolder")

    return response("DeleteFolder", each("DeleteFolder", request.iterfind(f"{M}FolderIds/*"), act))


def _refuse_well_known(folder: Folder) -> None:
    if folder.role:
        raise EwsError("ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted or renamed.")

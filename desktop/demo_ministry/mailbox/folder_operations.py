"""GetFolder, FindFolder, CreateFolder and SyncFolderHierarchy."""

from __future__ import annotations

from lxml import etree

from .change_log import Change
from .exchange import Exchange, each
from .service_operations import quota_property, store_property
from .shapes import Shape, read_shape
from .soap import EwsError, M, T, element, failure, response, success, text
from .store import MESSAGE_ROOT, ROOT, Folder
from .sync_states import read_sync_state, sync_state

_ELEMENTS = {"IPF.Appointment": "t:CalendarFolder", "IPF.Contact": "t:ContactsFolder"}
_DEFAULT = frozenset({"folder:DisplayName", "folder:TotalCount", "folder:ChildFolderCount", "folder:UnreadCount"})
_ALL = _DEFAULT | {
    "folder:ParentFolderId",
    "folder:FolderClass",
    "folder:EffectiveRights",
    "folder:DistinguishedFolderId",
}
_RIGHTS = (
    b"<t:EffectiveRights><t:CreateAssociated>true</t:CreateAssociated><t:CreateContents>true</t:CreateContents>"
    b"<t:CreateHierarchy>true</t:CreateHierarchy><t:Delete>true</t:Delete><t:Modify>true</t:Modify><t:Read>true</t:Read>"
    b"</t:EffectiveRights>"
)


def get_folder(exchange: Exchange, request: etree._Element) -> bytes:
    shape = read_shape(request, "FolderShape")

    def act(named: etree._Element) -> bytes:
        folder = exchange.folder_named(named)
        return success("GetFolder", b"<m:Folders>", folder_xml(exchange, folder, shape), b"</m:Folders>")

    return response("GetFolder", each("GetFolder", request.iterfind(f"{M}FolderIds/*"), act))


def find_folder(exchange: Exchange, request: etree._Element) -> bytes:
    shape = read_shape(request, "FolderShape")
    is_deep = request.get("Traversal") == "Deep"
    view = request.find(f"{M}IndexedPageFolderView")
    offset, limit = page_of(view)

    def act(named: etree._Element) -> bytes:
        parent = exchange.folder_named(named)
        found = exchange.store.descendants(parent) if is_deep else exchange.store.children(parent)
        page = found[offset : offset + limit]
        content = b"".join(folder_xml(exchange, folder, shape) for folder in page)
        return success(
            "FindFolder", paging_tag("m:RootFolder", offset, len(page), len(found)), b"<t:Folders>", content,
            b"</t:Folders></m:RootFolder>",
        )  # fmt: skip

    return response("FindFolder", each("FindFolder", request.iterfind(f"{M}ParentFolderIds/*"), act))


def create_folder(exchange: Exchange, request: etree._Element) -> bytes:
    def act(wanted: etree._Element) -> bytes:
        parent = exchange.folder(request.find(f"{M}ParentFolderId"))
        name = (wanted.findtext(f"{T}DisplayName") or "").strip()
        if not name or len(name) > 255:
            raise EwsError("ErrorFolderSave", "The folder has no name.")
        if any(other.name.lower() == name.lower() for other in exchange.store.children(parent)):
            raise EwsError("ErrorFolderExists", "A folder with the specified name already exists.")
        folder = exchange.store.add_folder(name, parent, folder_class=wanted.findtext(f"{T}FolderClass") or "IPF.Note")
        return success("CreateFolder", b"<m:Folders>", folder_xml(exchange, folder, Shape("IdOnly")), b"</m:Folders>")

    return response("CreateFolder", each("CreateFolder", request.iterfind(f"{M}Folders/*"), act))


def sync_folder_hierarchy(exchange: Exchange, request: etree._Element) -> bytes:
    operation = "SyncFolderHierarchy"
    shape = read_shape(request, "FolderShape")
    store = exchange.store
    try:
        root = store.roles[MESSAGE_ROOT]
        if request.find(f"{M}SyncFolderId") is not None:
            root = exchange.folder(request.find(f"{M}SyncFolderId"))
        state = request.findtext(f"{M}SyncState")
        base, cursor = read_sync_state(state, "hierarchy", store.generation, len(store.hierarchy_log))
        page = store.hierarchy_log.page(base, cursor, limit=max(len(store.hierarchy_log), 1))
    except EwsError as error:
        return response(operation, [failure(operation, error)])
    below = {folder.id for folder in store.descendants(root)}
    changes: list[bytes] = []
    for change, folder_id in page.changes:
        folder = store.folders.get(folder_id)
        if change is Change.DELETED:
            changes.append(f'<t:Delete><t:FolderId Id="{folder_id}"/></t:Delete>'.encode())
        elif folder is not None and folder_id in below:
            changes.append(f"<t:{change.value}>".encode())
            changes.append(folder_xml(exchange, folder, shape))
            changes.append(f"</t:{change.value}>".encode())
    return response(
        operation,
        [
            success(
                operation,
                element("m:SyncState", sync_state("hierarchy", store.generation, page.base, page.cursor)),
                b"<m:IncludesLastFolderInRange>true</m:IncludesLastFolderInRange><m:Changes>",
                *changes,
                b"</m:Changes>",
            )
        ],
    )


def folder_xml(exchange: Exchange, folder: Folder, shape: Shape) -> bytes:
    fields = shape.fields if shape.base == "IdOnly" else shape.fields | (_DEFAULT if shape.base == "Default" else _ALL)
    name = _ELEMENTS.get(folder.folder_class, "t:Folder")
    pieces = [f'<{name}><t:FolderId Id="{folder.id}" ChangeKey="{folder.change_key}"/>'.encode()]
    if "folder:ParentFolderId" in fields and folder.parent is not None:
        parent = folder.parent
        pieces.append(f'<t:ParentFolderId Id="{parent.id}" ChangeKey="{parent.change_key}"/>'.encode())
    if "folder:FolderClass" in fields and folder.folder_class:
        pieces.append(element("t:FolderClass", folder.folder_class))
    if "folder:DisplayName" in fields:
        pieces.append(f"<t:DisplayName>{text(folder.name)}</t:DisplayName>".encode())
    if "folder:TotalCount" in fields:
        pieces.append(element("t:TotalCount", len(folder.items)))
    if "folder:ChildFolderCount" in fields:
        pieces.append(element("t:ChildFolderCount", len(exchange.store.children(folder))))
    if folder.role == ROOT:
        pieces += [quota_property(exchange, path) for path in shape.extended]
    pieces += [store_property(exchange, folder, path) for path in shape.extended]
    if "folder:EffectiveRights" in fields:
        pieces.append(_RIGHTS)
    if "folder:DistinguishedFolderId" in fields and folder.role and folder.role != ROOT:
        pieces.append(element("t:DistinguishedFolderId", folder.role))
    if "folder:UnreadCount" in fields and name == "t:Folder":
        pieces.append(element("t:UnreadCount", folder.unread_count))
    pieces.append(f"</{name}>".encode())
    return b"".join(pieces)


def page_of(view: etree._Element | None) -> tuple[int, int]:
    """(offset, at most so many) of an IndexedPageView; everything without one."""
    if view is None:
        return 0, 1_000_000
    try:
        offset = int(view.get("Offset", "0"))
        limit = int(view.get("MaxEntriesReturned", "1000"))
    except ValueError as error:
        raise EwsError("ErrorInvalidPagingMaxRows", "The page is not a number.") from error
    if offset < 0 or limit < 1:
        raise EwsError("ErrorInvalidIndexedPagingParameters", "The page is out of range.")
    return offset, limit


def paging_tag(name: str, offset: int, count: int, total: int) -> bytes:
    is_last = "true" if offset + count >= total else "false"
    return (
        f'<{name} IndexedPagingOffset="{offset + count}" TotalItemsInView="{total}"'
        f' IncludesLastItemInRange="{is_last}">'
    ).encode()

"""What every operation works on: the store, whose mailbox it is, the directory; how ids in requests are looked up."""

from __future__ import annotations

import base64
import binascii
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from .letter import Correspondent, DirectoryEntry, RoomList
from .services import Services
from .soap import EwsError, T, failure
from .store import MESSAGE_ROOT, ROOT, Folder, Item, MailStore

SYNC_PAGE_LIMIT = 512
"""Exchange's own limit on the changes of one SyncFolderItems page."""


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail that left the house."""

    recipients: tuple[str, ...]
    subject: str
    mime: bytes = field(repr=False)
    at: datetime
    extended: dict[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class SharedAccess:
    """``may_read`` False: its folders are there, but not for her. ``gives_own``: the fault of a server that answers
    with the asking person's own mailbox."""

    exchange: Exchange
    may_read: bool = True
    gives_own: bool = False


@dataclass(slots=True)
class Exchange:
    """The state behind the operations. ``max_sync_items``, ``heartbeat_seconds`` and ``seconds_per_minute`` are a
    tester's: small pages, fast heartbeats, short streaming minutes."""

    owner: Correspondent
    directory: tuple[DirectoryEntry, ...] = ()
    store: MailStore = field(default_factory=MailStore)
    sent: deque[SentMail] = field(default_factory=lambda: deque(maxlen=10_000))
    max_sync_items: int = SYNC_PAGE_LIMIT
    heartbeat_seconds: float = 15.0
    seconds_per_minute: float = 60.0
    rewrites_message_ids: bool = False
    shared: dict[str, SharedAccess] = field(default_factory=dict)
    """Mailboxes of others by address (lower case), and how far she may open them."""
    store_owner: str = ""
    """Whose store its folders say they lie in, if not the owner's."""
    puts_invitations: bool = True
    """Exchange's attendant: an invitation that comes is put into the calendar at once, unanswered."""
    room_lists: tuple[RoomList, ...] = ()
    services: Services = field(default_factory=Services)
    master_categories: tuple[tuple[str, int], ...] = ()
    """Names and Outlook's colours; empty: nobody has made the list yet."""

    def folder(self, holder: etree._Element | None) -> Folder:
        """The folder that the first FolderId or DistinguishedFolderId in ``holder`` names."""
        named = None if holder is None else next((child for child in holder if isinstance(child.tag, str)), None)
        if named is None:
            raise EwsError("ErrorInvalidFolderId", "No folder is named.")
        return self.folder_named(named)

    def folder_named(self, named: etree._Element) -> Folder:
        if named.tag == f"{T}DistinguishedFolderId":
            address = named.findtext(f"{T}Mailbox/{T}EmailAddress")
            if address and address.lower() != self.owner.address.lower():
                return self._folder_shared(address.lower(), named)
            folder = self.store.roles.get(named.get("Id", ""))
            if folder is None:
                raise EwsError("ErrorFolderNotFound")
            return folder
        folder_id = named.get("Id", "")
        folder = self.store.folders.get(folder_id)
        if folder is None:
            raise EwsError("ErrorItemNotFound" if _is_well_formed(folder_id) else "ErrorInvalidIdMalformed")
        return folder

    def _folder_shared(self, address: str, named: etree._Element) -> Folder:
        access = self.shared.get(address)
        if access is None:
            raise EwsError("ErrorNonExistentMailbox")
        if not access.may_read:
            raise EwsError("ErrorItemNotFound")
        source = self if access.gives_own else access.exchange
        folder = source.store.roles.get(named.get("Id", ""))
        if folder is None:
            raise EwsError("ErrorFolderNotFound")
        return folder

    def meant_by(self, request: etree._Element) -> Exchange:
        """Whose mailbox a request is about: a shared one where it names only that one's folders or items."""
        for access in self.shared.values():
            if access.gives_own or not access.may_read:
                continue
            for named in request.iter(f"{T}FolderId", f"{T}ItemId", f"{T}AttachmentId"):
                store = access.exchange.store
                if named.get("Id", "") in store.folders or named.get("Id", "") in store.items:
                    return access.exchange
        addresses = {found.findtext(f"{T}EmailAddress") for found in request.iter(f"{T}Mailbox")}
        if len(addresses) == 1:
            access_to = self.shared.get(str(addresses.pop()).lower())
            named_folders = list(request.iter(f"{T}DistinguishedFolderId"))
            if access_to is not None and access_to.may_read and not access_to.gives_own and named_folders:
                return access_to.exchange
        return self

    def item(self, named: etree._Element) -> Item:
        """The item a client names; an occurrence of a series as an item to look at."""
        from .events.ids import place, seen

        return seen(*place(self, named))

    def item_with_id(self, item_id: str) -> Item:
        item = self.store.items.get(item_id)
        if item is None:
            raise EwsError("ErrorItemNotFound" if _is_well_formed(item_id) else "ErrorInvalidIdMalformed")
        return item


def each(operation: str, subjects: Iterable[etree._Element], act: Callable[[etree._Element], bytes]) -> list[bytes]:
    """One response message per subject, in their order; an `EwsError` becomes that subject's own."""
    messages: list[bytes] = []
    for subject in subjects:
        if not isinstance(subject.tag, str):
            continue
        try:
            messages.append(act(subject))
        except EwsError as error:
            messages.append(failure(operation, error))
    return messages


def plant_folders(store: MailStore) -> None:
    """The folders that every mailbox has, named as Exchange names them for a Vietnamese user."""
    root = store.add_folder("Root", None, ROOT, folder_class="")
    top = store.add_folder("Đầu Kho Lưu trữ Thông tin", root, MESSAGE_ROOT, folder_class="IPF.Note")
    for role, name, folder_class in (
        ("inbox", "Hộp thư đến", "IPF.Note"),
        ("drafts", "Thư nháp", "IPF.Note"),
        ("sentitems", "Thư đã gửi", "IPF.Note"),
        ("deleteditems", "Thư đã xóa", "IPF.Note"),
        ("junkemail", "Thư rác", "IPF.Note"),
        ("outbox", "Hộp thư đi", "IPF.Note"),
        ("calendar", "Lịch", "IPF.Appointment"),
        ("contacts", "Danh bạ", "IPF.Contact"),
    ):
        store.add_folder(name, top, role, folder_class)


def _is_well_formed(some_id: str) -> bool:
    try:
        return len(base64.b64decode(some_id, validate=True)) >= 8
    except (binascii.Error, ValueError):
        return False

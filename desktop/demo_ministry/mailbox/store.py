"""The mailbox itself, in memory: folders, items, their change logs, and the events that streaming clients wait for.

Everything is done under one lock (`MailStore.lock`); operations and a tester's wishes both come here.
"""

from __future__ import annotations

import base64
import struct
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from threading import Condition, RLock

from .change_log import Change, ChangeLog
from .events.event import Appointment
from .facts import Content, Facts, read_mime

ROOT = "root"
MESSAGE_ROOT = "msgfolderroot"
_EVENTS_KEPT = 10_000


@dataclass(slots=True, eq=False)
class Item:
    """One message in one folder. A moved message is a new `Item` with a new id, as on Exchange."""

    id: str
    folder: Folder
    facts: Facts
    created_at: datetime
    received_at: datetime
    modified_at: datetime
    version: int
    make_mime: Callable[[], bytes]
    is_read: bool = False
    is_draft: bool = False
    flag: str = "NotFlagged"
    importance: str = "Normal"
    categories: tuple[str, ...] = ()
    extended: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    fragments: dict[str, bytes] = field(default_factory=dict)
    event: Appointment | None = None
    """Of a calendar item."""
    associated_id: str = ""
    """Of an invitation: its item in the calendar."""
    _mime: bytes | None = None
    _content: Content | None = None

    @property
    def mime(self) -> bytes:
        if self._mime is None:
            self._mime = self.make_mime()
        return self._mime

    @property
    def content(self) -> Content:
        if self._content is None:
            self._content = read_mime(self.mime)[1]
        return self._content

    @property
    def change_key(self) -> str:
        return base64.b64encode(b"CQ\x00\x00\x00\x16" + struct.pack(">QI", _number_of(self.id), self.version)).decode()


@dataclass(slots=True, eq=False)
class Folder:
    id: str
    parent: Folder | None
    name: str
    role: str | None
    folder_class: str
    version: int = 1
    items: dict[str, Item] = field(default_factory=dict)
    log: ChangeLog = field(default_factory=ChangeLog)

    @property
    def change_key(self) -> str:
        return base64.b64encode(b"AQ\x00\x00\x00\x16" + struct.pack(">QI", _number_of(self.id), self.version)).decode()

    @property
    def unread_count(self) -> int:
        return sum(1 for item in self.items.values() if not item.is_read)

    @property
    def path(self) -> str:
        names: list[str] = []
        folder: Folder | None = self
        while folder is not None and folder.role not in (ROOT, MESSAGE_ROOT):
            names.append(folder.name)
            folder = folder.parent
        return "/".join(reversed(names))


@dataclass(frozen=True, slots=True)
class Event:
    """Something a streaming subscription may tell. ``old_*`` are of a move."""

    kind: str
    at: datetime
    item_id: str
    change_key: str
    folder_id: str
    old_item_id: str = ""
    old_folder_id: str = ""


class MailStore:
    def __init__(self, name: str = "") -> None:
        """``name`` keeps the ids of one mailbox apart from another's."""
        self._name = name
        self.lock = RLock()
        self.happened = Condition(self.lock)
        self.generation = 1
        self.folders: dict[str, Folder] = {}
        self.items: dict[str, Item] = {}
        self.roles: dict[str, Folder] = {}
        self.hierarchy_log = ChangeLog()
        self.events: deque[tuple[int, Event]] = deque(maxlen=_EVENTS_KEPT)
        self.event_count = 0
        self._next_number = 1

    # Folders

    def add_folder(
        self, name: str, parent: Folder | None, role: str | None = None, folder_class: str = "IPF.Note"
    ) -> Folder:
        with self.lock:
            folder = Folder(self._new_id("folder"), parent, name, role, folder_class)
            self.folders[folder.id] = folder
            if role:
                self.roles[role] = folder
            if role not in (ROOT, MESSAGE_ROOT):
                self.hierarchy_log.append(Change.CREATED, folder.id)
            return folder

    def rename_folder(self, folder: Folder, name: str) -> None:
        with self.lock:
            folder.name = name
            folder.version += 1
            self.hierarchy_log.append(Change.UPDATED, folder.id)

    def move_folder(self, folder: Folder, parent: Folder) -> None:
        """With all in it; under a free name where the new parent holds one of the same."""
        with self.lock:
            taken = {other.name.lower() for other in self.children(parent)}
            name, number = folder.name, 1
            while folder.name.lower() in taken:
                folder.name, number = f"{name} {number}", number + 1
            folder.parent = parent
            folder.version += 1
            self.hierarchy_log.append(Change.UPDATED, folder.id)

    def remove_folder(self, folder: Folder) -> None:
        """The folder, what lies in it and under it."""
        with self.lock:
            for child in self.children(folder):
                self.remove_folder(child)
            for item in list(folder.items.values()):
                self.remove_item(item)
            del self.folders[folder.id]
            self.hierarchy_log.append(Change.DELETED, folder.id)

    def children(self, folder: Folder) -> list[Folder]:
        return [other for other in self.folders.values() if other.parent is folder]

    def descendants(self, folder: Folder) -> list[Folder]:
        found: list[Folder] = []
        for child in self.children(folder):
            found.append(child)
            found.extend(self.descendants(child))
        return found

    # Items

    def add_item(
        self,
        folder: Folder,
        mime: bytes | Callable[[], bytes],
        facts: Facts | None = None,
        *,
        received_at: datetime | None = None,
        is_read: bool = False,
        is_draft: bool = False,
        is_new_mail: bool = False,
    ) -> Item:
        content: Content | None = None
        if facts is None:
            facts, content = read_mime(mime if isinstance(mime, bytes) else mime())
        now = datetime.now(UTC)
        with self.lock:
            item = Item(
                id=self._new_id("item"),
                folder=folder,
                facts=facts,
                created_at=received_at or now,
                received_at=received_at or now,
                modified_at=received_at or now,
                version=1,
                make_mime=mime if callable(mime) else lambda: mime,
                is_read=is_read,
                is_draft=is_draft,
                importance=facts.importance,
            )
            item._content = content
            self._put(item)
            self._tell("CreatedEvent", item)
            if is_new_mail:
                self._tell("NewMailEvent", item)
            return item

    def changed(self, item: Item, *, read_flag_only: bool = False) -> None:
        """Say that an item's properties have been changed: new change key, log entry, event."""
        with self.lock:
            item.version += 1
            item.modified_at = datetime.now(UTC)
            item.fragments.clear()
            item.folder.log.append(Change.READ_FLAG if read_flag_only else Change.UPDATED, item.id)
            self._tell("ModifiedEvent", item)

    def replace_mime(self, item: Item, mime: bytes) -> None:
        facts, content = read_mime(mime)
        with self.lock:
            item.facts, item._content, item._mime, item.importance = facts, content, mime, facts.importance
            item.make_mime = lambda: mime

    def move_item(self, item: Item, folder: Folder) -> Item:
        with self.lock:
            moved = replace(item, id=self._new_id("item"), folder=folder, version=item.version + 1, fragments={})
            moved.modified_at = datetime.now(UTC)
            self._take_out(item)
            self._put(moved)
            self._tell("MovedEvent", moved, old=item)
            return moved

    def copy_item(self, item: Item, folder: Folder) -> Item:
        with self.lock:
            copy = replace(item, id=self._new_id("item"), folder=folder, extended=dict(item.extended), fragments={})
            self._put(copy)
            self._tell("CreatedEvent", copy)
            return copy

    def remove_item(self, item: Item) -> None:
        with self.lock:
            self._take_out(item)
            self._tell("DeletedEvent", item)

    def _put(self, item: Item) -> None:
        self.items[item.id] = item
        item.folder.items[item.id] = item
        item.folder.log.append(Change.CREATED, item.id)

    def _take_out(self, item: Item) -> None:
        del self.items[item.id]
        del item.folder.items[item.id]
        item.folder.log.append(Change.DELETED, item.id)

    def _tell(self, kind: str, item: Item, old: Item | None = None) -> None:
        event = Event(
            kind,
            datetime.now(UTC),
            item.id,
            item.change_key,
            item.folder.id,
            old.id if old else "",
            old.folder.id if old else "",
        )
        self.event_count += 1
        self.events.append((self.event_count, event))
        self.happened.notify_all()

    def _new_id(self, kind: str) -> str:
        number = self._next_number
        self._next_number += 1
        raw = struct.pack(">Q", number) + sha256(f"{self._name}{kind}{number}".encode()).digest() + kind[:2].encode()
        return base64.b64encode(raw).decode()


def _number_of(some_id: str) -> int:
    number: int = struct.unpack(">Q", base64.b64decode(some_id)[:8])[0]
    return number

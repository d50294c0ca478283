"""The demo mailbox server as one object: start it, use its address, and wish for things to happen in it."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from .events import event_operations
from .events.event import Appointment
from .exchange import Exchange, SentMail, plant_folders
from .facts import facts_of_letter
from .http_server import PATH, EwsServer, Service
from .item_xml import prepare
from .letter import AttachedFile, Correspondent, Letter, MailboxStory, MeetingRequest, PlacedLetter
from .load import Load
from .mime_building import build_mime
from .notifications import Notifications
from .service_handles import ServiceHandles
from .store import MESSAGE_ROOT, Folder, Item
from .trouble_handles import TroubleHandles
from .wishes import Wishes


@dataclass(frozen=True, slots=True)
class FolderView:
    """A folder as a test sees it."""

    id: str
    name: str
    path: str
    role: str | None
    total_count: int
    unread_count: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as a test sees it: a copy, taken when it was asked for."""

    id: str
    change_key: str
    folder: str
    subject: str
    sender: str
    received_at: datetime
    is_read: bool
    is_draft: bool
    flag: str
    importance: str
    categories: tuple[str, ...]
    extended: dict[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    mime: bytes = field(repr=False)


class DemoMailbox(TroubleHandles, ServiceHandles):
    """One mailbox on a real EWS server on 127.0.0.1.

    ``story`` None: the ministry's 300 mails; `MailboxStory(owner=…)`: only the folders that every mailbox has.
    """

    def __init__(
        self,
        story: MailboxStory | None = None,
        user_name: str = r"boldptxh\hanh.ntm",
        password: str = "Demo@2026",  # noqa: S107  (the demo's password stands in its story)
        tls: bool = False,
    ) -> None:
        if story is None:
            from ..story import mailbox_story

            story = mailbox_story()
        self.story = story
        self.user_name = user_name
        self.password = password
        super().__init__(Exchange(story.owner, story.directory), Wishes())
        self._service = Service(self._exchange, Notifications(self._exchange), self._wishes, user_name, password)
        self._uses_tls = tls
        self._folder: Path | None = None
        self._server: EwsServer | None = None
        self._thread: threading.Thread | None = None
        self.ca_file: Path | None = None
        self._exchange.master_categories = story.categories
        plant_folders(self._exchange.store)
        for path in story.own_folders:
            self._own_folder(path)
        self._exchange.room_lists = story.room_lists
        for event in story.events:
            event_operations.put_event(self._exchange, event)
        for placed in story.letters:
            self._place(placed)

    # Its life

    def start(self) -> Self:
        if self._server is not None:
            return self
        context = None
        if self._uses_tls:
            from .certificates import make_tls  # cryptography takes 0.1 s to import, and few starts need it

            self._folder = Path(tempfile.mkdtemp(prefix="demo-mailbox-"))
            context, self.ca_file = make_tls(self._folder)
        self._wishes.stopping.clear()
        self._server = EwsServer(self._service, context)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo-mailbox", daemon=True
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ends every connection at once; what lies in the mailbox stays, and `start` serves it again elsewhere."""
        server, thread = self._server, self._thread
        self._server = self._thread = None
        if server is not None and thread is not None:
            server.stop()
            thread.join(5)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def port(self) -> int:
        if self._server is None:
            raise RuntimeError("the demo mailbox is not started")
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"{'https' if self._uses_tls else 'http'}://127.0.0.1:{self.port}{PATH}"

    @property
    def address(self) -> str:
        return self.story.owner.address

    # What is in it

    @property
    def folders(self) -> list[FolderView]:
        with self._exchange.store.lock:
            top = self._exchange.store.roles[MESSAGE_ROOT]
            return [_folder_view(folder) for folder in self._exchange.store.descendants(top)]

    def items(self, folder: str = "inbox") -> list[ItemView]:
        """The items of a folder (its role, path or id), oldest first."""
        with self._exchange.store.lock:
            return [_item_view(item) for item in self._find_folder(folder).items.values()]

    def item(self, item_id: str) -> ItemView | None:
        with self._exchange.store.lock:
            item = self._exchange.store.items.get(item_id)
            return None if item is None else _item_view(item)

    @property
    def sent(self) -> list[SentMail]:
        """What left the house, oldest first."""
        return list(self._exchange.sent)

    @property
    def requests(self) -> list[str]:
        """The names of the operations asked for, oldest first (at most the last 10,000)."""
        return list(self._service.requests)

    @property
    def sign_in_attempts(self) -> int:
        """How often a user name and password were sent, right or wrong."""
        return self._service.sign_in_attempts

    @property
    def failed_sign_ins(self) -> int:
        return self._service.failed_sign_ins

    # Wishes: what happens on the server

    def deliver(
        self,
        subject: str = "Thư thử",
        sender: Correspondent | None = None,
        text: str = "Kính gửi chị,\n\nEm gửi chị thư thử.\n",
        html: str | None = None,
        attachments: Sequence[AttachedFile] = (),
        meeting: MeetingRequest | None = None,
        folder: str = "inbox",
        at: datetime | None = None,
        is_read: bool = False,
    ) -> str:
        """A new mail arrives; returns its item id."""
        at = at or datetime.now(UTC)
        store = self._exchange.store
        letter = Letter(
            subject=subject,
            sender=sender or Correspondent("Lý Thị Hồng Nhung", "nhung.lth@boldptxh.example"),
            to=(self.story.owner,),
            at=at,
            text=text,
            html=html,
            attachments=tuple(attachments),
            meeting=meeting,
            message_id=f"<{sha256(f'{subject}{at.isoformat()}{store.event_count}'.encode()).hexdigest()[:24]}@demo.example>",
        )
        return self._place(PlacedLetter(letter, folder, is_read), is_new_mail=True).id

    def put_event(self, event: Appointment) -> str:
        """Something is in the calendar; returns its item id."""
        with self._exchange.store.lock:
            return event_operations.put_event(self._exchange, event).id

    def event_of(self, message_id: str) -> str | None:
        """The calendar's item of an invitation, if it was put there."""
        with self._exchange.store.lock:
            return self._exchange.store.items[message_id].associated_id or None

    def deliver_mime(
        self, mime: bytes, folder: str = "inbox", at: datetime | None = None, is_read: bool = False
    ) -> str:
        """A mail arrives exactly as these bytes, whatever they are; returns its item id."""
        with self._exchange.store.lock:
            target = self._find_folder(folder)
            return self._exchange.store.add_item(target, mime, received_at=at, is_read=is_read, is_new_mail=True).id

    def mark_read(self, item_id: str, is_read: bool = True) -> None:
        with self._exchange.store.lock:
            item = self._exchange.store.items[item_id]
            item.is_read = is_read
            self._exchange.store.changed(item, read_flag_only=True)

    def change(self, item_id: str, *, flag: str | None = None, categories: Sequence[str] | None = None) -> None:
        with self._exchange.store.lock:
            item = self._exchange.store.items[item_id]
            item.flag = flag or item.flag
            item.categories = tuple(categories) if categories is not None else item.categories
            self._exchange.store.changed(item)

    def move(self, item_id: str, folder: str) -> str:
        """Returns the item's new id."""
        with self._exchange.store.lock:
            target = self._find_folder(folder)
            return self._exchange.store.move_item(self._exchange.store.items[item_id], target).id

    def delete(self, item_id: str) -> None:
        with self._exchange.store.lock:
            self._exchange.store.remove_item(self._exchange.store.items[item_id])

    def add_folder(self, path: str) -> str:
        """Every missing folder of the path is made; returns the last one's id."""
        with self._exchange.store.lock:
            return self._own_folder(path).id

    def rename_folder(self, folder: str, name: str) -> None:
        with self._exchange.store.lock:
            self._exchange.store.rename_folder(self._find_folder(folder), name)

    def delete_folder(self, folder: str) -> None:
        with self._exchange.store.lock:
            self._exchange.store.remove_folder(self._find_folder(folder))

    def fill(self, count: int, total_bytes: int, seed: int = 1, folder: str = "inbox") -> None:
        """Put ``count`` mails of together about ``total_bytes`` of MIME into a folder; the same seed gives the same."""
        from .filling import invented_mails

        with self._exchange.store.lock:
            target = self._find_folder(folder)
            for mail in invented_mails(self.story, count, total_bytes, seed):
                self._exchange.store.add_item(
                    target, mail.mime, mail.facts, received_at=mail.facts.sent_at, is_read=mail.is_read
                )

    def speak_as_2010(self) -> None:
        """From now on this is an Exchange 2010 SP2."""
        self._service.is_exchange_2010 = True

    @property
    def load(self) -> Load:
        """How much was asked at once; its limits are a tester's to set."""
        return self._service.load

    def prepare_answers(self) -> None:
        """Serialise everything that GetItem answers, so that a fetch costs the server next to nothing."""
        with self._exchange.store.lock:
            for item in self._exchange.store.items.values():
                prepare(item)

    # Within

    def _place(self, placed: PlacedLetter, *, is_new_mail: bool = False) -> Item:
        letter = placed.letter
        with self._exchange.store.lock:
            folder = self._find_folder(placed.folder)
            item = self._exchange.store.add_item(
                folder,
                lambda: build_mime(letter),
                facts_of_letter(letter),
                received_at=letter.at,
                is_read=placed.is_read,
                is_draft=folder.role == "drafts",
                is_new_mail=is_new_mail,
            )
            if letter.meeting is not None and self._exchange.puts_invitations and folder.role == "inbox":
                event_operations.put_invitation(self._exchange, item, is_answered=not is_new_mail)
            item.flag = "Flagged" if placed.is_flagged else "NotFlagged"
            item.categories = placed.categories
            return item

    def _find_folder(self, folder: str) -> Folder:
        store = self._exchange.store
        found = store.roles.get(folder) or store.folders.get(folder)
        if found is None:
            found = next((other for other in store.folders.values() if other.path == folder), None)
        if found is None:
            raise KeyError(folder)
        return found

    def _own_folder(self, path: str) -> Folder:
        parent = self._exchange.store.roles[MESSAGE_ROOT]
        for name in path.split("/"):
            known = next((child for child in self._exchange.store.children(parent) if child.name == name), None)
            parent = known or self._exchange.store.add_folder(name, parent)
        return parent


def _folder_view(folder: Folder) -> FolderView:
    return FolderView(folder.id, folder.name, folder.path, folder.role, len(folder.items), folder.unread_count)


def _item_view(item: Item) -> ItemView:
    return ItemView(
        id=item.id,
        change_key=item.change_key,
        folder=item.folder.path,
        subject=item.facts.subject,
        sender=item.facts.sender.address if item.facts.sender else "",
        received_at=item.received_at,
        is_read=item.is_read,
        is_draft=item.is_draft,
        flag=item.flag,
        importance=item.importance,
        categories=item.categories,
        extended=dict(item.extended),
        mime=item.mime,
    )

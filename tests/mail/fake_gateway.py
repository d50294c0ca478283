"""FakeMailboxGateway: a mailbox server in memory. It keeps a change log per folder, whose length is the sync state, and
has handles for what a tester wishes: deliver mails, lose answers, be busy, forget sync states."""

from __future__ import annotations

import email
import email.header
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from mail import (
    DraftId,
    Folder,
    FolderId,
    FolderRole,
    GatewayError,
    ItemGone,
    ItemId,
    MessageSummary,
    OutcomeUnknown,
    Person,
    ServerBusy,
    SyncStateLost,
)
from mail.model import (
    Action,
    ChangeBatch,
    DeleteItem,
    FlagItem,
    FolderBatch,
    MarkRead,
    MoveItem,
    RawMessage,
    SendOutcome,
    ServerNotice,
    SetCategories,
    SyncState,
)
from mail.threads.hints import ThreadHint
from tests.mail.builders import HANH, NAM, a_mime, a_moment
from tests.mail.calendar.fake_calendar import FakeCalendar
from tests.mail.fake_categories import FakeCategories
from tests.mail.fake_directory import FakeDirectory
from tests.mail.fake_folder_changes import FakeFolderChanges
from tests.mail.fake_services import (
    FakeContacts,
    FakeInboxRules,
    FakeOutOfOffice,
    FakeQuota,
    FakeSharedMailboxes,
    FakeTasks,
)

INBOX, DRAFTS, SENT, DELETED, ARCHIVE = (
    FolderId(name) for name in ("inbox", "drafts", "sentitems", "deleteditems", "archive")
)


@dataclass
class FakeItem:
    summary: MessageSummary
    mime: bytes
    draft_id: DraftId | None = None
    is_draft: bool = True
    """Of what carries a ``draft_id``: not sent yet."""


@dataclass
class Fault:
    """Raised by the ``after``-th coming call of ``method`` (None: of any)."""

    error: Exception
    method: str | None
    after: int
    is_done_first: bool


@dataclass
class FakeMailboxGateway:
    """Implements `mail.MailboxGateway`. Its state outlives any `MailboxSync`, as a server's does."""

    page_size: int = 512
    keeps_ids: bool = False
    """A moved item keeps its id (immutable ids)."""
    tells_new_ids: bool = True
    """A move is answered with the item's new id; some servers and some moves do not."""
    tells_threads: bool = True
    """Its rows say which conversation each mail belongs to."""
    owner: Person = HANH
    calls: list[str] = field(default_factory=list)
    sent: list[DraftId] = field(default_factory=list)
    """Every mail that went out, in order: the same one twice stands here twice."""
    before_call: Callable[[str], None] | None = None

    directory: FakeDirectory = field(default_factory=FakeDirectory)
    categories: FakeCategories = field(default_factory=FakeCategories)
    out_of_office: FakeOutOfOffice = field(default_factory=FakeOutOfOffice)
    inbox_rules: FakeInboxRules = field(default_factory=FakeInboxRules)
    opened_through: FakeSharedMailboxes | None = None
    """Set where this is a mailbox shared with somebody."""
    shared: FakeSharedMailboxes = field(default_factory=lambda: FakeSharedMailboxes())
    contacts: FakeContacts = field(default_factory=FakeContacts)
    tasks: FakeTasks = field(default_factory=FakeTasks)
    quota: FakeQuota = field(default_factory=FakeQuota)
    calendar: FakeCalendar = field(default_factory=FakeCalendar)

    def __post_init__(self) -> None:
        self.items: dict[ItemId, FakeItem] = {}
        self.tree: dict[FolderId, Folder] = {}
        self._log: dict[FolderId, list[tuple[str, ItemId]]] = {}
        self._tree_log: list[FolderId] = []
        self._faults: list[Fault] = []
        self._numbers = itertools.count(1)
        self._epoch = 0
        for role in (FolderRole.INBOX, FolderRole.DRAFTS, FolderRole.SENT, FolderRole.DELETED, FolderRole.ARCHIVE):
            self.add_folder(role.value, role=role, folder_id=role.value)

    # --- the port ----------------------------------------------------------------------------------------------------

    def check_sign_in(self) -> Person:
        if self.opened_through is not None:
            self.opened_through.check(self.owner.address)
        self._called("check_sign_in")
        return self.owner

    def folders(self, sync_state: SyncState | None) -> FolderBatch:
        self._called("folders")
        start = self._position("tree", sync_state)
        changed = list(dict.fromkeys(self._tree_log[start:]))
        return FolderBatch(
            folders=tuple(self._counted(folder_id) for folder_id in changed if folder_id in self.tree),
            deleted=tuple(one for one in changed if one not in self.tree) if sync_state else (),
            sync_state=self._state("tree", len(self._tree_log)),
        )

    def changes(self, folder_id: FolderId, sync_state: SyncState | None) -> ChangeBatch:
        self._called("changes")
        if folder_id not in self.tree:
            raise ItemGone(folder_id)
        log = self._log[folder_id]
        start = self._position(folder_id, sync_state)
        end = min(len(log), start + self.page_size)
        items: dict[ItemId, MessageSummary] = {}
        flags: dict[ItemId, bool] = {}
        deleted: dict[ItemId, None] = {}
        came_and_went: set[ItemId] = set()
        for kind, item_id in log[start:end]:
            item = self.items.get(item_id)
            is_here = item is not None and item.summary.folder_id == folder_id
            if kind == "delete":
                items.pop(item_id, None)
                if not is_here and item_id not in came_and_went:
                    deleted[item_id] = None
            elif item is None or not is_here:
                if kind == "create":
                    came_and_went.add(item_id)  # what came and went since then is not mentioned, as by Exchange
            else:
                if kind == "read" and item_id not in items:
                    flags[item_id] = item.summary.is_read
                else:
                    items[item_id] = item.summary
        return ChangeBatch(
            folder_id=folder_id,
            items=tuple(items.values()),
            deleted=tuple(deleted),
            read_flags=tuple(flags.items()),
            sync_state=self._state(folder_id, end),
            is_last=end == len(log),
            threads=tuple(a_thread_hint(one, self.items[one].mime) for one in items) if self.tells_threads else (),
        )

    def bodies(self, item_ids: Sequence[ItemId]) -> Iterator[RawMessage]:
        self._called("bodies")
        for item_id in item_ids:
            self._called("body")
            item = self.items.get(item_id)
            if item is not None:
                yield RawMessage(item_id, item.mime)

    def perform(self, action: Action) -> ItemId | None:
        fault = self._called("perform")
        item = self.items.get(action.item_id)
        if item is None:
            raise ItemGone(action.item_id)
        new_id: ItemId | None = None
        match action:
            case MarkRead(item_id, is_read):
                self.mark_read(item_id, is_read)
            case FlagItem(item_id, is_flagged):
                self._change(item_id, replace(item.summary, is_flagged=is_flagged), "update")
            case SetCategories(item_id, names):
                self._change(item_id, replace(item.summary, categories=names), "update")
            case MoveItem(item_id, to_folder_id):
                if to_folder_id not in self.tree:
                    raise ItemGone(to_folder_id)
                moved = self.move(item_id, to_folder_id)
                new_id = moved if self.tells_new_ids else None
            case DeleteItem(item_id):
                if item.summary.folder_id == DELETED:
                    self.remove(item_id)
                else:
                    moved = self.move(item_id, DELETED)
                    new_id = moved if self.tells_new_ids else None
        self._answer(fault)
        return new_id

    def save_draft(self, draft_id: DraftId, mime: bytes) -> None:
        fault = self._called("save_draft")
        self.deliver(mime=mime, folder_id=DRAFTS, is_read=True, draft_id=draft_id, sender=self.owner)
        self._answer(fault)

    def find_draft(self, draft_id: DraftId) -> ItemId:
        self._called("find_draft")
        draft = self._carrying(draft_id, DRAFTS)
        if draft is None:
            raise ItemGone(draft_id)
        return draft

    def send_draft(self, draft_id: DraftId, copy_id: ItemId | None = None) -> None:
        fault = self._called("send_draft")
        draft = self._carrying(draft_id, DRAFTS) if copy_id is None else copy_id if copy_id in self.items else None
        if draft is None or self.items[draft].summary.folder_id != DRAFTS:
            raise ItemGone(draft_id)
        self.sent.append(draft_id)
        self.items[draft].is_draft = False
        self.move(draft, SENT)
        self._answer(fault)

    def find_sent(self, draft_id: DraftId) -> SendOutcome:
        self._called("find_sent")
        if self._carrying(draft_id, SENT) or self._sent_copy_in(draft_id, DELETED):
            return SendOutcome.SENT
        return SendOutcome.IN_DRAFTS if self._carrying(draft_id, DRAFTS) else SendOutcome.NOT_FOUND

    def _sent_copy_in(self, draft_id: DraftId, folder_id: FolderId) -> bool:
        return any(
            one.draft_id == draft_id and one.summary.folder_id == folder_id and not one.is_draft
            for one in self.items.values()
        )

    def discard_draft(self, draft_id: DraftId) -> None:
        self._called("discard_draft")
        while draft := self._carrying(draft_id, DRAFTS):
            self.remove(draft)

    def notifications(self, folder_ids: Sequence[FolderId]) -> Iterator[ServerNotice | None]:
        yield None

    def of(self, address: str) -> FakeMailboxGateway:
        other = self.shared.mailboxes.get(address.lower()) or FakeMailboxGateway(owner=Person("", address))
        other.opened_through = self.shared
        return other

    def beside(self) -> FakeMailboxGateway:
        return self

    def close(self) -> None:
        self._called("close")

    # --- a tester's wishes -------------------------------------------------------------------------------------------

    def add_folder(
        self, name: str, *, role: FolderRole = FolderRole.OTHER, parent: FolderId | None = None, folder_id: str = ""
    ) -> FolderId:
        new_id = FolderId(folder_id or f"folder-{next(self._numbers)}")
        self.tree[new_id] = Folder(new_id, parent, name, role, 0, 0)
        self._log.setdefault(new_id, [])
        self._tree_log.append(new_id)
        return new_id

    def rename_folder(self, folder_id: FolderId, name: str) -> None:
        self.tree[folder_id] = replace(self.tree[folder_id], name=name)
        self._tree_log.append(folder_id)

    def move_folder(self, folder_id: FolderId, parent: FolderId) -> None:
        self.tree[folder_id] = replace(self.tree[folder_id], parent_id=parent)
        self._tree_log.append(folder_id)

    @property
    def folder_changes(self) -> FakeFolderChanges:
        return FakeFolderChanges(self)

    def remove_folder(self, folder_id: FolderId) -> None:
        for item_id in self.ids_in(folder_id):
            del self.items[item_id]
        del self.tree[folder_id]
        del self._log[folder_id]
        self._tree_log.append(folder_id)

    def deliver(
        self,
        subject: str = "Về việc họp giao ban",
        text: str = "Kính gửi các đồng chí.",
        *,
        folder_id: FolderId = INBOX,
        received_at: datetime | None = None,
        is_read: bool = False,
        sender: Person = NAM,
        mime: bytes | None = None,
        draft_id: DraftId | None = None,
        preview: str = "",
    ) -> ItemId:
        number = next(self._numbers)
        item_id = ItemId(f"item-{number}")
        if mime is None:
            mime = a_mime(subject, text, sender=sender)
        else:
            subject = str(
                email.header.make_header(email.header.decode_header(email.message_from_bytes(mime)["Subject"]))
            )
        summary = MessageSummary(
            id=item_id,
            folder_id=folder_id,
            subject=subject,
            sender=sender,
            to=(self.owner,),
            received_at=received_at or a_moment(number),
            is_read=is_read,
            has_attachments=b"attachment" in mime,
            size=len(mime),
            preview=preview,
        )
        self.items[item_id] = FakeItem(summary, mime, draft_id)
        self._log[folder_id].append(("create", item_id))
        self._tree_log.append(folder_id)
        return item_id

    def mark_read(self, item_id: ItemId, is_read: bool = True) -> None:
        self._change(item_id, replace(self.items[item_id].summary, is_read=is_read), "read")

    def rewrite(self, item_id: ItemId, subject: str, text: str) -> None:
        mime = a_mime(subject, text)
        self.items[item_id].mime = mime
        self._change(item_id, replace(self.items[item_id].summary, subject=subject, size=len(mime)), "update")

    def move(self, item_id: ItemId, to_folder_id: FolderId) -> ItemId:
        item = self.items.pop(item_id)
        new_id = item_id if self.keeps_ids else ItemId(f"item-{next(self._numbers)}")
        old_folder = item.summary.folder_id
        self.items[new_id] = FakeItem(
            replace(item.summary, id=new_id, folder_id=to_folder_id), item.mime, item.draft_id, item.is_draft
        )
        self._log[old_folder].append(("delete", item_id))
        self._log[to_folder_id].append(("create", new_id))
        self._tree_log += [old_folder, to_folder_id]
        return new_id

    def remove(self, item_id: ItemId) -> None:
        folder_id = self.items.pop(item_id).summary.folder_id
        self._log[folder_id].append(("delete", item_id))
        self._tree_log.append(folder_id)

    def ids_in(self, folder_id: FolderId) -> list[ItemId]:
        """Newest first."""
        here = [item.summary for item in self.items.values() if item.summary.folder_id == folder_id]
        return [one.id for one in sorted(here, key=lambda summary: summary.received_at, reverse=True)]

    def lose_sync_states(self) -> None:
        """Every sync state given out so far is unknown from now on. The log is written anew: only what is here."""
        self._epoch += 1
        for folder_id in self._log:
            self._log[folder_id] = [("create", item_id) for item_id in self.ids_in(folder_id)]
        self._tree_log = list(self.tree)

    def fail(self, error: Exception, *, method: str | None = None, after: int = 1) -> None:
        """The ``after``-th coming call raises this, before anything happens."""
        self._faults.append(Fault(error, method, after, is_done_first=False))

    def lose_answer(self, method: str, *, after: int = 1, error: GatewayError | None = None) -> None:
        """The ``after``-th coming call of this does its work, but its answer is lost."""
        self._faults.append(Fault(error or OutcomeUnknown(), method, after, is_done_first=True))

    def be_busy(self, seconds: float = 30.0) -> None:
        self.fail(ServerBusy(seconds))

    def mend(self) -> None:
        self._faults.clear()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _called(self, method: str) -> Fault | None:
        self.calls.append(method)
        if self.before_call:
            self.before_call(method)
        for fault in list(self._faults):
            if fault.method not in (None, method):
                continue
            fault.after -= 1
            if fault.after <= 0:
                self._faults.remove(fault)
                if not fault.is_done_first:
                    raise fault.error
                return fault
        return None

    def _answer(self, fault: Fault | None) -> None:
        if fault is not None:
            raise fault.error

    def _change(self, item_id: ItemId, summary: MessageSummary, kind: str) -> None:
        self.items[item_id].summary = summary
        self._log[summary.folder_id].append((kind, item_id))
        self._tree_log.append(summary.folder_id)

    def _counted(self, folder_id: FolderId) -> Folder:
        here = [self.items[item_id].summary for item_id in self.ids_in(folder_id)]
        unread = sum(not summary.is_read for summary in here)
        return replace(self.tree[folder_id], total_count=len(here), unread_count=unread)

    def _carrying(self, draft_id: DraftId, folder_id: FolderId) -> ItemId | None:
        for item_id in self.ids_in(folder_id):
            if self.items[item_id].draft_id == draft_id:
                return item_id
        return None

    def _state(self, what: str, position: int) -> SyncState:
        return SyncState(f"{self._epoch}|{what}|{position}")

    def _position(self, what: str, state: SyncState | None) -> int:
        if state is None:
            return 0
        epoch, of_what, position = state.split("|")
        if int(epoch) != self._epoch or of_what != what:
            raise SyncStateLost(what)
        return int(position)


def a_thread_hint(item_id: ItemId, mime: bytes) -> ThreadHint:
    """What a server finds in the headers, read by the standard library."""
    head = email.message_from_bytes(mime.partition(b"\r\n\r\n")[0])
    values = {name: str(head.get(name, "")) for name in ("Message-ID", "References", "In-Reply-To", "Thread-Index")}
    return ThreadHint(
        item_id, values["Message-ID"], (values["References"], values["In-Reply-To"]), "", values["Thread-Index"]
    )

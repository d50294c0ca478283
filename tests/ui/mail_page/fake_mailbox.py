"""A mailbox in memory with the manners of the real one: for tests of the pages that need no store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mail import (
    Answer,
    Attachment,
    Category,
    ConversationRow,
    DirectoryEntry,
    Draft,
    DraftId,
    Folder,
    FolderId,
    FolderRole,
    Invitation,
    ItemId,
    Meeting,
    Message,
    MessageSummary,
    Outgoing,
    OutgoingState,
    Person,
)
from mail.search.grammar import parse_search
from mail.search.index import Found
from tests.ui.mail_page.fake_writing import FakeAwaitedAnswers, FakeSignatures, FakeSnoozing, FakeTemplates

INBOX, SENT, DRAFTS, DELETED, JUNK, ARCHIVE, PROJECT = (
    FolderId(name) for name in ("inbox", "sent", "drafts", "deleted", "junk", "archive", "project")
)
ROLES = {
    INBOX: (FolderRole.INBOX, "Inbox", None),
    DRAFTS: (FolderRole.DRAFTS, "Drafts", None),
    SENT: (FolderRole.SENT, "Sent Items", None),
    DELETED: (FolderRole.DELETED, "Deleted Items", None),
    JUNK: (FolderRole.JUNK, "Junk Email", None),
    ARCHIVE: (FolderRole.ARCHIVE, "Archive", None),
    PROJECT: (FolderRole.OTHER, "Cải cách hành chính", INBOX),
}
TODAY = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
HANH = Person("Nguyễn Thị Minh Hạnh", "hanh.ntm@boldptxh.example")
NAM = Person("Vũ Hoàng Nam", "nam.vh@boldptxh.example")


class FakeKeeping:
    """`mail.keeping.Keeping` in memory."""

    def __init__(self) -> None:
        self.months = 0
        self.asked: list[ItemId] = []

    def choose(self, months: int) -> None:
        self.months = months

    def ask(self, item_ids: Sequence[ItemId]) -> None:
        self.asked += item_ids

    def here_since(self) -> datetime | None:
        return TODAY - timedelta(days=90) if self.months else None


class FakePictureSenders:
    """`mail.remote_pictures.trusted.PictureSenders` in memory."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()

    def all(self) -> list[str]:
        return sorted(self.addresses)

    def holds(self, address: str) -> bool:
        return address.casefold() in self.addresses

    def add(self, address: str) -> None:
        self.addresses.add(address.casefold())

    def remove(self, address: str) -> None:
        self.addresses.discard(address.casefold())


class NoCalendar:
    """An invitation that nothing is known of: it can be read, not answered."""

    def invitation(self, message_id: ItemId, meeting: Meeting) -> Invitation:
        return Invitation(None, Answer.UNKNOWN, True, False, False, ())


class FakeMailbox:
    """`Mailbox` in memory. ``asked`` keeps how many summaries each call wanted; ``bodies_missing`` are not here yet."""

    def __init__(self) -> None:
        self.messages: dict[ItemId, Message] = {}
        self.contents: dict[tuple[ItemId, int], bytes] = {}
        self.bodies_missing: set[ItemId] = set()
        self.asked: list[int] = []
        self.outgoing: dict[DraftId, tuple[Draft, Outgoing]] = {}
        self.kept_drafts: dict[DraftId, Draft] = {}
        self.many_ids: dict[FolderId, list[ItemId]] = {}
        self._undo: list[Callable[[], None]] = []
        self.searches: list[str] = []
        self.picture_senders = FakePictureSenders()
        self.keeping = FakeKeeping()
        self.categories: tuple[Category, ...] = ()
        self.directory_people: list[Person] = []
        self.threads: list[list[ItemId]] = []
        self.calendar = NoCalendar()
        self.snoozing, self.templates, self.signatures = FakeSnoozing(), FakeTemplates(), FakeSignatures()
        self.awaited_answers = FakeAwaitedAnswers()

    # --- a tester's wishes ---

    def add(
        self,
        name: str,
        subject: str,
        *,
        folder: FolderId = INBOX,
        sender: Person = NAM,
        to: tuple[Person, ...] = (HANH,),
        cc: tuple[Person, ...] = (),
        text: str = "Kính gửi chị Hạnh.",
        html: str | None = None,
        is_read: bool = False,
        minutes_ago: int = 0,
        attachments: tuple[tuple[str, bytes], ...] = (),
        **more: object,
    ) -> ItemId:
        item_id = ItemId(name)
        parts = tuple(
            Attachment(index, file_name, "application/octet-stream", len(content))
            for index, (file_name, content) in enumerate(attachments)
        )
        for index, (_, content) in enumerate(attachments):
            self.contents[item_id, index] = content
        summary = MessageSummary(
            item_id,
            folder,
            subject,
            sender,
            to,
            TODAY - timedelta(minutes=minutes_ago),
            is_read,
            bool(attachments),
            1000 + len(text),
            preview=" ".join(text.split())[:120],
            is_meeting=more.get("meeting") is not None,
            has_body=True,
        )
        self.messages[item_id] = Message(summary, to, cc, (), text, html, parts, **more)  # type: ignore[arg-type]
        return item_id

    def fill(self, count: int, folder: FolderId = PROJECT) -> None:
        """Very many messages, made when they are looked at."""
        self.many_ids[folder] = [ItemId(f"many-{number}") for number in range(count)]

    # --- what the real one does ---

    def remember_people(self, entries: Sequence[DirectoryEntry]) -> None:
        self.directory_people += [one.person for one in entries]

    def known_categories(self) -> tuple[Category, ...]:
        return self.categories

    def remember_categories(self, categories: tuple[Category, ...]) -> None:
        self.categories = categories

    def folders(self) -> list[Folder]:
        result = []
        for folder_id, (role, name, parent) in ROLES.items():
            inside = [m.summary for m in self.messages.values() if m.summary.folder_id == folder_id]
            unread = sum(not summary.is_read for summary in inside)
            result.append(Folder(folder_id, parent, name, role, len(inside), unread))
        return result

    def message_ids(self, folder_id: FolderId, *, unread_only: bool = False) -> list[ItemId]:
        if folder_id in self.many_ids:
            return list(self.many_ids[folder_id])
        inside = [m.summary for m in self.messages.values() if m.summary.folder_id == folder_id]
        inside.sort(key=lambda summary: summary.received_at, reverse=True)
        return [summary.id for summary in inside if not (unread_only and summary.is_read)]

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        self.asked.append(len(item_ids))
        return [summary for item_id in item_ids if (summary := self._summary(item_id)) is not None]

    def _summary(self, item_id: ItemId) -> MessageSummary | None:
        if item_id.startswith("many-"):
            return MessageSummary(item_id, PROJECT, f"Thư số {item_id[5:]}", NAM, (HANH,), TODAY, True, False, 100)
        message = self.messages.get(item_id)
        return message.summary if message else None

    def message(self, item_id: ItemId) -> Message | None:
        return None if item_id in self.bodies_missing else self.messages.get(item_id)

    def attachment_content(self, item_id: ItemId, index: int) -> bytes:
        return self.contents[item_id, index]

    def save_attachment(self, item_id: ItemId, index: int, folder: Path) -> Path:
        path = folder / self.messages[item_id].attachments[index].name
        path.write_bytes(self.contents[item_id, index])
        return path

    def mime(self, item_id: ItemId) -> bytes | None:
        return None

    def people(self, *, limit: int = 1000) -> list[Person]:
        return [NAM, HANH, Person("Đặng Thị Lan Anh", "anh.dtl@boldptxh.example")]

    def find(self, words: str, *, limit: int = 200) -> Found:
        found = self.search(words, limit=limit)
        return Found(found, len(found), parse_search(words).problems)

    def search(self, words: str, *, limit: int = 200) -> list[ItemId]:
        from vietnamese.folding import fold

        self.searches.append(words)
        wanted = fold(words).split()
        hits = [
            m.summary
            for m in self.messages.values()
            if all(word in fold(f"{m.summary.subject} {m.summary.sender} {m.text}") for word in wanted)
        ]
        hits.sort(key=lambda summary: summary.received_at, reverse=True)
        return [summary.id for summary in hits][:limit]

    def _change(self, item_ids: Sequence[ItemId], **changes: object) -> None:
        before = [self.messages[item_id] for item_id in item_ids if item_id in self.messages]
        for message in before:
            self.messages[message.summary.id] = replace(message, summary=replace(message.summary, **changes))  # type: ignore[arg-type]
        self._undo.append(lambda: self.messages.update({m.summary.id: m for m in before}))

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool = True, *, undoable: bool = True) -> None:
        self._change(item_ids, is_read=is_read)
        if not undoable:
            self._undo.pop()

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool = True) -> None:
        self._change(item_ids, is_flagged=is_flagged)

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        self._change(item_ids, folder_id=to_folder_id)

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        self._change(item_ids, folder_id=DELETED)

    def undo(self) -> bool:
        if not self._undo:
            return False
        self._undo.pop()()
        return True

    def save_draft(self, draft: Draft) -> None:
        self.kept_drafts[draft.id] = draft

    def drafts(self) -> list[Draft]:
        return list(reversed(self.kept_drafts.values()))

    def discard_draft(self, draft_id: DraftId) -> None:
        self.kept_drafts.pop(draft_id, None)

    def send(self, draft: Draft, send_at: datetime | None = None, *, is_scheduled: bool = False) -> None:
        self.kept_drafts.pop(draft.id, None)
        state = OutgoingState.WAITING
        outgoing = Outgoing(draft.id, draft.subject, draft.to, state, TODAY, send_at=send_at, is_scheduled=is_scheduled)
        self.outgoing[draft.id] = (draft, outgoing)

    def outbox(self) -> list[Outgoing]:
        return [outgoing for _, outgoing in reversed(self.outgoing.values())]

    def settle(self, draft_id: DraftId, state: OutgoingState, reason: str | None = None) -> None:
        """What the server said of a mail."""
        draft, outgoing = self.outgoing[draft_id]
        self.outgoing[draft_id] = (draft, replace(outgoing, state=state, reason=reason))

    def reschedule(self, draft_id: DraftId, send_at: datetime | None) -> bool:
        draft, outgoing = self.outgoing[draft_id]
        if outgoing.state is not OutgoingState.WAITING:
            return False
        changed = replace(outgoing, send_at=send_at, is_scheduled=send_at is not None)
        self.outgoing[draft_id] = (draft, changed)
        return True

    def withdraw(self, draft_id: DraftId) -> bool:
        draft, outgoing = self.outgoing.get(draft_id, (None, None))
        if draft is None or outgoing is None or outgoing.state not in (OutgoingState.WAITING, OutgoingState.REFUSED):
            return False
        del self.outgoing[draft_id]
        self.kept_drafts[draft_id] = draft
        return True

    # --- conversations ---

    @property
    def conversations(self) -> FakeMailbox:
        return self

    def around(self, item_id: ItemId) -> list[MessageSummary]:
        thread = next((one for one in self.threads if item_id in one), [item_id])
        found = [self.messages[one].summary for one in thread if one in self.messages]
        return sorted(found, key=lambda summary: summary.received_at)

    def whole(self, item_ids: Sequence[ItemId]) -> list[tuple[ItemId, FolderId, FolderRole]]:
        found = {}
        for item_id in item_ids:
            for one in reversed(self.around(item_id)):
                role = ROLES[one.folder_id][0]
                if one.id in item_ids or role not in (FolderRole.DELETED, FolderRole.JUNK, FolderRole.DRAFTS):
                    found[one.id] = (one.id, one.folder_id, role)
        return list(found.values())[:2_000]

    def newest_of_each(self, item_ids: Sequence[ItemId]) -> list[ItemId]:
        found: dict[ItemId, ItemId] = {}
        for item_id in item_ids:
            thread = next((one for one in self.threads if item_id in one), [item_id])
            found.setdefault(thread[0], item_id)
        return list(found.values())

    def rows(self, folder_id: FolderId, item_ids: Sequence[ItemId]) -> dict[ItemId, ConversationRow]:
        found = {}
        for item_id in item_ids:
            mails = [one for one in reversed(self.around(item_id)) if one.folder_id == folder_id]
            if len(mails) > 1:
                people = tuple(dict.fromkeys(one.sender for one in mails if one.sender))
                found[item_id] = ConversationRow(len(mails), sum(not one.is_read for one in mails), people)
        return found

    def close(self) -> None:
        pass

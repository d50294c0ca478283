"""The local mailbox: everything a person does with her mail that needs no network. Answers at once, offline too."""

# ruff: noqa: S608 -- statements are put together from constants only; every value travels as a parameter

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import bodies
from .awaited_answers import AwaitedAnswers
from .categories import Categories, Category
from .categories.store import categories_to_add, categorise, known_categories, new_category, remember_categories
from .database import Database, store_errors
from .directory import DirectoryEntry
from .directory.found import found_before, remember
from .drafts import DraftStore
from .keeping import Keeping
from .model import (
    Attachment,
    Draft,
    DraftId,
    Folder,
    FolderId,
    ItemId,
    Message,
    MessageSummary,
    Outgoing,
    Person,
)
from .overlay import Overlay
from .people_met import people_met
from .reading import attachment_content, read_message
from .remote_pictures.trusted import PictureSenders
from .rows import SUMMARY_COLUMNS, numbers_of, people_of, summary_of
from .saving import save_under_free_name
from .search.index import Found, SearchIndex
from .signatures import Signatures
from .snoozing import Snoozing
from .tasks import Tasks, known_tasks, remember_tasks
from .templates import Templates
from .threads.conversations import Conversations

if TYPE_CHECKING:
    from .calendar.local_calendar import Calendar

_CHECKPOINT_PAGES = 4000
"""The window leaves it to the service to write the WAL back, unless there is none running."""
_SUMMARIES_AT_ONCE = 5000


class Mailbox:
    """One account's mailbox as this PC knows it: server truth with her pending actions laid over it.

    Thread-safe; every call is short (one read, or one small write). Raises `StoreError` only.
    The ids it gives out stay with a message for life, moves included.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._database = Database(path, key, checkpoint_pages=_CHECKPOINT_PAGES)
        self._overlay = Overlay(self._database)
        self._drafts = DraftStore(self._database)
        self._index = SearchIndex(self._database)
        self.conversations = Conversations(self._database)
        self.snoozing = Snoozing(self._database)
        self.templates = Templates(self._database)
        self.signatures = Signatures(self._database)
        self.awaited_answers = AwaitedAnswers(self._database)
        self.picture_senders = PictureSenders(self._database)

    def owner(self) -> Person | None:
        """Whose mailbox it is; None before the first sync."""
        with self._database.read() as connection:
            value = connection.exec_driver_sql("SELECT value FROM facts WHERE name = 'owner'").scalar()
        return people_of(value)[0] if value else None

    def folders(self) -> list[Folder]:
        """All mail folders, parents before children, well-known ones first; counts with pending actions laid over."""
        return self._overlay.folders()

    def message_ids(self, folder_id: FolderId, *, unread_only: bool = False) -> Sequence[ItemId]:
        """Ids of a folder's messages, newest first: the whole list, cheap (1,000,000 ids in 4 MB and under 1 s)."""
        return self._overlay.message_ids(folder_id, unread_only=unread_only)

    def summaries(self, item_ids: Sequence[ItemId]) -> list[MessageSummary]:
        """Rows for these ids, in their order; ids that are gone are left out."""
        found: dict[int, MessageSummary] = {}
        wanted: list[int] = []
        for start in range(0, len(item_ids), _SUMMARIES_AT_ONCE):
            with self._database.read() as connection:
                numbers = numbers_of(connection, item_ids[start : start + _SUMMARIES_AT_ONCE])
                wanted += numbers
                rows = connection.exec_driver_sql(
                    f"SELECT {SUMMARY_COLUMNS} FROM shown_messages"
                    " WHERE number IN (SELECT value FROM json_each(?)) AND shown_folder <> -1",
                    (json.dumps(numbers),),
                )
                found.update((row[0], summary_of(row)) for row in rows)
        return [found[number] for number in wanted if number in found]

    def message(self, item_id: ItemId) -> Message | None:
        """The message read whole, or None if its body is not here yet."""
        with self._database.read() as connection:
            numbers = numbers_of(connection, [item_id])
            mime = bodies.load(connection, numbers[0]) if numbers else None
        summaries = self.summaries([item_id]) if mime is not None else []
        return read_message(mime, summaries[0]) if mime is not None and summaries else None

    def attachment_content(self, item_id: ItemId, index: int) -> bytes:
        mime = self.mime(item_id)
        return attachment_content(mime, index) if mime is not None else b""

    def save_attachment(self, item_id: ItemId, index: int, folder: Path) -> Path:
        """Write one attachment into ``folder`` under a safe, free name; returns where it is."""
        message = self.message(item_id)
        known = message.attachments if message else ()
        name = known[index].name if 0 <= index < len(known) else ""
        content = self.attachment_content(item_id, index)
        with store_errors(folder):
            return save_under_free_name(folder, name, content)

    def mime(self, item_id: ItemId) -> bytes | None:
        """The message as it came, for .eml."""
        with self._database.read() as connection:
            numbers = numbers_of(connection, [item_id])
            return bodies.load(connection, numbers[0]) if numbers else None

    def search(self, words: str, *, limit: int = 200) -> list[ItemId]:
        """Messages whose subject, people, text or attachments hold all the words, marks or not, newest first."""
        return self._index.search(words, limit)

    def find(self, words: str, *, limit: int = 200, within: Collection[FolderId] | None = None) -> Found:
        """As `search`, with what was not understood of the words, which may hold operators (từ:, trước: …).
        ``within``: the folders meant, where the asker has found them out itself."""
        return self._index.find(words, limit, within)

    def people(self, *, limit: int = 1000) -> list[Person]:
        """Those she has exchanged mail with lately, most often first: for completing an address."""
        met = people_met(self._database, limit)
        known = {one.address.casefold() for one in met}
        also = (one.person for one in found_before(self._database) if one.person.address.casefold() not in known)
        return [*met, *also]

    def remember_people(self, entries: Sequence[DirectoryEntry]) -> None:
        """The directory told of them: `people` offers them from now on, offline too."""
        remember(self._database, entries)

    def mark_read(self, item_ids: Sequence[ItemId], is_read: bool = True, *, undoable: bool = True) -> None:
        """``undoable``: False for what happens by itself when she reads, so that `undo` takes back what she did."""
        self._overlay.mark("read", item_ids, is_read, undoable=undoable)

    def flag(self, item_ids: Sequence[ItemId], is_flagged: bool = True) -> None:
        self._overlay.mark("flag", item_ids, is_flagged, undoable=True)

    def move(self, item_ids: Sequence[ItemId], to_folder_id: FolderId) -> None:
        self._overlay.move(item_ids, to_folder_id)

    def delete(self, item_ids: Sequence[ItemId]) -> None:
        """Into Deleted Items; what is there already goes for good."""
        self._overlay.delete(item_ids)

    def categorise(self, item_ids: Sequence[ItemId], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give these messages the categories ``add`` and take those of ``remove``; one act for `undo`."""
        categorise(self._database, item_ids, add, remove)

    def known_categories(self) -> Categories:
        """The mailbox's own list as it was last told to `remember_categories`, and what she has added since."""
        return known_categories(self._database)

    def new_category(self, category: Category) -> None:
        """One she has named; `categories_to_add` has it until the mailbox's own list does."""
        new_category(self._database, category)

    def categories_to_add(self) -> Categories:
        return categories_to_add(self._database)

    def remember_categories(self, categories: Categories) -> None:
        remember_categories(self._database, categories)

    def known_tasks(self) -> Tasks:
        """Her tasks as last told to `remember_tasks`."""
        return known_tasks(self._database)

    def remember_tasks(self, tasks: Tasks) -> None:
        remember_tasks(self._database, tasks)

    def undo(self) -> bool:
        """Take the newest act back: a pending one is deleted; one already performed gets its opposite.

        False: there is nothing to take back.
        """
        return self._overlay.undo()

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; called by itself while she writes."""
        self._drafts.save(draft)

    def drafts(self) -> list[Draft]:
        """Everything being written, newest first."""
        return self._drafts.all()

    def discard_draft(self, draft_id: DraftId) -> None:
        self._drafts.discard(draft_id)

    def send(self, draft: Draft, send_at: datetime | None = None, *, is_scheduled: bool = False) -> None:
        """Into the durable outbox, not before ``send_at``. From here on it is sent exactly once, or said not to be."""
        self._drafts.queue(draft, send_at, is_scheduled=is_scheduled)

    def reschedule(self, draft_id: DraftId, send_at: datetime | None) -> bool:
        """Another moment (None: now) for a mail in the outbox. False: it is on its way already."""
        return self._drafts.reschedule(draft_id, send_at)

    def outbox(self) -> list[Outgoing]:
        """What is on its way or was sent or refused recently, newest first."""
        return self._drafts.outbox()

    def withdraw(self, draft_id: DraftId) -> bool:
        """Take a mail that is still WAITING (or REFUSED) out of the outbox, back into drafts. False: too late."""
        return self._drafts.withdraw(draft_id)

    def attachment(self, message: Message, index: int) -> Attachment:
        return message.attachments[index]

    @cached_property
    def keeping(self) -> Keeping:
        """Which bodies are kept on this PC."""
        return Keeping(self._database)

    @cached_property
    def calendar(self) -> Calendar:
        """Her calendar, in the same store."""
        from .calendar.local_calendar import Calendar

        return Calendar(self._database)

    def close(self) -> None:
        self._database.close()


def open_mailbox(path: Path, key: bytes) -> Mailbox:
    """Open (or create) the encrypted store at ``path`` with the raw 32-byte ``key``; upgrades the schema under an
    exclusive lock. Raises `WrongKey`, `UnknownSchema`, `StoreDamaged`, `DiskFull`."""
    return Mailbox(path, key)

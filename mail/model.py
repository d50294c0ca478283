"""The nouns of the official mailbox, in EWS's own words. Frozen values: they cross threads and the process border.

All moments are timezone-aware ``datetime`` in UTC; sizes are bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from .threads.hints import ThreadHint

from .summary import Folder as Folder
from .summary import FolderId as FolderId
from .summary import FolderRole as FolderRole
from .summary import ItemId as ItemId
from .summary import MessageSummary as MessageSummary
from .summary import Person as Person

DraftId = NewType("DraftId", str)
"""Our own id of something being written: a UUID4 in hex. It also travels to the server (see `outbox`)."""
ActionId = NewType("ActionId", int)
SyncState = NewType("SyncState", str)
"""Opaque; given back to the server as it was received."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part of a message. ``index`` is its place among the message's attachments, from 0."""

    index: int
    name: str
    media_type: str
    size: int
    is_inline: bool = False
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an invitation (text/calendar, RFC 5545) says. ``url`` is the first conference link it carries, verbatim."""

    uid: str
    summary: str
    start: datetime
    end: datetime
    location: str = ""
    organizer: Person | None = None
    url: str | None = None
    description: str = ""
    conference_data: tuple[str, ...] = ()
    """What programs wrote for programs of the way in (X-GOOGLE-CONFERENCE, X-MICROSOFT-SKYPETEAMSMEETINGURL …)."""
    page: str = ""
    """Its URL property."""
    html: str = ""
    """The description as HTML (X-ALT-DESC): never show it uncleaned."""


class MeetingNewsKind(Enum):
    CANCELLED = "cancelled"
    PROPOSED = "proposed"
    """Somebody invited wants another time; ``start`` and ``end`` of the meeting are that time."""


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A mail (text/calendar) that calls a meeting off or proposes another time: nothing to be answered or joined."""

    kind: MeetingNewsKind
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Message:
    """A message read whole from its MIME. ``html`` is as the sender wrote it: never show it uncleaned."""

    summary: MessageSummary
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    bcc: tuple[Person, ...]
    text: str
    html: str | None
    attachments: tuple[Attachment, ...]
    meeting: Meeting | None = None
    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    """Names of the parts that could not be read; the reader says so."""
    reply_to: tuple[Person, ...] = ()
    """Where answers are wanted, if not at the sender's."""
    meeting_news: MeetingNews | None = None


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file that goes out with a draft; its content is kept in the encrypted store."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    content_id: str | None = None
    """Of a picture that stands in the text (``cid:`` in the HTML, no brackets); None of a file that goes along."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something being written. ``in_reply_to`` is the Message-ID answered, if any.

    ``text`` and ``html`` both hold the whole letter, what is quoted included (see `outgoing_html`)."""

    id: DraftId
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    subject: str = ""
    text: str = ""
    html: str | None = None
    attachments: tuple[NewAttachment, ...] = ()
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    importance: str = "Normal"
    """EWS's Importance: ``Low``, ``Normal`` or ``High``."""
    categories: tuple[str, ...] = ()
    wants_receipt: bool = False
    """A read receipt is asked for."""
    sender: Person | None = None
    """Whom it comes from when that is not the owner: a shared mailbox."""
    remind_after: int = 0
    """Days after which she is reminded if nobody has answered; 0: never."""


class OutgoingState(Enum):
    """What is known of a mail that was sent off. Never guessed."""

    WAITING = "waiting"
    """Written down here, not yet taken to the server."""
    SENDING = "sending"
    UNKNOWN = "unknown"
    """The answer was lost; the server will be asked before anything is tried again."""
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail in the outbox. ``confirmed_at`` is the moment the server confirmed it."""

    draft_id: DraftId
    subject: str
    to: tuple[Person, ...]
    state: OutgoingState
    queued_at: datetime
    confirmed_at: datetime | None = None
    reason: str | None = None
    """The EWS response code of a refusal, e.g. ``ErrorInvalidRecipients``."""
    send_at: datetime | None = None
    """Not taken to the server before this moment."""
    is_scheduled: bool = False
    """She chose that moment; False for the few seconds in which sending can be undone."""


# --- what a person did, written down, not yet performed ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MarkRead:
    item_id: ItemId
    is_read: bool


@dataclass(frozen=True, slots=True)
class MoveItem:
    item_id: ItemId
    to_folder_id: FolderId


@dataclass(frozen=True, slots=True)
class DeleteItem:
    """Delete as EWS MoveToDeletedItems; an item already in Deleted Items goes for good (SoftDelete)."""

    item_id: ItemId


@dataclass(frozen=True, slots=True)
class FlagItem:
    item_id: ItemId
    is_flagged: bool


@dataclass(frozen=True, slots=True)
class SetCategories:
    """These and no others, as EWS SetItemField does."""

    item_id: ItemId
    categories: tuple[str, ...]


Action = MarkRead | MoveItem | DeleteItem | FlagItem | SetCategories


@dataclass(frozen=True, slots=True)
class PendingAction:
    id: ActionId
    action: Action


# --- what the server says ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FolderBatch:
    """One SyncFolderHierarchy answer: folders created or changed, ids gone, and the state to save with them."""

    folders: tuple[Folder, ...]
    deleted: tuple[FolderId, ...]
    sync_state: SyncState
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class ChangeBatch:
    """One SyncFolderItems page (ids first, at most 512): items are summaries without body.

    ``read_flags`` are ReadFlagChange entries. The page and its state belong into one transaction.
    """

    folder_id: FolderId
    items: tuple[MessageSummary, ...]
    deleted: tuple[ItemId, ...]
    read_flags: tuple[tuple[ItemId, bool], ...]
    sync_state: SyncState
    is_last: bool
    threads: tuple[ThreadHint, ...] = ()
    """Of the items, as far as the server tells: which conversation each belongs to."""


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The MIME of one item as the server keeps it (GetItem, IncludeMimeContent)."""

    item_id: ItemId
    mime: bytes = field(repr=False)


class SendOutcome(Enum):
    """What the server says it knows of one of our drafts, looked up by our own id."""

    NOT_FOUND = "not found"
    IN_DRAFTS = "in drafts"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class ServerNotice:
    """A streaming notification: something changed in these folders. Never complete: always followed by a sync. No
    folders: the line was silent for so long that notifications may have been lost on it."""

    folder_ids: tuple[FolderId, ...]


# --- what the sync tells the window -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MailboxChanges:
    """What changed in the local copy, in ids: pages look up what they show. Empty tuples mean nothing of the kind.

    ``arrived`` are unread messages new in the Inbox since the last complete sync: the ones worth a notice.
    """

    folders: bool = False
    """The folder list or its counts changed."""
    folder_ids: tuple[FolderId, ...] = ()
    """Folders whose message list changed."""
    item_ids: tuple[ItemId, ...] = ()
    """Messages whose row or body changed."""
    arrived: tuple[ItemId, ...] = ()
    outbox: bool = False
    calendar: bool = False
    """Something in the calendar changed, or what became of her acts there."""


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """How far the first sync (or a catch-up) is: messages with their body here, of all that are wanted."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ActionRefused:
    """The server refused a pending action; it was taken back, the screen is true again. ``code`` is EWS's."""

    action: Action
    code: str


SyncEvent = MailboxChanges | SyncProgress | ActionRefused

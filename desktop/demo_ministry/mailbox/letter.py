"""What is said in a mail before it is MIME: the values in which the story and the tests write letters.

Used by the story, `filling` and `DemoMailbox.deliver`; `mime_building` turns a `Letter` into bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .events.event import Appointment


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A name and an SMTP address."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file in a letter. With a ``content_id`` it is shown inside the HTML (multipart/related)."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingRequest:
    """An invitation (RFC 5545, METHOD:REQUEST)."""

    uid: str
    summary: str
    start: datetime
    end: datetime
    organizer: Correspondent
    attendees: tuple[Correspondent, ...] = ()
    location: str = ""
    description: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, whole. ``at`` is when it was sent, with a time zone."""

    subject: str
    sender: Correspondent
    to: tuple[Correspondent, ...]
    at: datetime
    text: str
    html: str | None = None
    cc: tuple[Correspondent, ...] = ()
    bcc: tuple[Correspondent, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()
    meeting: MeetingRequest | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    importance: str = "Normal"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLetter:
    """A letter of the story in its folder, as the user left it there. ``folder`` is a role ("inbox") or a path of
    display names ("Dự thảo góp ý/Thông tư sửa đổi")."""

    letter: Letter
    folder: str
    is_read: bool = True
    is_flagged: bool = False
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A person whom ResolveNames knows."""

    person: Correspondent
    post: str = ""
    department: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class RoomList:
    """A building's rooms, as GetRoomLists and GetRooms name them."""

    itself: Correspondent
    rooms: tuple[Correspondent, ...]


@dataclass(frozen=True, slots=True)
class MailboxStory:
    """Everything a mailbox begins with: whose it is, whom the directory knows, her own folders, what lies in them."""

    owner: Correspondent
    directory: tuple[DirectoryEntry, ...] = ()
    own_folders: tuple[str, ...] = ()
    letters: tuple[PlacedLetter, ...] = ()
    categories: tuple[tuple[str, int], ...] = ()
    """Her master list: names and Outlook's colours."""
    events: tuple[Appointment, ...] = ()
    room_lists: tuple[RoomList, ...] = ()

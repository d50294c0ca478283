"""What the window and the service process say to each other, on one page: asks first, answers after. No Qt.

How it is written, and the very first message, stand in `service_wire`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .service_wire import Prepared as Prepared
from .service_wire import packed as packed
from .service_wire import read_message as read_message
from .service_wire import unpacked as unpacked
from .service_wire import write_message as write_message

if TYPE_CHECKING:  # the values load their own modules
    from docs_archive import ArchiveEvent, ArchiveSettings
    from mail import Account, MailSettings, Person, SharedMailboxFailed, SyncEvent

# --- the window asks --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """The first message: what to sync, and the secrets for it, which travel nowhere else."""

    data_folder: Path
    account: Account
    mail: MailSettings
    archive: ArchiveSettings
    password: str = field(repr=False)
    database_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckSignIn:
    """In place of `Begin`: try the password once, answer `SignedIn` or `SignInFailed`, end."""

    account: Account
    mail: MailSettings
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refresh:
    """Sync now. ``mail`` and ``archive`` say which."""

    mail: bool = True
    archive: bool = True


@dataclass(frozen=True, slots=True)
class StandBack:
    """A conference has the line first: both syncs pause (or go on)."""

    on: bool


@dataclass(frozen=True, slots=True)
class NewPassword:
    """She typed another password after a refusal."""

    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadFeedFrom:
    """A round of the archive that also reads a copy of the feed in this folder: a USB stick."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Reindex:
    """Build the search index of the archive anew."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the mail server (`mail.Question`), packed; answered by one `Answer` with the same ``id``."""

    id: int
    question: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stop:
    """End in good order."""


# --- the service answers, besides `SyncStatus` -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MailEvent:
    event: SyncEvent | SharedMailboxFailed


@dataclass(frozen=True, slots=True)
class LawEvent:
    event: ArchiveEvent


@dataclass(frozen=True, slots=True)
class Answer:
    """To an `Ask`: its answer, packed, or why there is none (a `mail.MailError`, or `Unexpected`)."""

    id: int
    value: bytes = field(default=b"", repr=False)
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """``ews_url`` is where autodiscover found the mailbox; empty where the profile says it."""

    person: Person
    ews_url: str = ""


@dataclass(frozen=True, slots=True)
class SignInFailed:
    error: Exception

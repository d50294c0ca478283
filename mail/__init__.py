"""The official mailbox. This is its front door: nouns, errors and settings; what touches the database loads on first
use (`open_mailbox` is found lazily, so that importing `mail` costs no SQLAlchemy)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import (
    CertificateNotTrusted,
    DiskFull,
    GatewayError,
    ItemGone,
    MailError,
    NotExchange,
    Offline,
    OutcomeUnknown,
    Refused,
    ServerBusy,
    StoreBusy,
    StoreDamaged,
    StoreError,
    SyncStateLost,
    UnknownSchema,
    WrongKey,
    WrongPassword,
)
from .gateway import MailboxGateway
from .model import (
    ActionRefused,
    Attachment,
    Draft,
    DraftId,
    Folder,
    FolderId,
    FolderRole,
    ItemId,
    MailboxChanges,
    Meeting,
    Message,
    MessageSummary,
    NewAttachment,
    Outgoing,
    OutgoingState,
    Person,
    SyncEvent,
    SyncProgress,
)
from .settings import Account, MailSettings

if TYPE_CHECKING:
    from .composing import forward_draft, reply_draft
    from .html_cleaning import CleanHtml, clean_html
    from .mailbox import Mailbox, open_mailbox
    from .sync import MailboxSync

_LAZY = {
    "CleanHtml": "html_cleaning",
    "Mailbox": "mailbox",
    "MailboxSync": "sync",
    "clean_html": "html_cleaning",
    "forward_draft": "composing",
    "open_mailbox": "mailbox",
    "reply_draft": "composing",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Account",
    "ActionRefused",
    "Attachment",
    "CertificateNotTrusted",
    "CleanHtml",
    "DiskFull",
    "Draft",
    "DraftId",
    "Folder",
    "FolderId",
    "FolderRole",
    "GatewayError",
    "ItemGone",
    "ItemId",
    "MailError",
    "MailSettings",
    "Mailbox",
    "MailboxChanges",
    "MailboxGateway",
    "MailboxSync",
    "Meeting",
    "Message",
    "MessageSummary",
    "NewAttachment",
    "NotExchange",
    "Offline",
    "OutcomeUnknown",
    "Outgoing",
    "OutgoingState",
    "Person",
    "Refused",
    "ServerBusy",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "SyncEvent",
    "SyncProgress",
    "SyncStateLost",
    "UnknownSchema",
    "WrongKey",
    "WrongPassword",
    "clean_html",
    "forward_draft",
    "open_mailbox",
    "reply_draft",
]

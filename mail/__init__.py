"""The official mailbox. This is its front door: nouns, errors and settings. All but errors and settings load on
first use: importing `mail` costs no SQLAlchemy and, before the window's first paint, not even the nouns."""

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
from .settings import Account, MailSettings

if TYPE_CHECKING:
    from .composing import forward_draft, reply_draft
    from .directory import DirectoryEntry, FindPeople
    from .first_rows import FirstLook, first_look
    from .gateway import MailboxGateway
    from .html_cleaning import CleanHtml, clean_html
    from .mailbox import Mailbox, open_mailbox
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
    from .questions import AskedServer, Question
    from .sync import MailboxSync

_LAZY = {
    "ActionRefused": "model",
    "AskedServer": "questions",
    "Attachment": "model",
    "CleanHtml": "html_cleaning",
    "DirectoryEntry": "directory",
    "Draft": "model",
    "DraftId": "model",
    "FindPeople": "directory",
    "FirstLook": "first_rows",
    "Folder": "model",
    "FolderId": "model",
    "FolderRole": "model",
    "ItemId": "model",
    "Mailbox": "mailbox",
    "MailboxChanges": "model",
    "MailboxGateway": "gateway",
    "MailboxSync": "sync",
    "Meeting": "model",
    "Message": "model",
    "MessageSummary": "model",
    "NewAttachment": "model",
    "Outgoing": "model",
    "OutgoingState": "model",
    "Person": "model",
    "Question": "questions",
    "SyncEvent": "model",
    "SyncProgress": "model",
    "clean_html": "html_cleaning",
    "first_look": "first_rows",
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
    "AskedServer",
    "Attachment",
    "CertificateNotTrusted",
    "CleanHtml",
    "DirectoryEntry",
    "DiskFull",
    "Draft",
    "DraftId",
    "FindPeople",
    "FirstLook",
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
    "Question",
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
    "first_look",
    "forward_draft",
    "open_mailbox",
    "reply_draft",
]

"""The demo mailbox server: an Exchange (EWS) mailbox on 127.0.0.1 that shares no code with `mail/`.

with DemoMailbox() as mailbox:            # the ministry's story; MailboxStory(owner=…) for an empty mailbox
    mailbox.url, mailbox.user_name, mailbox.password
    mailbox.deliver(subject="…", text="…")
    mailbox.be_busy(30)
"""

from __future__ import annotations

from .demo_mailbox import DemoMailbox, FolderView, ItemView
from .exchange import SentMail
from .letter import (
    AttachedFile,
    Correspondent,
    DirectoryEntry,
    Letter,
    MailboxStory,
    MeetingRequest,
    PlacedLetter,
)
from .mime_building import build_mime

__all__ = [
    "AttachedFile",
    "Correspondent",
    "DemoMailbox",
    "DirectoryEntry",
    "FolderView",
    "ItemView",
    "Letter",
    "MailboxStory",
    "MeetingRequest",
    "PlacedLetter",
    "SentMail",
    "build_mime",
]

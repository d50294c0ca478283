"""What was written at the demo ministry: its people and their mails, in text files; `mailbox_story` reads them."""

from __future__ import annotations

from ..mailbox.letter import MailboxStory
from .people import ENTRIES, OWNER


def mailbox_story() -> MailboxStory:
    return MailboxStory(OWNER, tuple(ENTRIES.values()))

"""What was written at the demo ministry: its people and their mails, in text files; `mailbox_story` reads them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ..mailbox.letter import MailboxStory
from .calendar_events import ROOM_LISTS, calendar_events
from .mail_files import place_mails, read_mails
from .people import ENTRIES, OWNER
from .routine import routine_mails

OWN_FOLDERS = (
    "Giấy mời họp",
    "Công văn đến",
    "Dự thảo góp ý/Thông tư chế độ báo cáo",
    "Dự thảo góp ý/Nghị định",
    "Dự thảo góp ý/Kế hoạch công tác",
)


def mailbox_story(now: datetime | None = None) -> MailboxStory:
    """Three hundred mails of the last four months, ending ``now``: the same for the same ``now``."""
    now = now or datetime.now(UTC)
    written = [*read_mails(Path(__file__).parent / "mails"), *routine_mails()]
    return MailboxStory(
        owner=OWNER,
        directory=tuple(ENTRIES.values()),
        own_folders=OWN_FOLDERS,
        letters=tuple(place_mails(written, now)),
        events=calendar_events(now),
        room_lists=ROOM_LISTS,
    )

"""Whether an event can be entered as a conference, and what the conference page is then given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from conference import Conference
    from mail import CalendarItem


@dataclass(frozen=True, slots=True)
class EventInvitation:
    """What the conference page reads of an invitation (`ui.conference_page.invitation.Invitation`)."""

    summary: str
    url: str | None


def invitation_of(item: CalendarItem) -> EventInvitation:
    return EventInvitation(item.subject, item.link)


def can_join(item: CalendarItem, conferences: tuple[Conference, ...]) -> bool:
    """A conference of this desk, or a link the conference page may open after asking."""
    from ui.conference_page.invitation import conference_meant, outside_host

    asked = invitation_of(item)
    if conference_meant(asked, conferences) is not None:
        return True
    return bool(asked.url) and (outside_host(asked) is not None or urlsplit(asked.url or "").scheme in ("rtsp", "srt"))

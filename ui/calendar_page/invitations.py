"""Whether an event can be entered as a conference, and what the conference page is then given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mail import CalendarItem, Person
    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class EventInvitation:
    """What the conference page reads of an invitation (`ui.conference_page.invitation.parts_of`)."""

    summary: str
    url: str | None
    location: str = ""
    text: str = ""
    organizer: Person | None = None
    conference_data: tuple[str, ...] = ()


def invitation_of(item: CalendarItem) -> EventInvitation:
    return EventInvitation(item.subject, item.link, item.location, item.text, item.organizer, item.conference_data)


def can_join(item: CalendarItem, desk: Desk) -> bool:
    """A conference of this desk, or a link the conference page may open."""
    from ui.conference_page.invitation import can_enter

    return can_enter(invitation_of(item), desk)

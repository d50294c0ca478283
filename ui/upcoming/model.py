"""A conference that is to come, how near it is, and which of the calendar's events are conferences. No Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from conference import Conference, Findings
from ui.calendar_page.invitations import EventInvitation, invitation_of
from ui.conference_page.invitation import conference_meant, ways_in
from ui.formatting import local

if TYPE_CHECKING:
    from mail import CalendarItem
    from ui.desk import Desk

SOON = timedelta(minutes=15)
SHORTLY = timedelta(minutes=5)
STAYS = timedelta(minutes=30)
"""After the start: who comes back late from another meeting, or opens the lid, is still told."""


class Stage(Enum):
    LATER = "later"
    SOON = "soon"
    """Within a quarter of an hour: a card."""
    SHORTLY = "shortly"
    """Within five minutes: cannot be missed."""
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Upcoming:
    """``conference`` is one of the desk's own; otherwise ``found`` says the ways in. ``is_tentative``: she has not
    promised to come; ``is_unanswered``: she was asked and has not said."""

    id: str
    title: str
    start: datetime
    end: datetime
    invitation: EventInvitation
    found: Findings
    organizer: str = ""
    location: str = ""
    conference: Conference | None = None
    is_tentative: bool = False
    is_unanswered: bool = False

    @property
    def can_enter(self) -> bool:
        return self.conference is not None or bool(self.found.links)

    @property
    def number(self) -> str:
        return self.found.links[0].number if self.found.links else self.found.number

    @property
    def passcode(self) -> str:
        return self.found.links[0].passcode if self.found.links else self.found.passcode

    @property
    def mark(self) -> str:
        """Which meeting at which time this is, telling nothing of it: it is kept in a file that is not encrypted. One
        that is moved is another."""
        return hashlib.sha256(f"{self.id} {self.start.isoformat()}".encode()).hexdigest()[:16]

    def stage(self, now: datetime) -> Stage:
        if now >= self.end:
            return Stage.OVER
        if now >= self.start:
            return Stage.RUNNING
        left = self.start - now
        return Stage.SHORTLY if left <= SHORTLY else Stage.SOON if left <= SOON else Stage.LATER


def is_conference(item: CalendarItem, desk: Desk) -> bool:
    """Whether an event is announced here. Whole days, what was called off and what she declined are not."""
    return upcoming_of(item, desk) is not None


def upcoming_of(item: CalendarItem, desk: Desk) -> Upcoming | None:
    from mail import Answer, FreeBusy

    if item.is_all_day or item.is_cancelled or item.my_response is Answer.DECLINE or item.end <= item.start:
        return None
    invitation = invitation_of(item)
    conference = conference_meant(invitation, desk.conferences)
    found = ways_in(invitation, desk)
    if conference is None and not found.links and not (found.number and found.passcode):
        return None
    return Upcoming(
        id=item.id,
        title=" ".join(item.subject.split()),
        start=item.start,
        end=item.end,
        invitation=invitation,
        found=found,
        organizer=item.organizer.name or item.organizer.address if item.organizer is not None else "",
        location=" ".join(item.location.split()),
        conference=conference,
        is_tentative=item.my_response is Answer.TENTATIVE or item.busy is FreeBusy.TENTATIVE,
        is_unanswered=not item.is_organizer and item.my_response in (Answer.NONE, Answer.UNKNOWN),
    )


def conferences_among(items: Iterable[CalendarItem], desk: Desk) -> list[Upcoming]:
    """By their start; one that stands twice (an own copy beside the invitation) once."""
    found = [one for item in items if (one := upcoming_of(item, desk)) is not None]
    once: dict[tuple[str, datetime, object], Upcoming] = {}
    for one in sorted(found, key=lambda one: (one.start, one.is_tentative, one.title)):
        way = one.conference or (one.found.links[0].address if one.found.links else one.id)
        once.setdefault((one.title, one.start, way), one)
    return list(once.values())


def read_conferences(desk: Desk, begin: datetime, end: datetime) -> list[Upcoming]:
    """From the local copy of the calendar and the profile: call it on a worker. Raises `mail.StoreError`."""
    found = conferences_among(desk.mailbox.calendar.items(begin, end), desk)
    return sorted([*found, *standing_conferences(desk, begin, end, found)], key=lambda one: (one.start, one.title))


def standing_conferences(desk: Desk, begin: datetime, end: datetime, invited: Iterable[Upcoming]) -> list[Upcoming]:
    """Those the profile has a weekly time for; one she is invited to that day is known by its invitation."""
    known = {(one.conference, local(one.start).date()) for one in invited}
    found = []
    day = local(begin).replace(hour=0, minute=0, second=0, microsecond=0)
    while day < end:
        for conference in desk.conferences:
            for time in conference.weekly:
                start = day + timedelta(hours=time.hour, minutes=time.minute)
                until = start + timedelta(minutes=time.minutes)
                if time.weekday != day.weekday() or start >= end or until <= begin or (conference, day.date()) in known:
                    continue
                title = conference.title
                found.append(_standing(conference, title, start, until))
        day += timedelta(days=1)
    return found


def _standing(conference: Conference, title: str, start: datetime, end: datetime) -> Upcoming:
    invitation = EventInvitation(title, None)
    return Upcoming(f"standing {title}", title, start, end, invitation, Findings(), conference=conference)

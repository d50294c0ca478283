"""Điểm danh: the people of each site, who is there, late or absent, and since when. A frozen value; every change is
another one, so undoing is keeping the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ..model import Site, SiteId

LONGEST_NAME = 200
MOST_PEOPLE = 2000


class Presence(Enum):
    NOT_CALLED = "not called"
    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Participant:
    """``at`` is when the presence was noted; None before the call."""

    id: int
    name: str
    site_id: SiteId
    presence: Presence = Presence.NOT_CALLED
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    present: int = 0
    late: int = 0
    absent: int = 0
    not_called: int = 0

    @property
    def there(self) -> int:
        """In the room, in time or not."""
        return self.present + self.late

    @property
    def all(self) -> int:
        return self.there + self.absent + self.not_called


@dataclass(frozen=True, slots=True)
class RollCall:
    """People stand in the order in which they were added; the window groups them by site."""

    sites: tuple[Site, ...]
    people: tuple[Participant, ...] = ()
    next_id: int = 1

    def with_person(self, name: str, site_id: SiteId | None = None) -> RollCall:
        """One more, of our own site for None. The same name at the same site stands once; an empty one not at all."""
        name = " ".join(name.split())[:LONGEST_NAME]
        site_id = self._known(site_id)
        if not name or len(self.people) >= MOST_PEOPLE:
            return self
        if any(one.site_id == site_id and one.name.casefold() == name.casefold() for one in self.people):
            return self
        person = Participant(self.next_id, name, site_id)
        return replace(self, people=(*self.people, person), next_id=self.next_id + 1)

    def with_people(self, names: Iterable[str], site_id: SiteId | None = None) -> RollCall:
        """Several, but nobody whose name stands at any site already: an invitation read again adds only the new."""
        result = self
        known = {one.name.casefold() for one in self.people}
        for name in names:
            if " ".join(name.split())[:LONGEST_NAME].casefold() not in known:
                result = result.with_person(name, site_id)
        return result

    def marked(self, person_id: int, presence: Presence, at: datetime) -> RollCall:
        """Called again with the same presence the first moment stays: who came at 8:05 did so also at 9:00."""
        return self._changed(
            person_id,
            lambda one: (
                one
                if one.presence is presence
                else replace(one, presence=presence, at=None if presence is Presence.NOT_CALLED else at)
            ),
        )

    def site_marked(self, site_id: SiteId, presence: Presence, at: datetime) -> RollCall:
        """Everybody of a site who was not called yet."""
        waiting = [one.id for one in self.people if one.site_id == site_id and one.presence is Presence.NOT_CALLED]
        result = self
        for person_id in waiting:
            result = result.marked(person_id, presence, at)
        return result

    def at_site(self, person_id: int, site_id: SiteId) -> RollCall:
        return self._changed(person_id, lambda one: replace(one, site_id=self._known(site_id)))

    def renamed(self, person_id: int, name: str) -> RollCall:
        name = " ".join(name.split())[:LONGEST_NAME]
        return self._changed(person_id, lambda one: replace(one, name=name)) if name else self

    def without(self, person_id: int) -> RollCall:
        return replace(self, people=tuple(one for one in self.people if one.id != person_id))

    def of_site(self, site_id: SiteId) -> tuple[Participant, ...]:
        return tuple(one for one in self.people if one.site_id == site_id)

    def counts(self, site_id: SiteId | None = None) -> Counts:
        """Of one site, or of all for None."""
        found = dict.fromkeys(Presence, 0)
        for one in self.people:
            if site_id is None or one.site_id == site_id:
                found[one.presence] += 1
        return Counts(found[Presence.PRESENT], found[Presence.LATE], found[Presence.ABSENT], found[Presence.NOT_CALLED])

    def _known(self, site_id: SiteId | None) -> SiteId:
        return site_id if site_id is not None and any(s.id == site_id for s in self.sites) else self.sites[0].id

    def _changed(self, person_id: int, change: Callable[[Participant], Participant]) -> RollCall:
        return replace(self, people=tuple(change(one) if one.id == person_id else one for one in self.people))

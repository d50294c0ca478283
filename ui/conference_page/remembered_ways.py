"""Which of several links she takes for an organiser's meetings: service and host, kept under a mark that tells nobody
who the organiser is. Bounded; can be forgotten."""

from __future__ import annotations

import hashlib

from conference import MeetingLink

from ..preferences import Preferences

_NAME, MOST = "conference_ways", 60


class RememberedWays:
    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def of(self, organiser: str, links: tuple[MeetingLink, ...]) -> MeetingLink | None:
        """The link she would take, if exactly one of these is at the place she chose before."""
        chosen = self._all().get(_mark(organiser)) if organiser else None
        fitting = [link for link in links if _place(link) == chosen]
        return fitting[0] if len(fitting) == 1 else None

    def remember(self, organiser: str, link: MeetingLink) -> None:
        if not organiser:
            return
        kept = self._all()
        kept.pop(_mark(organiser), None)
        kept[_mark(organiser)] = _place(link)
        self._write(kept)

    def forget(self, organiser: str) -> None:
        kept = self._all()
        kept.pop(_mark(organiser), None)
        self._write(kept)

    def forget_all(self) -> None:
        self._write({})

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, str]:
        pairs = (pair.partition("=") for pair in self._preferences.word(_NAME).split(" ") if "=" in pair)
        return {mark: place for mark, _, place in pairs}

    def _write(self, kept: dict[str, str]) -> None:
        newest = list(kept.items())[-MOST:]
        self._preferences.remember_word(_NAME, " ".join(f"{mark}={place}" for mark, place in newest))


def _mark(organiser: str) -> str:
    return hashlib.sha256(organiser.strip().lower().encode()).hexdigest()[:16]


def _place(link: MeetingLink) -> str:
    return f"{link.service.value}:{link.host}"

"""One press, both sites: opens them, watches them, reopens what was lost, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from .media import MediaEngine
from .model import Conference, ConferenceState, Frame, SiteId


class ConferenceLauncher:
    """Joins one conference at a time on a `MediaEngine`."""

    def __init__(self, engine: MediaEngine) -> None:
        raise NotImplementedError

    def join(self, conference: Conference, size: tuple[int, int] = (1280, 720)) -> Iterator[ConferenceState]:
        """Open both sites and yield the conference's state whenever it changes (and at least once a second), until the
        generator is closed; its ``finally`` closes the players. Nothing in it waits over 100 ms.

        Raises `PlayerMissing`. A site that cannot be opened is REFUSED in the state; the other goes on.
        """
        raise NotImplementedError

    def newest_frame(self, site_id: SiteId, after: int = 0) -> Frame | None:
        raise NotImplementedError

    def resize(self, site_id: SiteId, size: tuple[int, int]) -> None:
        raise NotImplementedError

    def mute(self, muted: bool) -> None:
        raise NotImplementedError

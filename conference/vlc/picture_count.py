"""Counts a site's new pictures from two witnesses that each miss something: what was drawn, and libVLC's counters. Used
by `player`."""

from __future__ import annotations


class PictureCount:
    """A picture that is drawn again is none; one that came and is the same as the last (a slide that stays) is one."""

    def __init__(self) -> None:
        self._drawn = 0
        self._decoded = 0
        self._came_unchanged = 0

    def take(self, drawn: int, decoded: int, lost: int) -> int:
        """All so far: ``drawn`` with new content, ``decoded`` and of these ``lost`` (too late to be drawn) as libVLC
        last said. Returns the new pictures so far, which never become fewer."""
        self._drawn = max(self._drawn, drawn)
        # libVLC's counters are a quarter of a second apart: between two of them they say nothing new.
        if decoded > self._decoded:
            self._decoded = decoded
            self._came_unchanged = max(self._came_unchanged, decoded - lost - drawn)
        return self._drawn + self._came_unchanged

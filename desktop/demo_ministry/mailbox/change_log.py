"""The append-only log of one folder (or of the folder tree): what a sync state points into, how a page is cut from it.

A state is (base, cursor): the client knew everything up to ``base`` when it began this round of pages, and has been
told of everything whose last entry lies before ``cursor``. Each thing is told once, at its newest entry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Change(Enum):
    CREATED = "Create"
    UPDATED = "Update"
    READ_FLAG = "ReadFlagChange"
    DELETED = "Delete"


@dataclass(frozen=True, slots=True)
class LogPage:
    changes: list[tuple[Change, str]]
    base: int
    cursor: int
    is_last: bool


@dataclass(slots=True)
class ChangeLog:
    entries: list[tuple[Change, str]] = field(default_factory=list)
    _history: dict[str, list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.entries)

    def append(self, change: Change, subject_id: str) -> None:
        self._history.setdefault(subject_id, []).append(len(self.entries))
        self.entries.append((change, subject_id))

    def page(self, base: int, cursor: int, limit: int) -> LogPage:
        """At most ``limit`` changes from ``cursor`` on. Raises ValueError for a state that this log never gave."""
        if not 0 <= base <= cursor <= len(self.entries):
            raise ValueError("not a state of this log")
        changes: list[tuple[Change, str]] = []
        start = cursor
        while cursor < len(self.entries) and len(changes) < limit:
            told = self._told_at(cursor, base, start)
            if told is not None:
                changes.append((told, self.entries[cursor][1]))
            cursor += 1
        while cursor < len(self.entries) and self._told_at(cursor, base, start) is None:
            cursor += 1
        is_last = cursor == len(self.entries)
        return LogPage(changes, cursor if is_last else base, cursor, is_last)

    def _told_at(self, index: int, base: int, start: int) -> Change | None:
        """What the entry at ``index`` means to a client that knew all before ``base`` and asks from ``start`` on."""
        change, subject_id = self.entries[index]
        history = self._history[subject_id]
        if history[-1] != index:
            return None
        if change is Change.DELETED:
            # Created and gone within this page: nothing to tell. Created before it: an earlier page may have told it.
            return Change.DELETED if history[0] < start else None
        if history[0] >= base:
            return Change.CREATED
        fresh = [self.entries[i][0] for i in history if i >= base]
        return Change.READ_FLAG if all(kind is Change.READ_FLAG for kind in fresh) else Change.UPDATED

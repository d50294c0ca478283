"""Whether the disk has room: for beginning, and for going on. Pure, but for `free_bytes`."""

from __future__ import annotations

import errno
import shutil
from collections import deque
from pathlib import Path

from .model import EndReason, RecordingLimits

_RATE_OVER = 30.0
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_WINDOWS_FULL = frozenset({39, 112})
"""ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL."""


def free_bytes(folder: Path) -> int:
    """What this person may still write there. Raises `OSError`; may wait for a share that does not answer."""
    return shutil.disk_usage(folder).free


def reason_of(error: OSError) -> EndReason:
    full = error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL
    return EndReason.DISK_FULL if full else EndReason.WRITE_FAILED


class RoomWatch:
    """How long there is room at the rate of the last half minute."""

    def __init__(self, limits: RecordingLimits) -> None:
        self._limits = limits
        self._written: deque[tuple[float, int]] = deque()
        self.free: int | None = None
        self.seconds_left: float | None = None

    def note(self, now: float, written: int, free: int) -> None:
        """``written``: bytes of the whole recording until ``now`` (a monotonic moment)."""
        self.free = free
        self._written.append((now, written))
        while now - self._written[0][0] > _RATE_OVER:
            self._written.popleft()
        first_at, first = self._written[0]
        if now - first_at >= 3 and written > first:
            self.seconds_left = max(0, free - self._limits.stopped_below) * (now - first_at) / (written - first)

    @property
    def is_full(self) -> bool:
        return self.free is not None and self.free < self._limits.stopped_below

    @property
    def is_short(self) -> bool:
        limits = self._limits
        soon = self.seconds_left is not None and self.seconds_left < limits.warned_before
        return soon or (self.free is not None and self.free < limits.warned_below)

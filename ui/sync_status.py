"""What a feature's sync is doing: said by the service, shown by the status line. Loads before the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Feature(Enum):
    MAIL = "mail"
    ARCHIVE = "archive"


class SyncActivity(Enum):
    STARTING = "starting"
    WORKING = "working"
    IDLE = "idle"
    OFFLINE = "offline"
    FAILED = "failed"
    """Something that does not mend itself: ``error`` says what."""
    STANDING_BACK = "standing back"


class Unexpected(Exception):
    """A fault of ours, not of the world; the log has the whole of it. ``args``: (type's name,)."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What one feature's sync is doing. ``last_synced`` is the end of the last complete round (UTC)."""

    feature: Feature
    activity: SyncActivity
    last_synced: datetime | None = None
    error: Exception | None = None

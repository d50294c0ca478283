"""The nouns of a recording. Frozen values; sizes in bytes, spans in seconds, moments aware of their time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from ..model import SiteId


class EndReason(Enum):
    """Why a recording ended."""

    ASKED = "asked"
    DISK_FULL = "disk full"
    """The disk went below what must stay free, or took no more."""
    WRITE_FAILED = "write failed"
    """The folder is gone or refuses: a stick was pulled out, a share was lost."""
    INTERRUPTED = "interrupted"
    """The desk ended without a word; found at a later start."""


@dataclass(frozen=True, slots=True)
class RecordingLimits:
    """A file system full to the brim hurts mail and the rest of the PC, so a recording ends before."""

    needed_to_start: int = 1_500_000_000
    warned_below: int = 2_000_000_000
    warned_before: float = 900.0
    """Also warned when at the present rate there is less time left than this."""
    stopped_below: int = 500_000_000
    file_size: int = 4 * 1024**3 - 64 * 1024**2
    """From here on the next key frame begins another file: FAT32 (memory sticks) holds no file of 4 GiB."""
    file_size_at_most: int = 4 * 1024**3 - 4 * 1024**2
    """There another file begins wherever the stream is."""
    unwritten: int = 32 * 1024**2
    """How much of a site may wait for a slow disk; what comes then is left out and counted."""
    synced_every: float = 2.0
    """So much, at most, is lost when the power fails; nothing when only the desk does."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One file of a site. A site has several after a reconnection or where one grew too large. ``file`` is a bare
    name in the recording's folder; ``ended`` is None while it is being written."""

    file: str
    began: datetime
    ended: datetime | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class SiteRecording:
    """What was kept of one site. ``left_out`` is what a disk too slow did not take, ``gaps`` how often."""

    id: SiteId
    name: str
    segments: tuple[Segment, ...] = ()
    left_out: int = 0
    gaps: int = 0

    @property
    def size(self) -> int:
        return sum(segment.size for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording, running or ended. ``ended`` and ``reason`` come together."""

    folder: Path
    title: str
    began: datetime
    sites: tuple[SiteRecording, ...]
    ended: datetime | None = None
    reason: EndReason | None = None

    @property
    def size(self) -> int:
        return sum(site.size for site in self.sites)


@dataclass(frozen=True, slots=True)
class RecordingState:
    """A recording as it is now. ``lasted`` counts from its start; ``free`` is the disk's, None until it was asked;
    ``seconds_left`` until the disk is too full at the present rate, None while nothing is known."""

    recording: Recording
    lasted: float
    free: int | None = None
    seconds_left: float | None = None
    is_short_of_room: bool = False

    @property
    def is_running(self) -> bool:
        return self.recording.reason is None

"""The nouns of a two-site conference (hai điểm cầu). Frozen values; media words are libVLC's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NewType, Protocol

SiteId = NewType("SiteId", str)


class AddressScheme(Enum):
    """The only schemes a site may have; anything else is refused before a player sees it."""

    RTSP = "rtsp"
    RTSPS = "rtsps"
    SRT = "srt"
    HTTPS = "https"


@dataclass(frozen=True, slots=True)
class Site:
    """A site (điểm cầu): a name to show, and the address of its stream, without credentials. ``time_zone`` is an IANA
    name; "" is the office's."""

    id: SiteId
    name: str
    address: str
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class SiteCredentials:
    """What opens a site's stream. In memory only; its ``repr`` shows nothing."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    passphrase: str = field(default="", repr=False)
    """SRT's, 10 to 79 characters."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where one's own picture and sound are sent: rtsp, rtsps or srt; never with credentials in the address."""

    name: str
    address: str
    ca_file: str = ""
    """The ministry's own root of trust for rtsps; "" for the system's."""


@dataclass(frozen=True, slots=True)
class WeeklyTime:
    """When a standing conference is held, by the office's clock. ``weekday`` 0 is Monday; ``minutes`` is its length."""

    weekday: int
    hour: int
    minute: int
    minutes: int = 60


@dataclass(frozen=True, slots=True)
class Conference:
    """Two sites that meet: ours first. ``weekly``: when, where the ministry's profile says so."""

    title: str
    sites: tuple[Site, Site]
    weekly: tuple[WeeklyTime, ...] = ()


class SiteState(Enum):
    CONNECTING = "connecting"
    LIVE = "live"
    DEGRADED = "degraded"
    FROZEN = "frozen"
    RECONNECTING = "reconnecting"
    REFUSED = "refused"
    CLOSED = "closed"


class RefusalReason(Enum):
    SCHEME = "scheme"
    """Not one of the accepted schemes."""
    ADDRESS = "address"
    """No address at all: a mistake in the ministry's profile."""
    NOT_AUTHORISED = "not authorised"
    NOT_FOUND = "not found"
    UNKNOWN_HOST = "unknown host"
    NO_ANSWER = "no answer"
    UNSUPPORTED_FORMAT = "unsupported format"
    NOT_TRUSTED = "not trusted"
    """Its certificate (rtsps, https) comes from nobody this PC trusts."""
    WRONG_PASSPHRASE = "wrong passphrase"  # noqa: S105 a reason, no password
    PASSPHRASE_NEEDED = "passphrase needed"  # noqa: S105
    PASSPHRASE_NOT_EXPECTED = "passphrase not expected"  # noqa: S105
    """The line is not encrypted there, while this PC has a passphrase for it: it is not spoken to in the clear."""
    BUSY = "busy"
    """Its receiver takes no more callers."""


@dataclass(frozen=True, slots=True)
class LineHealth:
    """How a site's line is, as far as its protocol tells. Rates and ``loss`` are over the last seconds, packet counts
    since ``since`` (`time.monotonic()`, when the line was opened)."""

    since: float
    bits_per_second: float = 0.0
    round_trip: float | None = None
    """Milliseconds."""
    loss: float | None = None
    """Part of the packets that were lost on the way at first, 0 to 1; most are sent again in time."""
    late_packets: int = 0
    """Came, but too late to be shown."""
    dropped_packets: int = 0
    """Never came in time: holes in what is shown."""


class Weakness(Enum):
    """Why a picture is weak; `health` decides it."""

    LOSS = "loss"
    """Packets never came, or came too late to be shown: holes in picture and sound."""
    FRAMES = "frames"
    """Fewer pictures than usual while as much comes over the line: the sender, or this PC, is too slow."""
    BITRATE = "bitrate"
    """Fewer pictures, and much less comes over the line than usual: it has become narrow."""


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """What is true of a site now. ``since`` is `time.monotonic()` of the last change of state; ``frames_per_second`` is
    over the last second; ``attempt`` counts reopenings since the picture was lost."""

    site: Site
    state: SiteState
    since: float
    frames_per_second: float = 0.0
    reason: RefusalReason | None = None
    attempt: int = 0
    line: LineHealth | None = None
    weaknesses: tuple[Weakness, ...] = ()
    """Why it is DEGRADED, the plainest first."""
    size: tuple[int, int] | None = None
    """The stream's own, in pixels; None before it is known."""


@dataclass(frozen=True, slots=True)
class ConferenceState:
    """Both sites, in the conference's order."""

    sites: tuple[SiteStatus, SiteStatus]


class MediaEventKind(Enum):
    OPENING = "opening"
    """A player starts, or makes the picture's way anew for another size: the next picture needs a moment."""
    PLAYING = "playing"
    PROGRESS = "progress"
    """Counters, a few times a second: the only witness of loss, which raises no event."""
    ENDED = "ended"
    FAILED = "failed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class MediaEvent:
    """Something a player said. ``at`` is `time.monotonic()`; counters are totals since the site was opened."""

    site_id: SiteId
    kind: MediaEventKind
    at: float
    frames_displayed: int = 0
    bytes_read: int = 0
    reason: RefusalReason | None = None
    line: LineHealth | None = None
    size: tuple[int, int] | None = None


class Frame(Protocol):
    """A picture lent by the engine: RV32 (BGRX in memory), ``pitch`` bytes a row. Valid until the next one."""

    @property
    def buffer(self) -> memoryview: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def pitch(self) -> int: ...
    @property
    def serial(self) -> int: ...

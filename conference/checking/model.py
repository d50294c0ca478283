"""The nouns of a check: results in three colours, with a finding and its figures. General enough for any row that says
of one thing whether it is ready; frozen values, no sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..model import SiteId


class CheckState(Enum):
    """Green, amber, red; UNKNOWN where nothing could be measured or has been tried, which is no verdict."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


class CheckKind(Enum):
    """What is checked: of a site, then of this PC. The order is the one they are shown in."""

    ADDRESS = "address"
    """Its address and the name in it."""
    REACH = "reach"
    CERTIFICATE = "certificate"
    PICTURE = "picture"
    SOUND = "sound"
    ROUND_TRIP = "round trip"
    LOSS = "loss"
    JITTER = "jitter"

    PLAYER = "player"
    SPEAKER = "speaker"
    MICROPHONE = "microphone"
    CAMERA = "camera"
    PROCESSOR = "processor"
    MEMORY = "memory"
    DISK = "disk"
    NETWORK = "network"
    POWER = "power"


class Finding(Enum):
    """What was found; each belongs to one kind and is put into words by it."""

    # address
    NAME_FOUND = "name found"
    NUMBER = "number"
    """An IP address: there is no name to look up."""
    NAME_SLOW = "name slow"
    NAME_UNKNOWN = "name unknown"
    NAME_TIMEOUT = "name timeout"
    ADDRESS_INVALID = "address invalid"
    SCHEME_REFUSED = "scheme refused"
    # reach
    ANSWERS = "answers"
    ANSWERS_SLOWLY = "answers slowly"
    STREAM_CAME = "stream came"
    """It did not answer when called, but its stream (or its own refusal) came all the same."""
    CLOSED = "closed"
    """The PC answers, the port does not: nobody serves there."""
    NO_ANSWER = "no answer"
    # certificate
    TRUSTED = "trusted"
    ENDS_SOON = "ends soon"
    EXPIRED = "expired"
    OTHER_NAME = "other name"
    NOT_TRUSTED = "not trusted"
    # picture
    MOVES = "moves"
    SLOW = "slow"
    STALLS = "stalls"
    LATE = "late"
    """The first picture took long."""
    STANDS_STILL = "stands still"
    NO_PICTURE = "no picture"
    NOT_AUTHORISED = "not authorised"
    WRONG_PASSPHRASE = "wrong passphrase"  # noqa: S105
    PASSPHRASE_NEEDED = "passphrase needed"  # noqa: S105
    PASSPHRASE_NOT_EXPECTED = "passphrase not expected"  # noqa: S105
    BUSY = "busy"
    NOT_FOUND = "not found"
    UNSUPPORTED = "unsupported"
    # sound of a site
    SOUNDS = "sounds"
    FAINT = "faint"
    SILENT = "silent"
    NO_SOUND = "no sound"
    # line
    GOOD = "good"
    NOTICEABLE = "noticeable"
    BAD = "bad"
    # this PC
    PLAYS = "plays"
    PLAYER_MISSING = "player missing"
    HEARD = "heard"
    HEARD_BY_MICROPHONE = "heard by microphone"
    NOT_HEARD = "not heard"
    LOUD_ENOUGH = "loud enough"
    TOO_LOUD = "too loud"
    SEEN = "seen"
    NOT_SEEN = "not seen"
    NO_DEVICE = "no device"
    DEVICE_FAILED = "device failed"
    DEVICE_THERE = "device there"
    """It is there and has not been tried yet."""
    ENOUGH = "enough"
    LITTLE = "little"
    TOO_LITTLE = "too little"
    WIRED = "wired"
    WIRELESS = "wireless"
    MAINS = "mains"
    BATTERY = "battery"
    BATTERY_LOW = "battery low"

    NOT_MEASURED = "not measured"


Fact = float | int | str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One row. ``site`` is None for this PC. ``facts`` are figures by name (see where they are made), for the words and
    for the technician; never anything private."""

    kind: CheckKind
    state: CheckState
    finding: Finding
    site: SiteId | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def place(self) -> tuple[SiteId | None, CheckKind]:
        """What it is a result of: a later one of the same place replaces it."""
        return self.site, self.kind


@dataclass(frozen=True, slots=True)
class CheckStep:
    """What a check says while it runs: how far it is, and what it has just found (if anything)."""

    done: int
    expected: int
    result: CheckResult | None = None


class Verdict(Enum):
    READY = "ready"
    READY_WITH_CARE = "ready with care"
    NOT_READY = "not ready"
    UNFINISHED = "unfinished"
    """Too little is known: the check was stopped, or nothing of the sites could be measured."""


def verdict(results: Iterable[CheckResult], sites: Iterable[SiteId]) -> Verdict:
    """Over all rows. Red alone says NOT_READY; what was not tried yet takes nothing away, but a picture of each of
    ``sites`` must have been seen."""
    rows = tuple(results)
    states = {row.state for row in rows}
    if CheckState.RED in states:
        return Verdict.NOT_READY
    seen = {row.site for row in rows if row.kind is CheckKind.PICTURE and row.state is not CheckState.UNKNOWN}
    if not set(sites) <= seen:
        return Verdict.UNFINISHED
    return Verdict.READY_WITH_CARE if CheckState.AMBER in states else Verdict.READY

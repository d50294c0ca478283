"""The nouns of being seen and heard: what is captured, where it goes, and what is true of it now. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class DeviceKind(Enum):
    CAMERA = "camera"
    MICROPHONE = "microphone"


TEST_PICTURE = "test-picture"
TEST_TONE = "test-tone"
"""Ids of the two devices every PC has: a moving picture and a tone, to try a line without showing a room."""


@dataclass(frozen=True, slots=True)
class Device:
    """A camera or a microphone. ``id`` is the system's, ``name`` what its maker calls it ("" for the two test ones)."""

    id: str
    kind: DeviceKind
    name: str
    cancels_echo: bool = False
    """The system takes the loudspeaker's sound out of this microphone's."""


class ShareKind(Enum):
    SCREEN = "screen"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Shareable:
    """A screen or a window that can be shown in place of the camera. ``area``: left, top, width, height in pixels."""

    id: str
    kind: ShareKind
    name: str
    area: tuple[int, int, int, int] = (0, 0, 0, 0)


class PublishState(Enum):
    OFF = "off"
    CONNECTING = "connecting"
    ON_AIR = "on air"
    POOR = "poor"
    """On air, with fewer bits than the picture wants: the line is narrow or loses."""
    LOST = "lost"
    """The line was lost; it is tried again by itself."""
    REFUSED = "refused"


class PublishRefusal(Enum):
    SCHEME = "scheme"
    ADDRESS = "address"
    CREDENTIALS_WANTED = "credentials wanted"
    """The receiver asks who we are, and nothing was given."""
    NOT_AUTHORISED = "not authorised"
    WOULD_SHOW_PASSWORD = "would show password"  # noqa: S105 - a reason
    """It wants the password readable on an open line."""
    NOT_FOUND = "not found"
    OCCUPIED = "occupied"
    """Somebody else is sending there already."""
    NOT_A_RECEIVER = "not a receiver"
    UNKNOWN_HOST = "unknown host"
    NO_ANSWER = "no answer"
    NOT_TRUSTED = "not trusted"
    NOT_AVAILABLE = "not available"
    """What sends over this kind of line is missing on this PC."""


FINAL_REFUSALS = frozenset(
    {
        PublishRefusal.SCHEME,
        PublishRefusal.ADDRESS,
        PublishRefusal.CREDENTIALS_WANTED,
        PublishRefusal.NOT_AUTHORISED,
        PublishRefusal.WOULD_SHOW_PASSWORD,
        PublishRefusal.NOT_A_RECEIVER,
        PublishRefusal.NOT_TRUSTED,
        PublishRefusal.NOT_AVAILABLE,
    }
)
"""Knocking again cannot help; with credentials it may even lock an account."""


class DeviceTrouble(Enum):
    NONE = "none"
    MISSING = "missing"
    """No such device, or none at all."""
    GONE = "gone"
    """It was there and was pulled out; it is taken again when it is back."""
    IN_USE = "in use"
    """Another program holds it."""
    NOT_ALLOWED = "not allowed"
    """The system forbids this program to use it."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class OwnState:
    """What is true now of one's own picture and sound."""

    state: PublishState = PublishState.OFF
    refusal: PublishRefusal | None = None
    attempt: int = 0
    """Tries since the line was lost."""
    bit_rate: int = 0
    """Of the picture, bits a second, as the encoder is set."""
    frames_per_second: float = 0.0
    muted: bool = True
    camera_on: bool = False
    sharing: ShareKind | None = None
    sharing_pictures: bool = False
    """A document: pictures that the window renders."""
    camera: str = ""
    microphone: str = ""
    """Ids of the devices in use or wanted; "" for none."""
    camera_trouble: DeviceTrouble = DeviceTrouble.NONE
    microphone_trouble: DeviceTrouble = DeviceTrouble.NONE
    sharing_trouble: DeviceTrouble = DeviceTrouble.NONE
    echo_cancelled: bool = False

"""The whole conversation between the desk and the process that captures and sends: asks first, answers after."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Receiver, SiteCredentials
from .model import Device, OwnState, Shareable

# --- asks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """Said first. Muted, whatever was left last time. Without a receiver nothing is sent: the self-view and the meter
    alone (before joining)."""

    receiver: Receiver | None
    credentials: SiteCredentials = field(default_factory=SiteCredentials, repr=False)
    camera: str = ""
    """A device's id; "" for the system's first."""
    microphone: str = ""
    camera_on: bool = True
    size: tuple[int, int] = (1280, 720)
    frames_per_second: int = 30
    bit_rate: int = 1_500_000


@dataclass(frozen=True, slots=True)
class Authorise:
    """Other credentials after a refusal; the receiver is tried again at once."""

    credentials: SiteCredentials = field(repr=False)


@dataclass(frozen=True, slots=True)
class Mute:
    muted: bool


@dataclass(frozen=True, slots=True)
class TurnCamera:
    on: bool


@dataclass(frozen=True, slots=True)
class UseDevice:
    """Another camera or microphone, by id."""

    device: Device


@dataclass(frozen=True, slots=True)
class ListShareables:
    """Answered by `Shareables`."""


@dataclass(frozen=True, slots=True)
class Share:
    """A screen or a window in place of the camera; None ends any sharing, a document's too."""

    what: Shareable | None


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """A picture the window rendered: BGRA, ``pitch`` bytes a row. ``card`` stands while the camera is off; else it is a
    page of a shared document, shown until the next one or until `Share(None)`."""

    width: int
    height: int
    pitch: int
    pixels: bytes = field(repr=False)
    card: bool = False


# --- answers ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StateNow:
    state: OwnState


@dataclass(frozen=True, slots=True)
class Devices:
    """Said at once and after each change."""

    devices: tuple[Device, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """The microphone's peak since the last one, 0 to 1, muted or not. ``speaks_muted``: she has been speaking for a
    moment, and nobody hears her."""

    peak: float
    speaks_muted: bool = False


@dataclass(frozen=True, slots=True)
class SelfPicture:
    """What is being sent, small: BGRA, ``pitch`` bytes a row."""

    width: int
    height: int
    pitch: int
    pixels: bytes = field(repr=False)
    from_camera: bool = True
    """Else a card, a screen or a document: nothing to be mirrored."""


@dataclass(frozen=True, slots=True)
class Shareables:
    """``refused``: this session lets no program look at its screen (Wayland)."""

    found: tuple[Shareable, ...]
    refused: bool = False


ASKS = (Begin, Authorise, Mute, TurnCamera, UseDevice, ListShareables, Share, ShowPicture)
ANSWERS = (StateNow, Devices, Level, SelfPicture, Shareables)

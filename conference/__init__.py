"""The two-site conference. This is its front door; libVLC loads only when a conference is joined."""

from __future__ import annotations

from .errors import AddressInvalid, ConferenceError, PlayerMissing, SchemeRefused
from .launcher import ConferenceLauncher
from .media import MediaEngine
from .model import (
    AddressScheme,
    Conference,
    ConferenceState,
    Frame,
    MediaEvent,
    MediaEventKind,
    RefusalReason,
    Site,
    SiteId,
    SiteState,
    SiteStatus,
)

__all__ = [
    "AddressInvalid",
    "AddressScheme",
    "Conference",
    "ConferenceError",
    "ConferenceLauncher",
    "ConferenceState",
    "Frame",
    "MediaEngine",
    "MediaEvent",
    "MediaEventKind",
    "PlayerMissing",
    "RefusalReason",
    "SchemeRefused",
    "Site",
    "SiteId",
    "SiteState",
    "SiteStatus",
]

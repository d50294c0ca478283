"""The two-site conference. This is its front door; the launcher loads on first use, libVLC with a conference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import AddressInvalid, ConferenceError, PlayerMissing, RecordingRefused, SchemeRefused
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
from .site_address import SiteAddress, parse_site_address

if TYPE_CHECKING:
    from .launcher import ConferenceLauncher
    from .media import MediaEngine
    from .recording.index import close_interrupted, unfinished
    from .recording.model import EndReason, Recording, RecordingLimits, RecordingState, Segment, SiteRecording
    from .recording.recorder import Recorder

_LAZY = {
    "ConferenceLauncher": "launcher",
    "MediaEngine": "media",
    "EndReason": "recording.model",
    "Recorder": "recording.recorder",
    "Recording": "recording.model",
    "RecordingLimits": "recording.model",
    "RecordingState": "recording.model",
    "Segment": "recording.model",
    "SiteRecording": "recording.model",
    "close_interrupted": "recording.index",
    "unfinished": "recording.index",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "AddressInvalid",
    "AddressScheme",
    "Conference",
    "ConferenceError",
    "ConferenceLauncher",
    "ConferenceState",
    "EndReason",
    "Frame",
    "MediaEngine",
    "MediaEvent",
    "MediaEventKind",
    "PlayerMissing",
    "Recorder",
    "Recording",
    "RecordingLimits",
    "RecordingRefused",
    "RecordingState",
    "RefusalReason",
    "SchemeRefused",
    "Segment",
    "Site",
    "SiteAddress",
    "SiteId",
    "SiteRecording",
    "SiteState",
    "SiteStatus",
    "close_interrupted",
    "parse_site_address",
    "unfinished",
]

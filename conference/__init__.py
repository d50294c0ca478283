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
    from .invitations.detector import find_links
    from .invitations.model import (
        Findings,
        InvitationParts,
        KnownHosts,
        MeetingLink,
        RefusalKind,
        RefusedLink,
        Service,
        Source,
    )
    from .launcher import ConferenceLauncher
    from .media import MediaEngine
    from .recording.index import close_interrupted, unfinished
    from .recording.model import EndReason, Recording, RecordingLimits, RecordingState, Segment, SiteRecording
    from .recording.recorder import Recorder

_LAZY = {
    "find_links": "invitations.detector",
    "Findings": "invitations.model",
    "InvitationParts": "invitations.model",
    "KnownHosts": "invitations.model",
    "MeetingLink": "invitations.model",
    "RefusalKind": "invitations.model",
    "RefusedLink": "invitations.model",
    "Service": "invitations.model",
    "Source": "invitations.model",
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
    "Findings",
    "Frame",
    "InvitationParts",
    "KnownHosts",
    "MediaEngine",
    "MediaEvent",
    "MediaEventKind",
    "MeetingLink",
    "PlayerMissing",
    "Recorder",
    "Recording",
    "RecordingLimits",
    "RecordingRefused",
    "RecordingState",
    "RefusalKind",
    "RefusalReason",
    "RefusedLink",
    "SchemeRefused",
    "Segment",
    "Service",
    "Site",
    "SiteAddress",
    "SiteId",
    "SiteRecording",
    "SiteState",
    "SiteStatus",
    "Source",
    "close_interrupted",
    "find_links",
    "parse_site_address",
    "unfinished",
]

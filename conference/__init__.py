"""The two-site conference. This is its front door; the launcher loads on first use, libVLC with a conference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import AddressInvalid, ConferenceError, PlayerMissing, SchemeRefused
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

_LAZY = {
    "ConferenceLauncher": "launcher",
    "MediaEngine": "media",
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
    "Frame",
    "MediaEngine",
    "MediaEvent",
    "MediaEventKind",
    "PlayerMissing",
    "RefusalReason",
    "SchemeRefused",
    "Site",
    "SiteAddress",
    "SiteId",
    "SiteState",
    "SiteStatus",
    "parse_site_address",
]

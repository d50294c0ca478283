"""The port to what brings a site's stream to its player: real ones are `conference.vlc`'s PyAV bridge (RTSP, HTTPS) and
what `desktop/bootstrap.py` joins for a scheme. A source writes MPEG-TS into a sink and says how the line is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .model import LineHealth, RefusalReason, Site, SiteCredentials
from .site_address import SiteAddress


class TsSink(Protocol):
    """Where a source writes MPEG-TS, in pieces of any length."""

    def write(self, data: bytes) -> int:
        """Waits while the player cannot take more. Raises `BrokenPipeError` once nobody wants it any more."""
        ...

    def close(self) -> None:
        """The stream has ended; what was written is still played."""
        ...


@dataclass(frozen=True, slots=True)
class SourceOrder:
    """What a source needs. ``answer_within`` (seconds) bounds everything up to the first bytes; ``trusted_roots`` is a
    file of certificates in place of the PC's own."""

    address: SiteAddress
    sink: TsSink
    answer_within: float
    credentials: SiteCredentials | None = None
    trusted_roots: str | None = None


class StreamSource(Protocol):
    """One connection to a site. It works on threads of its own: no method waits for the line."""

    def start(self) -> None: ...

    def close(self) -> None:
        """Returns at once; the connection may take a moment to end."""
        ...

    @property
    def refusal(self) -> RefusalReason | None:
        """Set before `ended` when the site could not be shown at all."""
        ...

    @property
    def ended(self) -> threading.Event:
        """Set when nothing more will come, for whatever reason."""
        ...

    @property
    def bytes_read(self) -> int: ...

    def line(self) -> LineHealth | None:
        """How the line is now; None where the protocol does not tell."""
        ...


SourceFactory = Callable[[SourceOrder], StreamSource | None]
"""Makes a source without starting it. None: not on this PC; then libVLC tries the address by itself."""

SiteSecrets = Callable[[Site], SiteCredentials | None]
"""Looks up a site's credentials. Called on the player's own thread, at each opening: it may wait for the keyring."""

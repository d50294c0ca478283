"""What can go wrong with a conference before it has begun; afterwards a site's state says it. Facts, no sentences."""

from __future__ import annotations


class ConferenceError(Exception):
    """Base of all errors of `conference`."""


class PlayerMissing(ConferenceError):
    """libVLC is not on this PC or does not load. ``args``: (reason,)."""


class SchemeRefused(ConferenceError):
    """A site's address has a scheme that is not accepted. ``args``: (scheme,)."""


class AddressInvalid(ConferenceError):
    """A site's address is none (no host, credentials inside, control characters). ``args``: (reason,)."""


class RecordingRefused(ConferenceError):
    """A recording cannot begin. ``args``: ("disk full", free bytes, needed bytes) or ("folder", 0, 0)."""

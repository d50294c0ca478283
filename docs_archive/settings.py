"""What the archive needs to be told, as one value: built by `desktop.ministry_profile` from the ministry's TOML."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """``feed_url`` ends with "/"; http only on loopback. ``trust_root`` is the first TUF ``root.json``, as bytes, given
    with the profile."""

    feed_url: str
    trust_root: bytes
    ca_file: Path | None = None
    mirrors: tuple[str, ...] = ()
    """Copies of the feed that are nearer: base URLs or folders. None of them is trusted."""
    timeout: float = 20.0
    poll_interval: float = 300.0
    """Seconds between two looks at timestamp.json."""

"""Addresses of remote pictures: which may be asked for, and which only report that a mail was read. No network."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit, urlunsplit

LONGEST = 4000

_SIZE = re.compile(r"""\b(width|height)\s*=\s*["']?\s*(\d{1,5})(?![\d.]*%)""", re.IGNORECASE)
_STYLE_SIZE = re.compile(r"(?<![-\w])(width|height)\s*:\s*(\d{1,5})(?:\.\d+)?px", re.IGNORECASE)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![-\w])opacity\s*:\s*0(?:\.0*)?\s*(?:[;\"'!]|$)", re.IGNORECASE
)
_REMOTE = re.compile(r"""\bsrc\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
_TINY = 3
"""Pixels: nobody sees it, so it is not there to be seen."""


def remote_address(url: str) -> str | None:
    """``url`` as it would be fetched: https (http is asked for as https), no name and password, no fragment; None if it
    is nothing to be fetched."""
    url = html.unescape(url.strip())
    if url.startswith("//"):
        url = f"https:{url}"
    if len(url) > LONGEST or any(ord(letter) < 33 or letter == "\\" for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username is not None:
        return None
    # A port of its own belongs to plain http: there is no telling where the same speaks https.
    if port not in (None, 80, 443) and parts.scheme.lower() == "http":
        return None
    try:
        name = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return None
    name = f"[{name}]" if ":" in name else name.lower()
    place = name if port in (None, 80, 443) else f"{name}:{port}"
    return urlunsplit(("https", place, parts.path or "/", parts.query, ""))


def looks_like_tracking(tag: str) -> bool:
    """Whether an ``<img …>`` tag, as written, fetches something that nobody is meant to see: 3 pixels or less in one
    direction, or hidden."""
    if _REMOTE.search(tag) is None:
        return False
    if _HIDDEN.search(tag):
        return True
    sizes = [int(size) for pattern in (_SIZE, _STYLE_SIZE) for _, size in pattern.findall(tag)]
    return any(size <= _TINY for size in sizes)

"""Says whether a site's address may be given to a player at all. Used by the media engines and by whoever takes
addresses from people. libVLC itself is too willing: `file/demuxdump://` writes files, `screen://` shows the desktop."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urlsplit

from .errors import AddressInvalid, SchemeRefused
from .model import AddressScheme

LONGEST_ADDRESS = 1024
"""Longer ones are no camera's, and end up in every message and log line."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*(?:/[^:/?#]*)*")
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
_PATH = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/\-]*")
_SECRETS = re.compile(r"(?:^|[^a-z])(?:pass|passwd|password|passphrase|pwd)=[^&/_?]", re.IGNORECASE)
"""Some cameras want them in the path; they would stand in every log on the way."""
_FFMPEGS_OPTIONS = frozenset({"tcp", "udp", "multicast", "udp_multicast", "http", "https", "filter_src", "satip_raw"})
"""What FFmpeg takes out of an RTSP address for itself (libavformat/rtsp.c): it would open ports of this PC."""
_DEFAULT_PORTS = {AddressScheme.RTSP: 554, AddressScheme.RTSPS: 322, AddressScheme.HTTPS: 443}


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """An address that was checked. ``str()`` of it is what players get; ``endpoint`` is what may be logged."""

    scheme: AddressScheme
    host: str
    port: int
    path: str = ""
    query: str = ""

    @property
    def endpoint(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme.value}://{host}:{self.port}"

    @property
    def stream_id(self) -> str:
        """What an SRT address asks of a receiver that has several streams (`m=publish,r=…`), or ""."""
        return dict(parse_qsl(self.query)).get("streamid", "") if self.scheme is AddressScheme.SRT else ""

    def __str__(self) -> str:
        return self.endpoint + self.path + (f"?{self.query}" if self.query else "")


def parse_site_address(address: str) -> SiteAddress:
    """Check an address strictly. Raises `SchemeRefused` or `AddressInvalid`; their facts never repeat the address,
    which may hold a password."""
    if not address:
        raise AddressInvalid("empty")
    if len(address) > LONGEST_ADDRESS:
        raise AddressInvalid("too long")
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs") for letter in address):
        raise AddressInvalid("control characters")
    scheme = _scheme(address)
    if address != address.strip() or not address.isascii() or set(address) & set(' "<>\\^`{|}'):
        raise AddressInvalid("characters")
    if not address[len(scheme.value) :].startswith("://"):
        raise AddressInvalid("no host")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:  # its words repeat parts of the address, which may be a password
        raise AddressInvalid("port or host") from None
    if "@" in parts.netloc:
        raise AddressInvalid("credentials")
    if parts.fragment or "#" in address:
        raise AddressInvalid("fragment")
    if port is None:
        port = _DEFAULT_PORTS.get(scheme)
    if not port:
        raise AddressInvalid("no port")
    host = _host(parts)
    if not _PATH.fullmatch(parts.path):
        raise AddressInvalid("characters")
    if scheme is AddressScheme.SRT:
        if parts.path not in ("", "/"):
            raise AddressInvalid("path")
        return SiteAddress(scheme, host, port, "", _srt_query(parts.query))
    if _SECRETS.search(f"{parts.path}?{parts.query}"):
        raise AddressInvalid("credentials")
    if scheme is not AddressScheme.HTTPS and _FFMPEGS_OPTIONS & set(parts.query.lower().split("&")):
        raise AddressInvalid("option")
    return SiteAddress(scheme, host, port, parts.path, parts.query)


def _scheme(address: str) -> AddressScheme:
    match = _SCHEME.match(address)
    if match is None or not address[match.end() :].startswith(":"):
        raise AddressInvalid("no scheme")
    written = match.group().lower()
    try:
        return AddressScheme(written)
    except ValueError:
        raise SchemeRefused(written[:40]) from None


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if not host:
        raise AddressInvalid("no host")
    if parts.netloc.startswith("["):
        if "%" in host or not re.fullmatch(r"\[[^\]]*\](?::[0-9]+)?", parts.netloc):
            raise AddressInvalid("host")
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise AddressInvalid("host") from None
    labels = host.rstrip(".").split(".")
    if len(host) > 253 or not all(_HOST_LABEL.fullmatch(label) for label in labels):
        raise AddressInvalid("host")
    return host


def _srt_query(query: str) -> str:
    """libVLC reads SRT options out of the address. A site may have its stream's id there, nothing else: credentials
    never stand in an address, mode=listener would open a port of this PC, and the latency comes from code."""
    if not query or query == "mode=caller":
        return ""
    kept: list[str] = []
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if key.lower() in ("passphrase", "pbkeylen"):
            raise AddressInvalid("credentials")
        if key == "streamid" and not kept and re.fullmatch(r"[A-Za-z0-9._~!$'()*+,:@%/=#-]{1,512}", value):
            kept.append(pair)
        elif pair != "mode=caller":
            raise AddressInvalid("option")
    return "&".join(kept)

"""Takes a web address apart strictly: what is not plainly one host and one path is none. Used by `services`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST = 8_192
"""Wrapped links are long; beyond this nobody's is."""
_HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_ALLOWED = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/?#\[\]{}|-]*")
_MOST_FIELDS = 40


@dataclass(frozen=True, slots=True)
class WebAddress:
    """``path`` and ``query`` as written; ``port`` None where it is the scheme's own."""

    host: str
    path: str
    query: str
    fragment: str
    port: int | None = None

    def __str__(self) -> str:
        where = self.host if self.port is None else f"{self.host}:{self.port}"
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"https://{where}{self.path}{query}{fragment}"

    def field(self, *names: str) -> str:
        """The first of these fields of the query (names in lower case), decoded; "" if there is none."""
        found = self.fields()
        return next((found[name] for name in names if found.get(name)), "")

    def fields(self) -> dict[str, str]:
        try:
            pairs = parse_qsl(self.query, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return {}
        return {name.lower(): value for name, value in reversed(pairs)}

    @property
    def segments(self) -> tuple[str, ...]:
        """The path's parts, decoded once."""
        return tuple(unquote(part) for part in self.path.split("/") if part)


def web_address(written: str) -> WebAddress | None:
    """An http or https address; None for anything else, for credentials, and for hosts that are not plain ASCII names
    (punycode too: no service here needs it, every imitation does). http is read as https."""
    if len(written) > LONGEST or not _ALLOWED.fullmatch(written) or "\\" in written:
        return None
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".")
    if scheme not in ("http", "https") or "@" in parts.netloc or not is_plain_host(host):
        return None
    if any(part in (".", "..") for part in unquote(parts.path).split("/")):
        return None  # a browser would go elsewhere than the path reads
    if port in (None, 443) or (scheme == "http" and port == 80):
        port = None
    return WebAddress(host, parts.path or "/", parts.query, parts.fragment, port)


def is_plain_host(host: str) -> bool:
    return bool(_HOST.fullmatch(host)) and "xn--" not in host


def is_below(host: str, *domains: str) -> bool:
    """Whether ``host`` is one of ``domains`` or stands below one."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)

"""Where a link in a mail really leads, and whether its words pretend something else. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urlsplit

_HOST_IN_WORDS = re.compile(
    r"(?:https?://)?(?:[^\s/@]{1,64}@)?((?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,24})(?=[:/?#\s)\]}>.,;”\"']|$)",
    re.IGNORECASE,
)
_MOST_LOOKED_AT = 500
_NOT_A_HOST = {"doc", "docx", "xls", "xlsx", "pdf", "ppt", "pptx", "zip", "rar", "txt", "jpg", "png", "rtf", "eml"}


@dataclass(frozen=True, slots=True)
class Destination:
    """``host`` in the letters that are really sent (punycode), ``pretended`` the other host its words name, if any."""

    url: str
    scheme: str
    host: str
    pretended: str | None = None

    @property
    def is_mail(self) -> bool:
        return self.scheme == "mailto"


def destination(url: str, words: str = "") -> Destination | None:
    """Where ``url`` leads; None if it may not be followed at all (only http, https and mailto may)."""
    url = url.strip()
    if len(url) > 4000 or any(unicodedata.category(letter) in ("Cc", "Cf") for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme == "mailto":
        return Destination(url, scheme, unquote(parts.path).rpartition("@")[2])
    if scheme not in ("http", "https") or not host or "\\" in parts.netloc:
        return None
    host = _punycode(host)
    return Destination(url, scheme, host, pretended_host(words, host))


def pretended_host(words: str, host: str) -> str | None:
    """The host that ``words`` name when it is neither ``host`` nor a parent of it."""
    for match in _HOST_IN_WORDS.finditer(words[:2000]):
        named = _punycode(match.group(1).lower())
        if named.rpartition(".")[2] in _NOT_A_HOST:
            continue
        plain = named.removeprefix("www.")
        if host != named and host != plain and not host.endswith("." + plain):
            return match.group(1)
    return None


def false_links(links: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Of (address, words): the host each false one names and the one it leads to, each pair once, in order."""
    found: dict[tuple[str, str], None] = {}
    for url, words in islice(links, _MOST_LOOKED_AT):
        where = destination(url, words)
        if where is not None and where.pretended is not None:
            found[where.pretended.lower(), where.host] = None
    return tuple(found)


def _punycode(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()

"""Undoes what mail gateways put around links (SafeLinks, Proofpoint, Barracuda …), without asking anybody.

The forms: Microsoft's and Barracuda's documented query fields; Proofpoint's published decoder (v1, v2, v3).
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote

from .web_address import LONGEST, WebAddress, is_below, web_address

DEEPEST = 8
_SAFELINKS = (
    "safelinks.protection.outlook.com",
    "safelinks.protection.office365.us",
    "safelinks.protection.partner.outlook.cn",
)
_GOOGLE = re.compile(r"(?:www\.)?google\.(?:com|com\.vn|vn)")
_V3 = re.compile(r"/v3/__(.+?)__;([A-Za-z0-9_=-]*)!", re.DOTALL)
_V3_GAP = re.compile(r"\*(\*.)?")
# "**A" stands for a run of 2, "**B" for 3, … of characters taken out (Proofpoint's own table).
_RUNS = {
    letter: number
    for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 2)
}


def unwrapped(written: str) -> str:
    """The innermost target; ``written`` itself where nothing is wrapped. Bounded in depth and length."""
    for _ in range(DEEPEST):
        inner = _once(written)
        if inner is None or inner == written or len(inner) > LONGEST:
            return written
        written = inner
    return ""  # nobody wraps this often; what is inside is not looked for any further


def is_wrapper(written: str) -> bool:
    return _once(written) is not None


def _once(written: str) -> str | None:
    address = web_address(written)
    if address is None:
        return None
    found = _target(address, written)
    if not found:
        return None
    return re.sub(r"^(https?):/(?=[^/])", r"\1://", found.strip(), count=1, flags=re.IGNORECASE)


def _target(address: WebAddress, written: str) -> str:
    host, path = address.host, address.path.lower()
    if is_below(host, *_SAFELINKS):
        return address.field("url")
    if is_below(host, "statics.teams.cdn.office.net") and "safelinks" in path:
        return address.field("url")
    if _GOOGLE.fullmatch(host) and path == "/url":
        return address.field("q", "url")
    if is_below(host, "urldefense.proofpoint.com", "urldefense.com", "urldefense.us"):
        return _proofpoint(address, written)
    if is_below(host, "linkprotect.cudasvc.com"):
        return address.field("a")
    if is_below(host, "protection.sophos.com"):
        return _from_base64(address.field("u"))
    if is_below(host, "secure-web.cisco.com"):
        last = address.path.rpartition("/")[2]
        return unquote(last) if last.lower().startswith(("http%3a", "https%3a")) else ""
    if is_below(host, "clicktime.symantec.com", "clicktime.cloud.postoffice.net", "protect2.fireeye.com"):
        return address.field("u")
    if is_below(host, "trendmicro.com") and "/clicktime/" in path:
        return address.field("url")
    if host in ("l.facebook.com", "lm.facebook.com", "l.messenger.com") and path == "/l.php":
        return address.field("u")
    if is_below(host, "linkedin.com") and path.startswith(("/redir/", "/safety/go")):
        return address.field("url")
    if is_below(host, "teams.microsoft.com", "teams.live.com") and path.startswith("/dl/launcher/"):
        return _launched(address)
    if is_below(host, "teams.microsoft.com", "teams.live.com") and address.fragment.startswith("/l/meetup-join/"):
        return f"https://{host}{address.fragment}"
    return ""


def _launched(address: WebAddress) -> str:
    """Teams' page between browser and program: url=/_#/l/meetup-join/…"""
    inner = re.sub(r"^/_#", "", address.field("url"))
    return f"https://{address.host}{inner}" if inner.startswith(("/l/", "/meet/")) else ""


def _proofpoint(address: WebAddress, written: str) -> str:
    path = address.path
    if path.startswith("/v1/"):
        return address.field("u")
    if path.startswith("/v2/"):
        return unquote(address.field("u").replace("-", "%").replace("_", "/"))
    match = _V3.search(written)
    if match is None:
        return ""
    taken = _from_base64(match[2])
    place = 0

    def put_back(gap: re.Match[str]) -> str:
        nonlocal place
        count = _RUNS.get(gap[1][1:], 0) if gap[1] else 1
        run = taken[place : place + count]
        place += count
        return run

    return _V3_GAP.sub(put_back, unquote(match[1]))


def _from_base64(text: str) -> str:
    text = text.replace("+", "-").replace(" ", "-").replace("/", "_").rstrip("=")
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""

"""The way out: which proxy, if any, stands between this PC and the mailbox server. Used by `protocol`, and for the
pictures of mails.

What the system says counts (its settings, its PAC file), unless the profile names something else. WPAD is not asked:
whoever answers first in a foreign network would choose the way of our passwords.
"""

from __future__ import annotations

import logging
import threading
import time
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

import requests
from pypac.api import get_pac
from pypac.parser import MalformedPacError, PACFile
from pypac.resolver import ProxyConfigExhaustedError, ProxyResolver

_log = logging.getLogger(__name__)

SYSTEM, NONE, PAC = "system", "none", "pac+"
_ASK_AGAIN_AFTER = 300.0
"""Seconds. A laptop changes its network."""
_PAC_SECONDS = 5.0
_MOST_HOSTS = 500
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class ProxyFinder:
    """``wish`` is the profile's: ``system``, ``none``, ``http://proxy:3128`` or ``pac+https://…/proxy.pac``."""

    def __init__(self, wish: str) -> None:
        self._wish = wish
        self._lock = threading.Lock()
        self._asked_at = -_ASK_AGAIN_AFTER
        self._found: dict[tuple[str, str], dict[str, str]] = {}
        self._pac: PACFile | None = None
        self._has_read_pac = False

    def proxies_for(self, url: str) -> dict[str, str]:
        """In the form of `requests`: by scheme, empty for the straight way. What cannot be found out is straight."""
        parts = urlsplit(url)
        asked = (parts.scheme, parts.hostname or "")
        with self._lock:
            if time.monotonic() - self._asked_at >= _ASK_AGAIN_AFTER or len(self._found) >= _MOST_HOSTS:
                self._found.clear()
                self._has_read_pac = False
                self._asked_at = time.monotonic()
            if asked not in self._found:
                self._found[asked] = self._find(url)
            return dict(self._found[asked])

    def _find(self, url: str) -> dict[str, str]:
        if self._wish == NONE:
            return {}
        if self._wish.startswith(PAC):
            return _by_pac(self._pac_file(lambda: _read_pac(self._wish.removeprefix(PAC))), url)
        if self._wish != SYSTEM:
            return {"http": self._wish, "https": self._wish}
        host = urlsplit(url).hostname or ""
        if host in _LOOPBACK:
            return {}
        if (pac := self._pac_file(_system_pac)) is not None:
            return _by_pac(pac, url)
        if urllib.request.proxy_bypass(host):
            return {}
        named = urllib.request.getproxies()
        return {scheme: named[scheme] for scheme in ("http", "https") if scheme in named}

    def _pac_file(self, read: Callable[[], PACFile | None]) -> PACFile | None:
        if not self._has_read_pac:
            self._pac, self._has_read_pac = read(), True
        return self._pac


def _system_pac() -> PACFile | None:
    """Of the system's own settings (Windows: AutoConfigURL; macOS likewise), never by DNS."""
    try:
        return get_pac(from_os_settings=True, from_dns=False, timeout=_PAC_SECONDS)
    except (MalformedPacError, requests.RequestException, OSError) as error:
        _log.warning("the system's PAC file cannot be used: %s", type(error).__name__)
        return None


def _read_pac(address: str) -> PACFile | None:
    try:
        return get_pac(url=address, from_os_settings=False, from_dns=False, timeout=_PAC_SECONDS)
    except (MalformedPacError, requests.RequestException, OSError) as error:
        _log.warning("the profile's PAC file cannot be used: %s", type(error).__name__)
        return None


def _by_pac(pac: PACFile | None, url: str) -> dict[str, str]:
    if pac is None:
        return {}
    try:
        found = ProxyResolver(pac).get_proxy_for_requests(url)
    except (ProxyConfigExhaustedError, MalformedPacError, ValueError) as error:
        _log.warning("the PAC file gives no way: %s", type(error).__name__)
        return {}
    return {scheme: proxy for scheme, proxy in found.items() if proxy and proxy != "DIRECT"}

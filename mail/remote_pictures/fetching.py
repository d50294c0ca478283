"""Fetches pictures from strangers' servers: the one place of this program that does, and only when she said so.

Nothing of her goes along: no cookie, no referrer, no name of the program. The address a name leads to is looked up
once, checked, and connected to: a name that leads into the ministry's own network leads nowhere.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ..remote_addresses import remote_address
from .kinds import picture_kind

MOST_PICTURES = 60
MOST_BYTES = 4_000_000
MOST_BYTES_IN_ALL = 7_500_000
"""An answer to the window holds 8 MB."""
MOST_REDIRECTS = 3
SECONDS = 10.0
"""For one picture, redirects included."""
SECONDS_IN_ALL = 25.0
_AT_ONCE = 6
_SILENCE = 5.0
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "Mozilla/5.0",
    "Accept": "image/png,image/jpeg,image/gif,image/webp",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class FetchedPictures:
    """``pictures``: (address, media type, content). ``missing`` counts those that did not come; ``is_offline`` when
    nothing came because there is no way out."""

    pictures: tuple[tuple[str, str, bytes], ...] = ()
    missing: int = 0
    is_offline: bool = False


class _Refused(Exception):
    """Not fetched, for a reason that is nobody's fault of the network."""


class PictureFetcher:
    """``own_hosts`` are ``host`` or ``host:port`` that may be asked though in a private network: the profile's. There,
    and only there, the ministry's ``ca_file`` is trusted besides the system's authorities. ``proxies_for`` gives the
    way out to a URL, by scheme; the mail's own. Thread-safe; blocking."""

    def __init__(
        self,
        own_hosts: Sequence[str] = (),
        context: ssl.SSLContext | None = None,
        *,
        ca_file: Path | None = None,
        proxies_for: Callable[[str], dict[str, str]] = lambda url: {},
    ) -> None:
        self._own_hosts = frozenset(host.lower() for host in own_hosts)
        self._context, self._ca_file, self._proxies_for = context, ca_file, proxies_for

    def fetch(self, addresses: Sequence[str]) -> FetchedPictures:
        """The pictures at ``addresses`` (as `remote_address` gives them), as many as come. Never raises."""
        wanted = list(dict.fromkeys(addresses))[:MOST_PICTURES]
        trust = _Trust(self._context or ssl.create_default_context(), self._own_context())
        ends = time.monotonic() + SECONDS_IN_ALL
        unreachable = 0
        found: list[tuple[str, str, bytes]] = []
        room = MOST_BYTES_IN_ALL
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="pictures") as pool:
            for address, task in [(one, pool.submit(self._fetch, one, trust, ends)) for one in wanted]:
                try:
                    content = task.result()
                except _Refused:
                    continue
                except (OSError, http.client.HTTPException, ValueError):
                    unreachable += 1
                    continue
                kind = picture_kind(content)
                if kind is not None and len(content) <= room:
                    room -= len(content)
                    found.append((address, kind[0], content))
        return FetchedPictures(tuple(found), len(addresses) - len(found), bool(wanted) and unreachable == len(wanted))

    def _fetch(self, address: str, trust: _Trust, ends: float) -> bytes:
        ends = min(ends, time.monotonic() + SECONDS)
        for _ in range(MOST_REDIRECTS + 1):
            checked = remote_address(address)
            if checked is None:
                raise _Refused
            answer = self._ask(checked, trust, ends)
            if isinstance(answer, bytes):
                return answer
            address = urljoin(checked, answer)
            if urlsplit(address).scheme != "https":
                raise _Refused  # out of encryption there is no way back
        raise _Refused

    def _ask(self, address: str, trust: _Trust, ends: float) -> bytes | str:
        """The content, or where else it is said to be."""
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or 443
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        context = trust.own if trust.own is not None and self._is_own(host, port) else trust.strangers
        with _connected(self._way_to(host, port, min(left, _SILENCE)), host, context) as secured:
            connection = http.client.HTTPConnection(host, port)
            connection.sock = secured
            target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            connection.request("GET", target, headers={"Host": parts.netloc, **_HEADERS})
            response = connection.getresponse()
            if response.status in _REDIRECTS:
                return response.getheader("Location") or ""
            if response.status != 200 or response.getheader("Content-Encoding", "identity") != "identity":
                raise _Refused
            if int(response.getheader("Content-Length") or 0) > MOST_BYTES:
                raise _Refused
            content = bytearray()
            while chunk := response.read1(_CHUNK):
                content += chunk
                if len(content) > MOST_BYTES or time.monotonic() > ends:
                    raise _Refused
            return bytes(content)

    def _is_own(self, host: str, port: int) -> bool:
        return host in self._own_hosts or f"{host}:{port}" in self._own_hosts

    def _own_context(self) -> ssl.SSLContext | None:
        if self._ca_file is None or not self._own_hosts:
            return None
        context = ssl.create_default_context()
        try:
            context.load_verify_locations(cafile=str(self._ca_file))
        except OSError:  # the sync says that the profile's file cannot be read
            return None
        return context

    def _way_to(self, host: str, port: int, patience: float) -> socket.socket:
        """A connection to ``host``: straight to an address that was checked, or through the proxy of the mail."""
        is_own = self._is_own(host, port)
        proxy = urlsplit(
            self._proxies_for(f"https://[{host}]/" if ":" in host else f"https://{host}/").get("https", "")
        )
        if proxy.hostname:
            if not is_own and ("." not in host or _is_number(host)):  # what lies inside is not asked through it either
                raise _Refused
            if proxy.scheme != "http":
                raise OSError(f"no way through a proxy of the kind {proxy.scheme[:10]}")
            return _through(proxy.hostname, proxy.port or 8080, host, port, patience)
        for family, kind, protocol, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            if not is_own and not _is_public(str(place[0])):
                raise _Refused
            way = socket.socket(family, kind, protocol)
            way.settimeout(patience)
            try:
                way.connect(place)
            except BaseException:
                way.close()
                raise
            return way
        raise OSError("no address")


@dataclass(frozen=True, slots=True)
class _Trust:
    strangers: ssl.SSLContext
    own: ssl.SSLContext | None


def _connected(way: socket.socket, host: str, context: ssl.SSLContext) -> ssl.SSLSocket:
    try:
        return context.wrap_socket(way, server_hostname=host)
    except BaseException:
        way.close()
        raise


def _through(proxy: str, proxy_port: int, host: str, port: int, patience: float) -> socket.socket:
    tunnel = http.client.HTTPConnection(proxy, proxy_port, timeout=patience)
    tunnel.set_tunnel(host, port)
    tunnel.connect()
    assert isinstance(tunnel.sock, socket.socket)
    return tunnel.sock


def _is_public(place: str) -> bool:
    address = ipaddress.ip_address(place.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.lower().startswith("0x")
    return True

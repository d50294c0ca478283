"""HTTP as the feed needs it: GET only, one host, no redirects, every size and duration bounded."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, IncompleteRead, SSLError

from docs_archive.errors import FeedCertificateNotTrusted, FeedDamaged, FeedOffline, FeedServerError

from .answer import Answer

_CHUNK = 64 << 10
_SLOWEST = 4 << 10
"""Bytes per second below which a download is given up: a server that drips must not hold the sync for ever."""


class FeedHttp:
    """GETs below one base URL. Raises `FeedOffline`, `FeedServerError`, `FeedDamaged` and nothing of urllib3."""

    def __init__(self, base_url: str, *, timeout: float, ca_file: Path | None) -> None:
        self.base_url = checked_base(base_url)
        self.host = self.name = urlsplit(self.base_url).netloc
        self._timeout = timeout
        self._pool = urllib3.PoolManager(
            num_pools=1,
            retries=False,
            timeout=urllib3.Timeout(connect=timeout, read=timeout),
            headers={"User-Agent": "ban-cong-vu", "Accept-Encoding": "identity"},
            cert_reqs="CERT_REQUIRED",
            ca_certs=str(ca_file) if ca_file else None,
        )

    def get(self, path: str, max_length: int, headers: Mapping[str, str] | None = None) -> Answer:
        """A small file whole. 200 and 304 are answers, any other status is an error."""
        with self._open(self.base_url + path, headers) as response:
            if response.status not in {200, 304}:
                raise FeedServerError(response.status)
            body = bytearray()
            for chunk in self._chunks(response, path):
                body += chunk
                if len(body) > max_length:
                    raise FeedDamaged(path)
            return Answer(response.status, response.headers.get("ETag", ""), bytes(body))

    def stream(self, path: str) -> Iterator[bytes]:
        """Chunks of a file, for tuf, which bounds their sum."""
        with self._open(self.base_url + path, None) as response:
            if response.status != 200:
                raise FeedServerError(response.status)
            yield from self._chunks(response, path)

    def close(self) -> None:
        self._pool.clear()

    def _open(self, url: str, headers: Mapping[str, str] | None) -> urllib3.BaseHTTPResponse:
        merged = {**self._pool.headers, **(headers or {})}
        try:
            return self._pool.request("GET", url, headers=merged, preload_content=False, redirect=False)
        except (HTTPError, OSError) as error:
            raise self._offline(error) from error

    def _chunks(self, response: urllib3.BaseHTTPResponse, name: str) -> Iterator[bytes]:
        begun, received = time.monotonic(), 0
        try:
            while chunk := response.read1(_CHUNK, decode_content=False):
                received += len(chunk)
                yield chunk
                if time.monotonic() - begun > self._timeout + received / _SLOWEST:
                    raise FeedOffline(self.host)
        except (HTTPError, OSError) as error:
            if any(isinstance(each, IncompleteRead) for each in (error, *error.args)):
                raise FeedDamaged(name) from error
            raise self._offline(error) from error

    def _offline(self, error: BaseException) -> FeedOffline:
        if isinstance(error, SSLError):
            return FeedCertificateNotTrusted(self.host)
        return FeedOffline(self.host)


def checked_base(url: str) -> str:
    """The base URL, ending in "/". ValueError unless https, or http to this very machine."""
    parts = urlsplit(url)
    if not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(f"not the address of a feed: {url}")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname)):
        raise ValueError(f"a feed is read over https: {url}")
    return url if url.endswith("/") else url + "/"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

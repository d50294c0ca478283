"""Asks a portal as a guest should: robots.txt, one request a second, only what changed, only the profile's hosts."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "BanCongVu-publisher"
LARGEST_PAGE = 20 << 20
_LONGEST_ANSWER = 120.0
_TIMEOUT = 20.0
_MOST_REDIRECTS = 5
_LARGEST_ROBOTS = 500 << 10
_LONGEST_CRAWL_DELAY = 60.0
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class FetchError(Exception):
    """The page was not to be had; one phrase of why."""


class DisallowedError(FetchError):
    """robots.txt asks not to fetch it, or it lies outside the profile's hosts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``is_unchanged`` for 304; ``address`` is where redirects led; ``validators`` are ETag and Last-Modified."""

    address: str
    body: bytes
    validators: tuple[str, str]
    is_unchanged: bool = False


class Pace:
    """At most one request to a host in each ``interval`` seconds, however long its robots.txt asks at most a minute."""

    def __init__(
        self,
        interval: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._interval, self._clock, self._sleep = interval, clock, sleep
        self._next: dict[str, float] = {}

    def wait(self, host: str, delay: float = 0.0) -> None:
        now = self._clock()
        due = self._next.get(host, now)
        if due > now:
            self._sleep(due - now)
        self._next[host] = max(due, now) + max(self._interval, min(delay, _LONGEST_CRAWL_DELAY))


class PoliteFetcher:
    """``hosts`` are the profile's: "vbpl.vn", or "127.0.0.1:8080" for a test, the only ones where http may do."""

    def __init__(self, hosts: Iterable[str], pace: Pace | None = None, timeout: float = _TIMEOUT) -> None:
        self._hosts = frozenset(hosts)
        self._pace = pace or Pace()
        self._timeout = timeout
        self._robots: dict[str, RobotFileParser | FetchError] = {}
        self._outside = urllib.request.build_opener(_NoRedirect())
        self._inside = urllib.request.build_opener(_NoRedirect(), urllib.request.ProxyHandler({}))

    def fetch(self, address: str, validators: tuple[str, str] = ("", "")) -> Answer:
        """Raises DisallowedError or FetchError; a 404 is a FetchError too."""
        for _ in range(_MOST_REDIRECTS):
            address = self._allowed(address)
            self._ask_robots(address)
            answer = self._get(address, validators, LARGEST_PAGE)
            if isinstance(answer, Answer):
                return answer
            address = urljoin(address, answer)
        raise FetchError("redirected without end")

    def _allowed(self, address: str) -> str:
        try:
            parts = urlsplit(address)
            host = parts.netloc.lower()
        except ValueError as error:
            raise DisallowedError("no address") from error
        if host not in self._hosts or "@" in host:
            raise DisallowedError(f"{host or 'no host'} is none of the profile's hosts")
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise DisallowedError("only https is asked")
        return quote(parts._replace(fragment="").geturl(), safe="%/:?=&;+,$@!*'()[]~#-._")

    def _ask_robots(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.netloc not in self._robots:
            self._robots[parts.netloc] = self._read_robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
        robots = self._robots[parts.netloc]
        if isinstance(robots, FetchError):
            raise robots
        if not robots.can_fetch(AGENT, address):
            raise DisallowedError("robots.txt asks not to fetch it")

    def _read_robots(self, address: str) -> RobotFileParser | FetchError:
        robots = RobotFileParser()
        try:
            answer = self._get(address, ("", ""), _LARGEST_ROBOTS)
        except _Status as error:
            if error.status >= 500:
                return FetchError(f"robots.txt cannot be read ({error.status})")
            robots.parse(["User-agent: *", "Disallow: /" if error.status in (401, 403) else "Disallow:"])
            return robots
        except FetchError as error:
            return FetchError(f"robots.txt cannot be read: {error}")
        lines = answer.body.decode("utf-8", "replace").splitlines() if isinstance(answer, Answer) else []
        robots.parse(lines)
        return robots

    def _get(self, address: str, validators: tuple[str, str], largest: int) -> Answer | str:
        """The answer, or where it sends us."""
        parts = urlsplit(address)
        robots = self._robots.get(parts.netloc)
        delay = robots.crawl_delay(AGENT) if isinstance(robots, RobotFileParser) else None
        self._pace.wait(parts.netloc, float(delay or 0))
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        request = urllib.request.Request(address, headers=headers)  # noqa: S310 (`_allowed`: https, or http to loopback)
        for name, value in zip(("If-None-Match", "If-Modified-Since"), validators, strict=True):
            if value:
                request.add_header(name, value)
        opener = self._inside if parts.hostname in _LOOPBACK else self._outside
        try:
            with opener.open(request, timeout=self._timeout) as response:
                found = (response.headers.get("ETag") or "", response.headers.get("Last-Modified") or "")
                return Answer(address, _body(response, largest), found)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 304:
                    return Answer(address, b"", validators, is_unchanged=True)
                target = error.headers.get("Location")
                if error.code in (301, 302, 303, 307, 308) and target:
                    return target
                raise _Status(error.code) from error
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            raise FetchError(f"no answer: {getattr(error, 'reason', error)}") from error


class _Status(FetchError):
    def __init__(self, status: int) -> None:
        super().__init__(f"answered {status}")
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def _body(response: http.client.HTTPResponse, largest: int) -> bytes:
    """At most ``largest`` bytes in at most two minutes, however slowly they drip."""
    until = time.monotonic() + _LONGEST_ANSWER
    chunks, size = [], 0
    while chunk := response.read1(1 << 16):
        size += len(chunk)
        if size > largest:
            raise FetchError(f"larger than {largest >> 10} kB")
        if time.monotonic() > until:
            raise FetchError("the answer took too long")
        chunks.append(chunk)
    if (said := response.headers.get("Content-Length")) and said.isdigit() and int(said) != size:
        raise FetchError("the answer was cut off")
    return b"".join(chunks)

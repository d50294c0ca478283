"""The fetcher as a portal meets it: a real server on loopback, a clock of the test's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docs_archive.publisher.portal_reading import polite_fetching
from docs_archive.publisher.portal_reading.polite_fetching import DisallowedError, FetchError, Pace, PoliteFetcher
from tests.docs_archive.publisher.portal_reading.portal_server import PortalServer


@pytest.fixture
def portal() -> Iterator[PortalServer]:
    with PortalServer() as portal:
        yield portal


class Clock:
    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetcher(portal: PortalServer) -> PoliteFetcher:
    return PoliteFetcher([portal.host], Pace(0.0), timeout=5.0)


def test_one_request_a_second_to_each_host() -> None:
    clock = Clock()
    pace = Pace(1.0, lambda: clock.now, clock.sleep)
    for host in ("a", "b", "a", "b", "a"):
        pace.wait(host)
    assert clock.slept == [1.0, 1.0]
    clock.now += 0.75
    pace.wait("a")
    assert clock.slept[2:] == [0.25]
    clock.now += 10
    pace.wait("a")
    assert len(clock.slept) == 3


def test_the_fetcher_keeps_the_pace_and_a_crawl_delay(portal: PortalServer) -> None:
    portal.pages.update({"/robots.txt": b"User-agent: *\nCrawl-delay: 7\nDisallow: /x", "/a": b"1", "/b": b"2"})
    clock = Clock()
    polite = PoliteFetcher([portal.host], Pace(1.0, lambda: clock.now, clock.sleep), timeout=5.0)
    polite.fetch(portal.url("/a"))
    polite.fetch(portal.url("/b"))
    assert clock.slept == [1.0, 7.0]


def test_robots_are_asked_once_and_obeyed(portal: PortalServer) -> None:
    portal.pages.update({"/robots.txt": b"User-agent: *\nDisallow: /api/", "/api/doc/1": b"x", "/a": b"y"})
    polite = fetcher(portal)
    assert polite.fetch(portal.url("/a")).body == b"y"
    with pytest.raises(DisallowedError, match=r"robots\.txt"):
        polite.fetch(portal.url("/api/doc/1"))
    assert [path for path, _ in portal.requests] == ["/robots.txt", "/a"]


@pytest.mark.parametrize(("status", "error"), [(401, DisallowedError), (403, DisallowedError), (500, FetchError)])
def test_robots_that_are_refused_or_broken_allow_nothing(
    portal: PortalServer, status: int, error: type[Exception]
) -> None:
    portal.pages.update({"/robots.txt": status, "/a": b"y"})
    with pytest.raises(error):
        fetcher(portal).fetch(portal.url("/a"))
    assert portal.asked() == []


def test_what_has_not_changed_is_not_sent_again(portal: PortalServer) -> None:
    portal.pages["/a"] = b"one"
    polite = fetcher(portal)
    first = polite.fetch(portal.url("/a"))
    assert polite.fetch(portal.url("/a"), first.validators).is_unchanged
    portal.pages["/a"] = b"two"
    assert polite.fetch(portal.url("/a"), first.validators).body == b"two"


def test_redirects_are_followed_on_the_profiles_hosts_only(portal: PortalServer) -> None:
    with PortalServer({"/secret": b"x"}) as other:
        portal.pages.update(
            {"/a": "/b", "/b": b"y", "/c": other.url("/secret"), "/d": "/d", "/e": "file:///etc/passwd"}
        )
        polite = fetcher(portal)
        assert polite.fetch(portal.url("/a")).address == portal.url("/b")
        for path in ("/c", "/e"):
            with pytest.raises(DisallowedError):
                polite.fetch(portal.url(path))
        with pytest.raises(FetchError, match="without end"):
            polite.fetch(portal.url("/d"))
        assert other.requests == []


@pytest.mark.parametrize(
    "address",
    ["http://vbpl.vn/a", "https://evil.vn/a", "https://x@vbpl.vn/a", "ftp://vbpl.vn/", "https://[", "file:///a"],
)
def test_only_https_to_the_profiles_hosts(address: str) -> None:
    with pytest.raises(DisallowedError):
        PoliteFetcher(["vbpl.vn"], Pace(0.0)).fetch(address)


def test_an_answer_is_bounded(portal: PortalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    portal.pages["/a"] = b"x" * 5000
    monkeypatch.setattr(polite_fetching, "LARGEST_PAGE", 4096)
    with pytest.raises(FetchError, match="larger"):
        fetcher(portal).fetch(portal.url("/a"))


def test_a_closed_door_and_a_404_are_said(portal: PortalServer) -> None:
    with pytest.raises(FetchError, match="404"):
        fetcher(portal).fetch(portal.url("/none"))
    gone = PortalServer()
    with gone:
        address = gone.url("/a")
        polite = fetcher(gone)
    with pytest.raises(FetchError, match=r"no answer|cannot be read"):
        polite.fetch(address)

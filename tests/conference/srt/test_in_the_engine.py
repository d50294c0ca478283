"""The demo ministry's SRT site on the real engine, read by our own source."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conference import AddressScheme, RefusalReason, Site, SiteId
from conference.model import MediaEvent, MediaEventKind, SiteCredentials
from conference.srt import LineMemory, srt_sources
from conference.vlc import VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite
from tests.desktop.demo_sites.picture_number import age, picture_number
from tests.waiting import eventually

from .listener import SrtListener
from .made_stream import made_stream

SITE = SiteId("haiha")


class Screen:
    def __init__(self, credentials: SiteCredentials | None = None) -> None:
        self.not_taken: list[SiteId] = []
        sources = {AddressScheme.SRT: srt_sources(LineMemory())}
        self.engine = VlcMediaEngine(
            audio_output="adummy", sources=sources, secrets=lambda site: credentials, not_taken=self._hear
        )
        self.events: list[MediaEvent] = []
        self._serial = 0

    def _hear(self, site: Site) -> None:
        self.not_taken.append(site.id)

    def open(self, address: str) -> None:
        self.engine.open(Site(SITE, "Hải Hà", address), (320, 180))

    def heard(self) -> list[MediaEvent]:
        while (event := self.engine.next_event(0)) is not None:
            self.events.append(event)
        return self.events

    def refusal(self) -> RefusalReason | None:
        return next((event.reason for event in self.heard() if event.kind is MediaEventKind.REFUSED), None)

    def fresh_picture(self, at_most: float = 3.0) -> bool:
        self.heard()
        frame = self.engine.newest_frame(SITE, self._serial)
        if frame is None:
            return False
        self._serial = frame.serial
        number = picture_number(frame)
        return number is not None and age(number) < at_most


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.engine.close_all()


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    site = DemoSite("haiha", "Hải Hà", "srt")
    site._launch()
    site._wait_until_ready()
    yield site
    site._end()


def test_the_picture_comes_and_the_line_is_told(screen: Screen, site: DemoSite) -> None:
    screen.open(site.address)
    eventually(screen.fresh_picture)
    told = eventually(lambda: next((one.line for one in screen.heard() if _is_told(one)), None))
    assert told is not None and told.round_trip is not None and told.round_trip < 100


def _is_told(event: MediaEvent) -> bool:
    return event.line is not None and event.line.round_trip is not None and event.line.bits_per_second > 0


@pytest.mark.parametrize("how", ["packets", "server"])
def test_it_comes_back_by_itself_in_the_same_player(screen: Screen, site: DemoSite, how: str) -> None:
    screen.open(site.address)
    eventually(screen.fresh_picture)
    site.cut(how)  # type: ignore[arg-type]
    eventually(lambda: not screen.fresh_picture())
    site.restore()
    eventually(screen.fresh_picture)
    kinds = [event.kind for event in screen.heard()]
    assert MediaEventKind.ENDED not in kinds and MediaEventKind.FAILED not in kinds


def test_a_wrong_passphrase_is_a_refusal_and_the_right_one_shows_the_picture() -> None:
    with SrtListener("mật khẩu đúng rồi", made_stream()) as listener:
        for passphrase in ("mật khẩu sai rồi", "mật khẩu đúng rồi"):
            screen = Screen(SiteCredentials(passphrase=passphrase))
            try:
                screen.open(listener.address)
                if "sai" in passphrase:
                    assert eventually(screen.refusal) is RefusalReason.WRONG_PASSPHRASE
                    assert eventually(lambda: screen.not_taken) == [SITE]  # noqa: B023
                else:
                    eventually(lambda: screen.heard() and screen.engine.newest_frame(SITE))  # noqa: B023
                    assert not screen.not_taken
            finally:
                screen.engine.close_all()

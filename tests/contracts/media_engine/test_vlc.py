"""The contract of the media engine, on libVLC and PyAV with the demo ministry's real streams."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator

import av
import pytest

from conference import AddressScheme, LineHealth, MediaEventKind, RefusalReason, Site, SiteCredentials, SiteId
from conference.stream_source import SourceOrder
from conference.vlc import PlayerSettings, VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite, DemoSites
from tests.waiting import eventually

from .suite import MediaEngineContract, World, wait_for_event, wait_for_frame


@pytest.fixture(scope="module")
def demo_sites() -> Iterator[DemoSites]:
    with DemoSites() as sites:
        yield sites


class TestVlcMediaEngine(MediaEngineContract):
    @pytest.fixture(params=["rtsp first", "srt first"])
    def world(self, demo_sites: DemoSites, request: pytest.FixtureRequest) -> Iterator[World]:
        order = [demo_sites.north, demo_sites.south]
        if request.param == "srt first":
            order.reverse()
        by_id = {SiteId(one.id): one for one in order}
        north, south = (_site(one) for one in order)
        engine = VlcMediaEngine(PlayerSettings(answer_within=1.5), audio_output="adummy")
        scheme, _, rest = north.address.partition("://")
        nobody = Site(SiteId("ai"), "Không ai", f"{scheme}://127.0.0.1:9{'/hop' if '/' in rest else ''}")
        yield World(
            engine,
            north,
            south,
            nobody,
            cut=lambda site: by_id[site.id].cut("packets"),
            restore=lambda site: by_id[site.id].restore(),
            end=lambda site: by_id[site.id].cut("server"),
            tells_its_end=scheme == "rtsp",
        )
        engine.close_all()
        for one in order:
            one.restore()


def _site(one: DemoSite) -> Site:
    return Site(SiteId(one.id), one.name, one.address)


def test_a_tap_gets_what_the_player_gets_and_the_picture_goes_on(demo_sites: DemoSites) -> None:
    engine = VlcMediaEngine(audio_output="adummy")
    got: list[bytes] = []
    try:
        site = _site(demo_sites.north)
        engine.tap(site.id, got.append)
        engine.open(site, (320, 180))
        serial = wait_for_frame(engine, site.id).serial
        eventually(lambda: sum(map(len, got)) > 150_000)
        engine.tap(site.id, None)
        assert wait_for_frame(engine, site.id, serial).serial > serial
    finally:
        engine.close_all()
    with av.open(io.BytesIO(b"".join(got)), format="mpegts") as recorded:
        assert {stream.type for stream in recorded.streams} == {"video", "audio"}
        first = next(recorded.decode(recorded.streams.video[0]))
    assert first.key_frame


def test_another_source_may_bring_a_scheme_and_gets_its_credentials(demo_sites: DemoSites) -> None:
    """As the joined-in SRT source does; this one is refused at once."""
    orders: list[SourceOrder] = []

    class RefusedSource:
        def __init__(self, order: SourceOrder) -> None:
            self.refusal: RefusalReason | None = None
            self.ended = threading.Event()
            self.bytes_read = 0
            self._order = order

        def start(self) -> None:
            orders.append(self._order)
            self.refusal = RefusalReason.WRONG_PASSPHRASE
            self.ended.set()

        def close(self) -> None:
            self.ended.set()

        def line(self) -> LineHealth | None:
            return LineHealth(0.0, round_trip=20.0)

    secrets = {"haiha": SiteCredentials(passphrase="mười-hai-ký-tự")}
    engine = VlcMediaEngine(
        audio_output="adummy",
        sources={AddressScheme.SRT: RefusedSource},
        secrets=lambda site: secrets.get(site.id),
    )
    try:
        engine.open(_site(demo_sites.south), (320, 180))
        event, _ = wait_for_event(engine, lambda event: event.kind is MediaEventKind.REFUSED)
    finally:
        engine.close_all()
    assert event.reason is RefusalReason.WRONG_PASSPHRASE
    [order] = orders
    assert order.credentials is not None and order.credentials.passphrase == "mười-hai-ký-tự"
    assert "mười" not in repr(order)

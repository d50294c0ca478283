"""The contract of the media engine, on libVLC and PyAV with the demo ministry's real streams."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conference import Site, SiteId
from conference.vlc import PlayerSettings, VlcMediaEngine
from desktop.demo_ministry.sites import DemoSite, DemoSites

from .suite import MediaEngineContract, World


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

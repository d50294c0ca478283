"""The contract of the media engine, on the fake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from conference import RefusalReason, Site, SiteId
from tests.conference.fake_engine import FakeMediaEngine

from .suite import MediaEngineContract, World

NORTH = Site(SiteId("bo"), "Điểm cầu Bộ", "rtsp://bo.example/hop")
SOUTH = Site(SiteId("haiha"), "Điểm cầu tỉnh Hải Hà", "srt://haiha.example:9000")
NOBODY = Site(SiteId("ai"), "Không ai", "rtsp://khong.example/hop")


class TestFakeMediaEngine(MediaEngineContract):
    @pytest.fixture
    def world(self) -> Iterator[World]:
        engine = FakeMediaEngine()
        engine.refuse(NOBODY.id, RefusalReason.NO_ANSWER)
        yield World(
            engine,
            NORTH,
            SOUTH,
            NOBODY,
            cut=lambda site: engine.stand_still(site.id),
            restore=lambda site: engine.move_again(site.id),
            end=lambda site: engine.end(site.id),
        )
        engine.close_all()

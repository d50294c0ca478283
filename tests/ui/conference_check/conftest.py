"""A desk whose check and launcher run on the fake engine: the real check, the real words, no streams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from conference import Conference, ConferenceCheck, ConferenceLauncher, Site, SiteId
from conference.checking.check import CheckTimes
from conference.checking.judging import StreamContent
from conference.checking.stream_tally import WatchTimes
from conference.checking.thresholds import Thresholds
from tests.conference.fake_engine import FakeMediaEngine
from tests.ui.desk_builder import build_tools, close_tools
from ui.page_tools import PageTools

CONFERENCE = Conference(
    "Họp giao ban trực tuyến Bộ – tỉnh Hải Hà",
    (
        Site(SiteId("bo"), "Điểm cầu Bộ (Hà Nội)", "rtsp://127.0.0.1:9/bo"),
        Site(SiteId("haiha"), "Điểm cầu tỉnh Hải Hà", "srt://127.0.0.1:9"),
    ),
)
"""Nobody serves at port 9; the fake engine shows pictures all the same."""
PATIENT = replace(Thresholds(), stall_amber=20, stall_red=25, rate_amber=1, rate_red=0.1, picture_late=20)
QUICK = CheckTimes(all_within=60, watching=WatchTimes(first_picture_within=10, watch_for=0.2, settles_within=0.1))


@pytest.fixture
def engine() -> FakeMediaEngine:
    return FakeMediaEngine()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, engine: FakeMediaEngine) -> Iterator[PageTools]:
    content = StreamContent("h264", 1280, 720, "aac", 1.0, -30.0, -10.0)
    check = ConferenceCheck(engine, lambda clip: content, tmp_path, thresholds=PATIENT, times=QUICK)
    tools = build_tools(tmp_path, make_launcher=lambda: ConferenceLauncher(engine), conferences=(CONFERENCE,))
    tools = replace(tools, desk=replace(tools.desk, make_check=lambda: check))
    yield tools
    close_tools(tools)


@pytest.fixture
def desk_window(qapp: QApplication) -> QWidget:
    window = QWidget()
    window.show()
    return window

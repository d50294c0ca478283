"""Finding libsrt, and what is left where it is not."""

from __future__ import annotations

import ctypes

import pytest

from conference import AddressScheme, Site, SiteId, parse_site_address
from conference.srt import LineMemory, SrtMissing, SrtSender, srt_library, srt_sources
from conference.vlc import VlcMediaEngine
from tests.waiting import eventually

from .listener import SrtListener
from .made_stream import made_stream


@pytest.fixture
def without_libsrt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(srt_library, "_loaded", None)
    monkeypatch.setattr(srt_library, "_why_not", SrtMissing("libsrt not found"))


def test_the_version_is_told() -> None:
    told = srt_library.version()
    assert told is not None and told.startswith("1.")


def test_the_statistics_are_laid_out_as_in_the_librarys_header() -> None:
    """Sizes and places from srtcore/srt.h on a PC of 64 bits."""
    assert ctypes.sizeof(srt_library.Statistics) == 496
    assert srt_library.Statistics.msRTT.offset == 328
    assert srt_library.Statistics.pktRecvUniqueTotal.offset == 440


def test_without_libsrt_libvlc_reads_the_address_itself(without_libsrt: None) -> None:
    assert srt_library.version() is None
    with pytest.raises(SrtMissing):
        SrtSender(parse_site_address("srt://127.0.0.1:9"))
    with SrtListener(feed=made_stream()) as listener:
        engine = VlcMediaEngine(audio_output="adummy", sources={AddressScheme.SRT: srt_sources(LineMemory())})
        try:
            engine.open(Site(SiteId("a"), "", listener.address), (320, 180))
            eventually(lambda: engine.newest_frame(SiteId("a")))
        finally:
            engine.close_all()

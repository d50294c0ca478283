"""A PC without sound plays silently instead of trying its missing card many times a second."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conference.vlc.vlc_library import has_sound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asked on Linux only")


@pytest.fixture(autouse=True)
def no_sound_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))


def test_no_card_and_no_server_is_silence(tmp_path: Path) -> None:
    assert not has_sound(tmp_path)


def test_a_playback_device_is_sound(tmp_path: Path) -> None:
    device = tmp_path / "dev" / "snd" / "pcmC0D0p"
    device.parent.mkdir(parents=True)
    device.touch()

    assert has_sound(tmp_path)


def test_a_microphone_alone_is_none(tmp_path: Path) -> None:
    device = tmp_path / "dev" / "snd" / "pcmC0D0c"
    device.parent.mkdir(parents=True)
    device.touch()

    assert not has_sound(tmp_path)


def test_a_sound_server_is_sound(tmp_path: Path) -> None:
    server = tmp_path / "runtime" / "pulse" / "native"
    server.parent.mkdir(parents=True)
    server.touch()

    assert has_sound(tmp_path)

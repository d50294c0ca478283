"""Microphones of a real sound server: by their names, echo cancelled first, pulled out and plugged in again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from conference.publishing import Begin, Device, DeviceKind, Devices, DeviceTrouble, Level, Mute, OwnState, StateNow
from conference.publishing.child import av_devices, pulse
from desktop.bootstrap import publisher
from tests.waiting import eventually

pytestmark = pytest.mark.skipif(not shutil.which("pulseaudio"), reason="no sound server on this PC")


class SoundServer:
    """PulseAudio without hardware, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "pulse.sock"
        self._environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{self.socket}",
        }
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes", "--log-level=0"]
        command += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}"]
        command += ["-L", "module-null-sink sink_name=room"]
        self._process = subprocess.Popen(
            command,
            env={name: value for name, value in self._environment.items() if name != "PULSE_SERVER"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        eventually(lambda: self.socket.exists())

    def plug_in(self, name: str, description: str) -> str:
        """A source that hums."""
        arguments = [f"source_name={name}", f'source_properties=device.description="{description}"', "frequency=300"]
        return self._told("load-module", "module-sine-source", *arguments[:1], arguments[2])

    def plug_in_named(self, name: str, description: str) -> str:
        return self._told(
            "load-module",
            "module-remap-source",
            "master=room.monitor",
            f"source_name={name}",
            f"source_properties='device.description=\"{description}\"'",
        )

    def pull_out(self, module: str) -> None:
        self._told("unload-module", module)

    def _told(self, *words: str) -> str:
        said = subprocess.run(
            ["pactl", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return said.stdout.strip()

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    server = SoundServer(tmp_path)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    yield server
    server.stop()


def test_sources_are_listed_by_name_and_no_loudspeaker_among_them(server: SoundServer) -> None:
    server.plug_in_named("usb", "Mic USB phòng họp")
    server.plug_in_named("echo-cancel-source", "Mic USB (echo cancelled)")
    found = pulse.microphones()
    assert [one.name for one in found] == ["Mic USB (echo cancelled)", "Mic USB phòng họp"]
    assert [one.cancels_echo for one in found] == [True, False]


def test_without_a_server_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    with pytest.raises(pulse.NoPulse):
        pulse.microphones()
    assert all(one.kind is DeviceKind.MICROPHONE for one in av_devices.microphones())


def test_a_microphone_that_is_pulled_out_is_taken_again_when_it_is_back(server: SoundServer) -> None:
    heard: list[float] = []
    names: list[str] = []
    states = [OwnState()]
    desk = publisher()

    def look() -> OwnState:
        while (answer := desk.next_answer(0.02)) is not None:
            if isinstance(answer, Level):
                heard.append(answer.peak)
            elif isinstance(answer, Devices):
                names[:] = [one.id for one in answer.devices]
            elif isinstance(answer, StateNow):
                states.append(answer.state)
        return states[-1]

    module = server.plug_in("hum", "Mic")
    try:
        desk.begin(Begin(None, microphone="hum", camera_on=False))
        eventually(lambda: (look(), heard and heard[-1] > 0.1)[1])
        desk.ask(Mute(False))
        server.pull_out(module)
        eventually(lambda: look().microphone_trouble is DeviceTrouble.GONE)
        eventually(lambda: (look(), "hum" not in names)[1])
        server.plug_in("hum", "Mic")
        eventually(lambda: look().microphone_trouble is DeviceTrouble.NONE)
        heard.clear()
        eventually(lambda: (look(), heard and heard[-1] > 0.1)[1])
        eventually(lambda: (look(), "hum" in names)[1])
    finally:
        desk.close()


def test_cameras_are_listed_once_and_by_name(tmp_path: Path) -> None:
    for node, index, name in (
        ("video0", 0, "HD Webcam: HD Webcam"),
        ("video1", 1, "HD Webcam: HD Webcam"),
        ("video10", 0, "Máy ảnh phòng họp"),
        ("video2", 0, ""),
    ):
        (tmp_path / node).mkdir()
        (tmp_path / node / "index").write_text(f"{index}\n")
        (tmp_path / node / "name").write_text(f"{name}\n", encoding="utf-8")
    assert av_devices.cameras(tmp_path) == (
        Device("/dev/video0", DeviceKind.CAMERA, "HD Webcam"),
        Device("/dev/video2", DeviceKind.CAMERA, "video2"),
        Device("/dev/video10", DeviceKind.CAMERA, "Máy ảnh phòng họp"),
    )

"""A sound card that is none (PulseAudio's null sink) and an ear at it: when each tone is heard. Used by
`conference_load`."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_RATE = 48000
_LOUD = 3000
_NEEDED = ("pulseaudio", "parec")


def missing() -> str | None:
    return next((name for name in _NEEDED if shutil.which(name) is None), None)


class Ear:
    """Moments (`time.monotonic()`) at which silence ended."""

    def __init__(self) -> None:
        self.heard: list[float] = []

    def listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        quiet_since = 0.0
        while data := os.read(process.stdout.fileno(), 4096):
            now = time.monotonic()
            samples = array("h", data[: len(data) - len(data) % 2])
            for number, sample in enumerate(samples):
                if abs(sample) < _LOUD:
                    continue
                at = now - (len(samples) - number) / _RATE
                if at - quiet_since > 0.5:
                    self.heard.append(at)
                quiet_since = at


@contextmanager
def null_sound_card() -> Iterator[Ear]:
    """While it is open, libVLC in this process plays to it."""
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder, "native")
        own = {**os.environ, "XDG_RUNTIME_DIR": folder, "PULSE_SERVER": f"unix:{socket}", "HOME": folder}
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--log-level=error",
            "--use-pid-file=no",
        ]
        command += ["-L", "module-null-sink sink_name=null rate=48000"]
        command += ["-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"]
        server = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.environ["PULSE_SERVER"] = own["PULSE_SERVER"]
        listener = None
        try:
            deadline = time.monotonic() + 5
            while not socket.exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            words = ["parec", "--raw", "--latency-msec=10", f"--rate={_RATE}", "--channels=1", "--format=s16le"]
            listener = subprocess.Popen(
                [*words, "-d", "null.monitor"], env=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            ear = Ear()
            threading.Thread(target=ear.listen, args=(listener,), daemon=True).start()
            yield ear
        finally:
            del os.environ["PULSE_SERVER"]
            for process in (listener, server):
                if process is not None:
                    process.kill()
                    process.wait()

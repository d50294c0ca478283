"""A PulseAudio of a test's own: a loudspeaker that sounds nowhere, and a microphone that hears it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.waiting import eventually

PULSEAUDIO = shutil.which("pulseaudio")


@contextmanager
def private_sound(folder: Path, *, microphone: bool = True, speaker: bool = True) -> Iterator[None]:
    """While it lasts, `PULSE_SERVER` of this process names it."""
    assert PULSEAUDIO is not None
    place = folder / "native"
    modules = [f"module-native-protocol-unix socket={place} auth-anonymous=1"]
    if speaker:
        modules.append("module-null-sink sink_name=loa sink_properties=device.description=Loa")
    for name in ("micro", "micro2") if microphone else ():
        modules.append(
            f"module-remap-source master=loa.monitor source_name={name} source_properties=device.description={name}"
        )
    command = [PULSEAUDIO, "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit"]
    for module in modules:
        command += ["-L", module]
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PATH": os.environ["PATH"]}
    server = subprocess.Popen(command, env=own, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    before = os.environ.get("PULSE_SERVER")
    try:
        eventually(lambda: place.exists() or server.poll() is not None)
        assert server.poll() is None, "PulseAudio does not start"
        os.environ["PULSE_SERVER"] = f"unix:{place}"
        yield
    finally:
        if before is None:
            os.environ.pop("PULSE_SERVER", None)
        else:
            os.environ["PULSE_SERVER"] = before
        server.kill()
        server.wait()

"""The one web engine of this process: started at the first mail that needs it, with everything that reaches out
switched off; or not at all, where it could not run safely."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

SWITCHES = (
    "--disable-gpu",  # software: no driver is needed, and the window is not made anew when the view comes into it
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-quic",
    "--disable-speech-api",
    "--disable-notifications",
    "--disable-file-system",
    "--disable-remote-fonts",
    "--dns-prefetch-disable",
    "--no-pings",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    '--host-resolver-rules="MAP * ~NOTFOUND"',  # no name is ever looked up, whoever asks
    "--renderer-process-limit=1",
)


class EngineMissing(Exception):
    """There is no web view here: its libraries are missing, or hostile mail could not be kept in a sandbox."""


def prepare() -> None:
    """Sets what the engine reads at its start, before its libraries are loaded. Raises `EngineMissing`."""
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(SWITCHES)
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)  # it would open a port
    if sys.platform.startswith("linux") and not _has_sandbox():
        if os.geteuid() != 0:
            # Chromium would end the whole program here; without a sandbox mail is shown by the text view.
            raise EngineMissing("sandbox")
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # root has none to lose: containers, tests


def _has_sandbox() -> bool:
    """Whether a process may make itself a user namespace, as Chromium's sandbox does. Never as root: it refuses."""
    tool = shutil.which("unshare")
    if os.geteuid() == 0 or tool is None:
        return False
    try:
        return subprocess.run([tool, "-Ur", "true"], capture_output=True, timeout=5).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False

"""Brings up the demo ministry's receiver (RTSP RECORD, rtsps, or SRT), where a desk sends its own picture and sound,
and gives tests their wishes: `cut`, `restore`, `report`, `save`."""

from __future__ import annotations

import json
import os
import select
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from .streams import SitesUnavailable

_HERE = Path(__file__).parent
_RUN_SERVER = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); "
    "runpy.run_module('sites.receiver_server', None, '__main__')"
)
_DEBIANS_PYTHON = "/usr/bin/python3"
PUBLISHING_USER = "hanh.ntm"
PUBLISHING_PASSWORD = "Phat@2026"  # noqa: S105 - the pretend ministry's, known to everybody
PASSPHRASE = "hop-giao-ban-2026"  # noqa: S105


class DemoReceiver:
    """One receiver, at an address that stays the same while it comes and goes. A context manager."""

    def __init__(
        self,
        scheme: Literal["rtsp", "rtsps", "srt"] = "rtsp",
        user: str = PUBLISHING_USER,
        password: str = PUBLISHING_PASSWORD,
        passphrase: str = PASSPHRASE,
        certificate: Path | None = None,
    ) -> None:
        """``certificate``: certificate and key in one PEM file, for rtsps."""
        self._scheme = scheme
        self._secrets = {"user": user, "password": password, "passphrase": passphrase}
        if certificate is not None:
            self._secrets["certificate"] = str(certificate)
        self._port = 0
        self._server: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        if not self._port:
            raise SitesUnavailable("receiver", "not started")
        return f"{self._scheme}://127.0.0.1:{self._port}" + ("" if self._scheme == "srt" else "/phat")

    def start(self, within: float = 20.0) -> None:
        command = [_DEBIANS_PYTHON, "-I", "-B", "-c", _RUN_SERVER, str(_HERE.parent), self._scheme, str(self._port)]
        try:
            self._server = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env={"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"},
            )
            self._tell(json.dumps(self._secrets))
        except OSError as error:
            raise SitesUnavailable("receiver", str(error)) from error
        line = self._heard(within)
        if not line:
            assert self._server.stderr is not None
            self._server.kill()
            said = self._server.stderr.read().strip().splitlines()
            self.stop()
            raise SitesUnavailable("receiver", said[-1] if said else "no answer")
        self._port = int(json.loads(line)["port"])
        threading.Thread(target=_drain, args=(self._server.stderr,), daemon=True).start()

    def stop(self) -> None:
        with self._lock:
            server, self._server = self._server, None
        if server is None:
            return
        server.kill()
        server.wait()
        for pipe in (server.stdin, server.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue

    def cut(self) -> None:
        """Everything stays connected, nothing arrives any more."""
        with self._lock:
            self._tell("cut")

    def restore(self) -> None:
        with self._lock:
            self._tell("restore")

    def report(self) -> dict[str, Any]:
        """What has arrived: ``connections``, units of ``video`` and ``audio``, ``bytes``, ``first`` and ``last``
        moments of each track (`time.time`), and the ``largest`` unit since the last report with its moment."""
        with self._lock:
            self._tell("report")
            report: dict[str, Any] = json.loads(self._heard() or "{}")
            return report

    def save(self, folder: Path) -> None:
        """Write the newest of what arrived: picture.h264 and sound.aac."""
        with self._lock:
            self._tell(f"save {folder}")
            self._heard()

    def _tell(self, line: str) -> None:
        assert self._server is not None and self._server.stdin is not None
        self._server.stdin.write(line + "\n")
        self._server.stdin.flush()

    def _heard(self, within: float = 20.0) -> str:
        assert self._server is not None and self._server.stdout is not None
        deadline = time.monotonic() + within
        while self._server.poll() is None and time.monotonic() < deadline:
            if select.select([self._server.stdout], [], [], 0.1)[0]:
                return self._server.stdout.readline()
        return ""

    def __enter__(self) -> DemoReceiver:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _drain(said: Any) -> None:
    if said is not None:
        with said:
            for _ in said:
                continue

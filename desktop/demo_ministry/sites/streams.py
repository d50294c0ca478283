"""Brings up the demo ministry's two sites (RTSP and SRT) and gives tests their wishes: `cut`, `restore`. Used by the
demo ministry's `start()` and by tests."""

from __future__ import annotations

import json
import os
import select
import subprocess
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Literal

_HERE = Path(__file__).parent
_RUN_SERVER = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('sites.site_server', None, '__main__')"
)
_DEBIANS_PYTHON = "/usr/bin/python3"
"""Not ours: GStreamer's bindings (gi) belong to Debian's own Python."""


class SitesUnavailable(Exception):
    """A site's server did not come up. ``args``: (site id, what it said last)."""


class DemoSite:
    """One site: a camera in a process of its own, at an address that stays the same while it comes and goes."""

    def __init__(self, site_id: str, name: str, scheme: Literal["rtsp", "srt"], clip: Path | None = None) -> None:
        self.id = site_id
        self.name = name
        self._scheme = scheme
        self._clip = clip or _HERE / "clips" / f"{site_id}.mp4"
        self._port = 0
        self._server: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        if not self._port:
            raise SitesUnavailable(self.id, "not started")
        return f"{self._scheme}://127.0.0.1:{self._port}" + ("/hop" if self._scheme == "rtsp" else "")

    @property
    def process_id(self) -> int | None:
        return self._server.pid if self._server else None

    def cut(self, how: Literal["packets", "server"] = "packets") -> None:
        """Lose the line (everything stays connected, nothing arrives any more), or the whole server."""
        with self._lock:
            if how == "server":
                self._end()
            else:
                self._tell("cut")

    def restore(self) -> None:
        """As before the cut, at the same address."""
        with self._lock:
            if self._server is None:
                self._launch()
                self._wait_until_ready()
            else:
                self._tell("restore")

    def impair(self, delay: float = 0.0, jitter: float = 0.0, loss: float = 0.0) -> None:
        """Make the line (of an SRT site) a long and bad one: seconds each way, give or take, and a share of packets."""
        with self._lock:
            self._tell(f"impair {delay} {jitter} {loss}")

    def _launch(self) -> None:
        command = [_DEBIANS_PYTHON, "-I", "-B", "-c", _RUN_SERVER, str(_HERE.parent), self._scheme]
        command += [str(self._clip), str(self._port)]
        try:
            self._server = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env={"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"},
            )
        except OSError as error:
            raise SitesUnavailable(self.id, str(error)) from error

    def _wait_until_ready(self, within: float = 20.0) -> None:
        assert self._server is not None and self._server.stdout is not None and self._server.stderr is not None
        deadline = time.monotonic() + within
        ready = False
        while not ready and self._server.poll() is None and time.monotonic() < deadline:
            ready = bool(select.select([self._server.stdout], [], [], 0.1)[0])
        line = self._server.stdout.readline() if ready else ""
        if not line:
            self._server.kill()
            said = self._server.stderr.read().strip().splitlines()
            self._end()
            raise SitesUnavailable(self.id, said[-1] if said else "no answer")
        self._port = int(json.loads(line)["port"])
        threading.Thread(target=_drain, args=(self._server.stderr,), daemon=True).start()

    def _tell(self, word: str) -> None:
        if self._server is None or self._server.stdin is None:
            return
        self._server.stdin.write(word + "\n")
        self._server.stdin.flush()

    def _end(self) -> None:
        if self._server is None:
            return
        self._server.kill()
        self._server.wait()
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        self._server = None


def _drain(said: object) -> None:
    with said:  # type: ignore[attr-defined]
        for _ in said:  # type: ignore[attr-defined]
            continue


class DemoSites:
    """Both sites. A context manager; `north` and `south` are there at once, their addresses after `start`."""

    def __init__(self, clip: Path | None = None) -> None:
        """``clip``: what both show in place of their own: a minute of H.264 and AAC, as `draw_clips` makes it."""
        self.north = DemoSite("bo", "Điểm cầu Bộ (Hà Nội)", "rtsp", clip)
        self.south = DemoSite("haiha", "Điểm cầu tỉnh Hải Hà", "srt", clip)

    def start(self) -> None:
        try:
            for site in (self.north, self.south):
                site._launch()
            for site in (self.north, self.south):
                site._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        for site in (self.north, self.south):
            site._end()

    def __enter__(self) -> DemoSites:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

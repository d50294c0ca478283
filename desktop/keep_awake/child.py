"""A small system program that holds the PC awake while it runs, and ends when the desk does: the way on macOS, and on
Linux where no desktop answers over the session bus."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress


def caffeinate(why: str) -> list[str] | None:
    """macOS's own; it watches our process by itself."""
    found = shutil.which("caffeinate", path="/usr/bin")
    return [found, "-d", "-i", "-w", str(os.getpid())] if found else None


def systemd_inhibit(why: str) -> list[str] | None:
    """Holds its lock while `cat` waits for the end of the pipe, whose other end is ours: gone with us."""
    found = shutil.which("systemd-inhibit")
    if found is None:
        return None
    return [found, "--what=idle:sleep", "--who=Bàn Công Vụ", f"--why={why}", "--mode=block", "cat"]


class ChildScreenAwake:
    """``command`` makes the arguments, or None where the system lacks the program."""

    def __init__(self, command: Callable[[str], list[str] | None]) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def holds(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def hold(self, why: str) -> None:
        if self.holds:
            return
        self.release()
        command = self._command(why)
        if command is None:
            return
        with suppress(OSError):
            self._child = subprocess.Popen(  # noqa: S603 (our own words; the reason is one argument)
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=True
            )

    def release(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()
        with suppress(OSError):
            child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.5)

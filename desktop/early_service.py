"""Starts the service process before anything else is loaded, so that keyring and first rows are read on another core
while this one loads Qt. Standard library only: each millisecond here is one before the first paint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .data_folder import default_root

if TYPE_CHECKING:
    from .command_line import CommandLine

ACCOUNT_FILE = "account.json"


def start_early(command_line: CommandLine) -> subprocess.Popen[bytes] | None:
    """A service that was told to prepare; None where nobody has signed in yet, or where it does not start."""
    if command_line.demo:
        return None
    root = command_line.data_folder or default_root()
    try:
        return start_service(root) if (root / ACCOUNT_FILE).exists() else None
    except OSError:
        return None  # the window opens all the same; the link tries again and says so


def start_service(prepare: Path | None = None) -> subprocess.Popen[bytes]:
    """This same program with ``--service``. Raises `OSError`."""
    command = [*service_command(), *(("--prepare", str(prepare.absolute())) if prepare else ())]
    return subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=program_folder(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )


def service_command() -> list[str]:
    return command_of("--service")


def command_of(switch: str) -> list[str]:
    """This same program with a switch. A frozen one has no interpreter: it starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, switch]
    return [sys.executable, "-m", "desktop", switch]


def program_folder() -> Path | None:
    """Where ``-m desktop`` is found; None for the frozen program, which needs none."""
    return None if getattr(sys, "frozen", False) else Path(__file__).resolve().parent.parent

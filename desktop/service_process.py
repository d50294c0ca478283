"""The window's end of the second process: starts this same program with ``--service`` and speaks over its pipes."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from mail import Account, MailSettings, Person
from ui.service_messages import CheckSignIn, SignedIn, SignInFailed, read_message, write_message


class ServiceDied(Exception):
    """The second process ended without an answer."""


def service_command() -> list[str]:
    """A frozen program has no interpreter: it starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--service"]
    return [sys.executable, "-m", "desktop", "--service"]


class ServiceProcess:
    """A running service, its first message sent. Satisfies `ui.service_link.ServiceConnection`."""

    def __init__(self, first: object, command: Sequence[str] | None = None) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            list(command or service_command()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=None if getattr(sys, "frozen", False) else Path(__file__).resolve().parent.parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to_service = cast(BinaryIO, self._process.stdin)
        self._from_service = cast(BinaryIO, self._process.stdout)
        self._lock = threading.Lock()
        self.send(first)

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, message: object) -> None:
        """Raises `OSError` when the process is gone."""
        with self._lock:
            try:
                write_message(self._to_service, message)
            except ValueError as error:  # the pipe was closed here
                raise BrokenPipeError from error

    def receive(self) -> object | None:
        try:
            return read_message(self._from_service)
        except (pickle.UnpicklingError, ValueError, OSError):
            return None

    def close(self, timeout: float) -> None:
        """Let it end by the end of its pipe; after ``timeout`` seconds end it."""
        with self._lock, contextlib.suppress(OSError):
            self._to_service.close()
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def check_sign_in(account: Account, settings: MailSettings, password: str) -> Person:
    """Ask the mail server once whether it accepts her, in a process of its own. Raises `mail.MailError`."""
    process = ServiceProcess(CheckSignIn(account, settings, password))
    try:
        match process.receive():
            case SignedIn(person):
                return person
            case SignInFailed(error):
                raise error
        raise ServiceDied
    finally:
        process.close(5.0)

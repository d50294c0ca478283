"""The window's end of the second process: starts this same program with ``--service`` and speaks over its pipes."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import threading
from typing import TYPE_CHECKING, BinaryIO, cast

from mail import Account, MailSettings
from ui.service_wire import read_message, write_message

from .early_service import start_service

if TYPE_CHECKING:  # loads after the first mails are on screen
    from ui.service_messages import SignedIn


class ServiceDied(Exception):
    """The second process ended without an answer."""


class ServiceProcess:
    """A running service, its first message sent. Satisfies `ui.service_link.ServiceConnection`."""

    def __init__(self, first: object | None = None, process: subprocess.Popen[bytes] | None = None) -> None:
        """``process`` is one that was started early; its first message may come later."""
        self._process = process or start_service()
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to_service = cast(BinaryIO, self._process.stdin)
        self._from_service = cast(BinaryIO, self._process.stdout)
        self._lock = threading.Lock()
        if first is not None:
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


def check_sign_in(account: Account, settings: MailSettings, password: str) -> SignedIn:
    """Ask the mail server once whether it accepts her, in a process of its own. Raises `mail.MailError`."""
    from ui.service_messages import CheckSignIn, SignedIn, SignInFailed

    process = ServiceProcess(CheckSignIn(account, settings, password))
    try:
        match process.receive():
            case SignedIn() as signed_in:
                return signed_in
            case SignInFailed(error):
                raise error
        raise ServiceDied
    finally:
        process.close(5.0)

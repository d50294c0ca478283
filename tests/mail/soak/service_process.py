"""The service as a process of its own that can be killed: the real loop, gateway, listener and sync over real EWS."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from mail import Account, MailSettings
from tests.mail.builders import KEY

# Forked from a clean process that has everything imported: a start takes some 20 ms in place of a second.
_CONTEXT: Any = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["mail.ews", "mail.sync", "mail.mailbox", "desktop.sync_loop", "desktop.mail_listener"])


def serve(pipe: Connection, settings: MailSettings, account: Account, password: str, path: Path, listens: bool) -> None:
    """The child: what `desktop.service.Service` does for mail, until "stop", the end of the pipe or a kill."""
    from desktop.mail_listener import MailListener
    from desktop.sync_loop import SyncLoop
    from mail import MailboxSync, open_mailbox
    from mail.ews import EwsMailboxGateway
    from ui.service_messages import MailEvent
    from ui.sync_status import Feature, SyncStatus, Unexpected

    gateway = EwsMailboxGateway(settings, account, password)

    def say(message: object) -> None:
        """Only what must not happen is told."""
        if isinstance(message, SyncStatus) and isinstance(message.error, Unexpected):
            pipe.send(repr(message.error))

    loop = SyncLoop(Feature.MAIL, lambda: MailboxSync(gateway, path, KEY, settings), MailEvent, 0.5, say)
    loop.start()

    def what() -> Any:
        if loop.last_synced is None:
            return None
        mailbox = open_mailbox(path, KEY)
        try:
            return [folder.id for folder in mailbox.folders()], gateway
        finally:
            mailbox.close()

    if listens:
        MailListener(what, loop.wake).start()
    with suppress(EOFError, OSError):
        while (asked := pipe.recv()) != "stop":
            if asked == "act":
                loop.act()
            else:
                loop.wake()
    loop.stop()
    loop.join(20)
    gateway.close()
    os._exit(0)


@dataclass
class ServiceProcess:
    """Starts, asks and kills such children, one at a time."""

    settings: MailSettings
    account: Account
    password: str
    path: Path
    listens: bool = True
    kills: int = 0
    complaints: list[str] = field(default_factory=list)
    process: BaseProcess | None = None
    _pipe: Connection | None = None

    def start(self) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(
            target=serve,
            args=(theirs, self.settings, self.account, self.password, self.path, self.listens),
            daemon=True,
        )
        self.process.start()
        theirs.close()

    def ask(self, word: str = "act") -> None:
        assert self._pipe is not None
        with suppress(OSError):
            self._pipe.send(word)
        self.listen()

    def listen(self) -> None:
        assert self._pipe is not None
        with suppress(EOFError, OSError):
            while self._pipe.poll():
                self.complaints.append(str(self._pipe.recv()))

    def kill(self) -> None:
        """kill -9, wherever it is."""
        assert self.process is not None and self.process.pid is not None
        with suppress(ProcessLookupError):  # a timer was faster
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.join(20)
        assert self.process.exitcode == -signal.SIGKILL, self.process.exitcode
        self.kills += 1
        self._over()

    def stop(self) -> None:
        if self.process is None:
            return
        self.ask("stop")
        self.process.join(20)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join(20)
            self.complaints.append("did not end when asked to")
        self._over()

    def _over(self) -> None:
        self.listen()
        assert self._pipe is not None
        self._pipe.close()
        self.process = self._pipe = None


def kill_later(service: ServiceProcess, seconds: float) -> threading.Timer:
    """At a moment of its own, while the other side goes on acting."""
    timer = threading.Timer(seconds, lambda: None)
    process = service.process
    assert process is not None and process.pid is not None
    pid = process.pid

    def strike() -> None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    timer = threading.Timer(seconds, strike)
    timer.start()
    return timer

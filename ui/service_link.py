"""The window's end of the service process: starts it, asks, hears, and starts it again if it dies.

What it hears becomes Qt signals on the window's thread; change notices that pile up are merged into one. The messages
and the features' nouns load when they are first needed: this file loads before the first paint.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from .sync_status import SyncStatus

if TYPE_CHECKING:
    from .sync_status import Feature

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1000, 60_000


class ServiceConnection(Protocol):
    """A running service process, its first message already sent. `receive` blocks; None means it has ended."""

    def send(self, message: object) -> None: ...
    def receive(self) -> object | None: ...
    def close(self, timeout: float) -> None: ...


class ServiceLink(QObject):
    """One for the whole window. Pages connect to its signals and call its verbs; both sides of the wire stay hidden."""

    mailbox_changed = Signal(object)
    """`mail.MailboxChanges`"""
    mail_progress = Signal(object)
    """`mail.SyncProgress`"""
    action_refused = Signal(object)
    """`mail.ActionRefused`"""
    archive_changed = Signal(object)
    """`docs_archive.ArchiveChanges`"""
    archive_progress = Signal(object)
    """`docs_archive.ArchiveProgress`"""
    status_changed = Signal(object)
    """`SyncStatus`, one per feature"""
    _something_came = Signal()

    def __init__(self, launch: Callable[[], ServiceConnection], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._launch = launch
        self._connection: ServiceConnection | None = None
        self._heard: list[object] = []
        self._lock = threading.Lock()
        self._ending = False
        self._pause = _FIRST_PAUSE
        self._standing_back = False
        self.statuses: dict[Feature, SyncStatus] = {}
        self._something_came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the process; returns at once. Called after the first paint."""
        threading.Thread(target=self._run, name="service-link", daemon=True).start()

    def refresh(self, *, mail: bool = True, archive: bool = True) -> None:
        """Sync now: she acted, or asked for it."""
        from .service_messages import Refresh

        self._send(Refresh(mail, archive))

    def stand_back(self, on: bool) -> None:
        """A conference has the line first."""
        from .service_messages import StandBack

        self._standing_back = on
        self._send(StandBack(on))

    def new_password(self, password: str) -> None:
        from .service_messages import NewPassword

        self._send(NewPassword(password))

    def reindex(self) -> None:
        from .service_messages import Reindex

        self._send(Reindex())

    def close(self, timeout: float = 5.0) -> None:
        """End the process in good order; after ``timeout`` seconds in bad."""
        from .service_messages import Stop

        self._ending = True
        self._send(Stop())
        if self._connection is not None:
            self._connection.close(timeout)

    def _send(self, message: object) -> None:
        connection = self._connection
        if connection is not None:
            try:
                connection.send(message)
            except OSError:
                _log.info("the service process is gone; it is started again")

    def _run(self) -> None:
        try:
            connection = self._connection = self._launch()
        except OSError as error:
            _log.error("the service process does not start: %s", error)
            self._hear(None)
            return
        if self._standing_back:
            self.stand_back(True)
        while (message := connection.receive()) is not None:
            self._hear(message)
        if not self._ending:
            connection.close(0)  # whatever ended the conversation: never two of them at work
        self._hear(None)

    def _hear(self, message: object | None) -> None:
        with self._lock:
            is_first = not self._heard
            self._heard.append(message)
        if is_first:
            self._something_came.emit()

    def _take(self) -> None:
        from docs_archive import ArchiveChanges, ArchiveProgress
        from mail import ActionRefused, MailboxChanges, SyncProgress

        from .merged_news import merged
        from .service_messages import LawEvent, MailEvent

        with self._lock:
            heard, self._heard = self._heard, []
        if self._ending:
            return  # the pages that would hear it are going
        for message in merged(heard):
            match message:
                case None:
                    self._it_ended()
                case SyncStatus():
                    self._pause = _FIRST_PAUSE
                    self.statuses[message.feature] = message
                    self.status_changed.emit(message)
                case MailEvent(MailboxChanges() as changes):
                    self.mailbox_changed.emit(changes)
                case MailEvent(SyncProgress() as progress):
                    self.mail_progress.emit(progress)
                case MailEvent(ActionRefused() as refusal):
                    self.action_refused.emit(refusal)
                case LawEvent(ArchiveChanges() as changes):
                    self.archive_changed.emit(changes)
                case LawEvent(ArchiveProgress() as progress):
                    self.archive_progress.emit(progress)

    def _it_ended(self) -> None:
        if self._ending:
            return
        _log.warning("the service process ended by itself; again in %d ms", self._pause)
        QTimer.singleShot(self._pause, self, self.start)
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

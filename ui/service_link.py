"""The window's end of the service process: starts it, asks, hears, and starts it again if it dies.

What it hears becomes Qt signals on the window's thread; change notices that pile up are merged into one. The messages
and the features' nouns load when they are first needed: this file loads before the first paint.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from .sync_status import Feature, SyncActivity, SyncStatus, Unexpected

if TYPE_CHECKING:
    from pathlib import Path

    from mail import Question

    from .questions_asked import QuestionsAsked

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1000, 60_000
T = TypeVar("T")


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
    shared_mailbox_failed = Signal(object)
    """`mail.SharedMailboxFailed`"""
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
        self._is_gone = False
        self._unsent: list[object] = []
        self._asked: QuestionsAsked | None = None
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

        with self._lock:  # with a service that is just starting: it must not hear of it in the wrong order
            self._standing_back = on
            self._send(StandBack(on))

    def new_password(self, password: str) -> None:
        from .service_messages import NewPassword

        self._send(NewPassword(password))

    def read_feed_from(self, folder: Path) -> None:
        from .service_messages import ReadFeedFrom

        self._send(ReadFeedFrom(folder))

    def reindex(self) -> None:
        from .service_messages import Reindex

        self._send(Reindex())

    def ask(
        self,
        owner: QObject,
        question: Question[T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        patience: int | None = None,
    ) -> None:
        """Ask the mail server: ``then(answer)`` or ``failed(error)`` later, on this thread, once; neither if ``owner``
        is gone by then. Errors are `mail.MailError` (`Offline` at once while there is no line) or `Unexpected`.

        ``patience`` in milliseconds, for a question that is of no use later; 45 s unless told.
        """
        from mail import MailError, Offline

        from .questions_asked import PATIENCE, QuestionsAsked
        from .service_messages import Ask, packed

        if self._asked is None:
            self._asked = QuestionsAsked(self)
        id_ = self._asked.add(owner, then, failed, patience or PATIENCE)
        status = self.statuses.get(Feature.MAIL)
        if self._is_gone or self._ending:
            self._asked.fail_soon(id_, Offline())
        elif status is not None and status.activity is SyncActivity.OFFLINE:
            self._asked.fail_soon(id_, status.error if isinstance(status.error, MailError) else Offline())
        else:
            self._send_when_there(Ask(id_, packed(question)))

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

    def _send_when_there(self, message: object) -> None:
        with self._lock:
            if self._connection is None:
                self._unsent.append(message)
                return
        self._send(message)

    def _run(self) -> None:
        from .service_messages import StandBack

        try:
            connection = self._launch()
        except OSError as error:
            _log.error("the service process does not start: %s", error)
            self._hear(None)
            return
        with self._lock:
            self._connection, self._is_gone = connection, False
            unsent, self._unsent = self._unsent, []
            if self._standing_back:
                self._send(StandBack(True))
        for message in unsent:
            self._send(message)
        while (message := connection.receive()) is not None:
            self._hear(_unpacked(message))
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
        from mail import ActionRefused, MailboxChanges, SharedMailboxFailed, SyncProgress

        from .merged_news import merged
        from .questions_asked import Answered
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
                case Answered() if self._asked is not None:
                    self._asked.settle(message)
                case MailEvent(SharedMailboxFailed() as failure):
                    self.shared_mailbox_failed.emit(failure)
                case LawEvent(ArchiveChanges() as changes):
                    self.archive_changed.emit(changes)
                case LawEvent(ArchiveProgress() as progress):
                    self.archive_progress.emit(progress)

    def _it_ended(self) -> None:
        if self._ending:
            return
        self._is_gone = True
        if self._asked is not None:
            from mail import Offline

            self._asked.fail_all(Offline())
        _log.warning("the service process ended by itself; again in %d ms", self._pause)
        QTimer.singleShot(self._pause, self, self.start)
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)


def _unpacked(message: object) -> object:
    """An answer is opened here, on the link's own thread: it may be long, and its modules may not have loaded yet."""
    import pickle

    from .questions_asked import Answered
    from .service_messages import Answer, unpacked

    if not isinstance(message, Answer):
        return message
    if message.error is not None:
        return Answered(message.id, error=message.error)
    try:
        return Answered(message.id, unpacked(message.value))
    except pickle.UnpicklingError as error:
        _log.error("an answer cannot be read: %s", error)
        return Answered(message.id, error=Unexpected(type(error).__name__))

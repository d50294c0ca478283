"""The window's end of the service process: starts it, asks, hears, and starts it again if it dies.

What it hears becomes Qt signals on the window's thread; change notices that pile up are merged into one.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from .service_messages import (
    Feature,
    LawEvent,
    MailEvent,
    NewPassword,
    Refresh,
    Reindex,
    StandBack,
    Stop,
    SyncStatus,
)

if TYPE_CHECKING:  # the features' nouns load with the first message, not before the first paint
    from mail import MailboxChanges

T = TypeVar("T")
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
        self._send(Refresh(mail, archive))

    def stand_back(self, on: bool) -> None:
        """A conference has the line first."""
        self._standing_back = on
        self._send(StandBack(on))

    def new_password(self, password: str) -> None:
        self._send(NewPassword(password))

    def reindex(self) -> None:
        self._send(Reindex())

    def close(self, timeout: float = 5.0) -> None:
        """End the process in good order; after ``timeout`` seconds in bad."""
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
            self._send(StandBack(True))
        while (message := connection.receive()) is not None:
            self._hear(message)
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

        with self._lock:
            heard, self._heard = self._heard, []
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


def merged(messages: list[object]) -> list[object]:
    """The same news in fewer messages: change notices of one feature become one, of progress and status the last stays.

    Refusals and the end keep their place.
    """
    from docs_archive import ArchiveChanges, ArchiveProgress
    from mail import MailboxChanges, SyncProgress

    result: list[object] = []
    places: dict[object, int] = {}
    for message in messages:
        match message:
            case MailEvent(MailboxChanges() as new):
                key: object = MailboxChanges
                if key in places:
                    old = result[places[key]]
                    assert isinstance(old, MailEvent) and isinstance(old.event, MailboxChanges)
                    message = MailEvent(merged_changes(old.event, new))
            case LawEvent(ArchiveChanges() as news):
                key = ArchiveChanges
                if key in places:
                    before = result[places[key]]
                    assert isinstance(before, LawEvent) and isinstance(before.event, ArchiveChanges)
                    message = LawEvent(
                        ArchiveChanges(
                            _union(before.event.document_ids, news.document_ids),
                            _union(before.event.amended, news.amended),
                            before.event.first_sync or news.first_sync,
                        )
                    )
            case MailEvent(SyncProgress()):
                key = SyncProgress
            case LawEvent(ArchiveProgress()):
                key = ArchiveProgress
            case SyncStatus(feature=feature):
                key = feature
            case _:
                result.append(message)
                continue
        if key in places:
            result[places[key]] = message
        else:
            places[key] = len(result)
            result.append(message)
    return result


def merged_changes(old: MailboxChanges, new: MailboxChanges) -> MailboxChanges:
    return replace(
        old,
        folders=old.folders or new.folders,
        folder_ids=_union(old.folder_ids, new.folder_ids),
        item_ids=_union(old.item_ids, new.item_ids),
        arrived=_union(old.arrived, new.arrived),
        outbox=old.outbox or new.outbox,
    )


def _union(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(first + second))

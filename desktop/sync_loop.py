"""One feature's sync, round after round, on a thread of its own in the service process."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from docs_archive import ArchiveError, FeedOffline
from mail import MailError, Offline, ServerBusy, WrongPassword
from ui.sync_status import Feature, SyncActivity, SyncStatus, Unexpected

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 3.0, 60.0


class Sync(Protocol):
    def round(self) -> Iterator[Any]: ...
    def close(self) -> None: ...


class SyncLoop(threading.Thread):
    """Makes its sync on its own thread, runs rounds, tells what happened through ``send``.

    A person's act interrupts a round between two steps (state is saved, so little is lost) and is performed first.
    """

    def __init__(
        self,
        feature: Feature,
        make_sync: Callable[[], Sync],
        wrap: Callable[[Any], object],
        poll_interval: float,
        send: Callable[[object], None],
    ) -> None:
        super().__init__(name=f"sync-{feature.value}", daemon=True)
        self._feature, self._make_sync, self._wrap, self._send = feature, make_sync, wrap, send
        self._poll_interval = poll_interval
        self._pause = _FIRST_PAUSE
        self._wake = threading.Event()
        self._interrupt = threading.Event()
        self._stopping = self._standing_back = self._anew = False
        self._asked: list[Callable[[Any], Iterator[Any]]] = []
        self._sync: Sync | None = None
        self._quiet_until = 0.0
        self._has_begun = False
        self.last_synced: datetime | None = None
        self._told: SyncStatus | None = None

    # --- asked from other threads; all of them only set flags ---

    def wake(self) -> None:
        """Something may be new: another round after this one."""
        self._wake.set()

    @property
    def has_begun(self) -> bool:
        """A round has told something: the server took the password, the store is open."""
        return self._has_begun

    def news(self, folder_ids: Sequence[Any]) -> None:
        """The server says that something changed in these: looked at before whatever else the round still has."""
        sync = self._sync
        if sync is not None and hasattr(sync, "look_into"):
            sync.look_into(folder_ids)
        self._wake.set()

    def act(self) -> None:
        """She did something, or asked: now."""
        self._interrupt.set()
        self._wake.set()

    def do(self, work: Callable[[Any], Iterator[Any]]) -> None:
        """Run this generator of the sync's next."""
        self._asked.append(work)
        self.act()

    def stand_back(self, on: bool) -> None:
        self._standing_back = on
        self.act()

    def begin_anew(self) -> None:
        """Make the sync (and its gateway) again: another password."""
        self._anew = True
        self.act()

    @property
    def is_at_rest(self) -> bool:
        """Nothing of a round is under way, and nobody asked it to stand back."""
        told = self._told
        return told is not None and told.activity in (SyncActivity.IDLE, SyncActivity.OFFLINE, SyncActivity.FAILED)

    def stop(self) -> None:
        self._stopping = True
        self.act()

    # --- its own thread ---

    def run(self) -> None:
        sync: Sync | None = None
        self._tell(SyncActivity.STARTING)
        while not self._stopping:
            self._wake.clear()
            self._interrupt.clear()
            try:
                if self._anew and sync is not None:
                    sync.close()
                    sync = None
                self._anew = False
                sync = sync or self._make_sync()
                self._sync = sync
                pause = self._one_round(sync)
            except Exception as error:
                pause = self._after(error)
            self._wake.wait(pause)
            self._hold_back()
        if sync is not None:
            with contextlib.suppress(Exception):
                sync.close()

    def _hold_back(self) -> None:
        """A server that said how long it wants to be left alone is, whatever wakes us; what she did is not lost."""
        while not (self._stopping or self._anew) and (left := self._quiet_until - time.monotonic()) > 0:
            self._wake.clear()
            self._wake.wait(left)

    def _one_round(self, sync: Sync) -> float | None:
        if self._standing_back:
            self._tell(SyncActivity.STANDING_BACK)
            pending = getattr(sync, "perform_pending", None)
            if pending is not None:
                self._run_through(pending())  # what she does herself is small and is not put off
            return None
        self._tell(SyncActivity.WORKING)
        while self._asked and not self._stopping:
            self._run_through(self._asked.pop(0)(sync), may_interrupt=False)
        if not self._run_through(sync.round()):
            return 0.0
        self._pause = _FIRST_PAUSE
        self.last_synced = datetime.now(UTC)
        self._tell(SyncActivity.IDLE)
        due_in = getattr(sync, "due_in", lambda: None)()  # a mail that is to go at a moment she chose
        return self._poll_interval if due_in is None else min(self._poll_interval, due_in + 0.05)

    def _run_through(self, events: Iterator[Any], *, may_interrupt: bool = True) -> bool:
        """Send what comes. False: interrupted between two events; the generator is closed and has saved its state."""
        with contextlib.closing(events):  # type: ignore[type-var]
            for event in events:
                self._has_begun = True
                self._send(self._wrap(event))
                if self._stopping or (may_interrupt and self._interrupt.is_set()):
                    return False
        return True

    def _after(self, error: Exception) -> float | None:
        """Say what happened; how long to wait, None until somebody asks."""
        match error:
            case Offline() | FeedOffline():
                self._tell(SyncActivity.OFFLINE, error)
            case ServerBusy():
                self._tell(SyncActivity.OFFLINE, error)
                patience = max(1.0, min(error.retry_after, 300.0))
                if error.is_told:
                    self._quiet_until = time.monotonic() + patience
                return patience
            case WrongPassword():
                self._tell(SyncActivity.FAILED, error)
                return None  # domain accounts lock: nothing more with that password
            case MailError() | ArchiveError():
                self._tell(SyncActivity.FAILED, error)
            case _:
                _log.error("%s sync: %s", self._feature.value, type(error).__name__, exc_info=error)
                self._tell(SyncActivity.FAILED, Unexpected(type(error).__name__))
        pause, self._pause = self._pause, min(self._pause * 2, _LONGEST_PAUSE)
        return pause

    def _tell(self, activity: SyncActivity, error: Exception | None = None) -> None:
        status = SyncStatus(self._feature, activity, self.last_synced, error)
        if status != self._told:
            self._told = status
            self._send(status)

"""The one way to run work off the window's thread. Work returns or yields values and calls nobody; results come home
through one queued signal and are dropped if their owner is gone.

    background.run(self, lambda: mailbox.folders(), self.show_folders, lane="mail")
    handle = background.stream(self, lambda: launcher.join(conference), self.show_state)
    handle.cancel()
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)

_WORKERS = 4
_VALUES_UNDER_WAY = 64
"""How far a stream may run ahead of the window before it waits."""


class StreamHandle:
    """A stream under way. `cancel` only sets a flag: the worker closes the generator on its own thread."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._ended = threading.Event()
        self._room = threading.Semaphore(_VALUES_UNDER_WAY)

    def cancel(self) -> None:
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the generator is closed. For the end of the program and for tests; never on a click."""
        return self._ended.wait(timeout)


class Background(QObject):
    """Owns the worker threads. One for the whole window, made on the window's thread."""

    failed = Signal(object)
    """An exception nobody asked to hear of: the main window says it."""
    _came_home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="background")
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._streams: set[StreamHandle] = set()
        self._came_home.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: str | None = None,
    ) -> None:
        """Run ``work`` on a worker, then ``done(value)`` or ``failed(error)`` on the window's thread.

        Works of one ``lane`` run one after another, in the order they were given. Without ``failed`` the error goes to
        the `failed` signal. ``work`` must touch no widget.
        """

        def finished(future: Future[T]) -> None:
            error = future.exception()
            if error is None:
                self._post(owner, lambda: done(future.result()) if done else None)
            elif isinstance(error, Exception):
                self._post_error(owner, error, failed)

        executor = self._pool if lane is None else self._lane(lane)
        executor.submit(work).add_done_callback(finished)

    def stream(
        self,
        owner: QObject,
        start: Callable[[], Iterator[T]],
        each: Callable[[T], None],
        finished: Callable[[], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> StreamHandle:
        """Run a generator on a thread of its own; ``each(value)`` on the window's thread, in order; then ``finished()``
        (also after `cancel`) or ``failed(error)``. Nothing in the generator may wait over 100 ms."""
        handle = StreamHandle()
        self._streams.add(handle)

        def deliver(value: T) -> None:
            handle._room.release()
            if not handle.is_cancelled:
                each(value)

        def pump() -> None:
            try:
                generator = start()
                try:
                    while not handle.is_cancelled:
                        try:
                            value = next(generator)
                        except StopIteration:
                            break
                        while not handle._room.acquire(timeout=0.1):
                            if handle.is_cancelled or not shiboken6.isValid(owner):
                                break
                        if not shiboken6.isValid(owner):
                            break
                        self._post(owner, lambda value=value: deliver(value))  # type: ignore[misc]
                finally:
                    close = getattr(generator, "close", None)
                    if close is not None:
                        close()
            except Exception as error:
                self._post_error(owner, error, failed)
            else:
                if finished is not None:
                    self._post(owner, finished)
            finally:
                handle._ended.set()
                self._streams.discard(handle)

        threading.Thread(target=pump, name="stream", daemon=True).start()
        return handle

    def close(self, timeout: float = 5.0) -> None:
        """End of the program: cancel streams and wait for what runs; nothing is delivered any more."""
        streams = list(self._streams)
        for handle in streams:
            handle.cancel()
        for handle in streams:
            handle.wait(timeout)
        self._pool.shutdown(wait=True, cancel_futures=True)
        for executor in self._lanes.values():
            executor.shutdown(wait=True, cancel_futures=False)

    def _lane(self, name: str) -> ThreadPoolExecutor:
        if name not in self._lanes:
            self._lanes[name] = ThreadPoolExecutor(1, thread_name_prefix=f"lane-{name}")
        return self._lanes[name]

    def _post(self, owner: QObject, call: Callable[[], None]) -> None:
        if not shiboken6.isValid(self):  # the window is gone; so is everybody who would have listened
            return
        self._came_home.emit((owner, call))

    def _post_error(self, owner: QObject, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if failed is not None:
            self._post(owner, lambda: failed(error))
        else:
            _log.warning("background work failed: %s", type(error).__name__, exc_info=error)
            self._post(owner, lambda: self.failed.emit(error))

    def _deliver(self, package: tuple[QObject, Callable[[], None]]) -> None:
        owner, call = package
        if shiboken6.isValid(owner):
            call()

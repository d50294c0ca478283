"""Values from a few worker threads to one reader, bounded by their bytes. Used by `bodies` and `notifications`."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")


class HandOver(Generic[Value]):
    """Givers wait while ``room`` bytes are untaken; the reader ends when all givers have finished, or with the first
    error one of them met, after what was given before it."""

    def __init__(self, room: int, *, givers: int) -> None:
        self._room = room
        self._givers = givers
        self._waiting: deque[tuple[Value, int]] = deque()
        self._bytes = 0
        self._error: BaseException | None = None
        self._stopped = False
        self._changed = threading.Condition()

    @property
    def is_stopped(self) -> bool:
        return self._stopped or self._error is not None

    def give(self, value: Value, size: int) -> bool:
        """False when nobody wants any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or self._bytes < self._room)
            if self._stopped:
                return False
            self._waiting.append((value, size))
            self._bytes += size
            self._changed.notify_all()
            return True

    def fail(self, error: BaseException) -> None:
        with self._changed:
            if not self._stopped:  # what breaks because nobody wants it any more is no error
                self._error = self._error or error
            self._changed.notify_all()

    def finish(self) -> None:
        with self._changed:
            self._givers -= 1
            self._changed.notify_all()

    def stop(self) -> None:
        """Nothing more is taken: givers are let go."""
        with self._changed:
            self._stopped = True
            self._waiting.clear()
            self._changed.notify_all()

    def take(self, timeout: float | None = None) -> Value | None:
        """The next value; None after ``timeout``, or when there is no more (see `is_over`). Raises what a giver met."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._givers <= 0 or self._error or self._stopped, timeout)
            if self._waiting:
                value, size = self._waiting.popleft()
                self._bytes -= size
                self._changed.notify_all()
                return value
            if self._error is not None and not self._stopped:
                raise self._error
            return None

    @property
    def is_over(self) -> bool:
        with self._changed:
            return self._stopped or (not self._waiting and self._givers <= 0 and self._error is None)

    def taken(self) -> Iterator[Value]:
        while True:
            value = self.take()
            if value is None:
                return
            yield value

"""A tester's wishes for trouble: what shall go wrong with which of the next requests. `http_server` asks before and
after each operation."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any


@dataclass(slots=True)
class Wishes:
    stopping: Event = field(default_factory=Event)
    sign_in_refused: bool = False
    autodiscover_location: str | None = None
    autodiscover_redirect: str = ""
    _lock: Lock = field(default_factory=Lock)
    _busy_until: float = 0.0
    _busy_status: int = 503
    _requests_until_cut: int | None = None
    _cut_before: list[str] = field(default_factory=list)
    _cut_after: list[str] = field(default_factory=list)
    _cut_within: list[str] = field(default_factory=list)
    _failures: list[tuple[str, str]] = field(default_factory=list)
    _hangs: list[tuple[str, float]] = field(default_factory=list)
    _statuses: list[tuple[str, str, int, float | None]] = field(default_factory=list)

    def be_busy(self, seconds: float, status: int) -> None:
        with self._lock:
            self._busy_until, self._busy_status = time.monotonic() + seconds, status

    def busy(self) -> tuple[float, int] | None:
        """(seconds left, HTTP status), or None if the server is not busy."""
        with self._lock:
            left = self._busy_until - time.monotonic()
            return (left, self._busy_status) if left > 0 else None

    def cut_after_requests(self, count: int) -> None:
        with self._lock:
            self._requests_until_cut = count

    def cut(self, operation: str, when: str) -> None:
        with self._lock:
            {"before": self._cut_before, "after": self._cut_after, "within": self._cut_within}[when].append(operation)

    def fail(self, operation: str, response_code: str, times: int) -> None:
        with self._lock:
            self._failures.extend([(operation, response_code)] * times)

    def hang(self, operation: str, seconds: float) -> None:
        with self._lock:
            self._hangs.append((operation, seconds))

    def answer(self, operation: str, when: str, status: int, retry_after: float | None) -> None:
        with self._lock:
            self._statuses.append((operation, when, status, retry_after))

    def status_of(self, operation: str, when: str) -> tuple[int, float | None] | None:
        """(HTTP status, Retry-After) wished in place of the answer, ``when`` it was ("before", "after") carried out."""
        with self._lock:
            for index, (wished, wished_when, status, retry_after) in enumerate(self._statuses):
                if (wished, wished_when) == (operation, when):
                    del self._statuses[index]
                    return status, retry_after
            return None

    def is_cut_before(self, operation: str) -> bool:
        """Asked once per request, before it is carried out."""
        with self._lock:
            if self._requests_until_cut is not None:
                if self._requests_until_cut == 0:
                    self._requests_until_cut = None
                    return True
                self._requests_until_cut -= 1
            return _taken(self._cut_before, operation)

    def is_cut_after(self, operation: str) -> bool:
        with self._lock:
            return _taken(self._cut_after, operation)

    def is_cut_within(self, operation: str) -> bool:
        with self._lock:
            return _taken(self._cut_within, operation)

    def failure_of(self, operation: str) -> str | None:
        with self._lock:
            for index, (wished, code) in enumerate(self._failures):
                if wished == operation:
                    del self._failures[index]
                    return code
            return None

    def wait_if_hanging(self, operation: str) -> None:
        """Sleeps as long as was wished; a stopping server wakes it."""
        with self._lock:
            seconds = next((seconds for wished, seconds in self._hangs if wished == operation), None)
            if seconds is not None:
                self._hangs.remove((operation, seconds))
        if seconds is not None:
            self.stopping.wait(seconds)

    def waiting(self) -> int:
        with self._lock:
            return sum(map(len, self._of_one_request()))

    def _of_one_request(self) -> tuple[list[Any], ...]:
        return (self._cut_before, self._cut_after, self._cut_within, self._failures, self._hangs, self._statuses)

    def forget(self) -> None:
        """Everything goes well again."""
        with self._lock:
            self.sign_in_refused = False
            self._busy_until = 0.0
            self._requests_until_cut = None
            for wished in self._of_one_request():
                wished.clear()


def _taken(wished: list[str], operation: str) -> bool:
    if operation in wished:
        wished.remove(operation)
        return True
    return False

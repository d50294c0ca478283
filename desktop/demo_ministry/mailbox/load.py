"""How much is asked of the server at once, noted and, if a tester wishes, limited as Exchange's throttling does."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock

from .soap import M, Request, SoapFault

_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Borne:
    """One request: how many of its operation were under way with it, how many ids it named."""

    operation: str
    at_once: int
    ids: int
    is_refused: bool


@dataclass(slots=True)
class Load:
    """``most_at_once``: of one operation; one more is ErrorExceededConnectionCount. ``seconds``: what each takes."""

    most_at_once: int | None = None
    seconds: float = 0.0
    requests: deque[Borne] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _under_way: dict[str, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def bearing(self, request: Request, stopping: Event) -> Iterator[None]:
        """Raises `SoapFault` if it is one too many."""
        ids = request.element.find(f"{M}ItemIds")
        with self._lock:
            at_once = self._under_way.get(request.operation, 0) + 1
            is_refused = self.most_at_once is not None and at_once > self.most_at_once
            self.requests.append(Borne(request.operation, at_once, 0 if ids is None else len(ids), is_refused))
            if is_refused:
                raise SoapFault("ErrorExceededConnectionCount", "Too many connections are open.")
            self._under_way[request.operation] = at_once
        try:
            if self.seconds:
                stopping.wait(self.seconds)
            yield
        finally:
            with self._lock:
                self._under_way[request.operation] -= 1

"""The port to what captures and sends. Real: `ProcessPublisher`. Fake: `FakePublisher` in tests/conference."""

from __future__ import annotations

from typing import Protocol

from .messages import Begin, SelfPicture


class Publisher(Protocol):
    """Captures and sends one's own picture and sound. Methods may be called from any thread and return at once, except
    `next_answer` (at most ``timeout``) and `close`."""

    def begin(self, begin: Begin) -> None:
        """Start, muted. A second call ends what went before."""
        ...

    def ask(self, message: object) -> None:
        """One of `messages.ASKS`. Lost, without a word, where nothing runs."""
        ...

    def next_answer(self, timeout: float) -> object | None:
        """The next `StateNow`, `Devices`, `Level` or `Shareables`, or None after ``timeout`` seconds."""
        ...

    def newest_picture(self) -> SelfPicture | None:
        """What is being sent, small; the same one until there is a newer."""
        ...

    @property
    def is_running(self) -> bool: ...

    def close(self) -> None:
        """End it: what is sent ends at once."""
        ...

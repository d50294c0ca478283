"""The port to what keeps the screen on while a conference runs. Real: `desktop.keep_awake`; tests bring their own."""

from __future__ import annotations

from typing import Protocol


class ScreenAwake(Protocol):
    """Both return at once, may be called again without harm, and raise nothing: a PC that cannot do it goes on."""

    def hold(self, why: str) -> None:
        """From now on the screen stays on. ``why`` is one sentence that the system may show to a person."""
        ...

    def release(self) -> None: ...

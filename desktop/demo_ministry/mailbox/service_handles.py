"""The part of `DemoMailbox` with which a tester sees and sets what a mailbox has besides mail: categories and so on."""

from __future__ import annotations

from .exchange import Exchange


class ServiceHandles:
    """Mixed into `DemoMailbox`, which has the state."""

    _exchange: Exchange

    @property
    def master_categories(self) -> tuple[tuple[str, int], ...]:
        """Names and Outlook's colours (0 to 24)."""
        return self._exchange.master_categories

    @master_categories.setter
    def master_categories(self, categories: tuple[tuple[str, int], ...]) -> None:
        with self._exchange.store.lock:
            self._exchange.master_categories = categories

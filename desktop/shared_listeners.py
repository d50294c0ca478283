"""Listens for new mail in the mailboxes shared with her, each on a connection of its own beside hers. Their list is
looked at after every round of their sync; what is not listened to is still polled."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence

from mail import FolderId, MailboxGateway, MailError

from .mail_listener import MailListener

_log = logging.getLogger(__name__)
MOST = 6
"""Exchange lets one person keep ten streaming connections open (HangingConnectionLimit), other programs' among them."""

Folders = Mapping[str, tuple[str, list[FolderId]]]
"""By the owner's address: the prefix its ids have in the window, and its folders by the server's ids."""


class SharedListeners(threading.Thread):
    """``what`` there is to listen to: may block and raise `MailError`. ``gateway`` gives that of an address; ``wake``
    and ``news`` are the shared sync's, and take folder ids with their prefix."""

    def __init__(
        self,
        what: Callable[[], Folders],
        gateway: Callable[[str], MailboxGateway],
        wake: Callable[[], None],
        news: Callable[[Sequence[FolderId]], None],
    ) -> None:
        super().__init__(name="shared-listeners", daemon=True)
        self._what, self._gateway = what, gateway
        self._wake, self._news = wake, news
        self._look = threading.Event()
        self._stopping = False
        self._listeners: dict[str, MailListener] = {}
        self._folders: Folders = {}

    def look(self) -> None:
        """Which there are may have changed."""
        self._look.set()

    def stop(self) -> None:
        self._stopping = True
        self._look.set()
        for listener in list(self._listeners.values()):
            listener.stop()

    @property
    def addresses(self) -> list[str]:
        """Of the mailboxes that are listened to, or tried to."""
        return list(self._listeners)

    def run(self) -> None:
        while True:
            self._look.wait()
            self._look.clear()
            if self._stopping:
                return
            try:
                self._follow(dict(list(self._what().items())[:MOST]))
            except MailError as error:
                _log.info("shared mailboxes are not listened to: %s", type(error).__name__)

    def _follow(self, folders: Folders) -> None:
        self._folders = folders
        for address in [address for address in self._listeners if address not in folders]:
            self._listeners.pop(address).stop()
        for address in folders:
            if address not in self._listeners and not self._stopping:
                self._listeners[address] = listener = self._listener(address)
                listener.start()

    def _listener(self, address: str) -> MailListener:
        def what() -> tuple[list[FolderId], MailboxGateway] | None:
            _, folder_ids = self._folders.get(address, ("", []))
            return (folder_ids, self._gateway(address)) if folder_ids else None

        def news(folder_ids: Sequence[FolderId]) -> None:
            prefix, _ = self._folders.get(address, ("", []))
            self._news([FolderId(prefix + one) for one in folder_ids])

        return MailListener(what, self._wake, news)

"""Listens for the mail server's streaming notifications and wakes the sync: new mail within seconds, not minutes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from mail import FolderId, GatewayError, MailboxGateway, WrongPassword

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 120.0


class MailListener(threading.Thread):
    """Notifications are never complete and end after 30 minutes at most: each (re)connection is followed by a sync."""

    def __init__(
        self,
        what: Callable[[], tuple[list[FolderId], MailboxGateway] | None],
        wake: Callable[[], None],
    ) -> None:
        super().__init__(name="mail-listener", daemon=True)
        self._what, self._wake = what, wake
        self._stopping = threading.Event()

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        pause = _FIRST_PAUSE
        while not self._stopping.is_set():
            wait = 0.5
            try:
                if (found := self._what()) is not None:
                    folder_ids, gateway = found
                    wait = pause
                    is_connected = False
                    for notice in gateway.notifications(folder_ids):
                        if self._stopping.is_set():
                            return
                        if notice is not None or not is_connected:
                            self._wake()  # what came while nobody listened is never told
                        is_connected, pause = True, _FIRST_PAUSE
                    wait = 0.0
                    self._wake()
            except WrongPassword:
                wait = _LONGEST_PAUSE  # the sync says it; a new password makes a new gateway
            except GatewayError as error:
                _log.info("notifications ended: %s", type(error).__name__)
                wait, pause = pause, min(pause * 2, _LONGEST_PAUSE)
            except Exception:
                _log.warning("notifications ended", exc_info=True)
                wait, pause = pause, min(pause * 2, _LONGEST_PAUSE)
            self._stopping.wait(wait)

"""Listens for the mail server's streaming notifications and wakes the sync: new mail within seconds, not minutes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

from mail import FolderId, GatewayError, MailboxGateway, Offline, ServerBusy, WrongPassword

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 120.0
_LONGEST_OFFLINE = 4.0
"""Knocking at a server that is away costs a packet; when it is back she sees what came within seconds."""


class MailListener(threading.Thread):
    """Notifications are never complete and end after 30 minutes at most: each (re)connection is followed by a sync."""

    def __init__(
        self,
        what: Callable[[], tuple[list[FolderId], MailboxGateway] | None],
        wake: Callable[[], None],
        news: Callable[[Sequence[FolderId]], None] | None = None,
        first_pause: float = _FIRST_PAUSE,
    ) -> None:
        """``what`` there is to listen to; ``wake``: anything may be new; ``news``: in these folders something is."""
        super().__init__(name="mail-listener", daemon=True)
        self._what, self._wake = what, wake
        self._news = news or (lambda _: wake())
        self._first_pause = first_pause
        self._stopping = threading.Event()

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        pause = self._first_pause
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
                        if not is_connected or (notice is not None and not notice.folder_ids):
                            self._wake()  # what came while nobody listened is never told
                        elif notice is not None:
                            self._news(notice.folder_ids)
                        is_connected, pause = True, self._first_pause
                    wait = 0.0
                    self._wake()
            except WrongPassword:
                self._wake()  # the sync says it
                wait = _LONGEST_PAUSE  # a new password makes a new gateway
            except Offline as error:
                _log.info("notifications ended: %s", type(error).__name__)
                wait, pause = pause, min(pause * 2, _LONGEST_OFFLINE)
            except ServerBusy as error:
                wait, pause = max(pause, min(error.retry_after, 300.0)), min(pause * 2, _LONGEST_PAUSE)
            except GatewayError as error:
                _log.info("notifications ended: %s", type(error).__name__)
                wait, pause = pause, min(pause * 2, _LONGEST_PAUSE)
            except Exception:
                _log.warning("notifications ended", exc_info=True)
                wait, pause = pause, min(pause * 2, _LONGEST_PAUSE)
            self._stopping.wait(wait)

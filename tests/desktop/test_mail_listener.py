"""New mail wakes the sync; so does every connection, since what came while nobody listened is never told."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import Any

from desktop.mail_listener import MailListener
from mail import FolderId, Offline
from mail.model import ServerNotice
from tests.waiting import eventually

INBOX = FolderId("inbox")


class ScriptedGateway:
    """`notifications` yields what the script says, then keeps the line open in silence."""

    def __init__(self, *script: Sequence[ServerNotice | None] | Exception) -> None:
        self.script = list(script)
        self.connections = 0

    def notifications(self, folder_ids: Sequence[FolderId]) -> Iterator[ServerNotice | None]:
        self.connections += 1
        said = self.script.pop(0) if self.script else None
        if isinstance(said, Exception):
            raise said
        if said is not None:
            yield from said
            return
        while True:
            yield None


class Listening:
    def __init__(self, gateway: Any) -> None:
        self.wakes = 0
        self._lock = threading.Lock()
        self.listener = MailListener(lambda: ([INBOX], gateway), self._wake)

    def _wake(self) -> None:
        with self._lock:
            self.wakes += 1

    def __enter__(self) -> Listening:
        self.listener.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.stop()
        self.listener.join(10)
        assert not self.listener.is_alive()


def test_a_new_connection_is_followed_by_a_sync() -> None:
    with Listening(ScriptedGateway()) as run:
        eventually(lambda: run.wakes == 1)


def test_each_notice_wakes_the_sync() -> None:
    notice = ServerNotice((INBOX,))
    gateway = ScriptedGateway([None, notice, None, notice])
    with Listening(gateway) as run:
        eventually(lambda: gateway.connections >= 2)
        assert run.wakes >= 4  # connected, two notices, the end


def test_a_lost_line_is_taken_up_again(monkeypatch: Any) -> None:
    monkeypatch.setattr("desktop.mail_listener._FIRST_PAUSE", 0.01)
    gateway = ScriptedGateway(Offline("mail.btn.example"))
    with Listening(gateway) as run:
        eventually(lambda: gateway.connections >= 2 and run.wakes >= 1)

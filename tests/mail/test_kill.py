"""kill -9 of a real service process, again and again, in the middle of syncs and sends: the store opens, is whole, goes
on where it was, and every mail goes out exactly once. The server, in this process, survives as servers do."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.managers import BaseManager
from pathlib import Path
from typing import Any

import pytest

from mail import FolderRole, ItemId, MailboxSync, MailSettings, OutgoingState, open_mailbox
from mail.model import RawMessage
from tests.mail.builders import KEY, a_draft
from tests.mail.calendar.fake_calendar import FakeCalendar
from tests.mail.fake_gateway import ARCHIVE, DELETED, INBOX, SENT, FakeMailboxGateway
from tests.mail.soak.whole_store import check_whole

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",), body_chunk=3)
PASSWORD = b"between parent and child only"
PORT_METHODS = (
    "check_sign_in",
    "folders",
    "changes",
    "perform",
    "save_draft",
    "find_draft",
    "send_draft",
    "discard_draft",
    "find_sent",
)


class ServedGateway:
    """The fake behind a socket: one call at a time, and a hand on the process that calls."""

    def __init__(self, server: FakeMailboxGateway) -> None:
        self._server = server
        self._lock = threading.Lock()
        self._calls_left = 0
        self._delay = 0.0
        self._victim = 0

    def kill_after(self, calls: int, delay: float) -> None:
        self._calls_left, self._delay, self._victim = calls, delay, 0

    def here_i_am(self, process: int) -> None:
        self._victim = process

    def body(self, item_id: ItemId) -> list[RawMessage]:
        with self._lock:
            self._count()
            return list(self._server.bodies([item_id]))

    def call(self, method: str, *arguments: Any) -> Any:
        assert method in PORT_METHODS
        with self._lock:
            self._count()
            result = getattr(self._server, method)(*arguments)
            self._count()
            return result

    def _count(self) -> None:
        """Before a call and after it: the one is a request that never came, the other an answer that was lost."""
        self._calls_left -= 1
        if self._calls_left == 0 and self._victim:
            if self._delay:
                threading.Timer(self._delay, os.kill, (self._victim, signal.SIGKILL)).start()
            else:
                os.kill(self._victim, signal.SIGKILL)


class Manager(BaseManager):
    pass


class RemoteGateway:
    """`mail.MailboxGateway` as the child sees it."""

    def __init__(self, served: Any) -> None:
        self._served = served
        self.calendar = FakeCalendar()

    def bodies(self, item_ids: Sequence[ItemId]) -> Iterator[RawMessage]:
        for item_id in item_ids:
            yield from self._served.body(item_id)

    def __getattr__(self, method: str) -> Any:
        if method not in PORT_METHODS:
            raise AttributeError(method)
        return lambda *arguments: self._served.call(method, *arguments)


def service(address: Any, path: Path) -> None:
    """The child: syncs until it is killed, or until there is nothing left to do."""
    Manager.register("gateway")
    manager = Manager(address, PASSWORD)
    manager.connect()
    served = manager.gateway()  # type: ignore[attr-defined]
    served.here_i_am(os.getpid())
    sync = MailboxSync(RemoteGateway(served), path, KEY, SETTINGS)  # type: ignore[arg-type]
    for _ in range(3):
        for _ in sync.round():
            pass
    sync.close()


@contextmanager
def serving(server: FakeMailboxGateway) -> Iterator[tuple[ServedGateway, Any]]:
    served = ServedGateway(server)
    Manager.register("gateway", callable=lambda: served)
    manager = Manager(("127.0.0.1", 0), PASSWORD)
    listener: Any = manager.get_server()
    threading.Thread(target=_serve, args=(listener,), daemon=True).start()
    yield served, listener.address
    listener.stop_event.set()


def _serve(listener: Any) -> None:
    with suppress(SystemExit):
        listener.serve_forever()


@pytest.mark.whole_program
@pytest.mark.parametrize("seed", [1, 2])
def test_killed_again_and_again_nothing_is_lost_or_sent_twice(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "mail.db"
    server = FakeMailboxGateway(page_size=7, tells_new_ids=seed % 2 == 0)
    for number in range(60):
        server.deliver(f"Thư {number}", "chữ " * chance.randrange(2000))
    server.deliver("Lớn", chance.randbytes(2_500_000).hex())
    context = multiprocessing.get_context("spawn")
    mailbox = open_mailbox(path, KEY)
    drafts = []
    killed = 0
    with serving(server) as (served, address):
        for _ in range(5):
            served.kill_after(chance.randrange(1, 80), chance.choice([0.0, 0.0, chance.random() / 5]))
            for _ in range(2):
                drafts.append(a_draft(f"Gửi {len(drafts)}"))
                mailbox.send(drafts[-1])
            ids = mailbox.message_ids(INBOX)
            if len(ids) > 20:
                mailbox.mark_read(ids[::3])
                mailbox.move(ids[5:7], ARCHIVE)
                mailbox.delete(ids[9:11])
            process = context.Process(target=service, args=(address, path))
            process.start()
            process.join(60)
            killed += process.exitcode == -signal.SIGKILL
            assert process.exitcode in (0, -signal.SIGKILL)
            check_whole(path, KEY)
    assert killed >= 3
    shown = {folder: _subjects(mailbox, folder) for folder in (INBOX, ARCHIVE, DELETED)}
    sync = MailboxSync(server, path, KEY, SETTINGS)
    for _ in range(3):
        list(sync.round())
    sync.close()
    assert len(server.sent) == len(set(server.sent)) == len(drafts)
    assert {outgoing.state for outgoing in mailbox.outbox()} == {OutgoingState.SENT}
    for folder in mailbox.folders():
        summaries = mailbox.summaries(mailbox.message_ids(folder.id))
        theirs = [server.items[one].summary for one in server.ids_in(folder.id)]
        assert sorted((one.subject, one.is_read) for one in summaries) == sorted(
            (one.subject, one.is_read) for one in theirs
        )
        assert all(one.has_body and mailbox.message(one.id) for one in summaries)
        if folder.role not in (FolderRole.SENT, FolderRole.DRAFTS) and len(shown[INBOX]) > 40:
            assert _subjects(mailbox, folder.id) == shown[folder.id]
    assert len(mailbox.message_ids(SENT)) == len(drafts)
    everything = shown[INBOX] + shown[ARCHIVE] + shown[DELETED]
    assert len(everything) == len(set(everything))
    mailbox.close()


def _subjects(mailbox: Any, folder: Any) -> list[str]:
    return [one.subject for one in mailbox.summaries(mailbox.message_ids(folder))]

"""New mail is pushed over real EWS, and a line that swallows what is sent on it is noticed and caught up with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.mail_listener import MailListener
from desktop.sync_loop import SyncLoop
from mail import Account, Mailbox, MailboxSync, MailSettings, open_mailbox
from mail.ews import EwsMailboxGateway, notifications
from tests.journeys.line import Line
from tests.mail.builders import HANH, KEY
from tests.waiting import eventually
from ui.service_messages import MailEvent
from ui.sync_status import Feature

HOUR = 3600.0
"""No poll helps."""


class Office:
    def __init__(self, path: Path) -> None:
        self.server = DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))).start()
        self.server.heartbeat_seconds = 0.2
        self.line = Line(self.server.port)
        url = self.server.url.replace(str(self.server.port), str(self.line.port))
        settings = MailSettings(url, ("boldptxh.example",), timeout=1.0, poll_interval=HOUR)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, self.server.user_name), self.server.password)
        self.gateway = gateway
        self.mailbox: Mailbox = open_mailbox(path, KEY)
        self.loop = SyncLoop(
            Feature.MAIL, lambda: MailboxSync(gateway, path, KEY, settings), MailEvent, HOUR, lambda _: None
        )
        self.loop.start()
        eventually(lambda: self.loop.last_synced)
        folders = [folder.id for folder in self.mailbox.folders()]
        self.listener = MailListener(lambda: (folders, gateway), self.loop.wake, self.loop.news, first_pause=0.1)
        self.listener.start()
        eventually(lambda: "GetStreamingEvents" in self.server.requests)

    def subjects(self) -> list[str]:
        inbox = self.mailbox.folders()[0].id
        return [one.subject for one in self.mailbox.summaries(self.mailbox.message_ids(inbox))]

    def close(self) -> None:
        self.listener.stop()
        self.loop.stop()
        self.gateway.close()
        self.line.cut()
        self.loop.join(10)
        self.mailbox.close()
        self.server.stop()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(notifications, "LEAST_SILENCE", 0.6)
    office = Office(tmp_path / "mail.db")
    yield office
    office.close()


def test_new_mail_is_seen_without_a_poll(office: Office) -> None:
    for number in range(5):
        office.server.deliver(f"Thư {number}")
        eventually(lambda name=f"Thư {number}": name in office.subjects(), within=10)


def test_what_came_while_the_line_swallowed_everything_is_seen_after_it(office: Office) -> None:
    office.server.deliver("trước")
    eventually(lambda: "trước" in office.subjects())
    beats = _Beats(office)
    beats.known()
    office.line.swallows = True
    for number in range(100):
        office.server.deliver(f"Thư {number}")
    assert "Thư 0" not in office.subjects()
    beats.missed()
    office.line.swallows = False
    expected = sorted(["trước", *(f"Thư {number}" for number in range(100))])
    eventually(lambda: sorted(office.subjects()) == expected, within=20)
    office.server.deliver("sau")
    eventually(lambda: "sau" in office.subjects(), within=10)


class _Beats:
    """Waits by the server's heart, as seen on the line."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._count = 0
        inner = office.line.passed

        def passed(data: bytes) -> None:
            inner(data)
            self._count += data.count(b"StatusEvent")

        office.line.passed = passed  # type: ignore[method-assign]

    def known(self) -> None:
        self._more(notifications.KNOWN_BEATS + 1)

    def missed(self) -> None:
        self._more(3)

    def _more(self, beats: int) -> None:
        wanted = self._count + beats
        eventually(lambda: self._count >= wanted)

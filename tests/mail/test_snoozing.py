"""A mail put off leaves every list and comes back unread and on top, also after a restart; undo takes it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mail import FolderRole, Mailbox, MailboxSync, MailSettings, open_mailbox
from mail.first_rows import first_look
from tests.mail.builders import KEY
from tests.mail.fake_gateway import ARCHIVE, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
NOW = datetime.now(UTC)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def server() -> FakeMailboxGateway:
    server = FakeMailboxGateway()
    for number in range(3):
        server.deliver(f"Thư {number}", "Kính gửi", is_read=number == 0)
    return server


def synced(server: FakeMailboxGateway, path: Path) -> Mailbox:
    sync = MailboxSync(server, path, KEY, SETTINGS)
    list(sync.round())
    sync.close()
    return open_mailbox(path, KEY)


def unread(mailbox: Mailbox) -> tuple[int, int]:
    inbox = next(folder for folder in mailbox.folders() if folder.role is FolderRole.INBOX)
    return inbox.total_count, inbox.unread_count


def test_asleep_it_is_in_no_list_and_awake_it_is_unread_and_first(server: FakeMailboxGateway, tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    mailbox = synced(server, path)
    newest, _, oldest = mailbox.message_ids(INBOX)
    assert unread(mailbox) == (3, 2)
    mailbox.snoozing.snooze([oldest, newest], TOMORROW)
    assert oldest not in mailbox.message_ids(INBOX) and len(mailbox.message_ids(INBOX)) == 1
    assert unread(mailbox) == (1, 1)
    assert mailbox.snoozing.asleep() == [(one, TOMORROW) for one in sorted([oldest, newest])]
    look = first_look(path, KEY)
    assert look is not None and len(look.item_ids) == 1
    assert mailbox.snoozing.wake_due() == []
    mailbox.close()
    mailbox = open_mailbox(path, KEY)  # another day
    mailbox.mark_read(mailbox.message_ids(INBOX))
    server.deliver("Thư 3", "Kính gửi")
    assert set(mailbox.snoozing.wake_due(TOMORROW + timedelta(minutes=1))) == {oldest, newest}
    assert set(mailbox.message_ids(INBOX)[:2]) == {oldest, newest}
    assert set(mailbox.message_ids(INBOX, unread_only=True)) == {oldest, newest}
    assert unread(mailbox) == (3, 2)
    assert mailbox.snoozing.asleep() == []
    sync = MailboxSync(server, path, KEY, SETTINGS)
    list(sync.round())
    assert sum(not one.is_read for one in mailbox.summaries(mailbox.message_ids(INBOX))) == 3
    assert len(mailbox.message_ids(INBOX)) == 4
    sync.close()
    mailbox.close()


def test_undo_wakes_it_and_waking_is_undone_too(server: FakeMailboxGateway, tmp_path: Path) -> None:
    mailbox = synced(server, tmp_path / "mail.db")
    before = mailbox.message_ids(INBOX)
    mailbox.snoozing.snooze(before[:1], TOMORROW)
    mailbox.snoozing.snooze(before[:1], TOMORROW + timedelta(days=6))
    assert mailbox.undo() and mailbox.snoozing.asleep() == [(before[0], TOMORROW)]
    assert mailbox.undo() and mailbox.message_ids(INBOX) == before
    mailbox.snoozing.snooze(before[:1], TOMORROW)
    mailbox.snoozing.wake(before[:1])
    assert mailbox.message_ids(INBOX) == before
    assert mailbox.undo() and mailbox.snoozing.asleep() == [(before[0], TOMORROW)]
    mailbox.close()


def test_moved_meanwhile_it_wakes_where_it_is_and_gone_it_does_not_wake(
    server: FakeMailboxGateway, tmp_path: Path
) -> None:
    path = tmp_path / "mail.db"
    mailbox = synced(server, path)
    first, second, _ = mailbox.message_ids(INBOX)
    mailbox.snoozing.snooze([first, second], TOMORROW)
    mailbox.move([first], ARCHIVE)
    server.remove(server.ids_in(INBOX)[1])
    sync = MailboxSync(server, path, KEY, SETTINGS)
    list(sync.round())
    list(sync.round())
    sync.close()
    assert mailbox.snoozing.wake_due(TOMORROW) == [first]
    assert mailbox.message_ids(ARCHIVE) == [first]
    mailbox.close()

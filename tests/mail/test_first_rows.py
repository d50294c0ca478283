"""The first look shows what the mailbox itself shows, her pending acts included; what it cannot see it leaves alone."""

from __future__ import annotations

from pathlib import Path

from mail import FolderRole, MailboxSync, MailSettings, first_look, open_mailbox
from tests.mail.builders import KEY
from tests.mail.fake_gateway import ARCHIVE, INBOX, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


def a_synced_store(path: Path, count: int = 5) -> None:
    server = FakeMailboxGateway()
    for number in range(count):
        server.deliver(f"Thư số {number}", "nội dung", folder_id=INBOX, is_read=number % 2 == 0)
    sync = MailboxSync(server, path, KEY, SETTINGS)
    for _ in sync.round():
        pass
    sync.close()


def test_it_is_what_the_mailbox_shows(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    a_synced_store(path)
    mailbox = open_mailbox(path, KEY)
    ids = mailbox.message_ids(INBOX)
    mailbox.mark_read(ids[:2])
    mailbox.flag(ids[2:3])
    mailbox.move(ids[4:], ARCHIVE)

    look = first_look(path, KEY)

    assert look is not None
    assert list(look.folders) == mailbox.folders()
    assert look.item_ids == mailbox.message_ids(INBOX)
    assert list(look.summaries) == mailbox.summaries(mailbox.message_ids(INBOX))
    assert next(folder for folder in look.folders if folder.id == look.folder_id).role is FolderRole.INBOX
    mailbox.close()


def test_only_the_newest_are_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    a_synced_store(path, count=130)
    mailbox = open_mailbox(path, KEY)

    look = first_look(path, KEY)

    assert look is not None and look.item_ids == mailbox.message_ids(INBOX)[:100]
    mailbox.close()


def test_another_key_no_file_and_a_damaged_one_show_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    a_synced_store(path)
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"\0" * 8192)

    assert first_look(path, bytes(32)) is None
    assert first_look(tmp_path / "none.db", KEY) is None
    assert first_look(damaged, KEY) is None
    assert not (tmp_path / "none.db").exists()

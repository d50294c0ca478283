"""Whom the mailbox knows: those she exchanges mail with, most often met first; nobody from what she deleted."""

from __future__ import annotations

from pathlib import Path

from mail import MailboxSync, MailSettings, Person, open_mailbox
from tests.mail.builders import KEY
from tests.mail.fake_gateway import DELETED, INBOX, SENT, FakeMailboxGateway

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
LAN = Person("Đặng Thị Lan Anh", "anh.dtl@boldptxh.example")
LONG = Person("Phạm Đức Long", "long.pd@boldptxh.example")
SPAM = Person("Quảng cáo", "qc@gmail.example")


def test_people_are_known_by_how_often_they_are_met(tmp_path: Path) -> None:
    server = FakeMailboxGateway()
    for sender, times in ((LONG, 1), (LAN, 2), (Person("", "ANH.DTL@boldptxh.example"), 1)):
        for number in range(times):
            server.deliver(f"Thư {number}", "nội dung", folder_id=INBOX, sender=sender)
    server.deliver("Khuyến mại", "nội dung", folder_id=DELETED, sender=SPAM)
    server.deliver("Báo cáo", "nội dung", folder_id=SENT, sender=Person("Hạnh", "hanh.ntm@boldptxh.example"))
    path = tmp_path / "mail.db"
    sync = MailboxSync(server, path, KEY, SETTINGS)
    for _ in sync.round():
        pass
    sync.close()
    mailbox = open_mailbox(path, KEY)
    try:
        people = mailbox.people()
        addresses = [one.address.casefold() for one in people]
        assert SPAM.address not in addresses
        assert addresses.count(LAN.address) == 1
        assert addresses.index(LAN.address) < addresses.index(LONG.address)
        assert people[addresses.index(LAN.address)].name == LAN.name
        assert len(mailbox.people(limit=1)) == 1
    finally:
        mailbox.close()

"""Whom the mailbox knows: those she exchanges mail with, most often met first; nobody from what she deleted."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from mail import DirectoryEntry, MailboxSync, MailSettings, Person, open_mailbox
from mail.directory.found import MOST_KEPT
from tests.mail.builders import KEY, NAM
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


def test_those_the_directory_told_of_are_offered_offline_after_those_met(tmp_path: Path) -> None:
    server = FakeMailboxGateway()
    server.deliver("Thư", sender=NAM)
    thang = DirectoryEntry(Person("Đỗ Đức Thắng", "Thang.DD@boldptxh.example"), "Vụ trưởng", "Vụ Pháp chế")
    with closing(MailboxSync(server, tmp_path / "mail.db", KEY, SETTINGS)) as sync:
        list(sync.round())
    with closing(open_mailbox(tmp_path / "mail.db", KEY)) as mailbox:
        mailbox.remember_people([thang, DirectoryEntry(NAM), DirectoryEntry(Person("Không thư", ""))])
        mailbox.remember_people([replace(thang, post="Thứ trưởng")])
        people = mailbox.people()
        assert people[0].address == NAM.address
        assert [one.address for one in people].count(NAM.address) == 1
        assert people[-1] == thang.person and "" not in [one.address for one in people]


def test_of_those_the_directory_told_of_the_newest_are_kept(tmp_path: Path) -> None:
    with closing(open_mailbox(tmp_path / "mail.db", KEY)) as mailbox:
        for start in range(0, 6000, 1000):
            mailbox.remember_people(
                [DirectoryEntry(Person(f"Người {n}", f"n{n}@x.example")) for n in range(start, start + 1000)]
            )
        assert len(mailbox.people(limit=0)) == MOST_KEPT

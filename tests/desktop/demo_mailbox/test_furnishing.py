"""The demo's mailbox has something to show in every dialog about the mailbox itself."""

from __future__ import annotations

from desktop.demo_ministry.mailbox import DemoMailbox
from desktop.demo_ministry.story.furnishing import OFFICE, furnish
from mail import (
    Account,
    CheckSharedMailbox,
    FolderRole,
    Fullness,
    GetContacts,
    GetInboxRules,
    GetQuota,
    GetTasks,
    MailSettings,
    MasterCategories,
)
from mail.ews.gateway import EwsMailboxGateway


def test_everything_is_there() -> None:
    with DemoMailbox() as box:
        furnish(box)
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(box.address, box.user_name), box.password)
        assert len(MasterCategories().put_to(gateway)) == 5
        rules = GetInboxRules().put_to(gateway).rules
        assert [(rule.name, rule.is_enabled) for rule in rules] == [("Giấy mời họp", True), ("Bản tin nội bộ", False)]
        assert rules[0].actions[0] == ("MoveToFolder", ("Giấy mời họp",))
        assert GetQuota().put_to(gateway).fullness is Fullness.FINE
        assert [task.is_complete for task in GetTasks().put_to(gateway)] == [False, False, True]
        assert GetContacts().put_to(gateway)[0].person.name == "Nguyễn Văn Bình"
        assert CheckSharedMailbox(OFFICE.address).put_to(gateway).owner.name == OFFICE.name
        office = gateway.of(OFFICE.address)
        inbox = next(one for one in office.folders(None).folders if one.role is FolderRole.INBOX)
        assert len(office.changes(inbox.id, None).items) == 3
        office.close()
        gateway.close()

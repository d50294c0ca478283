"""A mailbox server as the contract sees it, twice: in memory, and the demo mailbox server behind EWS."""

from __future__ import annotations

from typing import Protocol

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import Account, FolderId, FolderRole, ItemId, MailboxGateway, MailSettings, Person
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH
from tests.mail.fake_gateway import ARCHIVE, FakeMailboxGateway

PAGE = 4


class World(Protocol):
    gateway: MailboxGateway
    owner: Person
    other_folder: FolderId
    """A folder beside the well-known ones."""

    def deliver(self, subject: str) -> ItemId: ...
    def mark_read(self, item_id: ItemId, is_read: bool) -> None: ...
    def remove(self, item_id: ItemId) -> None: ...
    def rename_folder(self, folder: FolderId, name: str) -> None: ...
    def remove_folder(self, folder: FolderId) -> None: ...
    def lose_sync_states(self) -> None: ...
    def be_busy(self) -> None: ...
    def behave(self) -> None: ...
    def lose_answer_of_send(self) -> None: ...
    def lose_answer_of_save(self) -> None: ...
    def mails_sent(self) -> int: ...
    def close(self) -> None: ...


class FakeWorld:
    def __init__(self) -> None:
        self.fake = FakeMailboxGateway(page_size=PAGE)
        self.gateway: MailboxGateway = self.fake
        self.owner = self.fake.owner
        self.other_folder = ARCHIVE

    def deliver(self, subject: str) -> ItemId:
        return self.fake.deliver(subject)

    def mark_read(self, item_id: ItemId, is_read: bool) -> None:
        self.fake.mark_read(item_id, is_read)

    def remove(self, item_id: ItemId) -> None:
        self.fake.remove(item_id)

    def rename_folder(self, folder: FolderId, name: str) -> None:
        self.fake.rename_folder(folder, name)

    def remove_folder(self, folder: FolderId) -> None:
        self.fake.remove_folder(folder)

    def lose_sync_states(self) -> None:
        self.fake.lose_sync_states()

    def be_busy(self) -> None:
        self.fake.be_busy(7)

    def behave(self) -> None:
        self.fake.mend()

    def lose_answer_of_send(self) -> None:
        self.fake.lose_answer("send_draft")

    def lose_answer_of_save(self) -> None:
        self.fake.lose_answer("save_draft")

    def mails_sent(self) -> int:
        return len(self.fake.sent)

    def close(self) -> None:
        self.gateway.close()


class EwsWorld:
    def __init__(self) -> None:
        story = MailboxStory(owner=Correspondent(HANH.name, HANH.address), own_folders=("Hồ sơ",))
        self.box = DemoMailbox(story).start()
        self.owner = HANH
        settings = MailSettings(
            ews_url=self.box.url, own_domains=("boldptxh.example",), page_size=PAGE, body_chunk=2, timeout=10
        )
        account = Account(HANH.address, self.box.user_name, HANH.name)
        self.gateway: MailboxGateway = EwsMailboxGateway(settings, account, self.box.password)
        self.other_folder = FolderId(next(folder.id for folder in self.box.folders if folder.name == "Hồ sơ"))

    def deliver(self, subject: str) -> ItemId:
        return ItemId(self.box.deliver(subject))

    def mark_read(self, item_id: ItemId, is_read: bool) -> None:
        self.box.mark_read(item_id, is_read)

    def remove(self, item_id: ItemId) -> None:
        self.box.delete(item_id)

    def rename_folder(self, folder: FolderId, name: str) -> None:
        self.box.rename_folder(folder, name)

    def remove_folder(self, folder: FolderId) -> None:
        self.box.delete_folder(folder)

    def lose_sync_states(self) -> None:
        self.box.forget_sync_states()

    def be_busy(self) -> None:
        self.box.be_busy(7)

    def behave(self) -> None:
        self.box.behave()

    def lose_answer_of_send(self) -> None:
        self.box.cut_after_commit("SendItem")

    def lose_answer_of_save(self) -> None:
        self.box.cut_after_commit("CreateItem")

    def mails_sent(self) -> int:
        return len(self.box.sent)

    def close(self) -> None:
        self.gateway.close()
        self.box.stop()


class EwsWorldOf2010(EwsWorld):
    def __init__(self) -> None:
        super().__init__()
        self.box.speak_as_2010()
        self.gateway.check_sign_in()  # as the sync begins, and learns which Exchange it is


def folder_with(gateway: MailboxGateway, role: FolderRole) -> FolderId:
    return next(folder.id for folder in gateway.folders(None).folders if folder.role is role)

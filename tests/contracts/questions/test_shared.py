"""What every `SharedMailboxesGateway` promises: the owner's mail or a refusal, never somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from desktop.demo_ministry.mailbox import DirectoryEntry as DemoEntry
from desktop.demo_ministry.mailbox.service_handles import SharedHandle
from mail import Account, CheckSharedMailbox, FolderRole, MailSettings, Person, Refused
from mail.ews.gateway import EwsMailboxGateway
from mail.model import MarkRead
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway

OFFICE = Person("Văn phòng Bộ", "vanphong@boldptxh.example")


@dataclass
class World:
    gateway: FakeMailboxGateway | EwsMailboxGateway
    box: DemoMailbox | None = None
    shared: list[SharedHandle | FakeMailboxGateway] = field(default_factory=list)

    def share(self, *, may_read: bool = True, gives_own: bool = False) -> None:
        if self.box is not None:
            owner = Correspondent(OFFICE.name, OFFICE.address)
            self.shared.append(self.box.share(owner, may_read=may_read, gives_own=gives_own))
            return
        assert isinstance(self.gateway, FakeMailboxGateway)
        self.gateway.shared.mailboxes[OFFICE.address] = FakeMailboxGateway(owner=OFFICE)
        self.shared.append(self.gateway.shared.mailboxes[OFFICE.address])
        if not may_read:
            self.gateway.shared.closed.add(OFFICE.address)
        if gives_own:
            self.gateway.shared.gives_own.add(OFFICE.address)

    def deliver_own(self, subject: str) -> None:
        if self.box is not None:
            self.box.deliver(subject)
        else:
            assert isinstance(self.gateway, FakeMailboxGateway)
            self.gateway.deliver(subject)


@pytest.fixture(params=["fake", "ews"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "fake":
        yield World(FakeMailboxGateway())
        return
    directory = (DemoEntry(Correspondent(OFFICE.name, OFFICE.address)),)
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address), directory)) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        yield World(gateway, box)
        gateway.close()


def refusal(world: World, address: str = OFFICE.address) -> str:
    with pytest.raises(Refused) as refused:
        CheckSharedMailbox(address).put_to(world.gateway)
    return refused.value.code


def test_one_that_is_shared_is_told_with_its_owners_name(world: World) -> None:
    world.share()
    assert CheckSharedMailbox(" VanPhong@boldptxh.example ").put_to(world.gateway).owner == OFFICE


def test_its_mail_is_its_owners_and_acts_go_there(world: World) -> None:
    world.share()
    world.deliver_own("Thư của tôi")
    item = world.shared[0].deliver("Thư của văn phòng")
    other = world.gateway.of(OFFICE.address)
    assert other.check_sign_in() == OFFICE
    inbox = next(one for one in other.folders(None).folders if one.role is FolderRole.INBOX)
    (row,) = other.changes(inbox.id, None).items
    assert (row.subject, row.id) == ("Thư của văn phòng", item)
    assert b"MIME" in next(iter(other.bodies([row.id]))).mime
    other.perform(MarkRead(row.id, True))
    if isinstance(world.shared[0], SharedHandle):
        assert world.shared[0].items() == [("Thư của văn phòng", True, ())]
    own = next(one for one in world.gateway.folders(None).folders if one.role is FolderRole.INBOX)
    assert [one.subject for one in world.gateway.changes(own.id, None).items] == ["Thư của tôi"]
    if other is not world.gateway.shared:
        other.close()


def test_one_that_is_not_there_or_not_shared_is_refused_alike(world: World) -> None:
    assert refusal(world) == "NotShared"
    world.share(may_read=False)
    assert refusal(world) == "NotShared"


def test_ones_own_is_no_shared_one(world: World) -> None:
    assert refusal(world, HANH.address.upper()) == "OwnMailbox"


def test_a_server_that_gives_her_own_mail_for_anothers_is_found_out(world: World) -> None:
    world.deliver_own("Thư của tôi")
    world.share(gives_own=True)
    assert refusal(world) == "NotTheOwnersMailbox"
    if world.box is not None:  # each sync asks again before it takes anything
        with pytest.raises(Refused):
            world.gateway.of(OFFICE.address).check_sign_in()


def test_the_name_of_an_inbox_alone_does_not_deceive() -> None:
    """An Inbox with an id of its own that lies in her store."""
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        shared = box.share(Correspondent("Giả", OFFICE.address))
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        shared.access.exchange.store_owner = HANH.address
        with pytest.raises(Refused) as refused:
            gateway.shared.check(OFFICE.address)
        assert refused.value.code == "NotTheOwnersMailbox"
        gateway.close()

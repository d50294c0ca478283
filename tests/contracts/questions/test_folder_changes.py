"""What every `FolderChangesGateway` promises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.demo_ministry.mailbox import Correspondent, DemoMailbox, MailboxStory
from mail import (
    Account,
    CreateFolder,
    Folder,
    FolderId,
    FolderRole,
    ItemGone,
    MailSettings,
    Refused,
    RemoveFolder,
    RenameFolder,
)
from mail.ews.gateway import EwsMailboxGateway
from tests.mail.builders import HANH
from tests.mail.fake_gateway import FakeMailboxGateway

Gateway = FakeMailboxGateway | EwsMailboxGateway


@pytest.fixture(params=["fake", "ews"])
def server(request: pytest.FixtureRequest) -> Iterator[Gateway]:
    if request.param == "fake":
        yield FakeMailboxGateway()
        return
    with DemoMailbox(MailboxStory(Correspondent(HANH.name, HANH.address))) as box:
        settings = MailSettings(box.url, ("boldptxh.example",), timeout=10)
        gateway = EwsMailboxGateway(settings, Account(HANH.address, box.user_name), box.password)
        gateway.check_sign_in()
        yield gateway
        gateway.close()


def tree(server: Gateway) -> dict[FolderId, Folder]:
    return {one.id: one for one in server.folders(None).folders}


def well_known(server: Gateway, role: FolderRole) -> FolderId:
    return next(one.id for one in tree(server).values() if one.role is role)


def test_a_folder_is_made_renamed_and_thrown_away(server: Gateway) -> None:
    inbox = well_known(server, FolderRole.INBOX)
    folder_id = CreateFolder("Cải cách hành chính", inbox).put_to(server)
    assert tree(server)[folder_id].name == "Cải cách hành chính" and tree(server)[folder_id].parent_id == inbox
    RenameFolder(folder_id, "CCHC 2026").put_to(server)
    assert tree(server)[folder_id].name == "CCHC 2026"
    RemoveFolder(folder_id).put_to(server)
    assert tree(server)[folder_id].parent_id == well_known(server, FolderRole.DELETED), "nothing in it is lost"


def test_beside_the_inbox_without_a_parent(server: Gateway) -> None:
    folder_id = CreateFolder("Dự án").put_to(server)
    assert tree(server)[folder_id].parent_id == tree(server)[well_known(server, FolderRole.INBOX)].parent_id


def test_two_of_one_name_are_refused(server: Gateway) -> None:
    first, second = CreateFolder("Một").put_to(server), CreateFolder("Hai").put_to(server)
    with pytest.raises(Refused) as refused:
        CreateFolder("một").put_to(server)
    assert refused.value.code == "ErrorFolderExists"
    with pytest.raises(Refused):
        RenameFolder(second, "Một").put_to(server)
    assert tree(server)[first].name == "Một" and tree(server)[second].name == "Hai"


def test_what_is_gone_or_well_known_is_left_alone(server: Gateway) -> None:
    with pytest.raises((ItemGone, Refused)):
        RenameFolder(FolderId("khong-co"), "x").put_to(server)
    with pytest.raises(Refused):
        RemoveFolder(well_known(server, FolderRole.INBOX)).put_to(server)
    assert well_known(server, FolderRole.INBOX)

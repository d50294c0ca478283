"""Folders are made, renamed and thrown away on the server; what it refuses, or no line, is said."""

from __future__ import annotations

from mail import FolderId, Offline
from mail.folder_changes import CreateFolder, RemoveFolder, RenameFolder
from tests.mail.fake_gateway import INBOX, FakeMailboxGateway
from tests.ui.mail_page.conftest import RealDesk
from tests.ui.waiting import wait_until
from ui.mail_page.folder_deeds import FolderDeeds


def answered_by(real: RealDesk, server: FakeMailboxGateway) -> FolderDeeds:
    for kind in (CreateFolder, RenameFolder, RemoveFolder):
        real.service.replies[kind] = lambda question: question.put_to(server)
    real.round()
    wait_until(lambda: real.page.folder_list.folders)
    return real.page.side.folder_deeds


def names(real: RealDesk) -> dict[str, FolderId | None]:
    return {one.name: one.parent_id for one in real.page.folder_list.folders.values()}


def test_made_renamed_taken_back_and_thrown_away(real: RealDesk) -> None:
    deeds = answered_by(real, real.server)
    deeds.create("Dự án", real.page.folder_list.folders[INBOX])
    wait_until(lambda: any("Đã tạo thư mục “Dự án”" in one.text for one in real.said))
    real.round()
    wait_until(lambda: names(real).get("Dự án") == INBOX)
    folder = next(one for one in real.page.folder_list.folders.values() if one.name == "Dự án")
    deeds.rename(folder, "Dự án A")
    wait_until(lambda: any("nay tên là “Dự án A”" in one.text for one in real.said))
    real.round()
    wait_until(lambda: "Dự án A" in names(real))
    assert real.said[-1].action is not None
    real.said[-1].action()
    wait_until(lambda: real.server.tree[folder.id].name == "Dự án")
    deeds.remove(folder)
    wait_until(lambda: any("vào Thư đã xoá" in one.text for one in real.said))
    real.round()
    wait_until(lambda: names(real).get("Dự án") == FolderId("deleteditems"))


def test_a_name_that_is_taken_and_no_line_are_said(real: RealDesk) -> None:
    deeds = answered_by(real, real.server)
    inbox = real.page.folder_list.folders[INBOX]
    deeds.create("Một", inbox)
    wait_until(lambda: any("Đã tạo" in one.text for one in real.said))
    deeds.create("một", inbox)
    wait_until(lambda: any("đã có thư mục tên này" in one.text for one in real.said))
    errors: list[Exception] = []
    real.page._tools.notices.error_raised.connect(errors.append)

    def no_line(_: object) -> object:
        raise Offline("mail")

    real.service.replies[CreateFolder] = no_line
    deeds.create("Hai", inbox)
    wait_until(lambda: errors)
    assert isinstance(errors[0], Offline) and len(names(real)) == len(real.server.tree) - 1

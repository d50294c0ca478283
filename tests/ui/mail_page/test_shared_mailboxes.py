"""She opens a mailbox shared with her, reads and acts in it, and closes it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mail import (
    CheckSharedMailbox,
    FolderId,
    MailboxSync,
    MailboxWithShared,
    MailSettings,
    Person,
    Refused,
    SharedMailbox,
    SharedMailboxFailed,
    SharedMailSync,
)
from mail.model import SyncProgress
from tests.mail.builders import KEY
from tests.mail.fake_gateway import DELETED, FakeMailboxGateway
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.mail_page.conftest import OneDocumentArchive
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage
from ui.mailbox_services.shared_dialog import SharedDialog
from ui.notices import Notice
from ui.service_messages import MailEvent

SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))
OFFICE = Person("Văn phòng Bộ", "vanphong@boldptxh.example")


@dataclass
class Desk:
    page: MailPage
    own: FakeMailboxGateway
    office: FakeMailboxGateway
    service: FakeService
    said: list[Notice]
    mailbox: MailboxWithShared
    syncs: tuple[MailboxSync, SharedMailSync]

    def round(self) -> None:
        for sync in self.syncs:
            for event in sync.round():
                if not isinstance(event, SyncProgress):
                    self.service.say(MailEvent(event))

    def names(self) -> list[str]:
        tree = self.page.folder_list
        return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]

    def office_inbox(self) -> FolderId | None:
        folders = self.page.folder_list.folders.values()
        return next((one.id for one in folders if one.id.startswith("@") and one.role.value == "inbox"), None)

    def open_dialog(self, address: str) -> SharedDialog:
        self.page.mailbox_menu.open_shared()
        dialog = self.page.findChildren(SharedDialog)[-1]
        QTest.keyClicks(dialog.address, address)
        assert dialog.save_button is not None
        dialog.save_button.click()
        return dialog


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "mail.db"
    mailbox = MailboxWithShared(path, KEY)
    own, office, service = FakeMailboxGateway(), FakeMailboxGateway(owner=OFFICE), FakeService()
    own.shared.mailboxes[OFFICE.address] = office
    own.deliver(subject="Thư của tôi")
    office.deliver(subject="Công văn đến văn phòng", text="Kính gửi Văn phòng Bộ.")
    service.replies[CheckSharedMailbox] = lambda question: question.put_to(own)
    said: list[Notice] = []
    syncs = MailboxSync(own, path, KEY, SETTINGS), SharedMailSync(lambda: own, path, KEY, SETTINGS)
    tools = build_tools(tmp_path, service=service, open_mailbox=lambda: mailbox, open_archive=OneDocumentArchive)
    tools.notices.raised.connect(said.append)
    page = MailPage(tools)
    page.resize(1200, 800)
    page.show()
    page.activate()
    made = Desk(page, own, office, service, said, mailbox, syncs)
    made.round()
    wait_until(lambda: len(page.message_list.messages.ids) == 1)
    yield made
    page.close()
    close_tools(tools)
    for sync in syncs:
        sync.close()
    mailbox.close()


def test_she_opens_it_reads_acts_and_closes_it(desk: Desk) -> None:
    desk.open_dialog("vanphong@boldptxh.example")
    wait_until(lambda: "Văn phòng Bộ" in desk.names())
    assert any("Đã mở hộp thư của Văn phòng Bộ" in one.text for one in desk.said)
    desk.round()
    wait_until(desk.office_inbox)
    inbox = desk.office_inbox()
    assert inbox is not None
    desk.page.folder_list.choose(inbox)
    messages = desk.page.message_list.messages
    wait_until(
        lambda: [row.subject for one in messages.ids if (row := messages.held(one))] == ["Công văn đến văn phòng"]
    )
    desk.page.message_list.stand_on(0)
    wait_until(lambda: desk.page.reader.message is not None)
    assert "Văn phòng Bộ" in desk.page.reader.body.toPlainText()
    QTest.keyClick(desk.page.message_list, Qt.Key.Key_Delete)
    wait_until(lambda: desk.mailbox.message_ids(inbox) == [])
    desk.round()
    assert [item.summary.folder_id for item in desk.office.items.values()] == [DELETED]
    assert len(desk.own.items) == 1
    desk.page.mailbox_menu.close_shared(desk.mailbox.shared()[0])
    wait_until(lambda: "Văn phòng Bộ" not in desk.names())


def test_a_search_shows_what_was_found_in_it_with_its_folders_name(desk: Desk) -> None:
    desk.mailbox.open_shared(SharedMailbox(OFFICE))
    desk.round()
    wait_until(desk.office_inbox)
    page = desk.page
    found = page.message_list.messages

    def spoken() -> list[str]:
        rows = [found.held(one) for one in found.ids]
        return [page.message_list.row.spoken(row) for row in rows if row is not None]

    page.list_pane.search.setText("thu cua toi")
    wait_until(lambda: len(spoken()) == 1 and "Hộp thư đến" in spoken()[0])
    assert "Văn phòng Bộ/" not in spoken()[0]
    page.list_pane.search.setText("kinh gui van phong")
    wait_until(lambda: [one for one in spoken() if "Công văn đến văn phòng" in one])
    assert "Văn phòng Bộ/Hộp thư đến" in spoken()[0]
    assert "Văn phòng Bộ/Hộp thư đến" in page.list_pane.folder_names()
    page.list_pane.search.setText('trong:"Văn phòng Bộ/Hộp thư đến"')
    wait_until(lambda: page.shown.is_search and len(spoken()) == 1 and "Công văn đến văn phòng" in spoken()[0])
    assert not page.list_pane.search_remark.isVisible()


def test_a_mail_of_it_is_not_put_off_and_she_is_told(desk: Desk) -> None:
    desk.mailbox.open_shared(SharedMailbox(OFFICE))
    desk.round()
    wait_until(desk.office_inbox)
    inbox = desk.office_inbox()
    assert inbox is not None
    (item,) = desk.mailbox.message_ids(inbox)
    (own,) = desk.mailbox.message_ids(desk.page.folder_list.current)  # type: ignore[arg-type]
    desk.page.side.triage.snooze([item, own], datetime.now(UTC) + timedelta(days=1))
    wait_until(lambda: [one for one, _ in desk.mailbox.snoozing.asleep()] == [own])
    assert any("hộp thư dùng chung không hẹn" in one.text for one in desk.said)
    assert list(desk.mailbox.message_ids(inbox)) == [item]


def test_a_refusal_is_said_in_the_dialog_and_nothing_is_opened(desk: Desk) -> None:
    desk.own.shared.gives_own.add(OFFICE.address)
    dialog = desk.open_dialog(OFFICE.address)
    wait_until(lambda: "một hộp thư khác" in dialog.state.text())
    assert dialog.isVisible() and desk.mailbox.shared() == []
    dialog.address.clear()
    assert dialog.save_button is not None and not dialog.save_button.isEnabled() and dialog.state.text() == ""
    QTest.keyClicks(dialog.address, "khong@co.example")
    dialog.save()
    wait_until(lambda: "chưa được chia sẻ" in dialog.state.text())


def test_one_that_no_longer_opens_is_said_with_its_name(desk: Desk) -> None:
    desk.service.say(MailEvent(SharedMailboxFailed(SharedMailbox(OFFICE), Refused("NotShared"))))
    wait_until(lambda: desk.said)
    assert desk.said[-1].text.startswith("Hộp thư của Văn phòng Bộ: Không có hộp thư này")


def test_the_menu_names_those_that_are_open(desk: Desk) -> None:
    desk.open_dialog(OFFICE.address)
    wait_until(lambda: desk.page.mailbox_menu._shared)
    for _ in range(2):
        desk.page.mailbox_menu.menu.aboutToShow.emit()
    words = [action.text() for action in desk.page.mailbox_menu.menu.actions()]
    assert words.count("Đóng hộp thư của Văn phòng Bộ") == 1

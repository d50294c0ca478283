"""A mail page on a mailbox in memory, open on the Inbox (`desk`); and one on the real store with a real sync behind it
and a server in memory (`real`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from docs_archive import DocumentId, DocumentSummary, LegalStatus
from mail import Mailbox, MailboxSync, MailSettings, open_mailbox
from tests.mail.builders import KEY
from tests.mail.fake_gateway import FakeMailboxGateway
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.mail_page.fake_mailbox import INBOX, FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage
from ui.notices import Notice
from ui.page_tools import PageTools
from ui.service_messages import MailEvent


class OneDocumentArchive:
    """Holds one document: the one mails cite."""

    def find_by_number(self, number: str, on: date | None = None) -> list[DocumentSummary]:
        if "12/2024" not in number:
            return []
        status = LegalStatus.IN_FORCE
        return [
            DocumentSummary(
                DocumentId("d12"), "12/2024/TT-BLĐPTXH", "Thông tư", "Báo cáo", "Bộ", None, None, None, status, status
            )
        ]

    def close(self) -> None:
        pass


@dataclass
class MailDesk:
    """A page and what a test wishes to reach of its surroundings."""

    page: MailPage
    box: FakeMailbox
    tools: PageTools
    service: FakeService
    said: list[Notice]

    def open(self) -> None:
        self.page.resize(1200, 800)
        self.page.show()
        self.page.activate()
        wait_until(lambda: self.page.folder_list.current == INBOX and self.page.shown._is_loaded)

    def stand_on(self, row: int) -> None:
        """Choose a row and wait until its message is read."""
        self.page.message_list.stand_on(row)
        wait_until(lambda: self.page.reader.message is not None and self.page.reader.item_id == self.ids[row])

    @property
    def ids(self) -> list[str]:
        return list(self.page.message_list.messages.ids)

    def words_said(self) -> list[str]:
        return [notice.text for notice in self.said]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[MailDesk]:
    box, service = FakeMailbox(), FakeService()
    said: list[Notice] = []
    tools = build_tools(tmp_path, service=service, open_mailbox=lambda: box, open_archive=OneDocumentArchive)
    tools.notices.raised.connect(said.append)
    page = MailPage(tools)
    yield MailDesk(page, box, tools, service, said)
    for composer in list(page.writing.open_composers.values()):
        composer.close()
    page.close()
    close_tools(tools)


SETTINGS = MailSettings("https://mail.boldptxh.example/EWS/Exchange.asmx", ("boldptxh.example",))


@dataclass
class RealDesk:
    page: MailPage
    server: FakeMailboxGateway
    sync: MailboxSync
    service: FakeService
    said: list[Notice]
    mailbox: Mailbox

    def in_store(self) -> int:
        """How many messages the Inbox has in the store, her written acts laid over it: the list shows acts before."""
        return len(self.mailbox.message_ids(INBOX))

    def round(self) -> None:
        """One round of the sync; what it tells reaches the page as it would from the service."""
        for event in self.sync.round():
            self.service.say(MailEvent(event))

    @property
    def ids(self) -> list[str]:
        return list(self.page.message_list.messages.ids)

    def subjects(self) -> list[str]:
        held = [self.page.message_list.messages.summary(row) for row in range(len(self.ids))]
        return [one.subject if one is not None else "?" for one in held]


@pytest.fixture
def real(qapp: QApplication, tmp_path: Path) -> Iterator[RealDesk]:
    path = tmp_path / "mail.db"
    opened: list[Mailbox] = [open_mailbox(path, KEY)]
    server, service = FakeMailboxGateway(), FakeService()
    said: list[Notice] = []
    sync = MailboxSync(server, path, KEY, SETTINGS)
    tools = build_tools(tmp_path, service=service, open_mailbox=lambda: opened[0], open_archive=OneDocumentArchive)
    tools.notices.raised.connect(said.append)
    page = MailPage(tools)
    page.resize(1200, 800)
    page.show()
    page.activate()
    yield RealDesk(page, server, sync, service, said, opened[0])
    for composer in list(page.writing.open_composers.values()):
        composer.close()
    page.close()
    close_tools(tools)
    sync.close()
    opened[0].close()

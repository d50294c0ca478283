"""A mail page on a mailbox in memory, open on the Inbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from docs_archive import DocumentId, DocumentSummary, LegalStatus
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.mail_page.fake_mailbox import INBOX, FakeMailbox
from tests.ui.waiting import wait_until
from ui.mail_page import MailPage
from ui.notices import Notice
from ui.page_tools import PageTools


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

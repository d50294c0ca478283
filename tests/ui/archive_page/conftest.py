"""A documents page on an archive in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from docs_archive import DocumentId, LegalStatus
from tests.ui.archive_page.fake_archive import FakeArchive, replaced_by
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.archive_page import ArchivePage
from ui.notices import Notice
from ui.page_tools import PageTools


@dataclass
class LawDesk:
    page: ArchivePage
    archive: FakeArchive
    tools: PageTools
    service: FakeService
    said: list[Notice]

    def open(self) -> None:
        self.page.resize(1200, 800)
        self.page.show()
        self.page.activate()
        wait_until(lambda: self.page._answer is not None)

    def search(self, words: str) -> list[str]:
        """Type, wait for the answer to exactly that, and give the numbers found."""
        self.page.search_bar.words.setText(words)
        wait_until(lambda: self.page._answer is not None and self.page._answer.query.words == words)
        return [hit.summary.number for hit in self.page.result_list.results.hits]

    def wait_open(self, name: str) -> None:
        view = self.page.document_view
        wait_until(
            lambda: view.document is not None and view.document.summary.id == DocumentId(name) and view.text.is_built,
            what=f"{name} open",
        )


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[LawDesk]:
    archive, service = FakeArchive(), FakeService()
    said: list[Notice] = []
    new = archive.add("tt12", "12/2024/TT-BLĐPTXH", "Hướng dẫn chế độ báo cáo lao động")
    archive.add(
        "tt03",
        "03/2021/TT-BLĐPTXH",
        "Quy định chế độ báo cáo",
        status=LegalStatus.EXPIRED,
        year=2021,
        text="Điều 1. Thuê lao động\nNội dung cũ.\n",
        relations=(replaced_by("12/2024/TT-BLĐPTXH", new), replaced_by("99/2020/TT-X", None)),
    )
    archive.add("luat", "64/2025/QH15", "Ban hành văn bản", kind="Luật", year=2025, text="Điều 1. Thuế\nNội dung.\n")
    tools = build_tools(tmp_path, service=service, open_archive=lambda: archive)
    tools.notices.raised.connect(said.append)
    page = ArchivePage(tools)
    yield LawDesk(page, archive, tools, service, said)
    page.close()
    close_tools(tools)

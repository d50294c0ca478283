"""The page on the real store and index, a real sync behind it and a portal in memory: the faces fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from docs_archive import Archive, ArchiveSync, LegalStatus, open_archive
from tests.docs_archive.builders import ARTICLES, document
from tests.docs_archive.fake_gateway import FakePortalGateway
from tests.ui.desk_builder import FakeService, build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.archive_page import ArchivePage
from ui.service_messages import LawEvent


@dataclass
class RealDesk:
    page: ArchivePage
    portal: FakePortalGateway
    service: FakeService
    round: Callable[[], None]

    def numbers(self) -> list[str]:
        return [hit.summary.number for hit in self.page.result_list.results.hits]


@pytest.fixture
def real(qapp: QApplication, tmp_path: Path) -> Iterator[RealDesk]:
    portal, service = FakePortalGateway(), FakeService()
    archive: Archive = open_archive(tmp_path / "archive")
    sync = ArchiveSync(portal, tmp_path / "archive")
    tools = build_tools(tmp_path, service=service, open_archive=lambda: archive)
    page = ArchivePage(tools)
    page.resize(1200, 800)
    page.show()

    def one_round() -> None:
        for event in sync.round():
            service.say(LawEvent(event))

    yield RealDesk(page, portal, service, one_round)
    page.close()
    close_tools(tools)
    sync.close()
    archive.close()


def test_found_without_marks_opened_amended_and_found_anew(real: RealDesk) -> None:
    real.portal.put(document("12/2024/TT-BLĐPTXH"))
    real.portal.put(
        document("03/2021/TT-BLĐPTXH", title="Cũ", text="Điều 1. Thuế\nNội dung.", status=LegalStatus.EXPIRED)
    )
    real.page.activate()
    real.round()
    wait_until(lambda: len(real.numbers()) == 2)
    real.page.search_bar.words.setText("thoi han bao cao")
    wait_until(lambda: real.numbers() == ["12/2024/TT-BLĐPTXH"])
    QTest.keyClick(real.page.search_bar.words, Qt.Key.Key_Return)
    view = real.page.document_view
    wait_until(lambda: view.document is not None and view.text.is_built)
    assert view.document is not None and view.document.summary.number == "12/2024/TT-BLĐPTXH"
    assert [view.outline.topLevelItem(row).text(0) for row in range(view.outline.topLevelItemCount())] == [
        "Chương I. QUY ĐỊNH CHUNG"
    ]
    assert [one.cursor.selectedText() for one in view.text.extraSelections()] == ["Thời hạn báo cáo"]
    real.portal.put(document("12/2024/TT-BLĐPTXH", text=ARTICLES + "\nĐiều 3. Nền tảng số quốc gia\nNội dung mới."))
    real.round()
    wait_until(view.updated.isVisible)
    view.see_new.click()
    wait_until(lambda: "Nền tảng số" in view.text.toPlainText())
    real.page.search_bar.words.setText("nen tang so quoc gia")
    wait_until(lambda: [hit.article for hit in real.page.result_list.results.hits] == ["Điều 3"])


def test_a_number_however_typed_and_filters_from_real_facets(real: RealDesk) -> None:
    real.portal.put(document("09/2015/TT-BLĐPTXH"))
    real.portal.put(document("41/2025/NĐ-CP", type="Nghị định", issuer="Chính phủ", title="Chức năng"))
    real.page.activate()
    real.round()
    wait_until(lambda: len(real.numbers()) == 2)
    real.page.search_bar.words.setText("tt 9/2015")
    wait_until(lambda: real.numbers() == ["09/2015/TT-BLĐPTXH"])
    real.page.search_bar.words.setText("")
    wait_until(lambda: len(real.numbers()) == 2)
    wait_until(lambda: {value for value, _, _ in real.page.search_bar.issuer._choices} >= {"Chính phủ"})
    real.page.search_bar.issuer.choose(["Chính phủ"])
    wait_until(lambda: real.numbers() == ["41/2025/NĐ-CP"])

"""Large text in a small window: the document's text keeps its width; and what a row says of where words stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from docs_archive import DocumentId, DocumentSummary, LegalStatus, SearchHit
from tests.ui.archive_page.conftest import LawDesk
from tests.ui.waiting import wait_until
from ui.archive_page.result_list import ResultRow
from ui.style import px


def test_structure_and_text_take_turns_where_there_is_no_room_for_both(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    view = desk.page.document_view
    wait_until(lambda: view.outline.isVisible() or view.relations.isVisible())
    assert not view.side_button.isVisible()
    desk.page.resize(px(760), px(480))
    wait_until(lambda: view.side_button.isVisible())
    assert view.text.isVisible()
    assert not view._side.isVisible()
    assert view.head.copy.accessibleName() == "Chép trích dẫn"
    QTest.mouseClick(view.side_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: view._side.isVisible())
    assert not view.text.isVisible()
    provision = view.document.provisions[0]
    view.outline.chosen.emit(provision)
    assert view.text.isVisible()
    desk.page.resize(1200, 800)
    wait_until(lambda: view._side.isVisible() and view.text.isVisible())


def _hit(article: str, snippet: str, marked: str) -> SearchHit:
    status = LegalStatus.IN_FORCE
    summary = DocumentSummary(DocumentId("d"), "1/2026", "Thông tư", "Báo cáo", "Bộ", None, None, None, status, status)
    start = snippet.index(marked)
    return SearchHit(summary, article, "dieu-1", snippet, ((start, start + len(marked)),), 1.0)


def test_an_article_is_named_once() -> None:
    for article, snippet, marked, shown in (
        ("Điều 2", "phải báo cáo hằng năm", "báo cáo", "Điều 2: phải báo cáo hằng năm"),
        ("Điều 2", "Điều 2. Báo cáo năm", "Báo cáo", "Điều 2. Báo cáo năm"),
        ("Điều 5", "Chương II KỲ HẠN\nĐiều 5. Kỳ hạn báo cáo", "báo cáo", "Điều 5. Kỳ hạn báo cáo"),
    ):
        words, marks = ResultRow()._snippet(_hit(article, snippet, marked))
        assert words == shown
        assert [words[start:end] for start, end in marks] == [marked]

"""The documents page for those who hear it and those who use no mouse."""

from __future__ import annotations

from docs_archive import DocumentId
from tests.ui.accessible import nameless, reached_by_tab
from tests.ui.archive_page.conftest import LawDesk


def test_every_control_has_a_name(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt03"))
    desk.wait_open("tt03")
    desk.page.document_view.start_find()
    assert nameless(desk.page) == []
    desk.page.search_bar.type.click()
    popup = desk.page.search_bar.type.popup
    assert popup is not None and nameless(popup) == []


def test_tab_passes_search_filters_results_text_and_structure(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    passed = reached_by_tab(desk.page)
    view = desk.page.document_view
    for widget in (
        desk.page.search_bar.words,
        desk.page.search_bar.type,
        desk.page.result_list,
        view.text,
        view.outline,
    ):
        assert widget in passed

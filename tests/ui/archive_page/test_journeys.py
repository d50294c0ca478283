"""She types, finds, opens, jumps, cites, goes back; and hears of amendments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from docs_archive import ArchiveChanges, ArchiveProgress, DocumentId, LegalStatus, NoFeedThere
from tests.ui.archive_page.conftest import LawDesk
from tests.ui.archive_page.fake_archive import TEXT, provisions
from tests.ui.waiting import wait_until
from ui.archive_page.result_list import HIT_ROLE
from ui.formatting import number
from ui.service_messages import LawEvent, ReadFeedFrom


def test_everything_is_listed_and_results_come_as_she_types(desk: LawDesk) -> None:
    desk.open()
    assert len(desk.page.result_list.results.hits) == 3
    assert desk.page.search_bar.count.text() == "3 văn bản"
    before = len(desk.archive.searches)
    for typed in ("t", "th", "tho"):
        desk.page.search_bar.words.setText(typed)
    assert desk.search("thoi han") == ["12/2024/TT-BLĐPTXH"]
    assert len(desk.archive.searches) == before + 1  # what was typed over was not asked
    spoken = desk.page.result_list.results.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "12/2024/TT-BLĐPTXH" in spoken and "Còn hiệu lực" in spoken and "Điều" in spoken


def test_a_number_and_enter_open_the_document(desk: LawDesk) -> None:
    desk.open()
    desk.page.search_bar.words.setText("tt 12/2024")
    QTest.keyClick(desk.page.search_bar.words, Qt.Key.Key_Return)
    desk.wait_open("tt12")
    head = desk.page.document_view.head
    assert head.number.text() == "12/2024/TT-BLĐPTXH"
    assert head.badge.text() == "Còn hiệu lực"
    assert head.facts["signer"].text() == "Trần Quốc Khánh"
    assert head.facts["issued"].text() == "15/11/2024"
    assert head.facts["expires"].text() == "chưa có"
    assert desk.page.result_list.hasFocus()


def test_structure_jumps_to_an_article_and_follows_scrolling(desk: LawDesk) -> None:
    long = TEXT.replace("Báo cáo trước ngày", "Dòng chữ dài. " * 4000 + "\nBáo cáo trước ngày")
    desk.archive.add("dai", "77/2024/TT-BLĐPTXH", "Dài", text=long)
    desk.open()
    desk.page.open_document(DocumentId("dai"))
    desk.wait_open("dai")
    outline, text = desk.page.document_view.outline, desk.page.document_view.text
    chapter = outline.topLevelItem(1)
    assert chapter is not None and chapter.text(0) == "Chương II. THỜI HẠN"
    article = chapter.child(0)
    assert article is not None and article.text(0) == "Điều 3. Thời hạn báo cáo"
    outline.itemClicked.emit(article, 0)
    document = desk.page.document_view.document
    assert document is not None
    assert document.text[text.place() :].startswith("Điều 3")
    text.verticalScrollBar().setValue(0)
    wait_until(lambda: outline.currentItem() is not article)


def test_clauses_are_filled_in_when_an_article_is_unfolded(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    chapter = desk.page.document_view.outline.topLevelItem(0)
    assert chapter is not None
    article = chapter.child(0)
    assert article is not None and article.childCount() == 0
    article.setExpanded(True)
    assert [article.child(row).text(0) for row in range(article.childCount())] == ["Khoản 1", "Khoản 2"]


def test_a_hit_opens_at_its_article_with_the_words_marked(desk: LawDesk) -> None:
    desk.open()
    desk.search("thời hạn báo cáo")
    desk.page.result_list.stand_on(0)
    desk.wait_open("tt12")
    selections = desk.page.document_view.text.extraSelections()
    assert [one.cursor.selectedText() for one in selections] == ["Thời hạn báo cáo"]


def test_the_citation_is_copied_as_officials_write_it(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    QTest.keyClick(
        desk.page.document_view.text,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QGuiApplication.clipboard().text() == (
        "Thông tư số 12/2024/TT-BLĐPTXH ngày 15 tháng 11 năm 2024 của Bộ Lao động và Phát triển Xã hội"
        " hướng dẫn chế độ báo cáo lao động"
    )


def test_relations_lead_on_and_history_leads_back(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt03"))
    desk.wait_open("tt03")
    relations = desk.page.document_view.relations
    head = relations.topLevelItem(0)
    assert head is not None and head.text(0) == "Bị thay thế bởi"
    assert desk.page.document_view._side.tabText(1) == "Liên quan (2)"
    relations.itemClicked.emit(head.child(1), 0)  # not held: nowhere to go
    assert desk.page.document_view.document_id == "tt03"
    relations.itemClicked.emit(head.child(0), 0)
    desk.wait_open("tt12")
    back, forward = desk.page.document_view.back, desk.page.document_view.forward
    assert back.isEnabled() and not forward.isEnabled()
    QTest.keyClick(desk.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.wait_open("tt03")
    assert forward.isEnabled()
    forward.click()
    desk.wait_open("tt12")


def test_find_in_the_document_counts_and_steps(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    view = desk.page.document_view
    QTest.keyClick(view.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.find_bar.isVisible()
    view.find_bar.words.setText("bao cao")
    wait_until(lambda: view.find_bar.told.text() == "1/5")
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Return)
    assert view.find_bar.told.text() == "2/5"
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.find_bar.told.text() == "5/5"
    view.find_bar.words.setText("không có đâu")
    wait_until(lambda: view.find_bar.told.text() == "Không tìm thấy")
    QTest.keyClick(view.find_bar.words, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible() and view.text.extraSelections() == []


def test_filters_narrow_the_results(desk: LawDesk) -> None:
    desk.open()
    wait_until(lambda: desk.page.search_bar.type._choices)
    desk.page.search_bar.type.choose(["Luật"])
    wait_until(lambda: [hit.summary.type for hit in desk.page.result_list.results.hits] == ["Luật"])
    assert desk.page.search_bar.type.text() == "Loại văn bản: Luật"
    desk.page.search_bar.status.choose([LegalStatus.EXPIRED.value])
    wait_until(lambda: "bỏ bớt bộ lọc" in desk.page._nothing.text() and desk.page._nothing.isVisible())
    desk.page.search_bar.no_filters.click()
    wait_until(lambda: len(desk.page.result_list.results.hits) == 3)


def test_the_filter_list_is_chosen_from_by_typing(desk: LawDesk) -> None:
    for place in range(12):
        desk.archive.add(f"x{place}", f"{place + 100}/2020/TT-X", "X", kind=f"Loại {place}")
    desk.open()
    wait_until(lambda: len(desk.page.search_bar.type._choices) > 8)
    desk.page.search_bar.type.click()
    popup = desk.page.search_bar.type.popup
    assert popup is not None
    popup.typed.setText("luat")
    shown = [popup.list.item(row) for row in range(popup.list.count()) if not popup.list.item(row).isHidden()]
    assert [item.text() for item in shown] == ["Luật  (1)"]
    shown[0].setCheckState(Qt.CheckState.Checked)
    wait_until(lambda: [hit.summary.number for hit in desk.page.result_list.results.hits] == ["64/2025/QH15"])


def test_more_results_come_as_she_scrolls(desk: LawDesk) -> None:
    for place in range(130):
        desk.archive.add(f"x{place}", f"{place + 100}/2020/TT-X", f"Văn bản {place}", text="Điều 1. X\n")
    desk.open()
    results = desk.page.result_list
    assert results.results.total == 133
    assert results.results.rowCount() >= 16, "a keystroke asks for what fits the screen"
    for rows in (50, 100, 133):
        results.scrollToBottom()
        wait_until(lambda rows=rows: results.results.rowCount() >= rows)  # type: ignore[misc]
    assert max(query.limit for query in desk.archive.searches) == 50


def test_a_number_from_elsewhere_is_opened_or_said_to_be_missing(desk: LawDesk) -> None:
    desk.open()
    desk.page.open_number("03/2021/TT-BLĐPTXH")
    desk.wait_open("tt03")
    assert desk.page.document_view.head.badge.text() == "Hết hiệu lực"
    desk.page.open_number("41/2025/NĐ-CP")
    wait_until(lambda: "41/2025/NĐ-CP chưa có trong kho" in desk.page.document_view._nothing.text())
    assert desk.page.document_view._nothing.isVisible()


def test_an_amendment_is_said_and_shown_when_she_wants_it(desk: LawDesk) -> None:
    desk.open()
    desk.search("thoi han")
    desk.page.open_document(DocumentId("tt12"))
    desk.wait_open("tt12")
    old = desk.archive.documents[DocumentId("tt12")]
    text = TEXT.replace("ngày 05", "ngày 10")
    desk.archive.documents[DocumentId("tt12")] = replace(old, text=text, provisions=provisions(text))
    desk.service.say(LawEvent(ArchiveChanges((DocumentId("tt12"),), (DocumentId("tt12"),))))
    view = desk.page.document_view
    wait_until(view.updated.isVisible)
    assert "ngày 05" in view.text.toPlainText()
    view.see_new.click()
    wait_until(lambda: "ngày 10" in view.text.toPlainText())
    assert not view.updated.isVisible()


def test_results_refresh_quietly_when_the_archive_changes(desk: LawDesk) -> None:
    desk.open()
    desk.search("bao cao")
    desk.page.result_list.stand_on(0)
    desk.wait_open("tt12")
    desk.archive.add("tt05", "05/2026/TT-BLĐPTXH", "Sửa đổi chế độ báo cáo", year=2026)
    desk.service.say(LawEvent(ArchiveChanges((DocumentId("tt05"),))))
    wait_until(lambda: desk.page.result_list.results.total == 3)
    current = desk.page.result_list.currentIndex().data(HIT_ROLE)
    assert current is not None and current.summary.id == "tt12"
    assert desk.page.document_view.document_id == "tt12"


def test_status_of_today_and_of_the_source_are_both_told(desk: LawDesk) -> None:
    desk.archive.add(
        "moi",
        "21/2026/TT-BLĐPTXH",
        "Mới",
        status=LegalStatus.IN_FORCE,
        source_status=LegalStatus.NOT_YET_IN_FORCE,
        withdrawn_on=date(2026, 11, 2),
        text_kind="codified-articles",
    )
    desk.archive.add("kr", "345/QĐ-LĐPTXH", "Kế hoạch", status=LegalStatus.UNKNOWN, text="")
    desk.open()
    desk.page.open_document(DocumentId("moi"))
    desk.wait_open("moi")
    head = desk.page.document_view.head
    assert "Nguồn ghi: Chưa có hiệu lực" in head.remark.text() and "còn hiệu lực" in head.remark.text()
    assert "Bộ pháp điển" in head.remark.text()
    assert head.notice.text() == "Văn bản này đã gỡ khỏi Cổng ngày 02/11/2026."
    desk.page.open_document(DocumentId("kr"))
    wait_until(lambda: head.badge.text() == "Không rõ hiệu lực")
    assert "Nguồn không ghi tình trạng hiệu lực" in head.remark.text()
    assert head.facts["expires"].text() == "không rõ"
    assert not head.notice.isVisible()


def test_an_empty_archive_says_how_far_its_first_sync_is(desk: LawDesk) -> None:
    desk.archive.documents.clear()
    desk.open()
    assert "còn trống" in desk.page._nothing.text()
    desk.service.say(LawEvent(ArchiveProgress(1200, 3993)))
    told = f"Kho văn bản đang được tải lần đầu… {number(1200)}/{number(3993)}"
    wait_until(lambda: desk.page._nothing.text() == told)
    desk.archive.add("tt", "12/2024/TT-X", "X")
    desk.service.say(LawEvent(ArchiveChanges(first_sync=True)))
    wait_until(lambda: desk.page.result_list.isVisible())


def test_words_far_down_a_long_article_are_brought_into_view(desk: LawDesk) -> None:
    text = "Điều 1. Tên\n" + "Dòng chữ khác hẳn.\n" * 200 + "Có kinh phí bảo trì ở đây.\n" + "Dòng cuối.\n" * 200
    desk.archive.add("xa", "5/2024/TT-X", "Xa", text=text)
    desk.open()
    desk.search("kinh phí bảo trì")
    desk.page.result_list.stand_on(0)
    desk.wait_open("xa")
    view = desk.page.document_view
    assert view.document is not None
    assert view.document.text[view.text.place() :].startswith("Có kinh phí")


def test_she_opens_the_check_of_a_draft(desk: LawDesk) -> None:
    desk.open()
    desk.page.search_bar.draft_check.click()
    window = desk.page._draft_check
    assert window is not None and window.isVisible()
    desk.page.open_draft_check()
    assert desk.page._draft_check is window, "one window, found again"
    window.close()


def test_a_stick_with_a_copy_of_the_feed_is_read(desk: LawDesk, tmp_path: Path) -> None:
    desk.open()
    (tmp_path / "stick" / "feed").mkdir(parents=True)
    errors: list[Exception] = []
    desk.tools.notices.error_raised.connect(errors.append)
    desk.page.menu.take_from(tmp_path / "stick")
    wait_until(lambda: errors)
    assert isinstance(errors[0], NoFeedThere)
    (tmp_path / "stick" / "feed" / "timestamp.json").write_bytes(b"{}")
    desk.page.menu.take_from(tmp_path / "stick")
    wait_until(lambda: ReadFeedFrom(tmp_path / "stick") in desk.service.asked)

"""Long and strange texts: built in slices, every place found again."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from docs_archive import DocumentId, ProvisionKind
from tests.ui.archive_page.conftest import LawDesk
from tests.ui.archive_page.fake_archive import FakeArchive
from tests.ui.waiting import wait_until
from ui.archive_page.citation import citation
from ui.archive_page.occurrences import marks_for, occurrences
from ui.archive_page.paragraphs import Part, Places, paragraphs

LONG = "".join(f"Điều {n}. Tên điều {n}\n1. " + "Nội dung khoản một của điều này. " * 12 + "\n" for n in range(1, 1300))


def test_a_long_law_is_built_in_slices_and_the_window_lives(desk: LawDesk) -> None:
    desk.archive.add("dai", "1/2024/QH15", "Bộ luật", text=LONG)
    assert len(LONG) > 500_000
    desk.open()
    ticks: list[int] = []
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: ticks.append(desk.page.document_view.text.document().blockCount()))
    desk.page.open_document(DocumentId("dai"))
    wait_until(lambda: desk.page.document_view.document is not None)
    timer.start()
    loop = QEventLoop()
    desk.page.document_view.text.built.connect(loop.quit)
    if not desk.page.document_view.text.is_built:
        loop.exec()
    timer.stop()
    assert len(set(ticks)) > 10  # others had their turn between the slices
    assert desk.page.document_view.text.toPlainText().count("Điều ") >= 1299


def test_a_jump_waits_for_its_slice(desk: LawDesk) -> None:
    desk.archive.add("dai", "1/2024/QH15", "Bộ luật", text=LONG)
    desk.open()
    desk.page.open_document(DocumentId("dai"))
    view = desk.page.document_view
    wait_until(lambda: view.document is not None)
    assert view.document is not None
    wanted = [one for one in view.document.provisions if one.kind == ProvisionKind.ARTICLE][1200]
    view.text.jump_to(wanted.start)
    desk.wait_open("dai")
    assert view.document.text[view.text.place() :].startswith("Điều 1201")


def test_a_line_without_end_is_cut_into_pieces() -> None:
    archive = FakeArchive()
    archive.add("x", "1/2024/QH15", "X", text="a" * 90_000)
    pieces = paragraphs(archive.documents[DocumentId("x")])
    assert len(pieces) == 5 and "".join(one.text for one in pieces) == "a" * 90_000
    assert [one.start for one in pieces] == [0, 20_000, 40_000, 60_000, 80_000]


def test_parts_are_set_as_legal_texts_are(desk: LawDesk) -> None:
    document = desk.archive.documents[DocumentId("tt12")]
    parts = {one.text: one.part for one in paragraphs(document)}
    assert parts["THÔNG TƯ"] == Part.CENTRED
    assert parts["Chương I"] == parts["QUY ĐỊNH CHUNG"] == Part.HEADING
    assert parts["Điều 3. Thời hạn báo cáo"] == Part.ARTICLE
    assert parts["Báo cáo trước ngày 05 hằng tháng."] == Part.BODY


def test_places_survive_letters_that_qt_counts_twice() -> None:
    archive = FakeArchive()
    archive.add("x", "1/2024/QH15", "X", text="Chữ 😀 lạ\n\nĐiều 1. Sau\n")
    places, position = Places(), 0
    for paragraph in paragraphs(archive.documents[DocumentId("x")]):
        places.add(paragraph, position)
        position += len(paragraph.text.encode("utf-16-le")) // 2 + 1
    assert places.on_screen(0) == 0
    assert places.on_screen(6) == 7  # after the face
    assert places.on_screen(10) == 10  # the next paragraph: one empty line less, one unit more
    assert places.in_text(10) == 10


def test_words_are_found_with_and_without_marks() -> None:
    text = "Thuế và thuê; THUẾ nhà\u00a0đất"
    assert [text[start:end] for start, end in occurrences(text, "thue")] == ["Thuế", "thuê", "THUẾ"]
    assert [text[start:end] for start, end in occurrences(text, "thuế")] == ["Thuế", "THUẾ"]
    assert [text[start:end] for start, end in occurrences(text, "nhà đất")] == ["nhà\u00a0đất"]
    assert occurrences(text, "  ") == [] and occurrences("", "x") == []
    assert occurrences("thuebao thue", "thue", whole_words=True) == [(8, 12)]


def test_marks_are_the_phrase_or_the_words_of_the_article_found() -> None:
    text = "báo cáo thời hạn. Điều 2. thời hạn nộp báo cáo"
    start = text.index("Điều 2")
    assert [text[a:b] for a, b in marks_for(text, "thời hạn", start, len(text))] == ["thời hạn", "thời hạn"]
    words = marks_for(text, "han nop cao", start, len(text))
    assert [text[a:b] for a, b in words] == ["hạn", "nộp", "cáo"]
    assert all(a >= start for a, _ in words)


def test_citation_of_an_article_and_of_little_known_documents(desk: LawDesk) -> None:
    document = desk.archive.documents[DocumentId("tt12")]
    article = next(one for one in document.provisions if one.kind == ProvisionKind.ARTICLE)
    assert citation(document.summary, article).startswith("Điều 1 Thông tư số 12/2024/TT-BLĐPTXH ngày 15 tháng 11")
    from dataclasses import replace

    bare = replace(document.summary, issued=None, issuer="", title="")
    assert citation(bare) == "Thông tư số 12/2024/TT-BLĐPTXH"


def test_another_width_keeps_her_place_in_a_long_text(desk: LawDesk) -> None:
    desk.archive.add("dai", "1/2024/QH15", "Bộ luật", text=LONG)
    desk.open()
    desk.page.open_document(DocumentId("dai"))
    desk.wait_open("dai")
    view = desk.page.document_view
    assert view.document is not None
    wanted = [one for one in view.document.provisions if one.kind == ProvisionKind.ARTICLE][700]
    view.text.jump_to(wanted.start)
    before = view.text.lineWrapColumnOrWidth()
    desk.page.resize(900, 700)
    wait_until(lambda: view.text.lineWrapColumnOrWidth() != before and view.text.is_built)
    assert view.text.lineWrapColumnOrWidth() == view.text.viewport().width()
    assert abs(view.text.place() - wanted.start) < 600

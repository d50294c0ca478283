"""Kiểm tra căn cứ through its window: a pasted draft, a file, what is marked, what can be copied and kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from docs_archive import LegalStatus, open_archive
from docs_archive.model import Relation, RelationKind
from docs_archive.sync import ArchiveSync
from tests.docs_archive.builders import document
from tests.docs_archive.fake_gateway import FakePortalGateway
from tests.ui.desk_builder import build_tools, close_tools
from tests.ui.waiting import wait_until
from ui.draft_check import DraftCheckWindow
from ui.draft_check.report import save_pdf

DRAFT = (
    "Căn cứ Thông tư số 01/2012/TT-BNV ngày 05 tháng 01 năm 2012 của Bộ trưởng Bộ Nội vụ;\n"
    "Căn cứ Thông tư số 03/2024/TT-BNV; theo Thông tư 3/2024/TT-BNV.\n"
    "Căn cứ Nghị định số 99/2024/NĐ-CP;\n"
)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[DraftCheckWindow]:
    portal = FakePortalGateway()
    old = document("1/2012/TT-BNV", issuer="Bộ Nội vụ", issued=date(2012, 1, 5), effective=date(2012, 3, 1),
                   status=LegalStatus.EXPIRED, expires=date(2025, 1, 1))  # fmt: skip
    new = document("3/2024/TT-BNV", issuer="Bộ Nội vụ", issued=date(2024, 11, 1), effective=date(2025, 1, 1),
                   relations=(Relation(RelationKind.REPLACES, "1/2012/TT-BNV"),))  # fmt: skip
    portal.put_all([old, new])
    sync = ArchiveSync(portal, tmp_path / "law")
    for _ in sync.round():
        pass
    sync.close()
    tools = build_tools(tmp_path, open_archive=lambda: open_archive(tmp_path / "law"))
    window = DraftCheckWindow(tools)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    tools.desk.archive.close()
    close_tools(tools)


def checked(window: DraftCheckWindow) -> list[str]:
    wait_until(lambda: window.check is not None and window.check.citations)
    return [card.accessibleName() for card in window.citations.cards]


def test_a_pasted_draft_is_checked_by_itself(window: DraftCheckWindow) -> None:
    QGuiApplication.clipboard().setText(DRAFT)
    window.editor.paste()
    assert checked(window) == [
        "Thông tư số 01/2012/TT-BNV: Hết hiệu lực",
        "Thông tư số 03/2024/TT-BNV: Còn hiệu lực",
        "Nghị định số 99/2024/NĐ-CP: Chưa có trong kho",
    ]
    assert window.says.text() == "3 văn bản được viện dẫn, 1 hết hiệu lực hoặc sai, 1 chưa kiểm tra được."
    assert len(window.editor.extraSelections()) == 4
    window.only_concerns.click()
    assert [card.accessibleName() for card in window.citations.cards] == ["Thông tư số 01/2012/TT-BNV: Hết hiệu lực"]


def test_a_card_leads_to_each_of_its_places(window: DraftCheckWindow) -> None:
    window.check_text(DRAFT)
    checked(window)
    card = window.citations.cards[1]
    seen = []
    for _ in range(2):
        QTest.keyClick(card, Qt.Key.Key_Return)
        seen.append(window.editor.textCursor().selectedText())
    assert seen == ["03/2024/TT-BNV", "3/2024/TT-BNV"]


def test_what_to_cite_instead_is_opened_or_copied(window: DraftCheckWindow) -> None:
    opened: list[object] = []
    window.document_asked.connect(opened.append)
    window.check_text(DRAFT)
    checked(window)
    buttons = window.citations.cards[0].findChildren(QPushButton)
    (new,) = (one for one in buttons if one.text() == "Thông tư 3/2024/TT-BNV (01/11/2024)")
    new.click()
    assert len(opened) == 1
    (copy,) = (one for one in buttons if one.accessibleName().startswith("Chép căn cứ: Thông tư 3/2024"))
    copy.click()
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("Thông tư số 3/2024/TT-BNV ngày 01 tháng 11 năm 2024 của Bộ Nội vụ")
    )


def test_another_day_is_another_law(window: DraftCheckWindow) -> None:
    window.check_text(DRAFT)
    checked(window)
    window.day.setDate(QDate(2020, 5, 5))
    wait_until(lambda: window.check is not None and window.check.day == date(2020, 5, 5))
    assert window.citations.cards[0].accessibleName().endswith("Còn hiệu lực")
    assert window.citations.cards[1].accessibleName().endswith("Chưa có hiệu lực")
    window.day_from_draft.click()
    wait_until(lambda: window.check is not None and window.check.day == date.today())


def test_a_file_is_read_and_one_that_cannot_be_is_said(window: DraftCheckWindow, tmp_path: Path) -> None:
    file = tmp_path / "Dự thảo.txt"
    file.write_text(DRAFT, encoding="utf-8")
    window.editor.file_dropped.emit(file)
    assert len(checked(window)) == 3
    assert "Dự thảo.txt" in window.windowTitle()
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    window.open_file(broken)
    wait_until(lambda: "hỏng.docx" in window.says.text() and window.open_button.isEnabled())
    assert window.editor.toPlainText().strip() == DRAFT.strip(), "what she had is still there"


def test_the_result_can_be_kept(window: DraftCheckWindow, tmp_path: Path) -> None:
    window.check_text(DRAFT)
    checked(window)
    window.copy_button.click()
    assert "1. Thông tư số 01/2012/TT-BNV: Hết hiệu lực" in QGuiApplication.clipboard().text()
    assert window.check is not None
    save_pdf(window.check, "Dự thảo.docx", tmp_path / "kết quả.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "kết quả.pdf")
    words = "".join(pdf[0].get_textpage().get_text_range().split())
    pdf.close()
    assert "99/2024/NĐ-CP" in words and "Thaybằng:Thôngtư3/2024/TT-BNV" in words
    with pytest.raises(OSError):
        save_pdf(window.check, "", tmp_path / "không có" / "kết quả.pdf")

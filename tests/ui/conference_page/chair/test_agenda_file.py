"""The agenda is read out of real files of the invitation: PDF, Word, text; a broken one gives none."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from mail import Attachment, ItemId, Mailbox
from ui.conference_page.chair.agenda_file import agenda_of_file
from ui.conference_page.chair.context import PaperFile
from ui.conference_page.chair.minutes_files import file_bytes

PROGRAMME = "CHƯƠNG TRÌNH\n08h00: Khai mạc\n08h15: Thảo luận\n09h00: Kết luận"


class OneFile:
    def __init__(self, content: bytes) -> None:
        self.content = content

    def attachment_content(self, item_id: ItemId, index: int) -> bytes:
        return self.content


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "txt"])
def test_every_kind_is_read(qapp: QApplication, kind: str) -> None:
    document = QTextDocument()
    document.setPlainText(PROGRAMME)
    content = PROGRAMME.encode() if kind == "txt" else file_bytes(kind, document)
    assert titles(content, f"Chương trình.{kind}") == ["Khai mạc", "Thảo luận", "Kết luận"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"\x89PNG\r\n"])
def test_a_broken_one_gives_none(qapp: QApplication, content: bytes) -> None:
    assert titles(content, "Chương trình.pdf") == []
    assert titles(content, "Chương trình.docx") == []


def titles(content: bytes, name: str) -> list[str]:
    paper = PaperFile(ItemId("1"), Attachment(0, name, "application/octet-stream", len(content)))
    return [item.title for item in agenda_of_file(cast(Mailbox, OneFile(content)), paper)]

"""The agenda out of a file that came with the invitation, when she asks for it: PDF, word processor, text. Works on a
worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conference import AgendaItem, parse_agenda
from mail import PreviewKind, attachment_text, document_text, preview_kind

from .context import PaperFile

if TYPE_CHECKING:
    from mail import Mailbox

_LARGEST = 30_000_000
_MOST_PAGES = 12
_LONGEST = 60_000


def agenda_of_file(mailbox: Mailbox, paper: PaperFile) -> tuple[AgendaItem, ...]:
    """() where the file has none, or cannot be read. Raises `mail.MailError` if the mailbox has it not."""
    content = mailbox.attachment_content(paper.item_id, paper.attachment.index)
    if len(content) > _LARGEST:
        return ()
    name = paper.attachment.name
    match preview_kind(name, paper.attachment.media_type, content[:4096]):
        case PreviewKind.PDF:
            return parse_agenda(_pdf_text(content))
        case PreviewKind.DOCUMENT:
            return parse_agenda(document_text(content, name).text)
        case PreviewKind.TEXT:
            return parse_agenda(attachment_text(content))
        case _:
            return ()


def _pdf_text(content: bytes) -> str:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    texts: list[str] = []
    if document.status() == QPdfDocument.Status.Ready:
        for page in range(min(document.pageCount(), _MOST_PAGES)):
            texts.append(document.getAllText(page).text())
            if sum(map(len, texts)) > _LONGEST:
                break
    document.close()
    return "\n".join(texts)[:_LONGEST]

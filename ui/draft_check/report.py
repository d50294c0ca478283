"""The result of a check as text to paste, and as a PDF to keep beside the draft."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from docs_archive import CheckedCitation, DraftCheck
from ui import formatting

from .words import badge, document_line, sentences, summary, title

translate = QCoreApplication.translate


def as_text(check: DraftCheck) -> str:
    lines = [_heading(check), summary(check), ""]
    for number, citation in enumerate(check.citations, 1):
        lines.append(f"{number}. {title(citation)}: {badge(citation)}")
        lines += [f"   {one}" for one in _details(citation)]
    return "\n".join(lines) + "\n"


def save_pdf(check: DraftCheck, name: str, path: Path) -> None:
    """Raises `OSError`."""
    path.open("ab").close()  # QPdfWriter says nothing of a place it cannot write to
    rows = "".join(
        f"<tr><td>{number}</td><td>{escape(title(one))}</td><td>{escape(badge(one))}</td>"
        f"<td>{'<br/>'.join(escape(line) for line in _details(one))}</td></tr>"
        for number, one in enumerate(check.citations, 1)
    )
    head = (
        translate("DraftCheck", "TT"),
        translate("DraftCheck", "Văn bản được viện dẫn"),
        translate("DraftCheck", "Kết quả"),
        translate("DraftCheck", "Ghi chú"),
    )
    document = QTextDocument()
    document.setHtml(
        "<style>body{font-family:'Times New Roman','Tinos','Liberation Serif',serif;font-size:11pt}"
        "th{background:#eee}</style>"
        f"<h2>{escape(translate('DraftCheck', 'Kết quả kiểm tra căn cứ'))}</h2>"
        f"<p>{escape(name)}<br/>{escape(_heading(check))}<br/>{escape(summary(check))}</p>"
        "<table border='1' cellspacing='0' cellpadding='4' width='100%'>"
        f"<tr>{''.join(f'<th>{escape(one)}</th>' for one in head)}</tr>{rows}</table>"
    )
    writer = QPdfWriter(str(path))
    margins = QMarginsF(20, 20, 15, 20)  # Nghị định 30/2020, Phụ lục I: 20 to 25 mm, right 15 to 20
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    writer.setTitle(translate("DraftCheck", "Kết quả kiểm tra căn cứ"))
    document.print_(writer)


def _heading(check: DraftCheck) -> str:
    return translate("DraftCheck", "Tính theo hiệu lực ngày {day}, theo kho văn bản trên máy.").format(
        day=formatting.day(check.day)
    )


def _details(citation: CheckedCitation) -> list[str]:
    lines = sentences(citation)
    for caption, documents in (
        (translate("DraftCheck", "Thay bằng: {documents}."), citation.replaced_by),
        (translate("DraftCheck", "Được sửa đổi, bổ sung bởi: {documents}."), citation.amended_by[:3]),
    ):
        if documents:
            lines.append(caption.format(documents=", ".join(document_line(one) for one in documents)))
    return lines

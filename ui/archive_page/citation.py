"""How a document is cited, as Nghị định 30/2020 writes it. No Qt: its words are Vietnamese in every language."""

from __future__ import annotations

from datetime import date

from docs_archive import DocumentSummary, Provision, ProvisionKind


def official_date(day: date) -> str:
    """Zero before days under 10 and months 1 and 2 only: ngày 05 tháng 7 năm 2026."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def citation(summary: DocumentSummary, provision: Provision | None = None) -> str:
    """“Thông tư số 12/2024/TT-BLĐPTXH ngày 15 tháng 11 năm 2024 của Bộ … hướng dẫn …”; the Điều before it if given."""
    kind = summary.type or "Văn bản"
    words = f"{kind} số {summary.number}" if summary.number else kind
    if summary.issued is not None:
        words += f" {official_date(summary.issued)}"
    if summary.issuer:
        words += f" của {summary.issuer}"
    if summary.title:
        title = " ".join(summary.title.split())
        words += f" {title[:1].lower() + title[1:] if not title[:2].isupper() else title}"
    if provision is None:
        return words
    label = provision.label
    if provision.kind in (ProvisionKind.CLAUSE, ProvisionKind.POINT):
        label = label[:1].lower() + label[1:]
    return f"{label} {words}"

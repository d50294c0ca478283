"""Documents made for tests: short, but with everything that matters."""

from __future__ import annotations

from datetime import date
from typing import Any

from docs_archive.model import DocumentId, FeedDocument, LegalStatus, Relation

ARTICLES = """Chương I QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Thông tư này hướng dẫn chế độ báo cáo lao động.
Điều 2. Thời hạn báo cáo
1. Báo cáo tháng gửi trước ngày 05.
2. Báo cáo năm gửi trước ngày 15 tháng 01."""


def document(
    number: str = "12/2024/TT-BLĐPTXH",
    *,
    id: str = "",
    type: str = "Thông tư",
    title: str = "Hướng dẫn chế độ báo cáo lao động",
    issuer: str = "Bộ Lao động và Phát triển Xã hội",
    text: str = ARTICLES,
    status: LegalStatus = LegalStatus.IN_FORCE,
    issued: date | None = date(2024, 6, 1),
    effective: date | None = date(2024, 7, 15),
    expires: date | None = None,
    relations: tuple[Relation, ...] = (),
    **more: Any,
) -> FeedDocument:
    return FeedDocument(
        id=DocumentId(id or f"demo:{number}:{type}"),
        number=number,
        type=type,
        title=title,
        issuer=issuer,
        signer="Trần Quốc Khánh",
        issued=issued,
        effective=effective,
        expires=expires,
        status=status,
        fields=("Lao động",),
        text=text,
        relations=relations,
        **more,
    )


def many(count: int) -> list[FeedDocument]:
    return [
        document(
            f"{number}/2025/TT-BLĐPTXH",
            title=f"Hướng dẫn số {number} về bảo hiểm thất nghiệp",
            text=f"Điều 1. Phạm vi\nNội dung thứ {number} về trợ cấp.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
        )
        for number in range(1, count + 1)
    ]

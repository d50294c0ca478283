"""An archive in memory with the manners of the real one: for tests of the page that need no store and no index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from docs_archive import (
    DocumentId,
    DocumentSummary,
    LegalDocument,
    LegalStatus,
    Provision,
    ProvisionKind,
    Relation,
    RelationKind,
    SearchHit,
    SearchQuery,
    SearchResult,
)
from vietnamese.document_numbers import number_query_keys, parse_number
from vietnamese.folding import fold

ISSUER = "Bộ Lao động và Phát triển Xã hội"
TEXT = """BỘ LAO ĐỘNG VÀ PHÁT TRIỂN XÃ HỘI
THÔNG TƯ
Hướng dẫn chế độ báo cáo lao động
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Thông tư này hướng dẫn chế độ báo cáo.
2. Việc báo cáo thực hiện trên môi trường mạng.
Điều 2. Đối tượng áp dụng
a) Người sử dụng lao động;
b) Cơ quan có liên quan.
Chương II
THỜI HẠN
Điều 3. Thời hạn báo cáo
Báo cáo trước ngày 05 hằng tháng.
"""


def provisions(text: str) -> tuple[Provision, ...]:
    """Chương and Điều and numbered clauses, as far as these tests need them."""
    found: list[Provision] = []
    position = 0
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        words = line.split()
        if line.startswith("Chương "):
            heading = text[position : text.find("\n", position)]
            found.append(Provision(ProvisionKind.CHAPTER, line, heading, f"c{words[1]}", start, len(text), 0))
        elif line.startswith("Điều "):
            number = words[1].rstrip(".")
            heading = line.partition(". ")[2]
            found.append(Provision(ProvisionKind.ARTICLE, f"Điều {number}", heading, f"d{number}", start, 0, 1))
        elif words and words[0].rstrip(".").isdigit() and words[0].endswith("."):
            clause = words[0].rstrip(".")
            article = found[-1].anchor.split(".")[0] if found else "d0"
            found.append(Provision(ProvisionKind.CLAUSE, f"Khoản {clause}", "", f"{article}.k{clause}", start, 0, 2))
    ends = [*(one.start for one in found[1:]), len(text)][: len(found)]
    return tuple(replace(one, end=end) for one, end in zip(found, ends, strict=True))


class FakeArchive:
    """`Archive` in memory. ``searches`` keeps what was asked."""

    def __init__(self) -> None:
        self.documents: dict[DocumentId, LegalDocument] = {}
        self.searches: list[SearchQuery] = []

    def add(
        self,
        name: str,
        number: str,
        title: str,
        *,
        kind: str = "Thông tư",
        text: str = TEXT,
        status: LegalStatus = LegalStatus.IN_FORCE,
        source_status: LegalStatus | None = None,
        year: int = 2024,
        relations: tuple[Relation, ...] = (),
        withdrawn_on: date | None = None,
        **more: str,
    ) -> DocumentId:
        document_id = DocumentId(name)
        summary = DocumentSummary(
            document_id,
            number,
            kind,
            title,
            ISSUER,
            date(year, 11, 15),
            date(year, 12, 31),
            None,
            status,
            source_status or status,
            bool(text),
            withdrawn_on,
        )
        self.documents[document_id] = LegalDocument(
            summary, "Trần Quốc Khánh", ("Lao động",), text, provisions(text), relations, **more
        )
        return document_id

    # --- what the real one does ---

    def search(self, query: SearchQuery) -> SearchResult:
        self.searches.append(query)
        if found := self._by_number(query.words):
            hits = [SearchHit(summary, "", "", "", (), 0.0) for summary in found]
            return SearchResult(tuple(hits), len(hits), is_number=True)
        hits = []
        words = fold(query.words).split()
        for document in self.documents.values():
            summary = document.summary
            if query.types and summary.type not in query.types:
                continue
            if query.statuses and summary.status not in query.statuses:
                continue
            folded = fold(document.text)
            if not all(word in folded or word in fold(summary.title) for word in words):
                continue
            place = folded.find(words[0]) if words else -1
            article = next(
                (
                    one
                    for one in reversed(document.provisions)
                    if one.kind == ProvisionKind.ARTICLE and one.start <= place
                ),
                None,
            )
            snippet = document.text[max(0, place) : max(0, place) + 120]
            marks = ((0, len(words[0])),) if place >= 0 else ()
            label, anchor = (article.label, article.anchor) if article else ("", "")
            hits.append(SearchHit(summary, label, anchor, snippet, marks, 1.0))
        return SearchResult(tuple(hits[query.offset : query.offset + query.limit]), len(hits))

    def find_by_number(self, number: str, on: date | None = None) -> list[DocumentSummary]:
        return self._by_number(number)

    def _by_number(self, typed: str) -> list[DocumentSummary]:
        keys = number_query_keys(typed)
        found = []
        for document in self.documents.values():
            number = parse_number(document.summary.number)
            if number is not None and any(number.key.startswith(key) for key in keys):
                found.append(document.summary)
        return found

    def document(self, document_id: DocumentId, on: date | None = None) -> LegalDocument | None:
        return self.documents.get(document_id)

    def summaries(self, document_ids: Sequence[DocumentId], on: date | None = None) -> list[DocumentSummary]:
        return [self.documents[one].summary for one in document_ids if one in self.documents]

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        summaries = [document.summary for document in self.documents.values()]
        return {
            "type": Counter(one.type for one in summaries).most_common(),
            "issuer": Counter(one.issuer for one in summaries).most_common(),
            "year": Counter(str(one.issued.year) for one in summaries if one.issued).most_common(),
            "status": Counter(one.status.value for one in summaries).most_common(),
        }

    def count(self) -> int:
        return len(self.documents)

    def close(self) -> None:
        pass


def replaced_by(number: str, document_id: DocumentId | None) -> Relation:
    return Relation(RelationKind.REPLACES, number, "Thông tư mới", document_id, is_inbound=True)

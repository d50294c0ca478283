"""Searching: marks first, folded after, phrases, filters, numbers, snippets; an index that is damaged or missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs_archive.archive import Archive, open_archive
from docs_archive.model import LegalStatus, SearchHit, SearchQuery
from docs_archive.sync import ArchiveSync
from vietnamese.folding import fold

from .builders import document, many
from .fake_gateway import FakePortalGateway

DAY = date(2026, 11, 22)
DOCUMENTS = [
    document(
        "64/2025/QH15",
        type="Luật",
        title="Ban hành văn bản quy phạm pháp luật",
        issuer="Quốc hội",
        text="Điều 1. Phạm vi điều chỉnh\nLuật này quy định việc xây dựng, ban hành văn bản.",
        issued=date(2025, 2, 19),
        effective=date(2025, 4, 1),
    ),
    document(
        "1/2020/TT-BTC",
        title="Hướng dẫn thuế thu nhập",
        issuer="Bộ Tài chính",
        text="Điều 1. Thuế\nNgười nộp thuế kê khai thuế thu nhập cá nhân theo tháng.",
        issued=date(2020, 1, 5),
        effective=date(2020, 3, 1),
    ),
    document(
        "2/2020/TT-BXD",
        title="Hướng dẫn thuê nhà",
        issuer="Bộ Xây dựng",
        text="Điều 1. Thuê\nNgười thuê thuê nhà, thuê đất, thuê kho của người cho thuê.\nĐiều 2. Khác\nKhông có gì.",
        issued=date(2020, 2, 5),
        effective=date(2020, 3, 1),
        status=LegalStatus.EXPIRED,
        expires=date(2023, 1, 1),
    ),
    document(
        "21/2026/TT-BLĐPTXH",
        title="Đấu thầu trong đào tạo nghề",
        text="Điều 1. Nghị định dẫn chiếu\nTheo Nghị định về đấu thầu. Bồi thường thiệt hại khi hoà giải không thành.",
        issued=date(2026, 10, 1),
        effective=date(2027, 1, 1),
        status=LegalStatus.NOT_YET_IN_FORCE,
    ),
    document("345/QĐ-LĐPTXH", type="Quyết định", title="Kế hoạch", text="", issued=date(2026, 3, 12), effective=None,
             status=LegalStatus.UNKNOWN),
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("archive")
    portal = FakePortalGateway()
    portal.put_all(DOCUMENTS)
    sync = ArchiveSync(portal, folder)
    list(sync.round())
    sync.close()
    archive = open_archive(folder)
    yield archive
    archive.close()


def numbers(hits: tuple[SearchHit, ...]) -> list[str]:
    return [hit.summary.number for hit in hits]


def search(archive: Archive, words: str, **more: object) -> list[str]:
    return numbers(archive.search(SearchQuery(words, on=DAY, **more)).hits)  # type: ignore[arg-type]


def test_without_marks_both_are_found(archive: Archive) -> None:
    assert set(search(archive, "thue")) == {"1/2020/TT-BTC", "2/2020/TT-BXD"}
    assert search(archive, "nghi dinh dau thau")[0] == "21/2026/TT-BLĐPTXH"


def test_with_marks_the_exact_word_comes_first(archive: Archive) -> None:
    assert search(archive, "thuế") == ["1/2020/TT-BTC", "2/2020/TT-BXD"]
    assert search(archive, "thuê") == ["2/2020/TT-BXD", "1/2020/TT-BTC"]


def test_two_spellings_of_a_tone_are_one(archive: Archive) -> None:
    assert search(archive, "hòa giải") == search(archive, "hoà giải") == ["21/2026/TT-BLĐPTXH"]


def test_a_phrase_in_quotes_stands_together(archive: Archive) -> None:
    assert search(archive, '"thuế thu nhập"') == ["1/2020/TT-BTC"]
    assert search(archive, '"thu nhập thuế"') == []
    assert search(archive, "“thue dat”") == ["2/2020/TT-BXD"]


def test_the_snippet_keeps_its_accents_and_marks_the_words(archive: Archive) -> None:
    (hit, *_) = archive.search(SearchQuery("thue dat")).hits
    assert (hit.article, hit.anchor) == ("Điều 1", "d1")
    assert {hit.snippet[start:end].lower() for start, end in hit.marks} == {"thuê", "đất"}
    (hit, *_) = archive.search(SearchQuery("thuế")).hits
    assert {hit.snippet[start:end].lower() for start, end in hit.marks} == {"thuế"}


@pytest.mark.parametrize("typed", ["64/2025/QH15", "luật 64/2025", "64-2025", "luat so 64 2025", "64/2025/qh15 "])
def test_a_number_is_found_however_typed(archive: Archive, typed: str) -> None:
    result = archive.search(SearchQuery(typed))
    assert result.is_number and numbers(result.hits) == ["64/2025/QH15"] and result.total == 1
    assert archive.find_by_number(typed)[0].number == "64/2025/QH15"


def test_a_year_beside_a_number_without_one(archive: Archive) -> None:
    assert search(archive, "qđ 345/2026") == ["345/QĐ-LĐPTXH"]


def test_a_number_among_words_comes_first(archive: Archive) -> None:
    assert search(archive, "thông tư 2/2020/TT-BXD về thuế thu nhập")[0] == "2/2020/TT-BXD"


def test_a_number_not_held_is_looked_for_as_words(archive: Archive) -> None:
    result = archive.search(SearchQuery("999/2025/QH15"))
    assert not result.is_number
    assert archive.find_by_number("999/2025/QH15") == []


def test_what_has_no_text_is_found_by_its_title(archive: Archive) -> None:
    assert search(archive, "kế hoạch") == ["345/QĐ-LĐPTXH"]


def test_empty_words_show_the_newest(archive: Archive) -> None:
    assert search(archive, "")[:2] == ["21/2026/TT-BLĐPTXH", "345/QĐ-LĐPTXH"]
    assert search(archive, "  ", limit=1, offset=1) == ["345/QĐ-LĐPTXH"]


@pytest.mark.parametrize("words", ["", "hướng dẫn"])
def test_filters_apply(archive: Archive, words: str) -> None:
    assert search(archive, words, issuers=("Bộ Tài chính",)) == ["1/2020/TT-BTC"]
    assert search(archive, words, types=("Thông tư",), years=(2020,), statuses=(LegalStatus.EXPIRED,)) == [
        "2/2020/TT-BXD"
    ]
    assert search(archive, words, years=(1999,)) == []


@pytest.mark.parametrize("words", ["", "nghị định"])
def test_a_status_is_that_of_the_day(archive: Archive, words: str) -> None:
    wanted = SearchQuery(words, statuses=(LegalStatus.IN_FORCE,), types=("Thông tư",), years=(2026,))
    on = {day: archive.search(SearchQuery(**_fields(wanted), on=day)).total for day in (DAY, date(2027, 1, 1))}
    assert on == {DAY: 0, date(2027, 1, 1): 1}


def _fields(query: SearchQuery) -> dict[str, object]:
    return {name: getattr(query, name) for name in ("words", "statuses", "types", "years")}


def test_facets_count_documents(archive: Archive) -> None:
    facets = archive.facets()
    assert facets["type"][0] == ("Thông tư", 3)
    assert ("2020", 2) in facets["year"] and ("Quốc hội", 1) in facets["issuer"]
    assert sum(count for _, count in facets["status"]) == len(DOCUMENTS)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(['"', "“", "thuế", "AND", "(", "-", "*", "2/2020", ":"])).map(" ".join)
)
def test_nothing_typed_breaks_the_search(archive: Archive, words: str) -> None:
    result = archive.search(SearchQuery(words, limit=5))
    assert len(result.hits) <= 5 and result.total >= len(result.hits)
    for hit in result.hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
        folded = set(fold(words).replace('"', " ").split())
        assert not hit.marks or folded


def synced(folder: Path, count: int = 30) -> tuple[FakePortalGateway, ArchiveSync]:
    portal = FakePortalGateway()
    portal.put_all(many(count))
    sync = ArchiveSync(portal, folder)
    list(sync.round())
    return portal, sync


def test_pages_follow_one_another(tmp_path: Path) -> None:
    _, sync = synced(tmp_path)
    archive = open_archive(tmp_path)
    pages = [archive.search(SearchQuery("bảo hiểm", limit=10, offset=start)) for start in (0, 10, 20, 30)]
    seen = [hit.summary.id for page in pages for hit in page.hits]
    assert len(seen) == len(set(seen)) == 30 and {page.total for page in pages} == {30}
    sync.close()


def test_an_amended_document_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    portal, sync = synced(tmp_path)
    archive = open_archive(tmp_path)
    assert archive.search(SearchQuery("nhân giống")).total == 0
    portal.put(document("5/2025/TT-BLĐPTXH", title="Khác hẳn", text="Điều 1. Nhân giống\nNhân giống cây trồng."))
    list(sync.round())
    assert numbers(archive.search(SearchQuery("nhân giống cây")).hits) == ["5/2025/TT-BLĐPTXH"]
    assert "5/2025/TT-BLĐPTXH" not in numbers(archive.search(SearchQuery("bảo hiểm thất nghiệp")).hits)
    sync.close()


@pytest.mark.parametrize("harm", ["truncate", "garbage", "remove", "state", "other archive"])
def test_a_damaged_index_still_answers_and_is_built_anew(tmp_path: Path, harm: str) -> None:
    _, sync = synced(tmp_path)
    index = tmp_path / "index"
    (words,) = index.glob("words-*")
    for path in words.iterdir():
        if harm == "truncate" and path.suffix in (".idx", ".term", ".fast", ".store"):
            path.write_bytes(path.read_bytes()[:40])
        elif harm == "garbage" and path.name == "meta.json":
            path.write_bytes(b"{garbage")
        elif harm == "remove":
            path.unlink()
    if harm == "state":
        (index / "current.json").write_text("[")
    if harm == "other archive":
        content = (index / "current.json").read_text()
        (index / "current.json").write_text(content.replace('"identity": "', '"identity": "0'))
    archive = open_archive(tmp_path)
    assert archive.search(SearchQuery("bao hiem that nghiep")).total == 30
    list(sync.round(force=True))
    assert archive.search(SearchQuery("bao hiem that nghiep")).hits[0].anchor == "d1"
    assert len(list(index.glob("words-*"))) == 1
    sync.close()


def test_without_an_index_titles_answer(tmp_path: Path) -> None:
    from docs_archive.store import ArchiveStore

    from .test_store import page

    ArchiveStore(tmp_path).apply(page(*DOCUMENTS))
    archive = open_archive(tmp_path)
    assert search(archive, "thuế thu nhập") == ["1/2020/TT-BTC"]
    assert search(archive, "quy phạm 100%") == []

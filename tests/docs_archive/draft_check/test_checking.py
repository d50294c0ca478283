"""A draft's citations against a real local archive: status on its day, what replaced it, and slips of the pen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from docs_archive import Archive, CheckedCitation, Concern, check_draft, open_archive
from docs_archive.model import DocumentId, LegalStatus, Relation, RelationKind
from docs_archive.sync import ArchiveSync
from tests.docs_archive.builders import document
from tests.docs_archive.fake_gateway import FakePortalGateway

DAY = date(2026, 11, 22)
OLD = document(
    "1/2012/TT-BNV",
    issuer="Bộ Nội vụ",
    title="Cũ",
    text="Điều 1. Một\nHai.\n",
    issued=date(2012, 1, 5),
    effective=date(2012, 3, 1),
    status=LegalStatus.EXPIRED,
    expires=date(2018, 1, 1),
)
MIDDLE = document(
    "2/2017/TT-BNV",
    issuer="Bộ Nội vụ",
    title="Giữa",
    issued=date(2017, 11, 1),
    effective=date(2018, 1, 1),
    status=LegalStatus.EXPIRED,
    expires=date(2025, 1, 1),
    relations=(Relation(RelationKind.REPLACES, "1/2012/TT-BNV"),),
)
NEW = document(
    "3/2024/TT-BNV",
    issuer="Bộ Nội vụ",
    title="Mới",
    text="Điều 1. Một\nHai.\nĐiều 2. Hai\nBa.\n",
    issued=date(2024, 11, 1),
    effective=date(2025, 1, 1),
    relations=(Relation(RelationKind.REPLACES, "2/2017/TT-BNV"),),
)
LAW = document(
    "38/2013/QH13",
    type="Luật",
    issuer="Quốc hội",
    title="Việc làm",
    issued=date(2013, 11, 16),
    effective=date(2015, 1, 1),
    status=LegalStatus.EXPIRED,
    expires=date(2026, 1, 1),
)
NEW_LAW = document(
    "74/2025/QH15",
    type="Luật",
    issuer="Quốc hội",
    title="Luật Việc làm",
    issued=date(2025, 6, 16),
    effective=date(2026, 1, 1),
    relations=(Relation(RelationKind.REPLACES, "38/2013/QH13"),),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    portal = FakePortalGateway()
    portal.put_all([OLD, MIDDLE, NEW, LAW, NEW_LAW])
    sync = ArchiveSync(portal, tmp_path)
    for _ in sync.round():
        pass
    sync.close()
    archive = open_archive(tmp_path)
    yield archive
    archive.close()


def check(archive: Archive, text: str, day: date = DAY) -> CheckedCitation:
    (one,) = check_draft(archive, text, today=day).citations
    return one


def test_what_replaced_an_expired_document_is_followed_to_what_counts_today(archive: Archive) -> None:
    found = check(archive, "Căn cứ Thông tư số 01/2012/TT-BNV ngày 05 tháng 01 năm 2012 của Bộ trưởng Bộ Nội vụ;")
    assert found.held is not None and found.concerns == (Concern.EXPIRED,)
    assert [one.number for one in found.replaced_by] == ["3/2024/TT-BNV"]


def test_the_drafts_own_day_decides(archive: Archive) -> None:
    text = "Hà Nội, ngày 05 tháng 11 năm 2017\nCăn cứ Thông tư số 01/2012/TT-BNV;"
    checked = check_draft(archive, text, today=DAY)
    assert (checked.day, checked.day_in_draft) == (date(2017, 11, 5), True)
    assert checked.citations[0].is_sound
    assert check_draft(archive, text, day=DAY).citations[0].concerns == (Concern.EXPIRED,)


def test_a_law_by_name_and_day(archive: Archive) -> None:
    old = check(archive, "Căn cứ Luật Việc làm ngày 16 tháng 11 năm 2013;")
    assert old.held is not None and old.held.number == "38/2013/QH13" and Concern.EXPIRED in old.concerns
    assert [one.number for one in old.replaced_by] == ["74/2025/QH15"]
    assert check(archive, "Căn cứ Luật Việc làm năm 2025;").is_sound
    wrong = check(archive, "Căn cứ Luật Việc làm ngày 17 tháng 6 năm 2025;")
    assert wrong.held is not None and wrong.held.number == "74/2025/QH15" and wrong.concerns == (Concern.WRONG_DATE,)


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Thông tư số 03/2024/TT-BNV ngày 02 tháng 11 năm 2024 của Bộ trưởng Bộ Nội vụ", Concern.WRONG_DATE),
        ("Thông tư số 03/2024/TT-BNV ngày 01 tháng 11 năm 2024 của Bộ trưởng Bộ Tài chính", Concern.WRONG_ISSUER),
        ("Nghị định số 03/2024/TT-BNV", Concern.WRONG_TYPE),
        ("Điều 9 Thông tư số 03/2024/TT-BNV", Concern.NO_SUCH_PROVISION),
        ("Thông tư số 03/2024/TT-BTC ngày 01 tháng 11 năm 2024", Concern.WRONG_NUMBER),
        ("Thông tư số 99/2024/TT-BNV ngày 01 tháng 11 năm 2024", Concern.NOT_HELD),
        ("Nghị quyết số 38/2013/QH13 của Quốc hội", Concern.NOT_HELD),
    ],
)
def test_slips_of_the_pen(archive: Archive, text: str, concern: Concern) -> None:
    found = check(archive, text)
    assert found.concerns[0] is concern
    if concern is Concern.WRONG_NUMBER:
        assert [one.number for one in found.candidates] == ["3/2024/TT-BNV"]
    if concern is Concern.NO_SUCH_PROVISION:
        assert found.missing_articles == ("9",)


def test_what_is_right_raises_nothing(archive: Archive) -> None:
    text = "Điều 2 Thông tư số 03/2024/TT-BNV ngày 01 tháng 11 năm 2024 của Bộ trưởng Bộ Nội vụ; 3/2024/TT-BNV."
    found = check(archive, text)
    assert found.is_sound and len(found.mentions) == 2


def test_an_empty_archive_says_that_it_holds_nothing(tmp_path: Path) -> None:
    empty = open_archive(tmp_path)
    assert check(empty, "Thông tư số 03/2024/TT-BNV").concerns == (Concern.NOT_HELD,)
    assert DocumentId("") not in [one.id for one in check(empty, "Luật Việc làm năm 2025").candidates]
    empty.close()

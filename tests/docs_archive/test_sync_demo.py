"""The archive's sync over the wire: the demo ministry's portal, the signed feed, the local copy and its search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.demo_ministry.portal import DemoPortal
from docs_archive import ArchiveSettings
from docs_archive.archive import Archive, open_archive
from docs_archive.errors import FeedDamaged, FeedOffline, FeedRolledBack
from docs_archive.feed import SignedFeedGateway
from docs_archive.model import ArchiveChanges, LegalStatus, SearchQuery
from docs_archive.sync import ArchiveSync


class Desk:
    """One archive that follows one demo portal."""

    def __init__(self, folder: Path) -> None:
        self.portal = DemoPortal(folder / "portal")
        self.portal.start()
        settings = ArchiveSettings(self.portal.feed_url, self.portal.trust_root, timeout=10)
        self.sync = ArchiveSync(SignedFeedGateway(settings, folder / "feed"), folder / "archive")
        self.archive: Archive = open_archive(folder / "archive")
        list(self.sync.round())

    def close(self) -> None:
        self.archive.close()
        self.sync.close()
        self.portal.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.close()


def test_the_whole_portal_comes_over(desk: Desk) -> None:
    assert desk.archive.count() >= 40
    (circular,) = desk.archive.find_by_number("tt 12/2024")
    assert circular.number == "12/2024/TT-BLĐPTXH" and circular.status is LegalStatus.IN_FORCE
    document = desk.archive.document(circular.id)
    assert document is not None and any(one.anchor == "d1" for one in document.provisions)
    assert any(one.other_number == "05/2026/TT-BLĐPTXH" and one.other_id for one in document.relations)


def test_every_status_is_there_and_the_day_counts(desk: Desk) -> None:
    (later,) = desk.archive.find_by_number("21/2026/TT-BLĐPTXH", on=date(2026, 12, 31))
    assert later.status is LegalStatus.NOT_YET_IN_FORCE
    (now,) = desk.archive.find_by_number("21/2026/TT-BLĐPTXH", on=date(2027, 1, 1))
    assert now.status is LegalStatus.IN_FORCE
    seen = {
        hit.summary.source_status for hit in desk.archive.search(SearchQuery("", limit=100)).hits
    }  # fmt: skip
    assert seen == set(LegalStatus)


def test_marks_or_none_it_is_found(desk: Desk) -> None:
    with_marks = desk.archive.search(SearchQuery("báo cáo lao động"))
    without = desk.archive.search(SearchQuery("bao cao lao dong"))
    for result in (with_marks, without):
        assert "12/2024/TT-BLĐPTXH" in [hit.summary.number for hit in result.hits]


def test_an_amended_document_is_found_by_its_new_text(desk: Desk) -> None:
    (circular,) = desk.archive.find_by_number("12/2024/TT-BLĐPTXH")
    document = desk.archive.document(circular.id)
    assert document is not None
    assert desk.archive.search(SearchQuery('"khinh khí cầu"')).total == 0
    desk.portal.amend("12/2024/TT-BLĐPTXH", text=document.text + "\nĐiều 99. Quy định về khinh khí cầu\nThử nghiệm.")
    told = [event for event in desk.sync.round() if isinstance(event, ArchiveChanges)]
    assert [event.amended for event in told] == [(circular.id,)]
    (hit,) = desk.archive.search(SearchQuery("khinh khi cau", types=("Thông tư",), limit=1)).hits
    assert (hit.summary.id, hit.article) == (circular.id, "Điều 99")


def test_a_damaged_download_changes_nothing_and_mends_itself(desk: Desk) -> None:
    before = desk.archive.count()
    desk.portal.add_document(
        number="90/2026/TT-BLĐPTXH",
        type="Thông tư",
        title="Thử nghiệm",
        issuer="Bộ Lao động và Phát triển Xã hội",
        text="Điều 1. Thử nghiệm",
    )
    desk.portal.damage_next_download(3)
    with pytest.raises(FeedDamaged):
        list(desk.sync.round())
    assert desk.archive.count() == before
    desk.portal.come_back()
    list(desk.sync.round())
    assert desk.archive.count() == before + 1 and desk.archive.find_by_number("90/2026/TT-BLĐPTXH")


def test_a_portal_rolled_back_or_gone_leaves_the_archive(desk: Desk) -> None:
    before = desk.archive.count()
    desk.portal.go_offline()
    with pytest.raises(FeedOffline):
        list(desk.sync.round())
    desk.portal.come_back()
    desk.portal.roll_back()
    with pytest.raises(FeedRolledBack):
        list(desk.sync.round())
    desk.portal.come_back()
    list(desk.sync.round())
    assert desk.archive.count() == before

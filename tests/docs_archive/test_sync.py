"""A round of the sync: pages, the index, what the window is told; interruptions, errors, and kill -9 at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from docs_archive.archive import open_archive, set_aside_damaged
from docs_archive.errors import ArchiveDiskFull, FeedDamaged, FeedOffline
from docs_archive.model import ArchiveChanges, ArchiveEvent, ArchiveProgress, LegalStatus, SearchQuery
from docs_archive.search_index import IndexBuilder
from docs_archive.store import ArchiveStore
from docs_archive.sync import ArchiveSync

from .builders import document, many
from .fake_gateway import FakePortalGateway


def changes(events: list[ArchiveEvent]) -> list[ArchiveChanges]:
    return [event for event in events if isinstance(event, ArchiveChanges)]


def consistent(folder: Path, count: int) -> None:
    """Every document is held, and found by its own words exactly once."""
    archive = open_archive(folder)
    assert archive.count() == count
    result = archive.search(SearchQuery("trợ cấp", limit=count + 10))
    assert len({hit.summary.id for hit in result.hits}) == len(result.hits) == count
    for number in (1, count // 2 or 1, count):
        (hit, *_) = archive.search(SearchQuery(f'"nội dung thứ {number} về"')).hits
        assert hit.summary.number == f"{number}/2025/TT-BLĐPTXH"
    searcher, _ = archive._index._current()
    assert searcher.num_docs == 2 * count  # two articles each: none left behind, none twice
    archive.close()


def test_the_first_sync_leaves_the_ids_out(tmp_path: Path) -> None:
    portal = FakePortalGateway(page_size=20)
    portal.put_all(many(50))
    sync = ArchiveSync(portal, tmp_path)
    events = list(sync.round())
    assert changes(events) == [ArchiveChanges(first_sync=True)]
    progress = [event for event in events if isinstance(event, ArchiveProgress)]
    assert progress[-1] == ArchiveProgress(50, 50)
    assert [event.done for event in progress] == sorted(event.done for event in progress)
    consistent(tmp_path, 50)
    sync.close()
    assert portal.closed


def test_later_rounds_name_what_changed(tmp_path: Path) -> None:
    portal = FakePortalGateway()
    one, two = document("1/2020/TT-A"), document("2/2020/TT-A")
    portal.put_all([one, two])
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    assert list(sync.round()) == []
    portal.put(document("3/2020/TT-A"))
    portal.put(document("1/2020/TT-A", text="Điều 1. Văn bản đã sửa"))
    portal.set_status(two.id, LegalStatus.EXPIRED)
    (told,) = changes(list(sync.round()))
    assert set(told.document_ids) == {one.id, two.id, document("3/2020/TT-A").id}
    assert set(told.amended) == {one.id, two.id} and not told.first_sync
    portal.withdraw(one.id)
    (told,) = changes(list(sync.round()))
    assert told.amended == (one.id,)
    sync.close()


def test_who_is_told_of_a_document_finds_it(tmp_path: Path) -> None:
    portal = FakePortalGateway()
    portal.put(document())
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    archive = open_archive(tmp_path)
    portal.put(document(text="Điều 1. Nhân giống\nNhân giống cây trồng."))
    for event in sync.round():
        if isinstance(event, ArchiveChanges):
            (hit,) = archive.search(SearchQuery("nhan giong cay")).hits
            assert hit.summary.id in event.amended
            break
    else:
        raise AssertionError("nobody was told")
    sync.close()


def test_an_idle_round_asks_once_and_says_nothing(tmp_path: Path) -> None:
    portal = FakePortalGateway()
    portal.put(document())
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    portal.calls.clear()
    assert list(sync.round()) == []
    assert [verb for verb, _ in portal.calls] == ["has_news"]
    portal.calls.clear()
    list(sync.round(force=True))
    assert "has_news" not in [verb for verb, _ in portal.calls]
    sync.close()


def test_what_was_applied_stays_when_the_portal_fails(tmp_path: Path) -> None:
    portal = FakePortalGateway(page_size=10)
    portal.put_all(many(40))
    portal.fail_next(FeedDamaged("blob"), after=3)
    sync = ArchiveSync(portal, tmp_path)
    with pytest.raises(FeedDamaged):
        list(sync.round())
    held = open_archive(tmp_path).count()
    assert 0 < held < 40
    portal.go_offline(FeedOffline("portal"))
    with pytest.raises(FeedOffline):
        list(sync.round())
    assert open_archive(tmp_path).count() == held
    portal.come_back()
    assert changes(list(sync.round())) == [ArchiveChanges(first_sync=True)]
    consistent(tmp_path, 40)
    sync.close()


@pytest.mark.parametrize("after", [1, 2, 3, 5])
def test_a_round_may_be_closed_between_two_yields(tmp_path: Path, after: int) -> None:
    portal = FakePortalGateway(page_size=25)
    portal.put_all(many(100))
    sync = ArchiveSync(portal, tmp_path)
    going = sync.round()
    for _ in range(after):
        next(going)
    going.close()
    list(sync.round())
    consistent(tmp_path, 100)
    sync.close()


def test_what_was_stored_is_indexed_without_a_network(tmp_path: Path) -> None:
    from .test_store import page

    store = ArchiveStore(tmp_path)
    store.apply(page(*many(20)))
    store.close()
    portal = FakePortalGateway()
    portal.go_offline(FeedOffline("portal"))
    sync = ArchiveSync(portal, tmp_path)
    with pytest.raises(FeedOffline):
        list(sync.round())
    consistent(tmp_path, 20)
    sync.close()


def test_reindex_builds_it_anew_while_the_old_one_answers(tmp_path: Path) -> None:
    portal = FakePortalGateway()
    portal.put_all(many(150))
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    archive = open_archive(tmp_path)
    for event in sync.reindex():
        assert isinstance(event, ArchiveProgress) and event.total == 150
        assert archive.search(SearchQuery("trợ cấp")).total == 150
    assert archive.search(SearchQuery("trợ cấp")).total == 150
    consistent(tmp_path, 150)
    sync.close()


def test_a_damaged_archive_is_set_aside_and_fetched_anew(tmp_path: Path) -> None:
    portal = FakePortalGateway()
    portal.put_all(many(20))
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    sync.close()
    (tmp_path / "archive.db").write_bytes(b"x" * 50_000)
    assert set_aside_damaged(tmp_path).read_bytes() == b"x" * 50_000
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round(force=True))
    consistent(tmp_path, 20)
    sync.close()


def test_a_full_disk_under_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tantivy's thread only says that it died; that the disk is full is seen by looking."""
    portal = FakePortalGateway()
    portal.put_all(many(30))
    sync = ArchiveSync(portal, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(
            "docs_archive.search_index.index_files.shutil.disk_usage", lambda _: type("Usage", (), {"free": 0})
        )
        patch.setattr(IndexBuilder, "_commit", lambda *_, **__: _raise_within_index(tmp_path))
        with pytest.raises(ArchiveDiskFull):
            list(sync.round())
    list(sync.round())
    consistent(tmp_path, 30)
    sync.close()


def _raise_within_index(folder: Path) -> None:
    from docs_archive.search_index.index_files import index_errors

    with index_errors(folder):
        raise ValueError("An index writer was killed.. A worker thread encountered an error")


CHILD = """
import sys
from pathlib import Path
from docs_archive.sync import ArchiveSync
from tests.docs_archive.builders import many
from tests.docs_archive.fake_gateway import FakePortalGateway

portal = FakePortalGateway(page_size=30)
portal.put_all(many(300))
print("ready", flush=True)
sync = ArchiveSync(portal, Path(sys.argv[1]))
for event in sync.round():
    print(event, flush=True)
for again in range(50):
    for event in sync.reindex():
        print(event, flush=True)
"""


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_moment_it_opens_and_continues(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        cwd=root,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert child.stdout is not None
    try:
        for _ in range(dice.randint(1, 16)):
            assert child.stdout.readline()
        # and then somewhere in the middle of what comes next
        for _ in range(dice.randint(0, 200_000)):
            pass
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(30)
        child.stdout.close()
    portal = FakePortalGateway(page_size=100)
    portal.put_all(many(300))
    sync = ArchiveSync(portal, tmp_path)
    list(sync.round())
    consistent(tmp_path, 300)
    sync.close()

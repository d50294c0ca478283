"""Copies of the feed that are nearer than the portal: a folder, a stick, another server. Asked first, never trusted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.demo_ministry.portal.static_server import StaticServer
from docs_archive.errors import FeedOffline, NoFeedThere
from docs_archive.feed.folder_source import FolderSource
from docs_archive.sync import ArchiveSync
from tests.docs_archive.published_feed import PublishedFeed, document, read_all


@pytest.fixture
def stick(published: PublishedFeed, tmp_path: Path) -> Path:
    """A copy of the feed as it is now, in the folder ``feed`` of a stick."""
    published.publish(document(), document("13/2024/TT-BLĐPTXH", "Điều 1. Hai"))
    shutil.copytree(published.feed, tmp_path / "stick" / "feed")
    return tmp_path / "stick"


@pytest.fixture
def mirror(stick: Path) -> Iterator[StaticServer]:
    server = StaticServer(stick / "feed")
    server.start()
    yield server
    server.stop()


def numbers(changes: list[object]) -> list[str]:
    return sorted(one.document.number for one in changes)  # type: ignore[attr-defined]


def test_without_a_line_a_stick_brings_everything(published: PublishedFeed, stick: Path) -> None:
    gateway = published.gateway()
    published.server.stop()
    with pytest.raises(FeedOffline):
        gateway.changes(0)
    gateway.read_beside(stick)
    assert numbers(read_all(gateway)) == ["12/2024/TT-BLĐPTXH", "13/2024/TT-BLĐPTXH"]
    assert not gateway.has_news()
    gateway.read_beside(None)
    with pytest.raises(FeedOffline):
        gateway.has_news()


def test_a_folder_without_a_feed_is_refused(published: PublishedFeed, tmp_path: Path) -> None:
    gateway = published.gateway()
    with pytest.raises(NoFeedThere):
        gateway.read_beside(tmp_path / "state")
    assert read_all(gateway), "and does no harm"


def test_what_is_large_comes_from_the_nearest_copy(published: PublishedFeed, mirror: StaticServer) -> None:
    gateway = published.gateway(mirrors=(f"http://127.0.0.1:{mirror.port}/",))
    published.server.requests.clear()
    assert len(read_all(gateway)) == 2
    assert not [one.path for one in published.server.requests if one.path.count("/") > 1], "only metadata"
    assert [one.path for one in mirror.requests if one.path.count("/") > 1]


@pytest.mark.parametrize("kind", ["base/", "log/", "blobs/"])
def test_a_copy_that_lies_is_left_and_the_portal_asked(published: PublishedFeed, stick: Path, kind: str) -> None:
    for path in (stick / "feed" / kind).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[::-1])
    gateway = published.gateway(mirrors=(str(stick),))
    assert len(read_all(gateway, 0 if kind == "base/" else 1)) == (2 if kind == "base/" else 1)


def test_an_old_copy_does_not_hide_what_the_portal_has(published: PublishedFeed, stick: Path) -> None:
    published.publish(document(), document("13/2024/TT-BLĐPTXH"), document("14/2024/TT-BLĐPTXH", "Điều 1. Ba"))
    gateway = published.gateway(mirrors=(str(stick),))
    assert "14/2024/TT-BLĐPTXH" in numbers(read_all(gateway))
    published.server.stop()
    with pytest.raises(FeedOffline):
        gateway.changes(99)  # the copy is older than what was seen: nothing to go by


def test_a_link_out_of_the_folder_is_no_part_of_the_copy(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("riêng")
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "timestamp.json").symlink_to(tmp_path / "secret")
    source = FolderSource(folder)
    for path in ("timestamp.json", "../secret", "/etc/hostname", "nowhere"):
        with pytest.raises(Exception, match="404"):
            source.get(path, 100)


def test_a_round_from_a_stick_fills_the_archive(published: PublishedFeed, stick: Path, tmp_path: Path) -> None:
    gateway = published.gateway()
    published.server.stop()
    sync = ArchiveSync(gateway, tmp_path / "archive")
    list(sync.round_from(stick))
    assert sync._store.count() == 2
    with pytest.raises(FeedOffline):
        list(sync.round(force=True))
    sync.close()

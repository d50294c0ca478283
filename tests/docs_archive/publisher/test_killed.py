"""A publisher that dies at any moment leaves a feed that can be read and that the next run completes."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docs_archive.publisher import __main__ as publisher
from docs_archive.publisher.feed_folder import FeedFolder
from tests.docs_archive.published_feed import PublishedFeed, document, read_all


class Killed(BaseException):
    """Stands for the end of the process: nothing in the publisher catches it."""


def dying_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process ends in the middle of its next write after so many whole ones."""
    write, count = FeedFolder.write, [0]

    def dying(self: FeedFolder, relative: str, data: bytes) -> None:
        if count[0] == writes:
            half = self.root / relative
            half.parent.mkdir(parents=True, exist_ok=True)
            half.with_name(f".new-1-{half.name}").write_bytes(data[: len(data) // 2])
            raise Killed
        count[0] += 1
        write(self, relative, data)

    monkeypatch.setattr(FeedFolder, "write", dying)


def test_at_every_write_the_feed_is_the_old_or_the_new_one(
    feed: PublishedFeed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docs_archive.publisher.feed_log.PAGE_CHANGES", 10)
    monkeypatch.setattr("docs_archive.publisher.feed_log.PACK_AFTER", 5)
    feed.publish(*[document(f"{number}/2026/TT-B") for number in range(8)])
    changed = [document(f"{number}/2026/TT-B", text="Đã sửa") for number in range(5)]
    writes = 0
    while True:
        attempt = PublishedFeed(tmp_path / f"attempt-{writes}")
        shutil.copytree(feed.feed, attempt.feed)
        shutil.copytree(feed.keys.folder, attempt.keys.folder)
        with monkeypatch.context() as patch:
            dying_after(writes, patch)
            try:
                attempt.publish(*changed)
            except Killed:
                died = True
            else:
                died = False
        gateway = attempt.gateway()
        assert len(read_all(gateway)) == (8 if died else 13), f"after {writes} writes"
        attempt.publish(*changed)
        assert [change.sequence for change in read_all(gateway, 8)] == [9, 10, 11, 12, 13]
        assert not list(attempt.feed.rglob(".new-*.json"))
        attempt.close()
        shutil.rmtree(attempt.folder)
        if not died:
            break
        writes += 1
    assert writes == 5 + 2 + 1 + 3  # blobs, pages, a pack, metadata


def test_a_creation_cut_short_is_completed(feed: PublishedFeed, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        dying_after(2, patch)
        with pytest.raises(Killed):
            feed.run("create")
    feed.publish(document())
    assert len(read_all(feed.gateway())) == 1


@pytest.mark.whole_program
def test_kill_9_while_publishing(feed: PublishedFeed) -> None:
    source = feed.folder / "documents.jsonl"
    feed.publish(document("0/2026/TT-B"))
    gateway = feed.gateway()
    text = "Điều 1. " + "Phạm vi điều chỉnh. " * 2000
    many = [document(f"{number}/2026/TT-B", text=text) for number in range(1, 500)]
    source.write_text("".join(json.dumps(each) + "\n" for each in many))
    command = [sys.executable, "-m", publisher.__spec__.name.removesuffix(".__main__"), "--no-fsync"]
    command += ["--keys", str(feed.keys.folder), "--output", str(feed.feed), "publish", "--documents", str(source)]
    process = subprocess.Popen(command, cwd=Path(publisher.__file__).parents[2])
    while process.poll() is None and sum(1 for _ in feed.feed.glob("blobs/sha256/*")) < 20:
        time.sleep(0.002)
    assert process.poll() is None, "it was too quick to be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert len(read_all(gateway)) == 1
    assert subprocess.run(command, cwd=Path(publisher.__file__).parents[2], capture_output=True).returncode == 0
    assert len(read_all(gateway, 1)) == 499

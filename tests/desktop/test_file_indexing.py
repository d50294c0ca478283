"""The thread that reads attachments: works while it may, one mail at a time, and survives its indexer's failing."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from desktop.file_indexing import FileIndexing
from tests.waiting import eventually


class CountingIndexer:
    def __init__(self, steps: int, *, fails: bool = False) -> None:
        self.steps, self.fails = steps, fails
        self.done = 0
        self.closed = 0

    def catch_up(self) -> Iterator[object]:
        if self.fails:
            raise OSError
        while self.done < self.steps:
            self.done += 1
            yield self.done

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def started() -> Iterator[list[FileIndexing]]:
    threads: list[FileIndexing] = []
    yield threads
    for thread in threads:
        thread.stop()
        thread.join(5)
        assert not thread.is_alive()


def test_it_works_when_woken_and_stops_between_two_mails(started: list[FileIndexing]) -> None:
    indexer, may_work = CountingIndexer(1000), threading.Event()
    thread = FileIndexing(lambda: indexer, lambda: may_work.is_set() and indexer.done < 10)
    started.append(thread)
    thread.start()
    thread.wake()
    assert indexer.done == 0
    may_work.set()

    def woken() -> bool:
        thread.wake()
        return indexer.closed > 0

    eventually(woken)
    assert indexer.done == 10


def test_a_failing_indexer_does_not_end_it(started: list[FileIndexing], caplog: pytest.LogCaptureFixture) -> None:
    broken, good = CountingIndexer(1, fails=True), CountingIndexer(1)
    turns = [broken, good]
    thread = FileIndexing(lambda: turns.pop(0), lambda: bool(turns))
    started.append(thread)
    thread.start()

    def woken() -> bool:
        thread.wake()
        return good.done == 1

    eventually(woken)
    assert broken.closed == 1
    assert "attachments: OSError" in caplog.text

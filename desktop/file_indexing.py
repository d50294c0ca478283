"""The service's thread that reads attachments for the search while the sync has nothing to do."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from typing import Protocol

_log = logging.getLogger(__name__)
_PAUSE_AFTER_ERROR = 60.0
_LOOK_AGAIN = 120.0


class FilesIndexer(Protocol):
    def catch_up(self) -> Iterator[object]: ...
    def close(self) -> None: ...


class FileIndexing(threading.Thread):
    """``may_work`` is asked before each mail: False while the sync works or a conference has the line."""

    def __init__(self, make_indexer: Callable[[], FilesIndexer], may_work: Callable[[], bool]) -> None:
        super().__init__(name="file-indexing", daemon=True)
        self._make_indexer, self._may_work = make_indexer, may_work
        self._wake = threading.Event()
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    def stop(self) -> None:
        self._stopping = True
        self._wake.set()

    def run(self) -> None:
        while not self._stopping:
            self._wake.wait(_LOOK_AGAIN)
            self._wake.clear()
            if self._stopping or not self._may_work():
                continue
            try:
                self._catch_up()
            except Exception as error:  # the search does without attachments sooner than the mail without its service
                _log.error("attachments: %s", type(error).__name__)
                self._wake.wait(_PAUSE_AFTER_ERROR)

    def _catch_up(self) -> None:
        with contextlib.closing(self._make_indexer()) as indexer:
            for _ in indexer.catch_up():
                if self._stopping or not self._may_work():
                    return

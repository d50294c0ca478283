"""The files of one site: each begins where a picture can begin; another after a reconnection, or when one is large."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import FileIO
from pathlib import Path

from .file_names import numbered
from .model import RecordingLimits, Segment
from .transport_stream import PacketAligner, StartFinder

_WAITED_FOR_A_KEY_FRAME = 8 * 1024 * 1024
"""Bytes. Some encoders never mark one; then a file begins where it may."""


class SiteFiles:
    """Written by the recorder's one thread. Every write goes to the operating system at once: a desk that is killed
    loses nothing of it. All methods raise `OSError`."""

    def __init__(self, folder: Path, stem: str, limits: RecordingLimits, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._stem = stem
        self._limits = limits
        self._now = now
        self._aligner = PacketAligner()
        self._finder = StartFinder()
        self._file: FileIO | None = None
        self._waited = 0
        self._is_unsynced = False
        self.segments: list[Segment] = []

    def write(self, data: bytes) -> None:
        packets = self._aligner.feed(data)
        if not packets:
            return
        if self._file is None:
            self._begin(packets)
        elif self.segments[-1].size + len(packets) < self._limits.file_size:
            self._put(packets)
        else:
            self._cut(packets)

    def restart(self) -> None:
        """The stream begins anew, with clocks of its own: in another file, so that players do not stumble."""
        self._end()
        self._aligner.forget()
        self._finder = StartFinder()

    def sync(self) -> None:
        """To the disk itself, for when the power fails."""
        if self._file is not None and self._is_unsynced:
            self._is_unsynced = False
            getattr(os, "fdatasync", os.fsync)(self._file.fileno())

    def close(self) -> None:
        self.sync()
        self._end()

    def _begin(self, packets: bytes) -> None:
        at = self._finder.find(packets)
        self._waited += len(packets)
        if at is None and self._waited < _WAITED_FOR_A_KEY_FRAME:
            return
        self._open()
        self._put(packets if at is None else self._finder.tables + packets[at:])

    def _cut(self, packets: bytes) -> None:
        at = self._finder.find(packets)
        if at is not None:
            self._put(packets[:at])
        elif self.segments[-1].size + len(packets) < self._limits.file_size_at_most:
            self._put(packets)
            return
        self._end()
        self._open()
        self._put(self._finder.tables + packets[at or 0 :])

    def _open(self) -> None:
        path = numbered(self._folder, self._stem)
        self._file = FileIO(path, "xb")
        _sync_folder(self._folder)
        self.segments.append(Segment(path.name, self._now()))

    def _put(self, packets: bytes) -> None:
        assert self._file is not None
        view = memoryview(packets)
        while view:
            written = self._file.write(view)
            view = view[written:]
            last = self.segments[-1]
            self.segments[-1] = replace(last, size=last.size + written)
        self._is_unsynced = True

    def _end(self) -> None:
        self._waited = 0
        if self._file is None:
            return
        file, self._file = self._file, None
        self.segments[-1] = replace(self.segments[-1], ended=self._now())
        with suppress(OSError):  # what the disk did not take was said by the write
            file.close()


def _sync_folder(folder: Path) -> None:
    """A new file's name, too, must be on the disk. Windows does it by itself, and opens no folders."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

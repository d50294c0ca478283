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
from .transport_stream import Mark, PacketAligner, StreamMarks

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
        self._marks = StreamMarks()
        self._file: FileIO | None = None
        self._waited = 0
        self._is_unsynced = False
        self.segments: list[Segment] = []

    def write(self, data: bytes) -> None:
        packets = self._aligner.feed(data)
        written = 0
        for at, mark in self._marks.find(packets):
            at = max(at, written)
            if mark is Mark.BREAK:
                self._put(packets[written:at])
                self._end()
                written = at
            elif self._file is None or self._is_large:
                self._put(packets[written:at])
                self._begin()
                written = at
        self._put(packets[written:])

    def sync(self) -> None:
        """To the disk itself, for when the power fails."""
        if self._file is not None and self._is_unsynced:
            self._is_unsynced = False
            getattr(os, "fdatasync", os.fsync)(self._file.fileno())

    def close(self) -> None:
        self.sync()
        self._end()

    @property
    def _is_large(self) -> bool:
        return self.segments[-1].size >= self._limits.file_size

    def _begin(self) -> None:
        self._end()
        path = numbered(self._folder, self._stem)
        self._file = FileIO(path, "xb")
        _sync_folder(self._folder)
        self.segments.append(Segment(path.name, self._now()))
        self._write(self._marks.tables)

    def _put(self, packets: bytes) -> None:
        """Into the file, if there is one: what comes before the first key frame could not be shown."""
        if self._file is None:
            self._waited += len(packets)
            if self._waited < _WAITED_FOR_A_KEY_FRAME:
                return
        if self._file is None or self.segments[-1].size + len(packets) > self._limits.file_size_at_most:
            self._begin()
        self._write(packets)

    def _write(self, packets: bytes) -> None:
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

"""Records one conference at a time: begins in a folder, follows both sites, watches the disk, ends in good order."""

from __future__ import annotations

import atexit
import logging
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ..errors import RecordingRefused
from ..model import Conference, SiteId
from . import under_way
from .disk_room import RoomWatch, free_bytes, reason_of
from .file_names import file_stem, folder_name, not_taken
from .index import write_index
from .model import EndReason, Recording, RecordingLimits, RecordingState, SiteRecording
from .site_files import SiteFiles
from .waiting_bytes import WaitingBytes

_log = logging.getLogger(__name__)

_LOOK_EVERY = 1.0
_CLOSED_WITHIN = 10.0
_running: weakref.WeakSet[Recorder] = weakref.WeakSet()


@atexit.register
def _end_all() -> None:
    """A desk that is closed in the middle of a conference ends its recording in good order."""
    for recorder in list(_running):
        recorder.stop()
        recorder.wait(3.0)


class Recorder:
    """The files of one recording and the thread that writes them. `put` is called by whoever carries a stream and
    never waits; `state` may be read from any thread. Made anew for each recording."""

    def __init__(
        self,
        conference: Conference,
        root: Path,
        now: Callable[[], datetime],
        limits: RecordingLimits | None = None,
        free: Callable[[Path], int] = free_bytes,
    ) -> None:
        """``root`` gets a folder of this recording's own; ``now`` is the reader's clock, with its zone, by which
        folder and files are named."""
        self._conference = conference
        self._root = root
        self._now = now
        self._limits = limits or RecordingLimits()
        self._free = free
        self._room = RoomWatch(self._limits)
        self._waiting = WaitingBytes(tuple(site.id for site in conference.sites), self._limits.unwritten)
        self._files: dict[SiteId, SiteFiles] = {}
        self._began = 0.0
        self._ended = 0.0
        self._recording: Recording | None = None
        self._segments_noted = 0
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)

    def start(self) -> None:
        """Make the folder and begin. Touches the disk: on a worker. Raises `RecordingRefused`."""
        now = self._now()
        conference = self._conference
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            free = self._free(self._root)
            if free < self._limits.needed_to_start:
                raise RecordingRefused("disk full", free, self._limits.needed_to_start)
            folder = not_taken(self._root, folder_name(conference.title, now))
            folder.mkdir(mode=0o700)
            sites = tuple(SiteRecording(site.id, site.name) for site in conference.sites)
            recording = Recording(folder, conference.title, now, sites)
            write_index(recording)
        except OSError as error:
            reason = reason_of(error)
            raise RecordingRefused("disk full" if reason is EndReason.DISK_FULL else "folder", 0, 0) from error
        self._files = {
            site.id: SiteFiles(folder, file_stem(conference.title, site.name, now), self._limits, self._now)
            for site in conference.sites
        }
        self._began = time.monotonic()
        self._room.note(self._began, 0, free)
        self._recording = recording
        _running.add(self)
        under_way.begin(folder)
        self._thread.start()

    def put(self, site_id: SiteId, data: bytes) -> None:
        """Bytes of a site's MPEG-TS, in order. Never waits."""
        self._waiting.put(site_id, data)

    def stop(self) -> None:
        """Ends behind itself; `wait` waits for it."""
        self._waiting.close()

    def wait(self, within: float = _CLOSED_WITHIN) -> bool:
        self._thread.join(within)
        return not self._thread.is_alive()

    @property
    def state(self) -> RecordingState | None:
        """None before `start` has come to its end."""
        recording = self._recording
        if recording is None:
            return None
        lasted = (self._ended or time.monotonic()) - self._began
        return RecordingState(recording, lasted, self._room.free, self._room.seconds_left, self._room.is_short)

    def _run(self) -> None:
        reason = EndReason.WRITE_FAILED
        try:
            reason = self._follow()
        except OSError as error:
            reason = reason_of(error)
            _log.warning("recording ended: %s", error.strerror)
        finally:
            self._finish(reason)

    def _follow(self) -> EndReason:
        looked_at = synced_at = self._began
        while True:
            is_last = self._waiting.is_closed
            for site_id, data in self._waiting.take(0.0 if is_last else _LOOK_EVERY / 4):
                self._write(site_id, data)
            now = time.monotonic()
            if now - looked_at >= _LOOK_EVERY:
                looked_at = now
                self._look(now)
                if self._room.is_full:
                    return EndReason.DISK_FULL
            if now - synced_at >= self._limits.synced_every:
                for files in self._files.values():
                    files.sync()
                synced_at = time.monotonic()  # a slow disk is not asked again at once
            if is_last:
                return EndReason.ASKED

    def _write(self, site_id: SiteId, data: bytes) -> None:
        try:
            self._files[site_id].write(data)
            if self._segments_noted != self._segments:  # at once: a file that the index does not name is not found
                self._segments_noted = self._segments
                write_index(self._noted())
        finally:
            self._waiting.written(site_id, len(data))

    def _look(self, now: float) -> None:
        recording = self._noted()
        self._room.note(now, recording.size, self._free(recording.folder))

    @property
    def _segments(self) -> int:
        return sum(len(files.segments) for files in self._files.values())

    def _noted(self) -> Recording:
        assert self._recording is not None
        sites = tuple(
            replace(
                site,
                segments=tuple(self._files[site.id].segments),
                left_out=self._waiting.left_out[site.id],
                gaps=self._waiting.gaps[site.id],
            )
            for site in self._recording.sites
        )
        self._recording = replace(self._recording, sites=sites)
        return self._recording

    def _finish(self, reason: EndReason) -> None:
        """Each file by itself: what one refuses, another may still take."""
        self._waiting.close()
        for files in self._files.values():
            try:
                files.close()
            except OSError as error:
                reason = reason if reason is not EndReason.ASKED else reason_of(error)
        ended = replace(self._noted(), ended=self._now(), reason=reason)
        try:
            write_index(ended)
        except OSError as error:
            _log.warning("the recording's index was not written: %s", error.strerror)
        self._ended = time.monotonic()
        _running.discard(self)
        under_way.end(ended.folder)
        self._recording = ended  # last: who sees that it has ended finds all of it done

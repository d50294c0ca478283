"""The feed's folder on disk: whole files or none, one publisher at a time. Used by every verb of the publisher."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from .errors import PublisherError

TEMPORARY = ".new-"
KEEP_SUPERSEDED = 24 * 3600.0
"""Seconds that a superseded page or metadata file stays, for clients in the middle of an update."""
_FSYNC_ONE_BY_ONE = 200


class FeedFolder:
    """``durable=False`` (a demo, a test) leaves out the waiting for the disk; the renames keep their order."""

    def __init__(self, root: Path, *, durable: bool = True) -> None:
        self.root = root
        self._durable = durable
        self._unsynced: list[Path] = []

    def write(self, relative: str, data: bytes) -> None:
        """Write beside the place, then rename into it: a reader sees the old file or the new one."""
        path = self.root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
        with temporary.open("wb") as file:
            file.write(data)
        temporary.replace(path)
        self._unsynced.append(path)

    def write_content(self, relative: str, data: bytes) -> None:
        """As `write`, for files named after their hash: nothing to do when there already, whole."""
        path = self.root / relative
        try:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return
        except OSError:
            pass
        self.write(relative, data)

    def settle(self) -> None:
        """What was written so far is on the disk before anything that names it is."""
        if self._durable and self._unsynced:
            if len(self._unsynced) > _FSYNC_ONE_BY_ONE and hasattr(os, "sync"):
                os.sync()
            else:
                for path in [*self._unsynced, *{path.parent for path in self._unsynced}]:
                    _fsync(path)
        self._unsynced.clear()

    def read(self, relative: str, sha256: str, length: int) -> bytes:
        """A file of the feed, if it is still what was signed: what somebody changed is never signed again."""
        try:
            data = (self.root / relative).read_bytes()
        except FileNotFoundError as error:
            raise PublisherError(f"the feed is damaged: {relative} is missing") from error
        if len(data) != length or hashlib.sha256(data).hexdigest() != sha256:
            raise PublisherError(f"the feed is damaged: {relative} is not what was signed")
        return data

    def sweep(self, current: set[str]) -> None:
        """Remove leftovers of killed runs, and superseded pages and metadata older than a day."""
        now = time.time()
        for folder in ("", "log", "base"):
            with contextlib.suppress(FileNotFoundError):
                for path in (self.root / folder).iterdir():
                    name = f"{folder}/{path.name}" if folder else path.name
                    if path.name.startswith(TEMPORARY) or (
                        name not in current
                        and path.name.endswith(
                            (".snapshot.json", ".targets.json") if not folder else (".json", ".pack")
                        )
                        and now - path.stat().st_mtime > KEEP_SUPERSEDED
                    ):
                        path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """One publisher at a time; the lock dies with its process."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / ".publisher.lock").open("a+b") as file:
            try:
                if os.name == "nt":  # pragma: no cover
                    import msvcrt

                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
                else:
                    import fcntl

                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise PublisherError("another publisher is at work in this folder") from error
            yield


def _fsync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

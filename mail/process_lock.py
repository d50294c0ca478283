"""A lock that one process holds and that ends with it, however it dies. Used by the outbox: two services must never
send at once (the old one may still be ending when the new one starts)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_one_process(path: Path) -> Iterator[bool]:
    """True inside if the lock is ours, False if somebody else holds it. Never waits. The file itself stays, empty."""
    with path.open("ab") as file:
        try:
            _take(file)
        except OSError:
            yield False
        else:
            yield True

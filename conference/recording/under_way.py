"""Which folders this very process records into: they are not unfinished, they are being written."""

from __future__ import annotations

import threading
from pathlib import Path

_lock = threading.Lock()
_folders: set[Path] = set()


def begin(folder: Path) -> None:
    with _lock:
        _folders.add(folder.resolve())


def end(folder: Path) -> None:
    with _lock:
        _folders.discard(folder.resolve())


def is_under_way(folder: Path) -> bool:
    with _lock:
        return folder.resolve() in _folders


def any_under_way() -> bool:
    with _lock:
        return bool(_folders)

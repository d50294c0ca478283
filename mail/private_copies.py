"""Attachments as files for other programs: private copies in a folder nobody else can look into, wiped when the desk
closes and, whatever became of it, before it is used again. Used by the window and by the start of the program."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_CHUNK = 1 << 20


class PrivateCopies:
    """``data_folder`` is the desk's own (0700). Copies lie in the session's runtime folder (memory, not the disk) where
    there is one, else under the data folder. Thread-safe: every copy has a folder of its own."""

    def __init__(self, data_folder: Path, runtime_folder: str | None = None) -> None:
        own = f"{zlib.crc32(os.fsencode(data_folder.absolute())):08x}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "") if runtime_folder is None else runtime_folder
        self._places = [data_folder / "opened"]
        if runtime and Path(runtime).is_absolute() and Path(runtime).is_dir():
            self._places.insert(0, Path(runtime) / f"ban-cong-vu-{own}")

    def put(self, name: str, content: bytes) -> Path:
        """A copy under a safe name, readable by its owner alone and writable by nobody: what a program changed in it
        would be lost with it. Raises `OSError` when there is no room anywhere."""
        from .saving import safe_name  # the start of the program, which only wipes, needs no table of letters

        failure: OSError | None = None
        for place in self._places:
            try:
                return _written(place, safe_name(name), content)
            except OSError as error:  # a runtime folder is small: the next one
                failure = error
        assert failure is not None
        raise failure

    def holds(self, path: Path) -> bool:
        return any(place in path.parents for place in self._places)

    def remove(self, path: Path) -> None:
        """One copy, at once; what cannot be removed goes with the next wiping."""
        if self.holds(path):
            with suppress(OSError):
                _remove(path)
                path.parent.rmdir()

    def wipe(self) -> bool:
        """Write over every copy and remove it. False: something could not be removed (another program holds it open);
        the next start tries again."""
        is_clean = True
        for place in self._places:
            for path in list(_inside(place)):
                try:
                    _remove(path)
                except OSError:
                    is_clean = False
            with suppress(OSError):
                place.rmdir()
        return is_clean


def _written(place: Path, name: str, content: bytes) -> Path:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = place.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        raise PermissionError(f"{place} is somebody else's")
    place.chmod(0o700)
    own = place / os.urandom(8).hex()
    own.mkdir(mode=0o700)
    path = own / name
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        path.chmod(0o400)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
            own.rmdir()
        raise
    return path


def _inside(place: Path) -> Iterator[Path]:
    """Everything below, children first; links are not followed."""
    if not place.is_dir() or place.is_symlink():
        return
    for folder, folders, files in os.walk(place, topdown=False, followlinks=False):
        yield from (Path(folder) / name for name in files)
        yield from (Path(folder) / name for name in folders)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
        return
    if path.is_file() and not path.is_symlink() and path.stat().st_nlink == 1:
        with suppress(OSError):
            path.chmod(0o600)
            with path.open("r+b") as file:
                left = path.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(left, _CHUNK)))
                file.flush()
                os.fsync(file.fileno())
    path.unlink()

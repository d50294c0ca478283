"""Where this person's data lies on this PC: one private, local folder, and the names of what is in it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


class DataFolderError(Exception):
    """The folder cannot be used. ``args``: (path, "network" | "permission")."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """``root`` is private to its owner (0700). The archive is shared by all accounts; mail has a folder for each."""

    root: Path

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def feed(self) -> Path:
        """TUF metadata last seen."""
        return self.root / "feed"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def mail_store(self, address: str) -> Path:
        """The encrypted mailbox of one account; the name tells nobody whose."""
        import hashlib  # OpenSSL behind it is not needed for the first paint

        name = hashlib.sha256(address.strip().lower().encode()).hexdigest()[:16]
        return self.root / "mail" / name / "mail.db"


def default_root() -> Path:
    """``%LOCALAPPDATA%\\BanCongVu`` or ``$XDG_DATA_HOME/ban-cong-vu``."""
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "BanCongVu"
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".local" / "share") / "ban-cong-vu"


def open_data_folder(root: Path) -> DataFolder:
    """Make the folder if need be. Raises `DataFolderError` on a network share (SQLite's WAL needs shared memory) or
    when it may not be written."""
    if is_network_share(root):
        raise DataFolderError(str(root), "network")
    folder = DataFolder(root)
    try:
        for part in (root, folder.archive, folder.feed, folder.logs, root / "mail"):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.chmod(0o700)
        probe = root / ".write-test"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise DataFolderError(str(root), "permission") from error
    return folder


_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "davfs"}


def is_network_share(path: Path, mounts_file: Path = Path("/proc/self/mountinfo")) -> bool:
    if sys.platform == "win32":
        return str(path).startswith(("\\\\", "//"))
    try:
        mounts = mounts_file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    longest, kind = "", ""
    resolved = str(path.resolve())
    for line in mounts:  # proc(5): … mount point is field 5; the file system type follows the lone dash
        left, _, right = line.partition(" - ")
        point = left.split()[4].replace("\\040", " ")
        if (resolved + "/").startswith(point.rstrip("/") + "/") and len(point) >= len(longest):
            longest, kind = point, right.split()[0]
    return kind in _NETWORK_FILE_SYSTEMS

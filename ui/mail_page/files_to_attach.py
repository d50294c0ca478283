"""Files read to go out with a mail, within what a mail may carry. Works on a worker; used by the composer."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from pathlib import Path

from mail import NewAttachment


def read_files(paths: Sequence[Path], room: int) -> tuple[list[NewAttachment], list[str], list[str]]:
    """(read, names of those too large for ``room`` bytes, names of those that cannot be read)."""
    read, too_large, unreadable = [], [], []
    for path in paths:
        try:
            if not path.is_file():
                unreadable.append(path.name)
                continue
            if path.stat().st_size > room:
                too_large.append(path.name)
                continue
            with path.open("rb") as file:
                content = file.read(room + 1)
        except OSError:
            unreadable.append(path.name)
            continue
        if len(content) > room:
            too_large.append(path.name)
            continue
        room -= len(content)
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        read.append(NewAttachment(path.name, media_type, content))
    return read, too_large, unreadable

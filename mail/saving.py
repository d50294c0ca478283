"""Files that leave the mailbox: a safe name, never over another file."""

from __future__ import annotations

import itertools
import re
import unicodedata
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))")
_EDGE = re.compile(r"\A[\s.]+|[\s.]+\Z")
"""Windows drops dots and blanks at the end; a dot in front hides the file elsewhere."""
_MOST_BYTES = 180
"""Of a name in UTF-8; file systems end at 255, and a number may be added."""
NAMELESS = "tep-dinh-kem"


def safe_name(name: str) -> str:
    """What a stranger called a file, as a name that is one on every system: no path, no control or direction marks
    (they turn "exe.pdf" round), no device of Windows."""
    shown = "".join(
        letter
        for letter in unicodedata.normalize("NFC", name)
        if unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
    )
    shown = _EDGE.sub("", " ".join(_FORBIDDEN.sub("_", shown).split()))
    shown = _DEVICE.sub(r"_\1", shown)
    stem, dot, ending = shown.rpartition(".")
    if not stem or len(ending.encode()) > 20:
        stem, dot, ending = shown, "", ""
    while len(stem.encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return _EDGE.sub("", stem.rstrip() + dot + ending) or NAMELESS


def save_under_free_name(folder: Path, name: str, content: bytes) -> Path:
    """Raises `OSError`. A file that could not be written whole does not stay."""
    safe = safe_name(name)
    stem, dot, ending = safe.rpartition(".")
    if not stem:
        stem, dot, ending = safe, "", ""
    for number in itertools.count(1):
        path = folder / (safe if number == 1 else f"{stem} ({number}){dot}{ending}")
        try:
            file = path.open("xb")
        except FileExistsError:
            continue
        try:
            with file:
                file.write(content)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError("unreachable")

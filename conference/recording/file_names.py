"""Names of files and folders made of what people typed: safe on Windows, Linux and memory sticks, and readable."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path

_LONGEST = 60
"""Letters. Windows refuses paths of 260; folder and file both carry the title."""
_LONGEST_BYTES = 130
"""Encrypted home folders take 143 bytes a name; a Vietnamese letter may have three."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)")


def safe_name(text: str, otherwise: str = "_") -> str:
    """``text`` as a name without an ending, or ``otherwise`` where nothing of it is left."""
    composed = unicodedata.normalize("NFC", text)
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    shown = "".join(" " if unicodedata.category(letter) in unseen else letter for letter in composed)
    name = _bounded(" ".join(_FORBIDDEN.sub(" ", shown).split())).strip(" .")
    if not name:
        return otherwise
    return f"_{name}" if _DEVICES.match(name) else name


def folder_name(title: str, began: datetime) -> str:
    """ "2026-11-16 08h30 Họp giao ban": in the order of time when sorted by name. ``began`` is in the reader's zone."""
    return f"{began:%Y-%m-%d %Hh%M} {safe_name(title)}"


def file_stem(title: str, site: str, began: datetime) -> str:
    """ "Điểm cầu Bộ - Họp giao ban 2026-11-16 08h30": says by itself what it is, also when it is sent somewhere."""
    half = _LONGEST * 2 // 3, _LONGEST_BYTES * 2 // 3
    return f"{_bounded(safe_name(site), *half)} - {_bounded(safe_name(title), *half)} {began:%Y-%m-%d %Hh%M}"


def snapshot_stem(title: str, site: str, taken: datetime) -> str:
    """ "Điểm cầu Bộ - Họp giao ban 2026-11-16 08h30m05"."""
    return f"{file_stem(title, site, taken)}m{taken:%S}"


def not_taken(folder: Path, stem: str, ending: str = "") -> Path:
    """A path in ``folder`` that nothing has yet: the stem, or "stem (2)", "stem (3)" …"""
    path = folder / f"{stem}{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}){ending}"
        number += 1
    return path


def numbered(folder: Path, stem: str) -> Path:
    """ "stem-01.ts", "stem-02.ts" …: the files of one site stand in their order, whoever sorts them."""
    number = 1
    while (path := folder / f"{stem}-{number:02}.ts").exists():
        number += 1
    return path


def _bounded(name: str, letters: int = _LONGEST, most_bytes: int = _LONGEST_BYTES) -> str:
    short = name[:letters]
    while len(short.encode("utf-8", "ignore")) > most_bytes:
        short = short[:-1]
    return short.rstrip(" .")

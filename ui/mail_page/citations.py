"""Numbers of legal documents cited in a mail, and what the archive knows of them. Works on a worker; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs_archive import ArchiveError, DocumentSummary
from vietnamese.document_numbers import find_numbers, parse_number

if TYPE_CHECKING:
    from docs_archive import Archive

_MOST_NUMBERS = 60
_LONGEST_TEXT = 300_000


@dataclass(frozen=True, slots=True)
class Citation:
    """``places`` are (start, end) in UTF-16 units, as QTextDocument counts. ``held`` is None if the archive has it not;
    ``is_known`` is False when the archive could not be asked."""

    number: str
    places: tuple[tuple[int, int], ...]
    held: DocumentSummary | None
    is_known: bool = True


def citations(text: str, open_archive: Callable[[], Archive]) -> list[Citation]:
    """Every document number in ``text``, once, in order of appearance."""
    text = text[:_LONGEST_TEXT]
    places: dict[str, list[tuple[int, int]]] = {}
    raws: dict[str, str] = {}
    offset = _utf16_offsets(text)
    for found in find_numbers(text):
        key = found.number.key
        if key not in places and len(places) == _MOST_NUMBERS:
            continue
        raws.setdefault(key, " ".join(text[found.start : found.end].split()))
        places.setdefault(key, []).append((offset(found.start), offset(found.end)))
    if not places:
        return []
    try:
        archive = open_archive()
        return [Citation(raws[key], tuple(places[key]), _held(archive, key, raws[key])) for key in places]
    except ArchiveError:
        return [Citation(raws[key], tuple(places[key]), None, is_known=False) for key in places]


def _held(archive: Archive, key: str, raw: str) -> DocumentSummary | None:
    for summary in archive.find_by_number(raw):
        number = parse_number(summary.number)
        if number is not None and number.key == key:
            return summary
    return None


def _utf16_offsets(text: str) -> Callable[[int], int]:
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"] if not text.isascii() else []
    if not wide:
        return lambda place: place
    from bisect import bisect_left

    return lambda place: place + bisect_left(wide, place)

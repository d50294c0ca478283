"""Numbers of legal documents cited in a mail, and what the archive knows of them. Works on a worker; no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docs_archive import ArchiveError, DocumentSummary
from ui.text_places import utf16_offsets
from vietnamese.document_numbers import find_numbers, parse_number
from vietnamese.loose_numbers import find_loose_numbers, fits

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
    offset = utf16_offsets(text)
    for found in find_numbers(text):
        key = found.number.key
        if key not in places and len(places) == _MOST_NUMBERS:
            continue
        raws.setdefault(key, " ".join(text[found.start : found.end].split()))
        places.setdefault(key, []).append((offset(found.start), offset(found.end)))
    loose: dict[str, tuple[str, ...]] = {}
    taken = sorted(start for found in places.values() for start, _ in found)
    for one in find_loose_numbers(text):
        place = (offset(one.start), offset(one.end))
        if bisect_left(taken, place[1]) > bisect_left(taken, place[0]):
            continue  # with its letters: found already
        key = f"?{one.keys[0]}"
        if key not in places and len(places) == _MOST_NUMBERS:
            continue
        raws.setdefault(key, one.typed)
        loose[key] = one.keys
        places.setdefault(key, []).append(place)
    if not places:
        return []
    try:
        archive = open_archive()
        cited = [
            Citation(raws[key], tuple(places[key]), _held(archive, loose.get(key, (key,)), raws[key])) for key in places
        ]
        return sorted(cited, key=lambda one: one.places[0])
    except ArchiveError:
        return [Citation(raws[key], tuple(places[key]), None, is_known=False) for key in places]


def _held(archive: Archive, keys: tuple[str, ...], raw: str) -> DocumentSummary | None:
    """The one that is meant. Where the letters were left out it must be the only one with that number."""
    fitting = [
        summary
        for summary in archive.find_by_number(raw)
        if (number := parse_number(summary.number)) is not None and fits(keys, number.key)
    ]
    exact = [one for one in fitting if (number := parse_number(one.number)) is not None and number.key == keys[0]]
    if exact:
        return exact[0]
    return fitting[0] if len({one.number for one in fitting}) == 1 else None

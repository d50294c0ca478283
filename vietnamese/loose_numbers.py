"""Document numbers as people write them in mails, without the letters: "tt 9/2015", "thông tư số 09 năm 2015".

Beside `document_numbers.find_numbers`, which asks for the letters. Used where a mail's citations are looked up.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .document_numbers import number_query_keys
from .folding import fold_with_offsets

_LAWS = "nghi quyet|quyet dinh|chi thi|phap lenh|bo luat|luat|van ban hop nhat|cong dien"
_WORDS = f"thong tu lien tich|thong tu|nghi dinh|{_LAWS}"
_SHORT = "ttlt|tt|nd|nq|qd|ct|vbhn"
_CODES = r"(?:\s?[/\-_]\s?[a-z]{1,14}\d{0,2}(?![a-z0-9])){0,5}"
_LOOSE = re.compile(
    rf"(?<![^\W_])(?:"
    rf"(?:{_WORDS})\s{{1,2}}(?:so\s{{0,2}}:?\s{{0,2}})?\d{{1,5}}(?:\s?[/\-]\s?|\s|\snam\s)(?:19|20)\d\d{_CODES}"
    rf"|(?:{_SHORT})\s{{0,2}}(?:so\s{{0,2}}:?\s{{0,2}})?-?\d{{1,5}}\s?/\s?(?:19|20)\d\d{_CODES}"
    rf")(?![^\W_])(?!/\d)"
)
_BEFORE_YEAR = re.compile(r"(\d{1,5})(?:\s?[/-]\s?|\s(?:n[aă]m\s)?)((?:19|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LooseNumber:
    """At ``text[start:end]``; ``typed`` is that with a stroke between serial and year, to look it up by; ``keys`` are
    prefixes of `DocumentNumber.key`, the closest first."""

    start: int
    end: int
    typed: str
    keys: tuple[str, ...]


def find_loose_numbers(text: str) -> list[LooseNumber]:
    """In order of appearance. Linear in time."""
    folded, offsets = fold_with_offsets(text)
    found = []
    for match in _LOOSE.finditer(folded):
        start, end = offsets[match.start()], offsets[match.end() - 1] + 1
        written = unicodedata.normalize("NFC", text[start:end])
        typed = " ".join(_BEFORE_YEAR.sub(r"\1/\2", written, count=1).split())
        keys = tuple(key for key in number_query_keys(typed) if "*" not in key and " " in key)
        if keys:
            found.append(LooseNumber(start, end, typed, keys))
    return found


def fits(keys: tuple[str, ...], key: str) -> bool:
    """Whether a document whose number has this key may be meant."""
    return any(key == one or key.startswith(one + " ") for one in keys)

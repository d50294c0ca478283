"""Vietnamese text made comparable: `normalise` keeps the marks and unifies how they are written, `fold` drops them.
Used by the search, by number look-up and wherever two spellings of one word must meet."""

from __future__ import annotations

import re
import unicodedata

# Dropped wherever they stand: soft hyphen, zero-width space, (non-)joiners, direction marks, word joiner, BOM.
_INVISIBLE = (0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
_DASHES = range(0x2010, 0x2016)

_CLEAN: dict[int, str | None] = dict.fromkeys(_INVISIBLE) | dict.fromkeys(_DASHES, "-")
# U+00D0 (Icelandic Eth) looks like U+0110 and stands in its place in many portal pages; so does its small form.
_FOLD: dict[int, str | None] = dict.fromkeys(range(768, 880)) | _CLEAN
_FOLD |= {ord(letter): "d" for letter in "đĐðÐ"}
_NORMALISE: dict[int, str | None] = _CLEAN | {ord("Ð"): "đ", ord("ð"): "đ"}

# After `_FOLD` a Vietnamese text is ASCII but for punctuation; only what is left needs a closer look.
_NOT_ASCII = re.compile(r"[^\x00-\x7f\u2018-\u201d\u2026\u00a0]")
_WORD = re.compile(r"[^\W_]+")

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # huyền, sắc, hỏi, ngã, nặng
_MISPLACED = re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])|(?<!q)u[ỳýỷỹỵ](?![^\W\d_])|q[ùúủũụ]y(?![^\W\d_])")


def _moved_tones() -> dict[str, str]:
    moved: dict[str, str] = {}
    for tone in _TONES:
        for first, second in ("oa", "oe", "uy"):
            old = first + unicodedata.normalize("NFC", second + tone)
            moved[old] = unicodedata.normalize("NFC", first + tone) + second
        moved["q" + unicodedata.normalize("NFC", "u" + tone) + "y"] = "qu" + unicodedata.normalize("NFC", "y" + tone)
    return moved


_MOVED = _moved_tones()


def _drop_mark(match: re.Match[str]) -> str:
    return "" if unicodedata.combining(match[0]) else match[0]


def fold(text: str) -> str:
    """Without marks: "Nghị định về thuế" → "nghi dinh ve thue". Idempotent; every dash becomes "-"."""
    # casefold, unlike lower, looks at no neighbours (Greek final sigma): `fold_with_offsets` can go letter by letter.
    folded = unicodedata.normalize("NFD", text.casefold()).translate(_FOLD)
    return folded if folded.isascii() else _NOT_ASCII.sub(_drop_mark, folded)


def normalise(text: str) -> str:
    """With marks, one spelling each: NFC, lower case, đ for Ð, tone on the vowel where school puts it (hoà → hòa,
    thuý → thúy, but quý and hoàn as they are)."""
    text = unicodedata.normalize("NFC", text.translate(_NORMALISE)).lower()
    text = unicodedata.normalize("NFC", text)
    return text if text.isascii() else _MISPLACED.sub(lambda match: _MOVED[match[0]], text)


def _letter_table() -> dict[int, int]:
    """Every letter that folds to one plain letter, to that letter."""
    letters = [*range(0x41, 0x5B), *range(0xC0, 0x1B5), *range(0x1EA0, 0x1EFA)]
    folded = {one: fold(chr(one)) for one in letters}
    return {one: ord(plain) for one, plain in folded.items() if len(plain) == 1}


_LETTERS = _letter_table()


def fold_in_place(text: str) -> str:
    """`fold` of NFC text, letter by letter: what stands at a place in the result stands there in ``text``. Quick; other
    letters than Vietnamese ones stay as they are."""
    return text.translate(_LETTERS)


def words(text: str) -> list[str]:
    """Syllables and numbers in order, normalised. Of a folded text: its folded words."""
    return _WORD.findall(normalise(text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`fold(text)`, and for each of its characters where it began in ``text`` (and at the end ``len(text)``): what was
    found at ``folded[a:b]`` stands at ``text[offsets[a]:offsets[b]]``, marks included."""
    pieces: list[str] = []
    offsets: list[int] = []
    known: dict[str, str] = {}
    for position, letter in enumerate(text):
        piece = known.get(letter)
        if piece is None:
            piece = known[letter] = fold(letter)
        if piece:
            pieces.append(piece)
            offsets.extend([position] * len(piece))
    offsets.append(len(text))
    return "".join(pieces), offsets

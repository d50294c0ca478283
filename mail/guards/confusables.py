"""Letters that look like others: what a reader takes them for. For marks of secrecy and for addresses.

A choice from Unicode's confusables (UTS #39): letters of other scripts that can stand in a Latin word unseen.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PAIRS = (
    # Cyrillic
    "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlкkмmтtвbнhгrѵvүyꙇi"
    "АAЕEОOРPСCУYХXІIЈJЅSКKМMТTВBНHԌGҮYѴV"
    # Greek
    "αaεeοoρpνvυuιiκkτtχxηnγyωw"
    "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
    # Armenian, Latin look-alikes, small capitals
    "օoսuոnհhցgզqɑaɡgıiɩiᴏoᴍmᴛtᴀaꞮIƖl"
)
_LATIN = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}
_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("-", ""))


def latin(text: str) -> str:
    """``text`` with look-alikes of other scripts as the Latin letters they look like; Vietnamese marks stay."""
    if text.isascii():
        return text
    changed = text.translate(_LATIN)
    return changed if changed == text else unicodedata.normalize("NFC", changed)


def skeleton(label: str) -> str:
    """What a hurried eye makes of a domain: two with the same skeleton look alike. No marks, no case."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", label).casefold().translate(_LATIN))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("đ", "d")
    for written, seen in _SHAPES:
        plain = plain.replace(written, seen)
    return plain


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """LATIN, CYRILLIC, GREEK …; "" for digits, marks and what belongs to every script."""
    if letter.isascii():
        return "LATIN" if letter.isalpha() else ""
    if not letter.isalpha():
        return ""
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def is_mixed(label: str) -> bool:
    """Whether a word is put together from letters of several scripts (East Asian ones are one)."""
    scripts = {script for letter in label if (script := script_of(letter))}
    together = {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"}
    return len(scripts - together) + (1 if scripts & together else 0) > 1

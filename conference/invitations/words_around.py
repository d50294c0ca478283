"""Number and passcode in an invitation's words, Vietnamese and English, marks or none, wherever their labels stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MOST = 200


@dataclass(frozen=True, slots=True)
class Said:
    place: int
    value: str


_SEP = r"[ \t]*(?:\([^)\n]{0,60}\)[ \t]*)?(?:(?:\b(?:la|is)\b[ \t]*)?[:=\uff1a]|\bla\b|\bis\b)[ \t*_]*\n?[ \t*_]*"
_BEFORE_CODE = (
    r"(?:pass[ -]?code|pass[ ]?word|passwd|pwd"
    r"|mat (?:khau|ma)(?: (?:cuoc hop|phong hop|phong|hop|truy cap|tham gia|tham du|vao hop|vao phong|zoom|webex|teams"
    r"|meeting|id))?"
    r"|ma (?:truy cap|bao mat|vao hop|vao phong|pin)|ma xac thuc|access code|security code|pin|mk|pass)"
)
_PASS = re.compile(
    rf"(?<![a-z0-9]){_BEFORE_CODE}(?:{_SEP}([^\s,;<>\"|()]{{3,40}})|[ \t]{{1,3}}(\d{{4,10}})(?![\w.:/-]))"
)
_NUMBER_LABEL = (
    r"(?:(?:meeting|conference|webinar|room|event|zoom|webex|teams)[ ]?(?:id|number|no\.?|code)"
    r"|id(?: (?:cuoc hop|phong hop|phong|hop|zoom|webex|teams|meeting|hoi nghi|truy cap))?|(?:ma|so)(?: (?:so|id))?"
    r" (?:cuoc hop|phong hop|phong|hoi nghi|id|diem cau)|ma hop)"
)
_NUMBER = re.compile(rf"(?<![a-z0-9]){_NUMBER_LABEL}(?:{_SEP}|[ \t]{{1,3}}(?=\d))(\d[\d .\u2011-]{{3,24}}\d)(?![\w@])")
_ROOM = re.compile(rf"(?<![a-z0-9])(?:ma|so) (?:phong hop|phong|hop){_SEP}([a-z0-9][a-z0-9_-]{{2,40}})(?![\w@])")
_BOTH = re.compile(
    rf"(?<![a-z0-9]){_NUMBER_LABEL}[ \t]?[/&+,][ \t]?{_BEFORE_CODE}{_SEP}"
    r"(\d[\d .-]{4,24}\d)[ \t]?[/|;,&+-][ \t]?([^\s,;<>\"|()]{3,40})"
)
_NONE = re.compile(r"(?:khong|none|no|n/a|chua|se|xem|gui|theo|duoc|http.*|\W*)\Z", re.IGNORECASE)
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_PLAIN = "a" * 17 + "e" * 11 + "i" * 5 + "o" * 17 + "u" * 11 + "y" * 5 + "d"
_FOLD = str.maketrans(_LETTERS + _LETTERS.upper() + "\u2013\u2014", _PLAIN + _PLAIN + "--")


def folded(text: str) -> str:
    """``text`` (composed) in small letters without marks, letter for letter: places in it are places in ``text``."""
    plain = text.translate(_FOLD)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def passcodes_in(text: str) -> tuple[Said, ...]:
    """``text`` is composed. In order; a value that says there is none is none."""
    return tuple(_passcodes(text))


def numbers_in(text: str) -> tuple[Said, ...]:
    """Digits only, 6 to 20 of them."""
    found = []
    low = folded(text)
    for match in (*_bounded(_BOTH, low), *_bounded(_NUMBER, low)):
        digits = re.sub(r"\D", "", match[1])
        if 6 <= len(digits) <= 20:
            found.append(Said(match.start(), digits))
    return tuple(found)


def rooms_in(text: str) -> tuple[Said, ...]:
    """Names of rooms ("Mã phòng: HOP-2026"), as written."""
    low = folded(text)
    return tuple(Said(m.start(), text[m.start(1) : m.end(1)]) for m in _bounded(_ROOM, low))


def _passcodes(text: str) -> Iterator[Said]:
    low = folded(text)
    for match in _bounded(_BOTH, low):
        yield Said(match.start(), text[match.start(2) : match.end(2)].rstrip(".,:!?"))
        low = low[: match.start()] + " " * (match.end() - match.start()) + low[match.end() :]
    for match in _bounded(_PASS, low):
        group = 1 if match[1] else 2
        value = text[match.start(group) : match.end(group)].strip("*_`'’”“")
        value = value.rstrip(".,:!?")
        if len(value) >= 3 and not _NONE.match(folded(value)):
            yield Said(match.start(), value)


def _bounded(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for count, match in enumerate(pattern.finditer(text)):
        if count >= _MOST:
            return
        yield match

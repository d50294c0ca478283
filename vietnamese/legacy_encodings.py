"""Texts typed with the fonts of before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times), as they look when their bytes are
read as Windows-1252. Which one a text is must be known from its fonts: the letters alone do not tell."""

from __future__ import annotations

import re

# TCVN 5712:1993 (VN3), small letters; the capitals of seven letters; every other capital is a small one in a font of
# capitals (.VnTimeH).
_TCVN3_SMALL = (
    "µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞị"
    "ßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00adưõừøứöử÷ữùựúỳýýûỷüỹþỵ"
)
_TCVN3_CAPITAL = "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"
_TCVN3 = {
    ord(letters[at]): letters[at + 1] for letters in (_TCVN3_SMALL, _TCVN3_CAPITAL) for at in range(0, len(letters), 2)
}

# VNI writes a letter and behind it its marks; a few letters stand alone.
_VNI_MARKS = {
    "a": "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "ô": "ùớøờûởõỡïợ",
    "u": "ùúøùûủõũïụ",
    "ö": "ùứøừûửõữïự",
    "y": "ùýøỳûỷõỹ",
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = dict(_VNI_ALONE)
    for letter, pairs in _VNI_MARKS.items():
        for at in range(0, len(pairs), 2):
            table[letter + pairs[at]] = pairs[at + 1]
    capitals = {key.upper(): value.upper() for key, value in table.items()}
    first_only = {key[0].upper() + key[1:]: value.upper() for key, value in table.items() if len(key) == 2}
    return first_only | table | capitals


_VNI = _vni_table()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def from_tcvn3(text: str, *, is_capital_font: bool = False) -> str:
    """``is_capital_font``: set in a font whose name ends in H, in which small letters look like capitals."""
    converted = text.translate(_TCVN3)
    return converted.upper() if is_capital_font else converted


def from_vni(text: str) -> str:
    return _VNI_LETTER.sub(lambda match: _VNI[match[0]], text)

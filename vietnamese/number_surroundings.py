"""What stands before and after a document number in running text, and says that it is one, or that it is a look-alike:
standards, forms, words that were glued to it when a text was taken out of a scan or an old file."""

from __future__ import annotations

import re
from typing import Final

from .folding import fold

# Standards and forms carry look-alikes: QCVN 07:2020/BCT, Mẫu số 01/KK-TNCN.
_LOOK_ALIKE = re.compile(
    r"(?:\b(?:qcvn|tcvn|tcxdvn|tcxd|tccs|tcn|iso|iec|astm)\b[\w\s:.\-]{0,16}"
    r"|\b(?:mau|bieu|phu luc|bieu mau|mau bieu|ky hieu|quyen)(?: so)?[\s:.\"“]{0,3}(?:[a-z]{1,2}-?)?)$"
)
# "Mẫu số 01/CKNS-BC, 02/CKNS-BC": the second is a form as well.
_SAME_LIST = re.compile(r"(?:\s{0,2}[,;]\s{0,2}|\s{1,2}(?:và|hoặc|hay)\s{1,2})(?:số\s{1,2})?")
_KIND = (
    r"(?:nghi dinh|quyet dinh|thong tu|lien tich|lien bo|chi thi|cong van|nghi quyet|sac lenh|phap lenh|lenh|luat"
    r"|cong dien|van ban|thong bao|thong tri|ket luan|ke hoach|huong dan|quy dinh|quy che|dieu le)"
)
_NAMED = re.compile(rf"\b{_KIND}(?: so)?[\s:]{{0,3}}$")
_GLUED_BEFORE = re.compile(rf"(?<![a-z])(?:so|{_KIND})$")
# Words that follow a number in a sentence. Closed, for "TT-BTCT" is a code and "TT-BTCngày" is not.
_GLUED_CODE = re.compile(
    r"(TTg|[A-ZĐÐ]{2,16})(?=(?:ngày|và|của|về|cho|có|thì|hoặc|ban|quy|sửa|hướng|năm|được|do|này|để|theo|như|tại|đã|thực"
    r"|hết|nêu|trên|với|thay|là|bị|khi|kể|trong)(?![^\W\d_]))"
)
# Units of the police stand in brackets: 910/2006/QĐ-BCA(C11).
_UNIT = re.compile(r"\([A-ZĐ]{1,2}\d{1,3}\)")

_REACH: Final = 24  # characters before a number that are looked at


def is_look_alike(text: str, start: int) -> bool:
    """What begins at ``start`` is the number of a standard or a form."""
    return _LOOK_ALIKE.search(fold(text[max(0, start - _REACH) : start])) is not None


def continues_list(text: str, end: int, start: int) -> bool:
    """Between ``end`` of one number and ``start`` of the next stands only a comma or an "and"."""
    return 0 < start - end <= _REACH and _SAME_LIST.fullmatch(text, end, start) is not None


def is_named(text: str, start: int) -> bool:
    """The kind of a document stands right before: "Quyết định số", "Thông tư"."""
    return _NAMED.search(fold(text[max(0, start - _REACH) : start])) is not None


def is_glued_to_its_name(text: str, start: int) -> bool:
    """The word "số" or the kind of a document touches the number: "Quyết định số599/QĐ-TTg"."""
    return _GLUED_BEFORE.search(fold(text[max(0, start - _REACH) : start])) is not None


def glued_code(text: str, position: int) -> re.Match[str] | None:
    """A code that the next word of the sentence touches: the "CP" of "NĐ-CPngày"."""
    return _GLUED_CODE.match(text, position)


def end_of_unit(text: str, end: int) -> int:
    """Where the number ends that has its codes up to ``end``: behind a unit in brackets, if there is one."""
    unit = _UNIT.match(text, end)
    return unit.end() if unit else end

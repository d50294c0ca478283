"""Số ký hiệu: the numbers of Vietnamese official documents, as Nghị định 30/2020 writes them and as people really do.
Used to find citations in mails and texts, and to look documents up by number however typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .folding import fold
from .number_codes import KNOWN_SINGLE_CODES, KNOWN_TYPE_CODES, MIXED_CASE_CODES, TYPE_WORDS
from .number_surroundings import (
    continues_list,
    end_of_unit,
    glued_code,
    is_glued_to_its_name,
    is_look_alike,
    is_named,
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """``raw`` as it stood; ``codes`` are all letter groups; ``type_code`` is the canonical abbreviation (``TT``,
    ``NĐ``) or None where the number names no type (letters, laws); ``issuers`` are the codes that are not the type."""

    raw: str
    serial: str
    year: int | None
    type_code: str | None
    issuers: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def key(self) -> str:
        """Folded search key: ``09/2015/TT-BLĐTBXH`` → ``9 2015 tt bldtbxh``."""
        parts = [self.serial]
        if self.year is not None:
            parts.append(str(self.year))
        parts += [_folded_code(code) for code in self.codes]
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in running text, at ``text[start:end]``."""

    start: int
    end: int
    number: DocumentNumber


# Every repetition is bounded and every alternative starts with another character: matching takes linear time.
_SERIAL = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)([A-Za-zĐđÐ]?)(?![^\W_])", re.ASCII)
_DASH = r"\-\u2010-\u2015"
_SEPARATOR = re.compile(rf"[ \u00a0]{{0,2}}([/_{_DASH}])[ \u00a0]{{0,2}}")
_YEAR = re.compile(r"(\d{4}|\d{2})(?!\d)", re.ASCII)
_CODE = re.compile(r"[^\W\d_]{1,16}(?:&[^\W\d_]{1,8})?\d{0,2}(?![^\W_])")
_DOT = re.compile(r"\.")
_MAX_CODES = 12


def parse_number(text: str) -> DocumentNumber | None:
    """The number that ``text`` is (a field of a record, a file name); None if it is none. Forgiving: what follows the
    number in a file name is ignored."""
    text = text[:200].strip(" \t\r\n\u00a0.,;:()[]\"'“”")
    lowered = fold(text[:12])
    for prefix in ("so:", "so "):
        if lowered.startswith(prefix):
            text = text[len(prefix) :].lstrip()
    match = _SERIAL.match(text)
    read = _read(text, match, strict=False) if match else None
    if read is None:
        return None
    number, end = read
    rest = text[end:].strip()
    if rest and not rest.startswith(("_", ".", "(", ",", ";", "-")):
        return None
    return number


def find_numbers(text: str) -> list[FoundNumber]:
    """Every number cited in running text, in order, without overlaps. Takes time in proportion to the text."""
    found: list[FoundNumber] = []
    position = look_alike_end = 0
    while (match := _NEXT.search(text, position)) is not None:
        position = match.end()
        start = match.start()
        if not _may_start(text, start):
            continue
        serial = _SERIAL.match(text, start)
        read = _read(text, serial, strict=True) if serial else None
        if read is None:
            continue
        number, end = read
        if is_look_alike(text, start) or (look_alike_end and continues_list(text, look_alike_end, start)):
            look_alike_end = end
            continue
        found.append(FoundNumber(start, end, number))
        position = end
    return found


_NEXT = re.compile(r"\d{1,64}", re.ASCII)


def _may_start(text: str, start: int) -> bool:
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalpha():
        return is_glued_to_its_name(text, start)
    if before.isalnum() or before in "_\\@#$%":
        return False
    if before in "/-.,:‐‑–" and start > 1:
        earlier = text[start - 2]
        return not (earlier.isdigit() or (before in "/-‐‑–" and earlier.isalnum()))
    return True


def _read(text: str, serial: re.Match[str], *, strict: bool) -> tuple[DocumentNumber, int] | None:
    """The number that begins with ``serial``, and where it ends. ``strict`` is for running text, where a number must
    show that it is one: codes in capitals, or known ones."""
    year, position, separator = _read_year(text, serial.end())
    if position < 0:
        return None
    codes, separators, end = _read_codes(text, position, separator, has_year=year is not None, strict=strict)
    if not codes:
        return None
    if strict and not _is_convincing(codes, separators, year):
        # What alone might be anything is a number behind its name: Quyết định số 947/QĐ, Thông tư số 22/LĐTBXH
        is_whole = separators[0] == "/" or (separators[0] != "" and len(codes) > 1)
        are_codes = all(len(code) > 1 and _is_capital(code) for code in codes)
        if not (is_whole and are_codes and is_named(text, serial.start())):
            return None
    if strict:
        end = end_of_unit(text, end)
    if not strict and year is None and separators[0] == "" and len(codes) == 1 and not _is_capital(codes[0]):
        return None
    whole, _, fraction = serial[1].partition(".")
    plain_serial = (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "") + fold(serial[2])
    type_at = _type_position(codes, separators)
    type_code = KNOWN_TYPE_CODES[_folded_code(codes[type_at])] if type_at is not None else None
    if type_at is not None and _folded_code(codes[type_at]) in ("hd", "cd"):  # HD hướng dẫn, HĐ hợp đồng; CĐ công điện
        type_code = codes[type_at].upper().replace("Ð", "Đ")
    issuers = tuple(
        code
        for index, code in enumerate(codes)
        if index != type_at and not (type_code == "VBHN" and index == 1 and _folded_code(code) in KNOWN_TYPE_CODES)
    )
    raw = text[serial.start() : end]
    return DocumentNumber(raw, plain_serial, year, type_code, issuers, tuple(codes)), end


def _read_year(text: str, position: int) -> tuple[int | None, int, str]:
    """(year, where the codes begin, the separator before them); a position of -1 says: not a number."""
    match = _SEPARATOR.match(text, position)
    if match is None:  # 84 TC/QĐ/TCT
        if text[position : position + 1] in (" ", "\u00a0"):
            return None, position + 1, ""
        return None, -1, ""
    digits = _YEAR.match(text, match.end())
    if digits is None:
        return None, match.end(), match[1]
    if match[1] not in "/_":  # năm học 2019-2020/HK1
        return None, -1, ""
    year = int(digits[1])
    if len(digits[1]) == 2:
        year = 1900 + year if year >= 45 else 0
    after = _SEPARATOR.match(text, digits.end())
    if not 1930 <= year <= 2100 or after is None:
        return None, -1, ""
    return year, after.end(), after[1]


def _read_codes(
    text: str, position: int, separator: str, *, has_year: bool, strict: bool
) -> tuple[list[str], list[str], int]:
    """The letter groups from ``position`` on, the separator before each, and where the last one ends."""
    codes: list[str] = []
    separators: list[str] = []
    end = position
    while len(codes) < _MAX_CODES:
        code = (glued_code(text, position) if strict else None) or _CODE.match(text, position)
        if code is None:
            break
        is_spaced = codes and (text[position - 1] in " \u00a0" or text[end] in " \u00a0")
        if codes and strict and not _is_capital(code[0]) and (is_spaced or _is_capital(codes[-1])):
            break  # the next word of the sentence, not of the number
        is_apart = is_spaced and text[position - 1] in " \u00a0" and text[end] in " \u00a0"
        if is_apart and not (has_year and _is_half(codes) and _is_capital(code[0]) and len(code[0]) > 1):
            break  # a dash between two spaces separates clauses, unless the issuer is still to come
        codes.append(code[0])
        separators.append(separator)
        end = code.end()
        following = _SEPARATOR.match(text, end) or (None if strict else _DOT.match(text, end))
        if following is None:
            break
        separator, position = following[0].strip(), following.end()
    return codes, separators, end


def _is_half(codes: list[str]) -> bool:
    """Of 83/2014/NĐ - CP the first code says only the kind."""
    return len(codes) == 1 and _folded_code(codes[0]) in ("nd", "tt", "qd", "nq", "ct", "ttlt")


def _is_convincing(codes: list[str], separators: list[str], year: int | None) -> bool:
    folded = [_folded_code(code) for code in codes]
    is_known = any(code in KNOWN_TYPE_CODES or code.rstrip("0123456789") in KNOWN_SINGLE_CODES for code in folded)
    are_capital = all(_is_capital(code) for code in codes)
    if year is not None:  # 45/2019/QH14; 09/2015/tt-bldtbxh
        return (are_capital and len("".join(folded)) >= 2) or (is_known and len(codes) >= 2)
    if separators[0] == "":  # 84 TC/QĐ/TCT
        return are_capital and is_known and len(codes) >= 2 and separators[1] == "/"
    if len(codes) == 1:  # 74/CP, 63-CP
        return are_capital and folded[0].rstrip("0123456789") in KNOWN_SINGLE_CODES
    if separators[0] == "/":  # 1167/QĐ-LĐTBXH, 12/LĐTBXH-TT, 06/TC/TCT
        return (are_capital and min(map(len, codes)) >= 1 and sum(map(len, codes)) >= 4) or (
            folded[0] in KNOWN_TYPE_CODES and len(folded[0]) > 1 and all(len(code) > 1 for code in folded[1:])
        )
    return are_capital and is_known  # 27-NQ/TW, 201-TL/LB


def _is_capital(code: str) -> bool:
    letters = code.rstrip("0123456789").replace("&", "")
    return letters.isupper() or letters in MIXED_CASE_CODES


def _type_position(codes: list[str], separators: list[str]) -> int | None:
    """Which code is the type. Until about 1997 it stood last: 12/LĐTBXH-TT, 84 TC/QĐ/TCT."""
    for index, code in enumerate(codes):
        folded = _folded_code(code)
        if folded not in KNOWN_TYPE_CODES:
            continue
        if folded == "tc" and index + 1 < len(codes) and separators[index + 1] == "/":
            continue  # Bộ Tài chính in its old numbers, not a Thông cáo
        if index > 0 and (len(folded) < 2 or folded in ("sl", "l", "tc", "dt", "da", "pc", "tb", "bc", "hd", "cd")):
            continue  # behind another code these are departments
        return index
    return None


def _folded_code(code: str) -> str:
    return fold(code).replace("&", "")


# --- what a typed look-up means ---------------------------------------------------------------------------------------

_TOKEN = re.compile(r"[a-z&]{1,16}\d{0,2}(?![a-z0-9])|\d{1,6}(?:\.\d{1,3})?[a-z]?(?![a-z0-9])|[^a-z0-9]")
_GLUED = re.compile(r"([a-z]{2,4})(?=\d)")
_IS_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,3})?[a-z]?", re.ASCII)


def number_query_keys(text: str) -> tuple[str, ...]:
    """The keys that a typed look-up means, closest first; () if it does not look like one. A key is a prefix of
    `DocumentNumber.key` ("tt 9/2015" → "9 2015 tt"); a lone ``*`` in it stands for any year ("nghị định 30" →
    "30 * nd")."""
    folded = fold(text).strip()
    if not folded or len(folded) > 120 or not any(letter.isdigit() for letter in folded):
        return ()
    tokens = _lookup_tokens(folded)
    if tokens is None:
        return ()
    kinds, serial, year, codes = tokens
    serial = _plain(serial)
    keys: list[str] = []
    if kinds and codes and codes[0] in kinds:
        kinds = []
    middle = [serial] if year is None else [serial, str(year)]
    if codes:
        keys.append(" ".join(middle + [kind for kind in kinds[:1] if kind and kind not in codes] + codes))
        keys.append(" ".join(middle + codes))
    elif kinds:
        keys += [" ".join([*middle, kind]) for kind in kinds if kind]
        if year is None:
            keys += [f"{serial} * {kind}" for kind in kinds if kind]
            keys += [serial] if "" in kinds else []
        else:
            keys += [f"{serial} {kind}" for kind in kinds if kind in KNOWN_TYPE_CODES]
            keys += [" ".join(middle)] if "" in kinds else []
    elif year is not None:
        keys.append(" ".join(middle))
    return tuple(dict.fromkeys(keys))


def _plain(serial: str) -> str:
    whole, dot, fraction = serial.partition(".")
    return (whole.lstrip("0") or "0") + dot + fraction


def _lookup_tokens(folded: str) -> tuple[list[str], str, int | None, list[str]] | None:
    """(type codes named in words or before the number, serial, year, codes after it), or None."""
    kinds: list[str] = []
    for phrase, codes_of_phrase in TYPE_WORDS:
        if folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalpha():
            kinds, folded = list(codes_of_phrase), folded[len(phrase) :]
            break
    else:
        for phrase, codes_of_phrase in TYPE_WORDS:
            if folded.endswith(" " + phrase):
                kinds, folded = list(codes_of_phrase), folded[: -len(phrase)]
                break
    parts: list[str] = []
    position = 0
    glued = _GLUED.match(folded)  # tt09/2015
    if glued and glued[1] in KNOWN_TYPE_CODES and not kinds:
        kinds, position = [glued[1]], glued.end(1)
    while position < len(folded):
        match = _TOKEN.match(folded, position)
        if match is None:
            return None
        position = match.end()
        part = match[0]
        if part[0].isalnum():
            parts.append(part)
        elif part not in "/-_ .,:\u00a0\t":
            return None
    if parts and parts[0] == "so":
        del parts[0]
    while parts and not _IS_NUMBER.fullmatch(parts[0]) and parts[0] in KNOWN_TYPE_CODES and not kinds:
        kinds = [parts.pop(0)]
        if parts and parts[0] == "so":
            del parts[0]
    if not parts or not _IS_NUMBER.fullmatch(parts[0]) or len(parts) > 10:
        return None
    serial, rest = parts[0], [part.replace("&", "") for part in parts[1:]]
    year: int | None = None
    if rest and rest[0].isdigit():
        if not (len(rest[0]) == 4 and 1930 <= int(rest[0]) <= 2100):
            return None
        year = int(rest.pop(0))
    if any(part[0].isdigit() for part in rest):
        return None
    if rest and year is None and not kinds and not _are_codes(rest):
        return None
    return kinds, serial, year, rest


def _are_codes(parts: list[str]) -> bool:
    """Without year or type, "12 tháng lương" must not be read as a number, "1167/qđ-lđtbxh" must."""
    return any(part in KNOWN_TYPE_CODES or part.rstrip("0123456789") in KNOWN_SINGLE_CODES for part in parts) or all(
        not any(vowel in part for vowel in "aeiou") and len(part) >= 2 for part in parts
    )

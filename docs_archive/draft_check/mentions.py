"""Reads the citations out of a draft: “khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ
về công tác văn thư”, and laws cited by name and day alone, as the căn cứ of most decisions do (Nghị định 30/2020, Phụ
lục I, mẫu 1.4). Every pattern is bounded: the whole takes linear time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from vietnamese.dates import parse_date
from vietnamese.document_numbers import FoundNumber, find_numbers, parse_number
from vietnamese.folding import fold_with_offsets

from .model import Mention

LONGEST_DRAFT = 600_000
_BEFORE, _AFTER = 140, 260
_TYPES = (
    "nghi quyet lien tich|thong tu lien tich|van ban hop nhat|hien phap|phap lenh|nghi quyet|nghi dinh|quyet dinh"
    "|thong bao|huong dan|cong dien|cong van|ke hoach|thong tu|to trinh|giay moi|bao cao|quy che|chi thi|ket luan"
    "|bo luat|luat|lenh"
)
_TYPE = re.compile(rf"(?<![^\W_])(?<!phap )({_TYPES})(?![^\W_])")
_BETWEEN = re.compile(r"(?:\s[^;,\n]{1,110})?\s{1,2}(?:so\s{0,2}:?\s{0,2})?")
_ARTICLES_BEFORE = re.compile(
    r"(?<![^\W_])dieu\s((?:\d{1,4}[a-z]?(?:,\s|\sva\s|,\sdieu\s|\sva\sdieu\s)?){1,8})\s?(?:cua\s|tai\s|,\s)?$"
)
_ARTICLE = re.compile(r"\d{1,4}[a-z]?")
_DAY_AFTER = re.compile(r"^\s{0,2},?\s{0,2}(?:ban hanh\s)?ngay\s([^;\n]{4,40})")
_DAY_LATER = re.compile(r"\sngay\s(\d[^;\n]{3,40})")
_ISSUER_AFTER = re.compile(r"(?:(?:\s,?\s{0,2}|,\s)(?:ban hanh\s)?ngay\s[\d\s/.,thangnm-]{6,40})?\scua\s")
_ISSUER_ENDS = re.compile(
    r"\s(?:ve|quy dinh|huong dan|sua doi|ban hanh|cong bo|phe duyet|thi hanh|dieu chinh|bai bo|thay the|nham|de"
    r"|va(?=\s(?:nghi|thong|quyet))|duoc|tai|theo|co hieu luc|chi tiet|ngay|so)(?![^\W_])|[,;.:()\n“”\"]"
)
_LAW = re.compile(r"(?<![^\W_])(bo luat|luat|phap lenh)\s(?=[^\W\d_])")
_LAW_ENDS = re.compile(
    r"\s(?:so\s\d|ngay\s(\d{1,2}\s{0,2}(?:/|-|thang|\.)[^;\n]{2,30})|(?:nam\s)?((?:19|20)\d\d)(?![\d/]))|[;\n“”\"()]|\.\s"
)
_LONGEST_NAME = 180


def mentions_of(draft: str) -> list[Mention]:
    """In order of appearance, without overlaps."""
    draft = draft[:LONGEST_DRAFT]
    folded, offsets = fold_with_offsets(draft)
    places = _Places(offsets)
    own = _own_number(folded)
    numbered = [_numbered(draft, folded, places, found) for found in find_numbers(draft) if not own(found.start)]
    taken = [(one.start, one.end) for one in numbered]
    named = [one for one in _named(draft, folded, offsets) if not any(a < one.end and one.start < b for a, b in taken)]
    return sorted((*numbered, *named), key=lambda one: one.start)


def day_of(draft: str) -> date | None:
    """The day under the draft's head (“Hà Nội, ngày 05 tháng 11 năm 2026”); None where it is still left blank."""
    head = draft[:2500]
    folded, offsets = fold_with_offsets(head)
    for match in re.finditer(r"(?:^|\n)[^\n;]{0,80}?,\s{0,3}ngay\s[^\n;]{0,40}", folded):
        line = head[offsets[match.start()] : offsets[match.end()]]
        if "căn cứ" not in line.lower() and (found := parse_date(line)) is not None:
            return found
    return None


class _Places:
    """From places in the draft to places in its folded form; both grow together."""

    def __init__(self, offsets: list[int]) -> None:
        self._offsets = offsets

    def folded(self, place: int) -> int:
        return bisect_left(self._offsets, place)

    def written(self, place: int) -> int:
        return self._offsets[min(place, len(self._offsets) - 1)]


def _own_number(folded: str) -> _Own:
    return _Own([match.span() for match in re.finditer(r"(?:^|\n)\s{0,40}so\s{0,2}:[^\n]{0,60}", folded[:1500])])


class _Own:
    """The number of the draft itself, on the line “Số: …/QĐ-BNV” of its head."""

    def __init__(self, lines: list[tuple[int, int]]) -> None:
        self._lines = lines

    def __call__(self, place: int) -> bool:
        return any(start <= place <= end for start, end in self._lines)


def _numbered(draft: str, folded: str, places: _Places, found: FoundNumber) -> Mention:
    start, end = places.folded(found.start), places.folded(found.end)
    before, after = folded[max(0, start - _BEFORE) : start], folded[end : end + _AFTER]
    after = re.split(r"[;\n]", after, maxsplit=1)[0]
    type_match = next(
        (one for one in reversed(list(_TYPE.finditer(before))) if _BETWEEN.fullmatch(before, one.end())), None
    )
    begins = max(0, start - _BEFORE) + type_match.start(1) if type_match else start
    day_match = _DAY_AFTER.match(after) or (_DAY_LATER.search(after[:90]) if after.startswith(" ngay") else None)
    return Mention(
        start=found.start,
        end=found.end,
        number=" ".join(draft[found.start : found.end].split()),
        type=_written(type_match[1]) if type_match else "",
        issued=parse_date(day_match[1] if day_match[1].startswith("ngay") else f"ngày {day_match[1]}")
        if day_match
        else None,
        year=found.number.year,
        issuer=_issuer(draft, places, end, after),
        articles=_articles(folded[max(0, begins - 80) : begins]),
    )


def _issuer(draft: str, places: _Places, end: int, after: str) -> str:
    match = _ISSUER_AFTER.match(after)
    if match is None:
        return ""
    rest = after[match.end() : match.end() + 120]
    stop = _ISSUER_ENDS.search(rest)
    length = stop.start() if stop else len(rest)
    begin = end + match.end()
    written = " ".join(draft[places.written(begin) : places.written(begin + length)].split())
    return written if written[:1].isupper() else ""


def _articles(before: str) -> tuple[str, ...]:
    match = _ARTICLES_BEFORE.search(before if before.endswith(" ") else before + " ")
    return tuple(_ARTICLE.findall(match[1])) if match else ()


def _named(draft: str, folded: str, offsets: list[int]) -> Iterator[Mention]:
    """Laws without a number: “Luật Việc làm ngày 16 tháng 11 năm 2013”, “Bộ luật Lao động năm 2019”."""
    read_to = 0
    for match in _LAW.finditer(folded):
        if match.start() < read_to:
            continue
        window = folded[match.end() : match.end() + _LONGEST_NAME]
        stop = _LAW_ENDS.search(window)
        if stop is None or not (stop[1] or stop[2]) or stop.start() < 2:
            continue
        start, name_at, name_end = offsets[match.start()], offsets[match.end()], offsets[match.end() + stop.start()]
        name = " ".join(draft[name_at:name_end].split()).rstrip(" ,")
        if not draft[start : start + 1].isupper() or not (name[:1].isupper() or name.startswith("sửa đổi")):
            continue  # "luật sư …", "Luật này …"
        issued = parse_date(f"ngày {stop[1]}") if stop[1] else None
        year = issued.year if issued else int(stop[2]) if stop[2] else None
        if year is None:
            continue
        read_to = match.end() + stop.start()
        yield Mention(
            start=start,
            end=offsets[min(match.end() + stop.end(), len(offsets) - 1)] if stop[2] else name_end,
            type=_written(match[1]),
            name=name,
            issued=issued,
            year=year,
            articles=_articles(folded[max(0, match.start() - 80) : match.start()]),
        )


_WRITTEN = {
    "nghi quyet lien tich": "Nghị quyết liên tịch",
    "thong tu lien tich": "Thông tư liên tịch",
    "van ban hop nhat": "Văn bản hợp nhất",
    "hien phap": "Hiến pháp",
    "phap lenh": "Pháp lệnh",
    "nghi quyet": "Nghị quyết",
    "nghi dinh": "Nghị định",
    "quyet dinh": "Quyết định",
    "thong bao": "Thông báo",
    "huong dan": "Hướng dẫn",
    "cong dien": "Công điện",
    "cong van": "Công văn",
    "ke hoach": "Kế hoạch",
    "thong tu": "Thông tư",
    "to trinh": "Tờ trình",
    "giay moi": "Giấy mời",
    "bao cao": "Báo cáo",
    "quy che": "Quy chế",
    "chi thi": "Chỉ thị",
    "ket luan": "Kết luận",
    "bo luat": "Bộ luật",
    "luat": "Luật",
    "lenh": "Lệnh",
}


def _written(folded_type: str) -> str:
    return _WRITTEN[folded_type]


def same_number(first: str, second: str) -> bool:
    one, other = parse_number(first), parse_number(second)
    return one is not None and other is not None and one.key == other.key

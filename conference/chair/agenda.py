"""The agenda that stands in an invitation's text: numbered lines and times, as Vietnamese offices write them.

Pure and bounded; a text without an agenda gives an empty one, never a wrong one made of addresses and greetings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from vietnamese.folding import fold

LONGEST_TEXT = 60_000
LONGEST_LINE = 600
MOST_ITEMS = 60


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """``speaker`` is who presents, as written; ``minutes`` is 0 where the text names no length."""

    title: str
    begins: time | None = None
    ends: time | None = None
    speaker: str = ""
    minutes: int = 0


_HOUR = r"(?:(?:[01]?\d|2[0-4])(?!\d))"
_CLOCK = rf"({_HOUR})\s{{0,2}}(?:h|giờ|g|:)\s{{0,2}}([0-5]\d)?(?:\s{{0,2}}(?:phút|'|p\b))?"
_TIMES = re.compile(
    rf"(?:từ\s+|lúc\s+)?{_CLOCK}(?:\s{{0,3}}(?:-|–|—|→|đến|tới)\s{{0,3}}{_CLOCK})?\s{{0,3}}(?:[:.|–—\t-]|,)?\s*",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[a-zđ])\s{0,2}[.)/]|\d{1,2}\s{0,2}[:\-–]\s|[-–—•*+●▪◦·])\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}\s{0,2}[.)/]\s|[IVX]{1,5}\s{0,2}[.)/]\s")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,120})[)\]]\s*[.;,]?$")
_LENGTH = re.compile(r"(?:khoảng\s+)?(\d{1,3})\s{0,2}(?:phút|ph|p|'|minutes?|min)\.?$", re.IGNORECASE)
_LENGTH_FIRST = re.compile(r"(\d{1,3})\s{0,2}(?:phút|ph|'|min)\s*[:|\t–-]\s*", re.IGNORECASE)
_COLUMNS = re.compile(r"\s*[|\t]\s*")
_SAID_BY = re.compile(
    r"\s*[;,–—-]\s*(?:(?:người|đơn vị|đồng chí)\s+)?"
    r"(?:trình bày|báo cáo viên|phụ trách|chủ trì|thực hiện|presenter)\s*:\s*(.{2,120})$",
    re.IGNORECASE,
)

_OPENS = ("chuong trinh", "noi dung", "agenda", "lich trinh", "tien trinh", "cac noi dung", "trinh tu")
_CLOSES = (
    "thoi gian", "thoi diem", "dia diem", "diem cau", "thanh phan", "chu tri", "dai bieu", "khach moi", "thu ky",
    "tai lieu", "noi nhan", "ghi chu", "luu y", "tran trong", "kinh moi", "kinh gui", "kinh de nghi", "de nghi",
    "lien he", "moi chi tiet", "chi tiet", "link", "lien ket", "duong dan", "dang nhap", "mat khau", "ma cuoc hop",
    "meeting id", "passcode", "hinh thuc", "trang phuc", "dau moi", "rat mong", "can cu", "thuc hien ke hoach",
    "join", "tham gia", "vao hop", "ky thuat", "phuong tien", "kinh phi", "thu truong", "tl.", "kt.", "sdt",
    "dien thoai", "email", "http", "time", "location", "attendees", "best regards", "phan cong", "to chuc thuc hien",
)  # fmt: skip


def parse_agenda(text: str) -> tuple[AgendaItem, ...]:
    """The items in order; () where the text has no agenda. Never raises; time grows with the text."""
    lines = [_tidy(line) for line in text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    under_heading = _without_doubles(_under_heading(lines))
    if under_heading:
        return under_heading
    timed = [item for line in lines if (item := _timed(line)) is not None]
    if len(timed) >= 2:
        return _without_doubles(timed)
    return _without_doubles(_numbered_run(lines))


def _tidy(line: str) -> str:
    return line[:LONGEST_LINE].replace("\u00a0", " ").strip(" \t>|")


def _under_heading(lines: list[str]) -> list[AgendaItem]:
    """What stands under "Chương trình" or "Nội dung", until something else begins. The richest such part counts: a
    letter says "Nội dung: họp về …" at its head and gives the programme below."""
    parts: list[list[AgendaItem]] = []
    is_open = False
    empty = 0
    for line in lines:
        if not line:
            empty += 1
            is_open = is_open and (empty < 3)
            continue
        empty = 0
        heading = _heading(line)
        if heading == "" and is_open and parts[-1] and _MARK.match(line):
            heading = None  # "II. NỘI DUNG CHÍNH" is a part of the programme that runs already
        if heading is not None:
            is_open = True
            parts.append([])
            for piece in heading.split(";"):
                item = _item(piece)
                if item is not None:
                    parts[-1].append(item)
            continue
        if not is_open:
            continue
        if _closes(line):
            is_open = False
            continue
        item = _item(line) if _MARK.match(line) or _TIMES.match(line) or _LENGTH_FIRST.match(line) else None
        if item is not None:
            parts[-1].append(item)
        elif parts[-1] and line[0].islower():  # a line that was broken by the mail
            parts[-1][-1] = replace(parts[-1][-1], title=f"{parts[-1][-1].title} {line.rstrip(' ;.')}"[:300])
    return max(parts, key=len, default=[])


def _heading(line: str) -> str | None:
    """What stands behind the heading on its own line; None if the line is no heading."""
    columns = _COLUMNS.split(line)
    if len(columns) >= 2 and any(fold(column).startswith("noi dung") and len(column) < 30 for column in columns):
        return ""  # the head of a table
    mark = _MARK.match(line)
    body = line[mark.end() :] if mark else line
    name, colon, rest = body.partition(":")
    folded = fold(name).strip(" .-*")
    if not folded.startswith(_OPENS) or len(name) > 70:
        return None
    if colon:
        return rest.strip()
    is_title = len(name) <= 50 and (name.isupper() or not re.search(r"[.,;]$", name)) and len(name.split()) <= 9
    return "" if is_title else None


def _closes(line: str) -> bool:
    mark = _MARK.match(line)
    body = fold(line[mark.end() :] if mark else line).strip(" *")
    if any(body.startswith(word) and not body[len(word) : len(word) + 1].isalnum() for word in _CLOSES):
        is_item = mark is not None and ":" not in body[:40] and not body.startswith(("http", "tran trong", "kinh "))
        return not is_item or bool(_NUMBERED.match(line) and body in _CLOSES)
    return False


def _timed(line: str) -> AgendaItem | None:
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    if _TIMES.match(line, start) is None or _closes(line):
        return None
    item = _item(line)
    if item is None or re.match(r"(?:ngày|thứ|sáng|chiều|ng\.)\b", item.title, re.IGNORECASE):
        return None  # "8h00 ngày 20/11/2026" says when the meeting is
    return item


def _numbered_run(lines: list[str]) -> list[AgendaItem]:
    """The longest run of numbered lines, where none is a label ("1. Thời gian: …")."""
    runs: list[list[AgendaItem]] = [[]]
    for line in lines:
        if not line:
            continue
        if _NUMBERED.match(line) and not _closes(line) and not re.match(r"[^:]{2,24}:\s", line[3:]):
            item = _item(line)
            if item is not None:
                runs[-1].append(item)
                continue
        if runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return longest if len(longest) >= 2 else []


def _item(line: str) -> AgendaItem | None:
    line = line.strip()
    mark = _MARK.match(line)
    if mark:
        line = line[mark.end() :]
    begins = ends = None
    times = _TIMES.match(line)
    if times is not None and times.end() > 0:
        begins, ends = _clock(times[1], times[2]), _clock(times[3], times[4])
        line = line[times.end() :]
        mark = _MARK.match(line)
        if mark and not line[0].isalnum():
            line = line[mark.end() :]
    length = _LENGTH_FIRST.match(line)
    if length is not None:
        line = line[length.end() :]
    line, minutes, speaker = _behind(line)
    if length is not None:
        minutes = int(length[1])
    columns = [column.strip() for column in _COLUMNS.split(line) if column.strip()]
    if len(columns) >= 2:
        line, speaker = columns[0], speaker or columns[1]
    title = " ".join(line.split()).strip(" .;,:–—-*")
    if len(title) < 3 or not any(letter.isalpha() for letter in title):
        return None
    return AgendaItem(title[:300], begins, ends, " ".join(speaker.split())[:120], minutes)


def _behind(line: str) -> tuple[str, int, str]:
    """The line without what stands in brackets at its end, the minutes and the speaker found there."""
    minutes, speaker = 0, ""
    for _ in range(2):
        line = line.rstrip(" .;")
        found = _BRACKETS.search(line[-140:])
        if found is None:
            break
        inside = found[1].strip()
        length = _LENGTH.fullmatch(inside)
        if length is not None:
            minutes = int(length[1])
        elif not speaker and not any(letter.isdigit() for letter in inside):
            speaker = re.sub(r"^(?:người trình bày|trình bày|đ/c)\s*:?\s*", "", inside, flags=re.IGNORECASE)
        else:
            break
        line = line[: len(line) - len(line[-140:]) + found.start()]
    said_by = _SAID_BY.search(line)
    if said_by is not None and not speaker:
        line, speaker = line[: said_by.start()], said_by[1].rstrip(" .;")
    return line, minutes, speaker


def _clock(hour: str | None, minute: str | None) -> time | None:
    if hour is None or int(hour) > 23:
        return None
    return time(int(hour), int(minute or 0))


def _without_doubles(items: list[AgendaItem]) -> tuple[AgendaItem, ...]:
    """An invitation often stands twice in a mail: as its text and as its calendar entry."""
    return tuple(dict.fromkeys(_unique(items)))[:MOST_ITEMS]


def _unique(items: list[AgendaItem]) -> Iterator[AgendaItem]:
    seen: set[tuple[str, time | None]] = set()
    for item in items:
        key = (item.title.casefold(), item.begins)
        if key not in seen:
            seen.add(key)
            yield item

"""Finds the provisions in a document's text: Phần > Chương > Mục > Tiểu mục > Điều > Khoản > Điểm, and Phụ lục. Used by
the store's readers (the outline beside a text) and by the search index, whose unit is the Điều."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Provision, ProvisionKind
from .quotations import quotations

_RANK = {
    ProvisionKind.PART: 0,
    ProvisionKind.APPENDIX: 0,
    ProvisionKind.CHAPTER: 1,
    ProvisionKind.SECTION: 2,
    ProvisionKind.SUBSECTION: 3,
    ProvisionKind.ARTICLE: 4,
    ProvisionKind.CLAUSE: 5,
    ProvisionKind.POINT: 6,
}
# Every pattern is matched at the start of a line and is bounded: the whole takes linear time.
_ROMAN_OR_NUMBER = r"(?:[IVXLC]{1,8}|\d{1,3})[a-zA-ZđĐ]?"
_PART = re.compile(
    rf"(?:PHẦN|Phần)\s{{1,3}}((?:THỨ|thứ|Thứ)\s{{1,3}}\w{{2,5}}(?:\s{{1,2}}\w{{2,5}})?|{_ROMAN_OR_NUMBER})(?!\w)"
)
_CHAPTER = re.compile(rf"(?:CHƯƠNG|Chương)\s{{1,3}}({_ROMAN_OR_NUMBER})(?!\w)")
_SECTION = re.compile(rf"(?:MỤC|Mục)\s{{1,3}}({_ROMAN_OR_NUMBER})(?!\w)")
_SUBSECTION = re.compile(rf"(?:TIỂU MỤC|Tiểu mục)\s{{1,3}}({_ROMAN_OR_NUMBER})(?!\w)")
_ARTICLE = re.compile(r"[ĐÐ](?:iều|IỀU)\s{1,3}(\d{1,4})([a-zđ]?)(?!\w)\s{0,3}([.:]?)")
_CLAUSE = re.compile(r"(\d{1,3})([a-zđ]?)\.(?=\s)")
_POINT = re.compile(r"([a-zđ])(\d?)\)(?=\s)")
_APPENDIX = re.compile(r"(PHỤ LỤC|Phụ lục)(?:\s{1,3}(?:SỐ|số|Số)?\s{0,3}(\d{1,3}[A-Za-z]?|[IVXLC]{1,8}|[A-Z])(?!\w))?")
_OPENINGS = (_PART, _CHAPTER, _SECTION, _SUBSECTION, _ARTICLE, _CLAUSE, _POINT, _APPENDIX)
# "Mục 1 Chương này", "Điều 5 của Luật": the line goes on with a reference, it is no heading.
_GOES_ON = re.compile(
    r"[\s,]*(?:(?:Chương|Phần|Mục|Luật|Bộ luật|Thông tư|Nghị định|Quyết định|Phụ lục|Điều)\b|[a-zà-ỹđ(,;])"
)
_COMPARED = 400
"""So much of an article's text must be the same for it to be the same article: headings alone are often alike."""
_MOST_COMPARED = 50
_SURELY_ALIKE = 100
"""An article that is given twice may go on with what stands behind it, a signature or a preamble, the second time."""
_NEXT_ABOVE_CLAUSES = re.compile(r"\n(?:[ĐÐ]iều|ĐIỀU|C(?:hương|HƯƠNG)|M(?:ục|ỤC)|P(?:hần|HẦN))\s")
_LEFT_OF_A_TAG = re.compile(r"</?[a-z]{1,8}>|/[a-z]{1,8}>$")
_POINT_ORDER = {letter: index for index, letter in enumerate("abcdđefghijklmnopqrstuvwxyz")}
# Lines that may open something; the patterns above decide. The line feed in front is what makes them quick: the search
# jumps from one to the next.
_ABOVE_CLAUSES = r"[ĐÐ](?:iều|IỀU)|C(?:hương|HƯƠNG)|M(?:ục|ỤC)|T(?:iểu|IỂU)|P(?:hần|HẦN|hụ lục|HỤ LỤC)"
_LINE = r"\n[ \t\u00a0\ufeff\u200b]{0,200}"
_OPENING_ABOVE_CLAUSES = re.compile(rf"{_LINE}({_ABOVE_CLAUSES})(?=\s)")
_OPENING = re.compile(rf"{_LINE}((?:{_ABOVE_CLAUSES})(?=\s)|[0-9]{{1,3}}[a-zđ]?\.(?=\s)|[a-zđ][0-9]?\)(?=\s))")


@dataclass(slots=True)
class _Open:
    kind: ProvisionKind
    label: str
    heading: str
    anchor: str
    start: int
    number: int = 0
    suffix: str = ""
    level: int = 0
    end: int = -1


def provisions_of(text: str) -> tuple[Provision, ...]:
    """All provisions in reading order. Each ends where the next of its rank or above begins; anchors are unique."""
    return _read(text, _Reader(text), _OPENING)


def _read(text: str, reader: _Reader, openings: re.Pattern[str]) -> tuple[Provision, ...]:
    quoted = quotations(text)
    next_quotation = next(quoted, None)
    for match in openings.finditer("\n" + text):
        start = match.start(1) - 1
        while next_quotation is not None and next_quotation[1] <= start:
            next_quotation = next(quoted, None)
        if next_quotation is not None and next_quotation[0] <= start:
            continue  # a quoted “Điều 1.” of an amending article opens nothing
        end = text.find("\n", start)
        reader.line(start, len(text) if end < 0 else end)
    return reader.finish()


def articles_of(text: str, provisions: tuple[Provision, ...] | None = None) -> list[tuple[int, int, Provision | None]]:
    """The text cut into what the search ranks: (start, end, article or appendix); None for the preamble. A heading of a
    chapter goes with its first article. The pieces cover the text."""
    if provisions is None:
        provisions = _read(text, _Reader(text), _OPENING_ABOVE_CLAUSES)
    cuts: list[tuple[int, Provision | None]] = [(0, None)]
    container: int | None = None
    for provision in provisions:
        if _RANK[provision.kind] > _RANK[ProvisionKind.ARTICLE]:
            continue
        if provision.kind in (ProvisionKind.ARTICLE, ProvisionKind.APPENDIX):
            begin = provision.start if container is None else container
            cuts.append((begin, provision))
            container = None
        elif container is None:
            container = provision.start
    pieces: list[tuple[int, int, Provision | None]] = []
    for (start, article), following in zip(cuts, [*[cut[0] for cut in cuts[1:]], len(text)], strict=True):
        if following > start:
            pieces.append((start, following, article))
    return pieces


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[_Open] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, int] = {}
        self._unnamed_appendices = 0
        self._last_article = 0
        self._seen: dict[str, list[str]] = {}
        self._is_repetition = False
        self._last_name, self._last_end = "", 0

    def line(self, start: int, end: int) -> None:
        first = self._text[start]
        if first in "ĐÐ":
            self._article(start, end)
        elif first in "CMTP":
            self._container(start, end)
        elif self._is_repetition:
            return
        elif first.isdigit():
            self._clause(start)
        else:
            self._point(start)

    def finish(self) -> tuple[Provision, ...]:
        self._close(-1, len(self._text))
        return tuple(
            Provision(one.kind, one.label, one.heading, one.anchor, one.start, one.end, one.level)
            for one in self._found
        )

    def _close(self, rank: int, at: int) -> None:
        while self._stack and (rank < 0 or _RANK[self._stack[-1].kind] >= rank):
            # An appendix closes a part and a part an appendix; articles of an attached regulation stay inside it.
            self._stack.pop().end = at

    def _open(self, one: _Open) -> _Open:
        self._close(_RANK[one.kind], one.start)
        parent = self._stack[-1] if self._stack else None
        appendix = next((open_one for open_one in self._stack if open_one.kind is ProvisionKind.APPENDIX), None)
        if one.kind in (ProvisionKind.CLAUSE, ProvisionKind.POINT, ProvisionKind.SECTION, ProvisionKind.SUBSECTION):
            one.anchor = f"{parent.anchor}.{one.anchor}" if parent else one.anchor
        elif appendix is not None:
            one.anchor = f"{appendix.anchor}.{one.anchor}"
        count = self._anchors.get(one.anchor, 0) + 1
        self._anchors[one.anchor] = count
        if count > 1:  # an attached regulation counts its articles from 1 again
            one.anchor = f"{one.anchor}-{count}"
            self._anchors[one.anchor] = 1
        one.level = len(self._stack)
        self._stack.append(one)
        self._found.append(one)
        return one

    def _current(self, kind: ProvisionKind) -> _Open | None:
        return next((one for one in reversed(self._stack) if one.kind is kind), None)

    def _article(self, start: int, end: int) -> _Open | None:
        match = _ARTICLE.match(self._text, start, end)
        if match is None:
            return None
        number, rest = int(match[1]), self._text[match.end() : end].strip()
        if not match[3] and rest and (_GOES_ON.match(rest) or number != self._last_article + 1):
            return None
        self._last_article = number
        name = f"{number}{match[2]}"
        self._is_repetition = self._was_there(name, rest, end)
        if self._is_repetition:
            return None
        clause_at = match.end() + len(self._text[match.end() : end]) - len(self._text[match.end() : end].lstrip())
        is_clause = bool(_CLAUSE.match(self._text, clause_at, end))
        heading = rest if not is_clause and len(rest) <= 250 and not rest.endswith((".", ";", ":")) else ""
        article = self._open(
            _Open(ProvisionKind.ARTICLE, f"Điều {name}", heading, "d" + _ascii(name), start, number, match[2])
        )
        if is_clause:
            self._clause(clause_at)
        elif not rest:
            self._heading_below(article, end)
        return article

    def _was_there(self, name: str, heading: str, end: int) -> bool:
        """Portals give some articles twice, word for word; or a heading once alone and once more with its text."""
        title = " ".join((name, *_LEFT_OF_A_TAG.sub("", heading).replace(".", " ").split()))
        body = self._text[end : end + _COMPARED]
        following = _NEXT_ABOVE_CLAUSES.search(body)
        text = " ".join((body[: following.start()] if following else body).split())
        is_alone = self._text[self._last_end : end].strip().count("\n") == 0
        is_heading_again = bool(heading) and name == self._last_name and is_alone
        self._last_name, self._last_end = name, end
        earlier = self._seen.setdefault(title, [])
        is_known = any(_is_same(text, other) for other in earlier) or (bool(heading and earlier) and not text)
        if not is_known and len(earlier) < _MOST_COMPARED:
            earlier.append(text)
        return is_known or is_heading_again

    def _container(self, start: int, end: int) -> _Open | None:
        text = self._text
        for kind, pattern, letter in (
            (ProvisionKind.CHAPTER, _CHAPTER, "c"),
            (ProvisionKind.SECTION, _SECTION, "m"),
            (ProvisionKind.SUBSECTION, _SUBSECTION, "t"),
            (ProvisionKind.PART, _PART, "p"),
        ):
            match = pattern.match(text, start, end)
            if match is None:
                continue
            rest = text[match.end() : end]
            if _GOES_ON.match(rest) or len(rest) > 300:
                return None
            heading = rest.strip(" .:-–—\u00a0\t\r")
            name = " ".join(match[1].split())
            one = self._open(_Open(kind, f"{kind.value} {name}", heading, letter + _container_number(name), start))
            if not heading:
                self._heading_below(one, end)
            return one
        match = _APPENDIX.match(text, start, end)
        if match is None:
            return None
        rest = text[match.end() : end].strip(" .:-–—\u00a0\t\r")
        if match[1] == "Phụ lục" and (rest or match[2] is None or end - start > 60):
            return None
        if len(rest) > 200 or (rest and not rest.startswith("(") and not rest.isupper()):
            return None
        name = match[2] or ""
        if not name:
            self._unnamed_appendices += 1
        one = _Open(ProvisionKind.APPENDIX, f"Phụ lục {name}".strip(), rest, "", start)
        one.anchor = "pl" + (_container_number(name) if name else str(self._unnamed_appendices))
        self._open(one)
        if not rest:
            self._heading_below(one, end)
        return one

    def _clause(self, start: int) -> _Open | None:
        article = self._current(ProvisionKind.ARTICLE)
        match = _CLAUSE.match(self._text, start)
        if match is None or article is None:
            return None
        number = int(match[1])
        last = self._current(ProvisionKind.CLAUSE)
        follows = (
            number <= 5 and number > 0
            if last is None
            else (last.number < number <= last.number + 10 or (number == last.number and match[2] > last.suffix))
        )
        if not follows:
            return None
        name = f"{number}{match[2]}"
        return self._open(_Open(ProvisionKind.CLAUSE, f"Khoản {name}", "", "k" + _ascii(name), start, number, match[2]))

    def _point(self, start: int) -> _Open | None:
        match = _POINT.match(self._text, start)
        if match is None or self._current(ProvisionKind.ARTICLE) is None:
            return None
        order = _POINT_ORDER[match[1]]
        last = self._current(ProvisionKind.POINT)
        follows = (
            order <= 3
            if last is None
            else (last.number < order <= last.number + 6 or (order == last.number and match[2] > last.suffix))
        )
        if not follows:
            return None
        name = f"{match[1]}{match[2]}"
        return self._open(_Open(ProvisionKind.POINT, f"Điểm {name}", "", _ascii(name), start, order, match[2]))

    def _heading_below(self, one: _Open, end: int) -> None:
        """A heading may stand on the line after "Chương II", or run over several lines of capitals."""
        for _ in range(6):
            start = end + 1
            end = self._text.find("\n", start, start + 1000)
            if end < 0:
                end = min(len(self._text), start + 1000)
            line = self._text[start:end].strip()
            if start >= len(self._text) or len(line) > 300 or line.startswith(("“", '"')):
                return
            if any(pattern.match(line) for pattern in _OPENINGS):
                return
            if not line:
                continue
            if one.kind is ProvisionKind.ARTICLE:
                one.heading = "" if len(line) > 250 or line.endswith((".", ";", ":", ",")) else line
                return
            if one.heading and not line.isupper():
                return
            one.heading = f"{one.heading} {line}".strip()
            if not line.isupper():
                return


def _is_same(text: str, other: str) -> bool:
    shorter, longer = sorted((text, other), key=len)
    return text == other or (len(shorter) >= _SURELY_ALIKE and longer.startswith(shorter))


def _ascii(name: str) -> str:
    return name.replace("đ", "dd").replace("Đ", "dd").lower()


_ORDINALS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "nhì": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
}
_ORDINALS |= {"chín": 9, "mười": 10}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _container_number(name: str) -> str:
    """ "II" → "2", "thứ ba" → "3", "3a" → "3a"."""
    last = name.split()[-1]
    if last.lower() in _ORDINALS:
        return str(_ORDINALS[last.lower()])
    match = re.fullmatch(r"([IVXLC]+)([a-zđ]?)", last)
    if match is None:
        return "".join(letter for letter in _ascii(last) if letter.isascii() and letter.isalnum()) or "0"
    total = 0
    values = [_ROMAN[letter] for letter in match[1]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return f"{total}{_ascii(match[2])}"

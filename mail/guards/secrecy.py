"""Marks of state secrecy (MẬT, TỐI MẬT, TUYỆT MẬT) in a text or a file's name, however they are written.

Secret documents may only be made and sent on machines of a separate network (Luật 117/2025/QH15, NĐ 63/2026), so a
mark that stands as a mark blocks. The word inside a sentence is asked about; "mật khẩu", "bảo mật", "mật ong" pass.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from vietnamese.folding import fold

from .confusables import latin
from .findings import Severity

MARKS = {"mật": "MẬT", "tốimật": "TỐI MẬT", "tuyệtmật": "TUYỆT MẬT"}
_FOLDED_MARKS = {"mat": "mật", "toimat": "tốimật", "tuyetmat": "tuyệtmật"}
_LONGEST_LINE = 120
_MOST_TEXT = 5_000_000

_LINES = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CELLS = re.compile(r"\t|\|| {3,}|\u00a0{3,}")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys((0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF))  # fmt: skip # noqa: E501
# What may stand on the line of a mark without making it a sentence (folded).
_BESIDE_WORDS = "do muc cap dau chi loai khan thuong hoa hoat toc tai lieu van ban ho so cong dien hen gio ban so "
_BESIDE = frozenset(_BESIDE_WORDS.split())
_LEVEL = r"(tuyệt mật|tối mật|tuyet mat|toi mat|mật|mat)"
_HEADING = re.compile(
    r"\b(?:(?:độ|mức độ|mức|cấp độ|cấp|dấu)\s{1,3}mật|(?:do|muc do|muc|cap do|dau)\s{1,3}mat)"
    rf"\s{{0,3}}[:=\uff1a]\s{{0,3}}[\[(<“\"'«*_-]{{0,3}}\s{{0,2}}{_LEVEL}(?!\w)(?!\s{{0,2}}(?:[,/;]|hoặc|hay|và)\s{{0,2}}"
    r"(?:tối|tuyệt|mật|toi|tuyet|mat)\b)(?!\s+(?:mã|khẩu|độ|ong|ma|khau|do)\b)"
)
_NONE = re.compile(r"\s{0,3}:\s{0,3}(?:không|thường|bình thường|khong|thuong|binh thuong|-)(?!\w)")
_SENTENCE_END = (".", ";", ",", ":")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[a-zđ]{1,2}|[ivx]{1,5})\s?[.)]\s", re.IGNORECASE)

# Words the syllable makes with its neighbour that are no marks (folded: the mark itself is checked before).
_AFTER_WORDS = (
    "khau ong do ma thiet danh gau mia vu tham thu bao dam uoc hieu lenh ngot tong hoa nghi phuc ky nhan kin "
    "tuyen ly phap giao chinh chat rong can ngon "
)
_AFTER = frozenset(_AFTER_WORDS.split())
_BEFORE_WORDS = (
    "bao bi co than can giai tui ong gan duong soi dich ro tru tham nghiem kin ri chat rot mam ngot trang hoi "
    "am sau lu cay hon tinh bien mia ba tru huyen noi thuy "
)
_BEFORE = frozenset(_BEFORE_WORDS.split())
# In a sentence the syllable is a mark only in this company, or in capitals.
_ASKED_AFTER = frozenset(
    ("lieu", "ban", "do", "muc", "dau", "cap", "van", "so", "tin", "dung", "dien", "an", "hoach", "toi", "tuyet", "cao")
)
_SYLLABLE = re.compile(r"(?<![^\W_])([^\W\d_]+)(?:[\s\u00a0]{1,3})(m[ậạâa]t)(?![^\W_])|(?<![^\W_])(m[ậạâa]t)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Mark:
    """``mark`` is one of `MARKS`; ``line`` where it stands, shortened."""

    mark: str
    severity: Severity
    line: str


def marks_in_text(text: str) -> list[Mark]:
    """The gravest finding of each mark, those that block first. Takes linear time; reads 5,000,000 letters."""
    found: dict[tuple[str, Severity], Mark] = {}
    for mark in _marks(_plain(text[:_MOST_TEXT])):
        found.setdefault((mark.mark, mark.severity), mark)
    blocking = [mark for mark in found.values() if mark.severity is Severity.BLOCK]
    blocked = {mark.mark for mark in blocking}
    return blocking + [one for one in found.values() if one.severity is Severity.ASK and one.mark not in blocked]


def marks_in_subject(subject: str) -> list[Mark]:
    """As in a text; and a subject that begins with a mark ("MẬT: …", "[TỐI MẬT] …") blocks."""
    plain = _plain(subject[:2000]).replace("\n", " ")
    head = re.match(
        r"^(?:\s*(?:re|fwd?|tl|ct)\s*:)*\s*[\[(<{*“\"-]{0,3}\s*([^\])>}*:“”\"–—-]{2,24}?)\s*[\])>}*:”\"–—-]",
        plain,
        re.I,
    )
    if head is not None and (name := _mark_name(head[1])) is not None and not _is_small(head[1]):
        return [Mark(MARKS[name], Severity.BLOCK, _short(subject))]
    return marks_in_text(subject)


def marks_in_name(name: str) -> list[Mark]:
    """A file's name: "TỐI MẬT - ke hoach.docx", "To trinh (MAT).pdf" block; "mat khau.txt", "bao-mat.pdf" pass."""
    plain = _plain(name[:1000])
    words = list(_WORDS.finditer(plain))
    for at, found in enumerate(words):
        word = found[0]
        if fold(word) in ("toimat", "tuyetmat"):
            return [Mark(MARKS[_FOLDED_MARKS[fold(word)]], Severity.BLOCK, _short(name))]
        exact = word.lower() == "mật"
        if not exact and not (fold(word) == "mat" and _may_be(word.lower(), "mật")):
            continue
        before = fold(words[at - 1][0]) if at else ""
        after = fold(words[at + 1][0]) if at + 1 < len(words) else ""
        if before in ("toi", "tuyet"):
            return [
                Mark(
                    MARKS[before.replace("toi", "tối").replace("tuyet", "tuyệt") + "mật"], Severity.BLOCK, _short(name)
                )
            ]
        if before in _BEFORE or after in _AFTER:
            continue
        around = plain[max(0, found.start() - 1) : found.start()] + plain[found.end() : found.end() + 1]
        in_brackets = len(around) == 2 and around in ("()", "[]", "{}", "<>")
        if exact or (word.isupper() and in_brackets):
            return [Mark("MẬT", Severity.BLOCK, _short(name))]
        if word.isupper() and not plain.rpartition(".")[0].isupper():
            return [Mark("MẬT", Severity.ASK, _short(name))]
    return []


def _marks(text: str) -> Iterator[Mark]:
    lines = _LINES.split(text)
    for line in lines:
        if len(line) <= _LONGEST_LINE and (mark := _mark_of_line(line)) is not None:
            yield mark
        elif "\t" in line or "|" in line or "   " in line:
            for cell in _CELLS.split(line[:4000]):
                mark = _mark_of_line(cell) if len(cell) <= _LONGEST_LINE else None
                if mark is not None:  # in a table of levels the words stand alone too: only capitals are a stamp there
                    is_stamp = cell.upper() == cell
                    yield mark if is_stamp else Mark(mark.mark, Severity.ASK, mark.line)
    lowered = text.lower()
    for heading in _HEADING.finditer(lowered):
        name = _FOLDED_MARKS[fold(heading[1]).replace(" ", "")]
        yield Mark(MARKS[name], Severity.BLOCK, _short(text[heading.start() : heading.end() + 20].split("\n")[0]))
    yield from _in_sentences(text, lowered)


def _mark_of_line(line: str) -> Mark | None:
    """A line that is a mark and nothing else: "MẬT", "[ TỐI MẬT ]", "— T U Y Ệ T  M Ậ T —", "MẬT - HỎA TỐC"."""
    # Between 3 and 60 letters, the last but one of a mark among them: cheap, and true of hardly any line.
    if "t" not in line and "T" not in line:
        return None
    letters = "".join(_LETTER.findall(line))
    if not 3 <= len(letters) <= 48:
        return None
    name = _mark_name(letters)
    if name is None:
        words = _WORDS.findall(line)
        own = [word for word in words if fold(word) not in _BESIDE and not word.isdigit()]
        if not own or len(own) > 2 or len(words) > 9:
            return None
        following = words[words.index(own[-1]) + 1 :]
        if following and fold(following[0]) in _AFTER and fold(following[0]) != "hoa":
            return None  # MẬT ĐỘ
        letters = "".join(own)
        name = _mark_name(letters)
        if name is None or letters.upper() != letters:
            return None
    marked = letters.lower() == name
    if _NUMBERED.match(line) or (any(letter.isdigit() for letter in line) and not letters.isupper()):
        return Mark(MARKS[name], Severity.ASK, _short(line))
    if _is_small(letters) or (letters.upper() != letters and line.rstrip().endswith(_SENTENCE_END)):
        return Mark(MARKS[name], Severity.ASK, _short(line))
    if name == "mật" and not marked:
        # "MAT", "MẠT": other words too; as a stamp it stands between brackets or dashes, or letter by letter.
        if letters.upper() != letters:
            return None
        bare = line.strip()
        return Mark(MARKS[name], Severity.ASK if bare == letters else Severity.BLOCK, _short(line))
    return Mark(MARKS[name], Severity.BLOCK, _short(line))


def _in_sentences(text: str, lowered: str) -> Iterator[Mark]:
    if len(lowered) != len(text):  # a letter whose small form is longer: places would not agree
        text = lowered
    for found in _SYLLABLE.finditer(lowered):
        start = found.start(2) if found[2] else found.start(3)
        end = start + 3
        word = text[start:end]
        exact = lowered[start:end] == "mật"
        before = fold(found[1] or "")
        rest = _WORDS.match(lowered, end + 1) if lowered[end : end + 1].isspace() else None
        after = fold(rest[0]) if rest is not None else ""
        level = before if before in ("toi", "tuyet") else ""
        if level and (exact or (found[1] or "").isascii()):
            if not exact and word != "MAT":
                continue  # "tôi mặt", "toi mat…" without marks says too little
            name = "tốimật" if level == "toi" else "tuyệtmật"
            if _may_be(found[1] or "", name[:-3]):
                yield Mark(MARKS[name], Severity.ASK, _around(text, start))
            continue
        if not exact or before in _BEFORE or after in _AFTER:
            continue
        if before in ("do", "muc", "cap") and _NONE.match(lowered, end):
            continue
        if word == "MẬT" or before in _ASKED_AFTER:
            yield Mark("MẬT", Severity.ASK, _around(text, start))


def _mark_name(letters: str) -> str | None:
    """Which mark these letters are, marks left out or misplaced counted; None if they are another word."""
    joined = "".join(_LETTER.findall(letters)).lower()
    name = _FOLDED_MARKS.get(fold(joined))
    return name if name is not None and _may_be(joined, name) else None


def _may_be(written: str, wanted: str) -> bool:
    """Whether ``written`` is ``wanted`` with some of its marks missing ("tối mât"), and none that it has not."""
    first, second = _by_letter(written), _by_letter(wanted)
    return len(first) == len(second) and all(a[0] == b[0] and a[1] <= b[1] for a, b in zip(first, second, strict=True))


def _by_letter(text: str) -> list[tuple[str, set[str]]]:
    result: list[tuple[str, set[str]]] = []
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character):
            if result:
                result[-1][1].add(character)
        else:
            result.append((character, set()))
    return result


def _is_small(letters: str) -> bool:
    return letters == letters.lower()


def _plain(text: str) -> str:
    """One spelling: compatibility forms undone, invisible letters out, look-alikes of other scripts Latin again."""
    if text.isascii():
        return text
    text = text.translate(_INVISIBLE)
    return latin(text) if unicodedata.is_normalized("NFKC", text) else latin(unicodedata.normalize("NFKC", text))


def _short(line: str) -> str:
    return " ".join(line.split())[:120]


def _around(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at) + 1, at - 60)
    end = text.find("\n", at)
    return _short(text[start : min(at + 60, end if end >= 0 else len(text))])

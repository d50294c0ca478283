"""Whether a text is an official document's (its heading, its own number), and whether it announces an attachment."""

from __future__ import annotations

import re

from vietnamese.document_numbers import find_numbers, parse_number
from vietnamese.folding import fold, fold_with_offsets, normalise

_HEAD_LETTERS = 200_000
_HEADINGS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
_MOTTO = re.compile(r"doc lap\s{0,3}-\s{0,3}tu do\s{0,3}-\s{0,3}hanh phuc")
_OWN_NUMBER = re.compile(r"^[\s*_|>-]{0,8}so\s{0,3}:\s{0,3}(\d{1,6}[^\n\t]{0,60})", re.MULTILINE)
_REGARDING = re.compile(r"^[\s*_|>-]{0,8}v/v\b", re.MULTILINE)
_ADDRESSED = re.compile(r"^[\s*_|>-]{0,8}kinh gui\s{0,2}:", re.MULTILINE)
_RECEIVERS = re.compile(r"^[\s*_|>-]{0,8}noi nhan\s{0,2}:", re.MULTILINE)
_SPACES = re.compile(r"[^\S\n]+")


def is_official_text(text: str) -> bool:
    """The heading of an official document, its own number ("Số: 12/BC-…"), or the parts of one together."""
    folded = _SPACES.sub(" ", fold(text[:_HEAD_LETTERS]))
    if any(heading in folded for heading in _HEADINGS) or _MOTTO.search(folded):
        return True
    if any(parse_number(found[1].split("  ")[0]) is not None for found in _OWN_NUMBER.finditer(folded)):
        return True
    parts = (_REGARDING.search(folded), _ADDRESSED.search(folded), _RECEIVERS.search(folded))
    return sum(part is not None for part in parts) >= 2


def is_official_name(name: str) -> bool:
    """A file named by a document's number: "123-BC-BNV.pdf", "12_2024_TT-BYT.docx"; or a scan's "CV 123"."""
    stem = name.rpartition(".")[0] or name
    number = parse_number(stem.replace("_", "/").strip()) or parse_number(stem.replace("_", "-").strip())
    return number is not None and bool(number.codes)


def is_official_subject(subject: str) -> bool:
    """A subject that names its own number: "123/BC-BNV về việc …"."""
    words = re.sub(r"^(?:\s*(?:re|fwd?|tl|ct|số|so)\s*:)+", "", subject[:500], flags=re.IGNORECASE).strip()
    found = find_numbers(words)
    return bool(found) and found[0].start == 0 and found[0].number.type_code is not None


# --- what announces an attachment -------------------------------------------------------------------------------------

# "ban hành kèm theo Nghị định" speaks of a law's annex, "không đính kèm" of none.
_NOT_BEFORE = r"(?<!khong )(?<!chua )(?<!khoi )(?<!khong can )(?<!ban hanh )(?<!cong bo )(?<!phe duyet )"
_ANNOUNCES = re.compile(
    rf"\b{_NOT_BEFORE}(?:"
    r"(?:xin |em |toi |minh |chau |vui long |de nghi )?(?:gui|goi|nop|trinh|chuyen) (?:\w{1,12} ){0,4}?kem(?: theo)?"
    r"|(?:dinh|gui|file|tep|tai lieu|danh sach|van ban|bang|phu luc|bieu mau) kem(?: theo)?"
    r"|dinh kem|kem theo (?:thu|mail|email|cong van|day|file|tep|van ban) nay|kem theo day|kem theo email"
    r"|xem (?:file|tep|tai lieu)|trong (?:file|tep) (?:kem|dinh)"
    r"|(?:please )?(?:find|see) attached|attached (?:is|are|please|file|herewith)|see attachment|enclosed"
    r")\b"
)
_QUOTE_HEAD = re.compile(
    r"^(?:-{2,}\s*(?:Original Message|Forwarded message|Thư gốc|Thư chuyển tiếp|Tin nhắn gốc).*"
    r"|_{10,}|(?:On|Vào|Le|Ngày|Lúc)\b.{0,200}(?:wrote|đã viết|a écrit|viết)\s*:|(?:From|Từ)\s*:.*)$",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """What she wrote herself: without quoted lines and what stands below a quotation's head."""
    kept: list[str] = []
    for line in text[:_HEAD_LETTERS].split("\n"):
        stripped = line.strip()
        if kept and _QUOTE_HEAD.match(stripped[:300]):
            break
        if not kept and stripped and _QUOTE_HEAD.match(stripped[:300]):
            break
        if not stripped.startswith(">"):
            kept.append(line)
    return "\n".join(kept)


def announced_attachment(text: str) -> str | None:
    """The words by which she announces a file ("xin gửi kèm theo"), as they stand; None if she does not."""
    words = " ".join(own_words(text).split())
    folded, offsets = fold_with_offsets(words)
    for found in _ANNOUNCES.finditer(folded):
        said = words[offsets[found.start()] : offsets[found.end()]]
        if "kem" not in found[0] or re.search(r"\bk[eè]m\b", normalise(said)):  # not "kém"
            return said
    return None

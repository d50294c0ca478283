"""What an attachment is, judged by its bytes before its name, and its text where it is one. Used by the window before
it shows anything; never raises, reads no more than it must."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from vietnamese.legacy_encodings import from_tcvn3, from_vni

from .mime_headers import decode_bytes

MOST_TEXT = 2_000_000


class PreviewKind(Enum):
    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"
    DOCUMENT = "document"
    """A word-processor file whose text can be read out."""
    MAIL = "mail"
    NONE = "none"


_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_TEXT_WORDS = "txt csv tsv log md json xml svg htm html ini cfg conf yaml yml ics vcf sql py js css srt tex rst"
_TEXTS = frozenset(_TEXT_WORDS.split())
_DOCUMENTS = frozenset(
    ["docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp", "rtf", "doc", "xls", "ppt"]
)
_DOCUMENT_HEADS = (b"PK", b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_MAIL_HEAD = re.compile(rb"\A\s*(?:From |[A-Za-z][A-Za-z0-9-]{0,70}:)", re.IGNORECASE)


def preview_kind(name: str, media_type: str, head: bytes) -> PreviewKind:
    """``head``: the first bytes, 4 KB do."""
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    if head.lstrip()[:5] == b"%PDF-" or b"%PDF-" in head[:1024]:
        return PreviewKind.PDF
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return PreviewKind.PICTURE
    if media_type == "message/rfc822" or (ending == "eml" and _MAIL_HEAD.match(head)):
        return PreviewKind.MAIL
    if ending in _DOCUMENTS and head.startswith(_DOCUMENT_HEADS):
        return PreviewKind.DOCUMENT
    if ending in _TEXTS or (media_type.startswith("text/") and ending not in ("exe", "bat", "com")):
        return PreviewKind.TEXT if _is_text(head) else PreviewKind.NONE
    return PreviewKind.NONE


def attachment_text(content: bytes, charset: str | None = None) -> str:
    """The text of a plain file: UTF-8, UTF-16, Windows-1258, or TCVN3 and VNI of older years where it looks like them;
    at most 2,000,000 letters."""
    content = content[: MOST_TEXT * 4]
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = content.decode("utf-16", "replace")
    elif content[:3] == b"\xef\xbb\xbf":
        text = content[3:].decode("utf-8", "replace")
    else:
        text = _decoded(content, charset)
    return text[:MOST_TEXT].replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The words of a word-processor file, without its looks; ``problem`` is "" or the name of a
    `text_extraction.Problem`: what stood in the way."""

    text: str
    problem: str = ""


def document_text(content: bytes, name: str) -> DocumentText:
    """Read in a process of its own, at most some 15 s: call it on a worker. Never raises over a file's content."""
    from text_extraction import extract

    found = extract(content, name)
    return DocumentText(found.text, found.problems[0].name if found.problems else "")


_VIETNAMESE = re.compile("[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
_COMMON = re.compile(
    r"\b(?:của|và|các|được|không|cho|theo|nghị|định|số|về|việc|tại|người|ngày|tháng|năm)\b", re.IGNORECASE
)


def _decoded(content: bytes, charset: str | None) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4:  # cut in the middle of the last letter
            return content.decode("utf-8", "ignore")
    latin = content.decode("windows-1252", "replace")
    candidates = [decode_bytes(content, charset or "windows-1258"), from_tcvn3(latin), from_vni(latin)]
    return max(candidates, key=_likeness)


def _likeness(text: str) -> int:
    """How Vietnamese it reads: its commonest words weigh most, letters of no language count against."""
    sample = text[:20_000]
    strange = sum(1 for letter in sample if "\x80" <= letter <= "\xbf" and letter not in "\u00a0«»°§")
    return 20 * len(_COMMON.findall(sample)) + len(_VIETNAMESE.findall(sample)) // 4 - 2 * strange


def _is_text(head: bytes) -> bool:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    return b"\x00" not in head and sum(byte < 9 or 13 < byte < 27 for byte in head) * 50 <= len(head)

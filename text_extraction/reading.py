"""Which reader a file gets, by what it is rather than what it is called. Runs in the child process."""

from __future__ import annotations

import io
import re
import zipfile

from .collected import Collected, Full
from .model import Extracted, FileKind, Limits, Problem
from .office import Bounded, read_office
from .plain import read_html, read_rtf, read_text
from .word97 import read_word97

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_NAMES = frozenset(
    ["txt", "csv", "tsv", "log", "md", "ini", "json", "xml", "yml", "yaml", "ics", "vcf", "sql", "srt"]
)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MOST_INSIDE = 50
_LARGEST_INSIDE = 30_000_000


def read(content: bytes, name: str, limits: Limits, *, is_inside: bool = False) -> Extracted:
    """Raises `MemoryError` at most: the child answers for that."""
    kind = kind_of(content, name)
    collected = Collected(limits)
    if len(content) > limits.content:
        return Extracted("", kind, (Problem.TOO_LARGE,))
    try:
        _read(content, kind, collected, is_inside=is_inside)
    except Full:
        pass
    except MemoryError:
        raise
    except Exception:  # a reader's own failing: what it had read is kept, the rest is said to be missing
        collected.problem(Problem.DAMAGED)
    return Extracted(collected.text(), kind, tuple(collected.problems))


def kind_of(content: bytes, name: str) -> FileKind:
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    if content[:4] == b"PK\x03\x04" or content[:4] == b"PK\x05\x06":
        return _kind_of_zip(content)
    if b"%PDF-" in content[:1024]:
        return FileKind.PDF
    if content[:5] == b"{\\rtf":
        return FileKind.RTF
    if content[:8] == _OLE:
        return FileKind.OLE
    if _HTML.search(content[:4096]) or ending in ("html", "htm", "xhtml", "mht", "mhtml"):
        return FileKind.HTML
    if ending in _TEXT_NAMES or (ending == "" and b"\x00" not in content[:1000]):
        return FileKind.TEXT
    return FileKind.UNKNOWN


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RecursionError, OverflowError):
        return FileKind.ZIP
    if "word/document.xml" in names:
        return FileKind.DOCX
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "ppt/presentation.xml" in names or any(name.startswith("ppt/slides/") for name in names):
        return FileKind.PPTX
    return FileKind.ODF if "content.xml" in names and "mimetype" in names else FileKind.ZIP


def _read(content: bytes, kind: FileKind, collected: Collected, *, is_inside: bool) -> None:
    match kind:
        case FileKind.DOCX | FileKind.XLSX | FileKind.PPTX | FileKind.ODF:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                read_office(archive, kind, collected)
        case FileKind.PDF:
            from .pdf import read_pdf

            read_pdf(content, collected)
        case FileKind.RTF:
            read_rtf(content, collected)
        case FileKind.HTML:
            read_html(content, collected)
        case FileKind.TEXT:
            read_text(content, collected)
        case FileKind.ZIP if not is_inside:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                _read_inside(archive, collected)
        case FileKind.OLE if "EncryptedPackage".encode("utf-16-le") in content:
            collected.problem(Problem.ENCRYPTED)
        case FileKind.OLE if "WordDocument".encode("utf-16-le") in content:
            read_word97(content, collected)
        case _:
            collected.problem(Problem.UNKNOWN_KIND)


def _read_inside(archive: zipfile.ZipFile, collected: Collected) -> None:
    """The files of an archive, one level deep: their names and their words."""
    bounded = Bounded(archive, collected)
    for count, name in enumerate(bounded.names()):
        collected.add(name + "\n")
        if name.endswith("/"):
            continue
        if count >= _MOST_INSIDE:
            collected.problem(Problem.CUT)
            continue
        parts, size = [], 0
        for chunk in bounded.chunks(name):
            parts.append(chunk)
            size += len(chunk)
            if size > _LARGEST_INSIDE:
                collected.problem(Problem.TOO_LARGE)
                break
        inner = read(b"".join(parts), name, collected.limits, is_inside=True)
        for problem in inner.problems:
            if problem is not Problem.UNKNOWN_KIND:
                collected.problem(problem)
        collected.add(inner.text + "\n")

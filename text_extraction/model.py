"""The nouns of text extraction: what is read out of a file, within what bounds, and what stood in the way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FileKind(Enum):
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    PDF = "pdf"
    HTML = "html"
    RTF = "rtf"
    TEXT = "text"
    ZIP = "zip"
    """An archive: the files in it are read, one level deep."""
    OLE = "ole"
    """Word, Excel and PowerPoint of before 2007, or an encrypted newer one."""
    UNKNOWN = "unknown"


class Problem(Enum):
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    """The file, or what it unpacks to, goes beyond the limits; the text so far is kept."""
    CUT = "cut"
    """There was more text than is kept."""
    TIME = "time"
    """It took too long."""
    MEMORY = "memory"
    CRASHED = "crashed"
    NO_TEXT = "no text"
    """Pages without letters: a scan."""
    UNKNOWN_KIND = "unknown kind"
    """Nothing here reads such a file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` and ``memory`` (bytes) are for one file; ``text`` in letters; ``unpacked`` bytes out of one file."""

    seconds: float = 10.0
    memory: int = 768 * 1024 * 1024
    content: int = 60_000_000
    text: int = 1_000_000
    unpacked: int = 80_000_000
    entries: int = 2_000
    pages: int = 1_000


@dataclass(frozen=True, slots=True)
class Extracted:
    """``text`` is what could be read, in lines; ``problems`` say what could not."""

    text: str
    kind: FileKind
    problems: tuple[Problem, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.problems

"""Words of DOCX, XLSX, PPTX and OpenDocument: a zip of XML, unpacked piece by piece and parsed as it comes.

No entity is ever expanded (a DOCTYPE ends the reading), and neither a zip bomb nor deep nesting gets past the bounds.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from vietnamese.legacy_encodings import from_tcvn3, from_vni

from .collected import Collected, Full
from .model import FileKind, Problem

_CHUNK = 64 * 1024
_DEEPEST = 256
_PARTS: dict[FileKind, re.Pattern[str]] = {
    FileKind.DOCX: re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\d*\.xml"),
    FileKind.XLSX: re.compile(
        r"xl/(?:workbook|sharedStrings|worksheets/sheet\d+|comments\d*|drawings/drawing\d+)\.xml"
    ),
    FileKind.PPTX: re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide|comments/comment)\d+\.xml"),
    FileKind.ODF: re.compile(r"(?:content|styles)\.xml"),
}
_TEXT = frozenset(["t", "v"])
_LINE_AFTER = frozenset(("p", "h", "si", "c", "br", "cr", "line-break", "tr", "is"))
_SKIPPED = frozenset(("Fallback", "instrText", "delText", "f", "rPh", "tracked-changes"))


class Bounded:
    """Unpacks entries of one archive within the limits of the whole file."""

    def __init__(self, archive: zipfile.ZipFile, collected: Collected) -> None:
        self._archive, self._collected = archive, collected
        self._room = collected.limits.unpacked

    def names(self) -> list[str]:
        names = self._archive.namelist()
        if len(names) > self._collected.limits.entries:
            self._collected.problem(Problem.TOO_LARGE)
        return names[: self._collected.limits.entries]

    def chunks(self, name: str) -> Iterator[bytes]:
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            self._collected.problem(Problem.ENCRYPTED)
            return
        try:
            with self._archive.open(info) as file:
                while self._room > 0 and (chunk := file.read(min(_CHUNK, self._room))):
                    self._room -= len(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
            self._collected.problem(Problem.DAMAGED)
        if self._room <= 0:
            self._collected.problem(Problem.TOO_LARGE)


def read_office(archive: zipfile.ZipFile, kind: FileKind, collected: Collected) -> None:
    bounded = Bounded(archive, collected)
    wanted = [name for name in bounded.names() if _PARTS[kind].fullmatch(name)]
    for name in sorted(wanted, key=_reading_order):
        _WordsOfXml(kind, collected).read(bounded.chunks(name))
        collected.add("\n")


def _reading_order(name: str) -> tuple[bool, str, int]:
    """The body first, slides and sheets by their numbers."""
    number = re.search(r"(\d+)\.xml$", name)
    is_body = name.endswith(("document.xml", "content.xml", "sharedStrings.xml"))
    return (not is_body, re.sub(r"\d+", "", name), int(number[1][:6]) if number else 0)


class _WordsOfXml:
    def __init__(self, kind: FileKind, collected: Collected) -> None:
        self._kind, self._collected = kind, collected
        self._depth = 0
        self._skipping = 0
        self._taking = 0
        self._is_shared = False
        self._convert: Callable[[str], str] | None = None

    def read(self, chunks: Iterator[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
        except (expat.ExpatError, _NotAllowed):
            self._collected.problem(Problem.DAMAGED)

    def _doctype(self, *_: object) -> None:
        raise _NotAllowed

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NotAllowed
        local = name.rpartition(" ")[2]
        if self._skipping or local in _SKIPPED:
            self._skipping += 1
        elif self._kind is FileKind.ODF:
            self._start_odf(local, attributes)
        elif local in _TEXT:
            self._taking += 0 if local == "v" and self._is_shared else 1
        elif local == "c":
            self._is_shared = attributes.get("t") == "s"
        elif local == "sheet":
            self._collected.add(attributes.get("name", "")[:200] + "\n")
        elif local == "tab":
            self._collected.add("\t")
        elif local == "r":
            self._convert = None
        elif local == "rFonts":
            fonts = [value for key, value in attributes.items() if key.endswith(("ascii", "hAnsi"))]
            self._convert = _conversion(fonts[0]) if fonts else None

    def _start_odf(self, local: str, attributes: dict[str, str]) -> None:
        if local in ("p", "h"):
            self._taking += 1
        elif local == "tab":
            self._collected.add("\t")
        elif local == "s":
            count = next((value for key, value in attributes.items() if key.endswith(" c")), "1")
            self._collected.add(" " * (int(count) if count.isascii() and count.isdigit() and len(count) < 3 else 1))

    def _end(self, name: str) -> None:
        self._depth -= 1
        local = name.rpartition(" ")[2]
        if self._skipping:
            self._skipping -= 1
            return
        taken = ("p", "h") if self._kind is FileKind.ODF else _TEXT
        if local in taken and self._taking and not (local == "v" and self._is_shared):
            self._taking -= 1
        if local in _LINE_AFTER:
            self._collected.add("\n")

    def _letters(self, letters: str) -> None:
        if self._taking and not self._skipping:
            self._collected.add(self._convert(letters) if self._convert is not None else letters)


class _NotAllowed(Exception):
    """XML that no office program writes."""


def _conversion(font: str) -> Callable[[str], str] | None:
    """How text in a font of before Unicode is read; None for any other font."""
    if font.lower().startswith(".vn"):
        is_capital = font.endswith("H")
        return lambda text: from_tcvn3(text, is_capital_font=is_capital)
    return from_vni if font.lower().startswith("vni-") else None


__all__ = ["Bounded", "Full", "read_office"]

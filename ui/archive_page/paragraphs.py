"""A document's text as paragraphs with a part to play, prepared on a worker for `document_text`. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

from docs_archive import LegalDocument, Provision, ProvisionKind

_HEADINGS = (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.APPENDIX)
_SMALL_HEADINGS = (ProvisionKind.SECTION, ProvisionKind.SUBSECTION)
_LONGEST_TITLE = 220
_LONGEST_PARAGRAPH = 20_000
"""A text without line breaks must not become one line a minute long to lay out."""


class Part(Enum):
    HEADING = "heading"
    """Phần, Chương, Phụ lục: centred, bold."""
    SMALL_HEADING = "small heading"
    """Mục, Tiểu mục."""
    ARTICLE = "article"
    """The line that begins a Điều."""
    CENTRED = "centred"
    """The head of the document, before its first provision."""
    POINT = "point"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``start`` is where it stands in `LegalDocument.text`."""

    text: str
    start: int
    part: Part


def paragraphs(document: LegalDocument) -> list[Paragraph]:
    """In reading order; empty lines are left out, spacing stands in their place."""
    text = document.text
    starts = {provision.start: provision for provision in document.provisions}
    first = min(starts, default=0)
    result: list[Paragraph] = []
    wants_heading: Provision | None = None
    position = 0
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        stripped = line.strip()
        if not stripped:
            continue
        begin = start + (len(line) - len(line.lstrip()))
        provision = starts.get(begin) or starts.get(start)
        part = Part.BODY
        if provision is not None:
            part = _part_of(provision)
            # "Chương II" on one line, its name on the next
            wants_heading = provision if part in (Part.HEADING, Part.SMALL_HEADING) else None
        elif wants_heading is not None and wants_heading.heading and stripped in wants_heading.heading:
            part = Part.HEADING if wants_heading.kind in _HEADINGS else Part.SMALL_HEADING
        elif begin < first and _is_capital(stripped):
            part, wants_heading = Part.CENTRED, None
        else:
            wants_heading = None
        for place in range(0, len(stripped), _LONGEST_PARAGRAPH):
            result.append(Paragraph(stripped[place : place + _LONGEST_PARAGRAPH], begin + place, part))
    return result


def _part_of(provision: Provision) -> Part:
    if provision.kind in _HEADINGS:
        return Part.HEADING
    if provision.kind in _SMALL_HEADINGS:
        return Part.SMALL_HEADING
    if provision.kind == ProvisionKind.ARTICLE:
        return Part.ARTICLE
    return Part.POINT if provision.kind == ProvisionKind.POINT else Part.BODY


def _is_capital(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and line.isupper() and sum(letter.isalpha() for letter in line) >= 3


class Places:
    """From characters of the document's text to positions of the text on screen, and back."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._positions: list[int] = []
        self._wide: list[str | None] = []

    def add(self, paragraph: Paragraph, position: int) -> None:
        """``paragraph`` stands at ``position`` of the QTextDocument, which counts in UTF-16."""
        self._starts.append(paragraph.start)
        self._positions.append(position)
        has_wide = not paragraph.text.isascii() and any(letter > "\uffff" for letter in paragraph.text)
        self._wide.append(paragraph.text if has_wide else None)

    def clear(self) -> None:
        self.__init__()  # type: ignore[misc]

    @property
    def end(self) -> int:
        """How far the text is known, in its own characters."""
        return self._starts[-1] if self._starts else -1

    def on_screen(self, start: int) -> int:
        if not self._starts:
            return 0
        row = max(0, bisect_right(self._starts, start) - 1)
        inside = max(0, start - self._starts[row])
        wide = self._wide[row]
        if wide is not None:
            inside = len(wide[:inside].encode("utf-16-le")) // 2
        return self._positions[row] + inside

    def in_text(self, position: int) -> int:
        """The beginning of the paragraph that stands at ``position``, plus the way into it."""
        if not self._positions:
            return 0
        row = max(0, bisect_right(self._positions, position) - 1)
        return self._starts[row] + max(0, position - self._positions[row])

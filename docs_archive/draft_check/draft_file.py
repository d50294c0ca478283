"""The words of a draft that is a file (.docx, .doc, .pdf, .odt, .rtf, text), read in a disposable process."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LARGEST_FILE = 60_000_000


class DraftProblem(Enum):
    """What stood in the way of reading a draft."""

    CANNOT_OPEN = "cannot open"
    TOO_LARGE = "too large"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no text"
    """A scan."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """``text`` is what could be read; ``problem`` is None where that is all of it."""

    name: str
    text: str = ""
    problem: DraftProblem | None = None


def read_draft(path: Path) -> DraftFile:
    """Takes up to some 15 s: call it on a worker. Raises nothing a file could cause."""
    from text_extraction import Problem, extract

    try:
        if path.stat().st_size > LARGEST_FILE:
            return DraftFile(path.name, problem=DraftProblem.TOO_LARGE)
        content = path.read_bytes()
    except OSError:
        return DraftFile(path.name, problem=DraftProblem.CANNOT_OPEN)
    found = extract(content, path.name)
    if found.is_complete and found.text.strip():
        return DraftFile(path.name, found.text)
    problems = {
        Problem.ENCRYPTED: DraftProblem.ENCRYPTED,
        Problem.NO_TEXT: DraftProblem.NO_TEXT,
        Problem.TOO_LARGE: DraftProblem.TOO_LARGE,
        Problem.CUT: DraftProblem.TOO_LARGE,
    }
    first = found.problems[0] if found.problems else Problem.NO_TEXT
    return DraftFile(path.name, found.text, problems.get(first, DraftProblem.UNREADABLE))

"""The words of an attachment for the guards, read in a disposable process: what the composer hands to the context."""

from __future__ import annotations

from text_extraction import Limits, Problem, extract

from .findings import AttachedText

_LIMITS = Limits(seconds=8.0, text=2_000_000, content=40_000_000)


def attached_text(content: bytes, name: str) -> AttachedText | None:
    """None for a kind of file that holds no text here (a picture, a program). Takes up to 13 seconds: on a worker."""
    found = extract(content, name, _LIMITS)
    if Problem.UNKNOWN_KIND in found.problems and not found.text and not _may_hold_text(name):
        return None
    return AttachedText(found.text, is_complete=found.is_complete)


def _may_hold_text(name: str) -> bool:
    """Kinds people write documents in, which nothing here reads: that they were not looked into is said."""
    return name.lower().endswith((".doc", ".dot", ".xls", ".ppt", ".rar", ".7z", ".docm", ".wps"))

"""The words of files that came with a mail, or go out with one: read in a process of its own that a hostile file may
break, never in ours.

`extract` and `extract_many` are asked by the mail's search and by its guards; they raise nothing a file could cause.
"""

from .model import Extracted, FileKind, Limits, Problem
from .process import extract, extract_many

__all__ = ["Extracted", "FileKind", "Limits", "Problem", "extract", "extract_many"]

"""What should be said before a mail leaves, and while one is read: checked on this PC alone, in facts without words.

`check_before_sending` is asked by the composer, `warnings_of` by the reader; the words are the window's.
"""

from .before_sending import check_before_sending
from .findings import AttachedText, Finding, FindingKind, GuardContext, Severity
from .when_reading import warnings_of

__all__ = [
    "AttachedText",
    "Finding",
    "FindingKind",
    "GuardContext",
    "Severity",
    "check_before_sending",
    "warnings_of",
]

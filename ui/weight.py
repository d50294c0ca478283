"""How heavily something is said to the person at the desk. No Qt."""

from __future__ import annotations

from enum import Enum


class Weight(Enum):
    STATUS = "status"
    """Mends itself: a word in the status line."""
    NOTICE = "notice"
    """She should know: a bar that goes by itself or is closed."""
    DIALOG = "dialog"
    """She must decide."""

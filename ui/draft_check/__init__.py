"""Kiểm tra căn cứ: a window in which a draft is pasted or dropped, and what it cites is held against the archive."""

from __future__ import annotations

from .window import DraftCheckWindow

__all__ = ["DraftCheckWindow"]

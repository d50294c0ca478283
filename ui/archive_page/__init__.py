"""The documents page: search, results, one document with its structure. Named after what the eye sees."""

from __future__ import annotations

from .page import ArchivePage

__all__ = ["ArchivePage"]

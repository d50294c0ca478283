"""Họp: the conferences of this desk, and the two sites side by side once she has joined."""

from __future__ import annotations

from .page import ConferencePage

__all__ = ["ConferencePage"]

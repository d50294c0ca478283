"""The mail page: folders, list, reader, composer. Named after what the eye sees, left to right."""

from __future__ import annotations

from .page import MailPage

__all__ = ["MailPage"]

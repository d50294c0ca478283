"""Mail files among what is dragged over the page. Nothing is opened here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

MOST_AT_ONCE = 10


def dropped_mails(carried: QMimeData) -> list[Path]:
    """The .eml files it names on this PC, at most ten."""
    if not carried.hasUrls():
        return []
    paths = (Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() == ".eml"][:MOST_AT_ONCE]

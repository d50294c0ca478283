"""Remembers how the way to each site was, so that the next call begins with a fitting latency: in memory, and in a
small file where one is given. Endpoints and figures only."""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import asdict
from pathlib import Path

from .latency_choice import LineFigures

_MOST = 200


class LineMemory:
    """May be used from any thread. A file that cannot be read or written is done without."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._lines: dict[str, LineFigures] | None = None

    def figures(self, endpoint: str) -> LineFigures:
        with self._lock:
            return self._known().get(endpoint, LineFigures())

    def learn(self, endpoint: str, newer: LineFigures) -> None:
        """Kept from now on; written by `save`."""
        with self._lock:
            lines = self._known()
            lines[endpoint] = lines.pop(endpoint, LineFigures()).after(newer)
            while len(lines) > _MOST:
                lines.pop(next(iter(lines)))

    def save(self) -> None:
        if self._file is None:
            return
        with self._lock:
            text = json.dumps({name: asdict(figures) for name, figures in self._known().items()})
            with contextlib.suppress(OSError):
                beside = self._file.with_suffix(".new")
                beside.write_text(text, encoding="utf-8")
                beside.replace(self._file)

    def _known(self) -> dict[str, LineFigures]:
        if self._lines is None:
            self._lines = self._read() if self._file is not None else {}
        return self._lines

    def _read(self) -> dict[str, LineFigures]:
        assert self._file is not None
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8")[:100_000])
            return {
                str(name): LineFigures(_number(row["round_trip"]), _number(row["jitter"]) or 0.0, _number(row["loss"]))
                for name, row in rows.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 <= value < 60_000 else None

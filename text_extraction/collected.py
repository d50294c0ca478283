"""Text as it is collected from a file: bounded, line by line, with what went wrong on the way. For the readers."""

from __future__ import annotations

import re

from .model import Limits, Problem

_BLANK_LINES = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")


class Full(Exception):
    """No more text is wanted."""


class Collected:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.problems: list[Problem] = []
        self._pieces: list[str] = []
        self._room = limits.text

    def add(self, piece: str) -> None:
        """Raises `Full` when there is no more room."""
        if len(piece) > self._room:
            self._pieces.append(piece[: self._room])
            self._room = 0
            self.problem(Problem.CUT)
            raise Full
        self._pieces.append(piece)
        self._room -= len(piece)

    def problem(self, problem: Problem) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def text(self) -> str:
        joined = "".join(self._pieces).replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
        return _BLANK_LINES.sub("\n", _CONTROLS.sub(" ", joined)).strip()
